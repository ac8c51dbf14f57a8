/** The inspector: the network, a layer of it, a unit of that, at the step under the timeline's cursor. Loaded when it is first opened. */
import { useEffect } from 'preact/hooks';
import { fill } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import type { LayerGroup } from '../../ml/blueprint/layer-groups';
import histogram from '../../views/histogram';
import { NetworkGraph } from '../../views/parts/network-graph';
import type { Controller } from '../controller';
import { Figure, useWidth } from './figure';
import { Effect, LayerActions, LayerHeading, TensorTable } from './layer-part';
import { aboutLayer, chosenLayer, layersOf, nodesNeeded, tensorName, tensorsOf } from './layers';
import { OverTime } from './over-time';
import { useProbing } from './probing';
import { PartSwitch } from './switch';
import { UnitPart } from './unit-part';

interface InspectorProps {
  readonly controller: Controller;
  readonly id: string;
}

function Graph({
  controller,
  layers,
  chosen,
  flatOf,
}: {
  readonly controller: Controller;
  readonly layers: readonly LayerGroup[];
  readonly chosen: LayerGroup;
  readonly flatOf: (group: LayerGroup) => number | undefined;
}) {
  const { ref, width } = useWidth();
  const { lang, session } = controller;
  const drawn = layers.map((group) => ({
    id: group.id,
    from: group.from,
    depth: group.depth,
    about: aboutLayer(group, lang),
    flat: flatOf(group),
    frozen: group.weighted.some((layer) => session?.frozen.has(layer) === true),
  }));
  return (
    <div ref={ref}>
      <NetworkGraph
        layers={drawn}
        chosen={chosen.id}
        width={width}
        lang={lang}
        onChoose={(layer) => controller.frame.inspect({ layer, unit: undefined, tensor: undefined })}
      />
    </div>
  );
}

export function Inspector({ controller, id }: InspectorProps) {
  const probing = useProbing(controller);
  const { lang, session } = controller;
  const { inspected } = controller.shown;
  const { probe, before, problem } = probing;
  const layers = layersOf(session?.spec, probe);
  const group = chosenLayer(layers, inspected.layer);
  const needed = group === undefined ? [] : nodesNeeded(group);
  useEffect(() => probing.want(needed), [probing, needed.join()]);
  if (problem !== undefined) return <p class="gb-message gb-message-warn">{problem[lang]}</p>;
  if (group === undefined || probe === undefined) return <p class="gb-hint">{inspectorText.looking[lang]}</p>;
  const tensors = tensorsOf(group, probe);
  const tensor =
    inspected.tensor !== undefined && tensors.includes(inspected.tensor)
      ? inspected.tensor
      : (tensors.filter((one) => one.startsWith('activations/')).at(-1) ?? tensors[0] ?? '');
  const summary = probe.summaries[tensor];
  const name = tensorName(tensor, lang);
  const flatOf = ({ nodes }: LayerGroup): number | undefined =>
    nodes.map(({ id: node }) => probe.summaries[`activations/${node}`]?.dead).find((dead) => dead !== undefined);
  const now = summary === undefined ? undefined : { ...summary, step: probe.step };
  return (
    <div class="gb-inspector" data-step={probe.step}>
      <p class="gb-hint">{fill(inspectorText.seenAt[lang], { step: probe.step })}</p>
      <Graph controller={controller} layers={layers} chosen={group} flatOf={flatOf} />
      <Effect controller={controller} probe={probe} before={before} />
      <LayerHeading controller={controller} group={group} />
      <LayerActions controller={controller} group={group} />
      {tensors.length > 0 && <TensorTable {...{ controller, group, probe, tensor }} />}
      <div class="gb-inspector-parts">
        <section aria-label={inspectorText.layer[lang]}>
          {now !== undefined && (
            <Figure title={fill(inspectorText.now[lang], { name })} label={histogram.describe(now, lang)} aspect={0.45}>
              {(width, height) => (
                <histogram.Picture data={now} {...{ lang, width, height }} id={`${id}-histogram`} act={() => undefined} />
              )}
            </Figure>
          )}
          <PartSwitch {...{ controller, tensor, id }} />
          {tensor !== '' && <OverTime controller={controller} tensor={tensor} id={id} />}
        </section>
        <section aria-label={inspectorText.unit[lang]}>
          <UnitPart key={group.id} {...{ controller, group, probe, id }} />
        </section>
      </div>
    </div>
  );
}
