/** A layer: what can be done to it, and its tensors in numbers. */
import type { Probe } from '../../engine/protocol';
import { fill } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import type { LayerGroup } from '../../ml/blueprint/layer-groups';
import { updateRatio, type Summary } from '../../ml/blueprint/statistics';
import { percentWhole, short } from '../../views/parts/ramp';
import { Undo } from '../changes';
import type { Controller } from '../controller';
import { aboutLayer, tensorName, tensorsOf } from './layers';
import type { Before } from './probing';

/** What the last thing done has changed, at the step at which it was done. */
export function Effect({
  controller,
  probe,
  before,
}: {
  readonly controller: Controller;
  readonly probe: Probe;
  readonly before: Before | undefined;
}) {
  const { lang, loaded } = controller;
  const changed = Object.entries(loaded.demo.metrics).flatMap(([name, { label, format }]) => {
    const [then, now] = [before?.metrics[name], probe.metrics[name]];
    if (name === 'loss' || then === undefined || now === undefined) return [];
    const say = format === 'percent' ? percentWhole : short;
    return [`${label[lang]} ${say(then)} → ${say(now)}`];
  });
  const losses = `${inspectorText.batchLoss[lang]} ${short(before?.loss ?? NaN)} → ${short(probe.loss)}`;
  return (
    <div class="gb-row" aria-live="polite">
      {before !== undefined && (
        <p class="gb-inspector-effect">
          {fill(inspectorText.effect[lang], { step: before.step, changes: [losses, ...changed].join(lang === 'zh' ? '；' : '; ') })}
        </p>
      )}
      <Undo controller={controller} />
    </div>
  );
}

/** Freezing and re-initialising; what is said in their place where nothing in the layer is learnt. */
export function LayerActions({ controller, group }: { readonly controller: Controller; readonly group: LayerGroup }) {
  const { lang, session } = controller;
  const { weighted } = group;
  if (weighted.length === 0) return <p class="gb-hint">{inspectorText.noWeights[lang]}</p>;
  const frozen = weighted.every((layer) => session?.frozen.has(layer) === true);
  const drawn = session?.record.interventions.filter(({ kind }) => kind === 'reinitialise').length ?? 0;
  return (
    <div class="gb-row">
      <button
        type="button"
        class="gb-chip"
        aria-pressed={frozen}
        onClick={() => controller.attempt(controller.intervene(weighted.map((layer) => ({ kind: 'freeze', layer, on: !frozen }))))}
      >
        {inspectorText[frozen ? 'thaw' : 'freeze'][lang]}
      </button>
      {session?.spec !== undefined && (
        <button
          type="button"
          class="gb-chip"
          onClick={() => controller.attempt(controller.intervene(weighted.map((layer) => ({ kind: 'reinitialise', layer, draw: drawn }))))}
        >
          {inspectorText.reinitialise[lang]}
        </button>
      )}
    </div>
  );
}

interface TensorTableProps {
  readonly controller: Controller;
  readonly group: LayerGroup;
  readonly probe: Probe;
  readonly tensor: string;
}

function ratioOf(name: string, { summaries }: Probe): number | undefined {
  const variable = name.startsWith('weights/') ? name.slice('weights/'.length) : undefined;
  const [update, weights] = [summaries[`updates/${variable}`], summaries[name]];
  return variable === undefined || update === undefined || weights === undefined ? undefined : updateRatio(update, weights);
}

function cellsOf(name: string, summary: Summary, probe: Probe): string[] {
  const { mean, deviation, norm, low, high, saturated, dead } = summary;
  const ratio = ratioOf(name, probe);
  return [
    short(mean),
    short(deviation),
    short(norm),
    `${short(low)} … ${short(high)}`,
    ratio === undefined ? '' : short(ratio),
    saturated === undefined ? '' : percentWhole(saturated),
    dead === undefined ? '' : percentWhole(dead),
  ];
}

/** Every tensor of a layer: chosen to be drawn by its name, pinned beside the picture by its pin. */
export function TensorTable({ controller, group, probe, tensor }: TensorTableProps) {
  const { lang } = controller;
  const { watches } = controller.shown;
  const names = tensorsOf(group, probe);
  const heads = ['mean', 'deviation', 'norm', 'range', 'updateRatio', 'saturated', 'dead'] as const;
  const rows = names.flatMap((name) => {
    const summary = probe.summaries[name];
    return summary === undefined ? [] : [{ name, summary, cells: cellsOf(name, summary, probe) }];
  });
  const shown = heads.map((_, i) => rows.some(({ cells }) => cells[i] !== ''));
  const caption = fill(inspectorText.tableOf[lang], { layer: group.id, step: probe.step });
  const samples = rows.find(({ summary }) => summary.saturated !== undefined)?.summary.shape[0];
  return (
    <>
      <div class="gb-table gb-inspector-table" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{inspectorText.tensor[lang]}</th>
              {heads.map(
                (head, i) =>
                  shown[i] && (
                    <th scope="col" key={head}>
                      {inspectorText[head][lang]}
                    </th>
                  ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, summary, cells }) => {
              const words = tensorName(name, lang);
              const pinned = watches.includes(name);
              return (
                <tr key={name}>
                  <th scope="row">
                    <button
                      type="button"
                      class="gb-small gb-tensor"
                      aria-pressed={name === tensor}
                      onClick={() => controller.frame.inspect({ tensor: name })}
                    >
                      {words}
                    </button>
                    <button
                      type="button"
                      class="gb-small gb-pin"
                      aria-pressed={pinned}
                      aria-label={fill(inspectorText[pinned ? 'unwatch' : 'watch'][lang], { name: words })}
                      title={fill(inspectorText[pinned ? 'unwatch' : 'watch'][lang], { name: words })}
                      onClick={() => controller.frame.watch(name)}
                    >
                      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
                        <path d="M5 1h6v2l-1 1v3l3 3v1H9v4l-1 1-1-1v-4H3v-1l3-3V4L5 3z" fill="currentColor" />
                      </svg>
                    </button>
                  </th>
                  {cells.map((cell, i) => {
                    const head = heads[i] ?? 'mean';
                    const broken = i === 0 && summary.broken > 0 ? fill(inspectorText.broken[lang], { count: summary.broken }) : undefined;
                    return (
                      shown[i] && (
                        <td data-head={inspectorText[head][lang]} class={cell === '' ? 'gb-empty' : undefined} key={head}>
                          {broken ?? cell}
                        </td>
                      )
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {samples !== undefined && <p class="gb-hint">{fill(inspectorText.flatNote[lang], { count: samples })}</p>}
    </>
  );
}

/** The layer in a sentence. */
export function LayerHeading({ controller, group }: { readonly controller: Controller; readonly group: LayerGroup }) {
  const { lang, session } = controller;
  const frozen = group.weighted.some((layer) => session?.frozen.has(layer) === true);
  const words = { layer: group.id, about: aboutLayer(group, lang), shape: group.shape.join('×'), parameters: group.parameters };
  return (
    <p class="gb-inspector-heading">
      {fill(inspectorText.layerAbout[lang], words)}
      {frozen && <span class="gb-inspector-frozen"> · {inspectorText.frozen[lang]}</span>}
    </p>
  );
}
