/** Both networks of a race as strips of blocks, with what they cost and what they have reached. */
import { FAMILY_LABELS, raceText } from '../../i18n/races';
import { fill, type Lang } from '../../i18n/text';
import { describeNetwork, type NetworkDescription } from '../../ml/blueprint/describe';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';
import { laneOf, sideBySide } from '../../ml/blueprint/side-by-side';
import { smallNetwork, type SmallFamily } from '../../ml/blueprint/architectures/small';
import { layoutBlocks } from '../../views/parts/block-layout';
import { BlockStrip } from '../../views/parts/block-strip';
import { specOf } from '../../views/parts/network-layout';
import { whole } from '../../i18n/whole';
import { percent } from '../../views/parts/ramp';
import { linesOf } from '../../views/parts/words';
import { defineView, type ViewProps, type ViewSource } from '../../views/view';

const LANES = ['first', 'second'] as const;
type LaneName = (typeof LANES)[number];

interface LaneData {
  readonly lane: LaneName;
  readonly name: string;
  readonly network: NetworkSpec;
  readonly description: NetworkDescription;
  readonly layers: number;
  /** Held-out accuracy, NaN before it is known. */
  readonly accuracy: number;
}

interface BoardData {
  readonly step: number;
  readonly lanes: readonly LaneData[];
}

const HEAD = 56;
const FOOT = 22;

/** The part of a network that is one lane, under the same names. */
function laneNetwork({ name, inputs, nodes, outputs }: NetworkSpec, lane: LaneName): NetworkSpec {
  const isOwn = (id: string): boolean => laneOf(id).lane === lane;
  return { name, inputs, nodes: nodes.filter(({ id }) => isOwn(id)), outputs: outputs.filter(isOwn) };
}

function laneData({ spec, values, metrics }: ViewSource, lane: LaneName): LaneData[] {
  if (spec === undefined) return [];
  const network = laneNetwork(specOf(spec), lane);
  const family = Object.entries(FAMILY_LABELS).find(([key]) => key === values[lane])?.[1] ?? String(values[lane]);
  const chosen = values[`${lane}Activation`];
  const activation = typeof chosen === 'string' ? chosen : 'own';
  return [
    {
      lane,
      name: activation === 'own' ? family : `${family}, ${activation === 'relu' ? 'ReLU' : activation}`,
      network,
      description: describeNetwork(network),
      layers: layoutBlocks(network).depth,
      accuracy: metrics[`${lane}Accuracy`] ?? NaN,
    },
  ];
}

/** Name, type, output shape and parameters of a node. */
function wordsFor({ network, description }: LaneData, id: string, lang: Lang): string {
  const node = network.nodes.find((one) => one.id === id);
  const { shape = [], parameters = 0 } = description.nodes[id] ?? {};
  return `${laneOf(id).node}: ${node?.layer ?? ''}, ${shape.join('×')}, ${fill(raceText.parametersOf[lang], { count: whole(parameters) })}`;
}

function Lane({
  data,
  lang,
  width,
  height,
}: {
  readonly data: LaneData;
  readonly lang: Lang;
  readonly width: number;
  readonly height: number;
}) {
  const colour = `var(--gb-${data.lane})`;
  const { parameters, multiplyAdds } = data.description;
  const costs = [
    fill(raceText.parametersOf[lang], { count: whole(parameters) }),
    fill(raceText.multiplyAddsOf[lang], { count: whole(multiplyAdds) }),
    fill(raceText.layersOf[lang], { count: data.layers }),
  ];
  const lines = linesOf(costs, width);
  const head = HEAD + 15 * (lines.length - 1);
  const shapes = Object.fromEntries(Object.entries(data.description.nodes).map(([id, { shape }]) => [id, shape]));
  return (
    <>
      <text y={14} class="gb-lane-name" style={`fill: ${colour}`}>
        {`${raceText[data.lane][lang]} · ${data.name}`}
      </text>
      <text y={14} x={width} text-anchor="end" class="gb-lane-name" style={`fill: ${colour}`}>
        {percent(data.accuracy, 1)}
      </text>
      {lines.map((line, i) => (
        <text y={31 + 15 * i} key={line}>
          {line}
        </text>
      ))}
      <BlockStrip
        network={data.network}
        shapes={shapes}
        colour={colour}
        x={0}
        y={head}
        width={width}
        height={height - head - FOOT}
        wordsFor={(id) => wordsFor(data, id, lang)}
      />
    </>
  );
}

function Picture({ data, lang, width, height }: ViewProps<BoardData>) {
  const lane = height / Math.max(1, data.lanes.length);
  return (
    <>
      {data.lanes.map((one, i) => (
        <g transform={`translate(0,${i * lane})`} key={one.lane}>
          <Lane data={one} lang={lang} width={width} height={lane - 8} />
        </g>
      ))}
    </>
  );
}

function costsOf(data: LaneData): [string, string, number, string] {
  const { parameters, multiplyAdds } = data.description;
  return [whole(parameters), whole(multiplyAdds), data.layers, percent(data.accuracy, 1)];
}

function sample(first: SmallFamily, second: SmallFamily, firstAccuracy: number): ViewSource {
  const size = { side: 16, channels: 3, classes: 10 };
  return {
    step: 0,
    arrays: {},
    metrics: { firstAccuracy, secondAccuracy: 0.5 },
    values: { first, second, firstActivation: 'own', secondActivation: 'sigmoid' },
    spec: sideBySide('race', { first: smallNetwork(first, size), second: smallNetwork(second, size) }),
  };
}

export default defineView<BoardData>({
  title: raceText.board,
  aspect: { wide: 0.5, narrow: 1.1 },
  reads: ['first', 'firstActivation', 'second', 'secondActivation'],
  read(source) {
    const lanes = LANES.flatMap((lane) => laneData(source, lane));
    return lanes.length === 0 ? undefined : { step: source.step, lanes };
  },
  Picture,
  describe: ({ step, lanes }, lang) =>
    fill(raceText.boardNow[lang], {
      step,
      lanes: lanes
        .map((one) => {
          const [parameters, multiplyAdds, layers, accuracy] = costsOf(one);
          return fill(raceText.laneNow[lang], {
            lane: raceText[one.lane][lang],
            name: one.name,
            parameters,
            multiplyAdds,
            layers,
            accuracy,
          });
        })
        .join(lang === 'zh' ? '' : ' '),
    }),
  table: ({ lanes }, lang) => ({
    head: [raceText.network[lang], raceText.parameters[lang], raceText.multiplyAdds[lang], raceText.layers[lang], raceText.accuracy[lang]],
    rows: lanes.map((one) => [`${raceText[one.lane][lang]} · ${one.name}`, ...costsOf(one)]),
  }),
  samples: {
    usual: { step: 100, lanes: LANES.flatMap((lane) => laneData(sample('lenet', 'densenet', 0.875), lane)) },
    paths: { step: 0, lanes: LANES.flatMap((lane) => laneData(sample('googlenet', 'resnet', NaN), lane)) },
    none: { step: 0, lanes: [] },
  },
});
