/** Layer by layer: output shape, parameters, multiply-adds, computed from the specification. Drawn as text, so it needs no second table. */
import { fill } from '../i18n/text';
import { viewText } from '../i18n/views';
import { describeNetwork } from '../ml/blueprint/describe';
import { labelOf } from '../ml/blueprint/layers';
import { specOf } from './parts/network-layout';
import { whole } from '../i18n/whole';
import { defineView, type ViewNetwork, type ViewProps } from './view';

interface Row {
  readonly id: string;
  readonly layer: string;
  readonly shape: string;
  readonly parameters: number;
  readonly multiplyAdds: number;
}

interface TableData {
  readonly rows: readonly Row[];
  readonly parameters: number;
  readonly multiplyAdds: number;
}

function dataOf(spec: ViewNetwork): TableData {
  const { nodes } = specOf(spec);
  const description = describeNetwork({ ...spec, nodes });
  const rows = nodes.map((one) => {
    const { id } = one;
    const node = description.nodes[id];
    return {
      id,
      layer: labelOf(one),
      shape: `[${(node?.shape ?? []).join(', ')}]`,
      parameters: node?.parameters ?? 0,
      multiplyAdds: node?.multiplyAdds ?? 0,
    };
  });
  return { rows, parameters: description.parameters, multiplyAdds: description.multiplyAdds };
}

function Picture({ data, lang, width, height }: ViewProps<TableData>) {
  const lines = data.rows.filter(({ parameters }) => parameters > 0);
  const pitch = Math.min(20, height / (lines.length + 2));
  const at = [0, 0.42, 0.69, 1].map((share) => share * width);
  const anchors = ['start', 'end', 'end', 'end'] as const;
  const cells = (values: readonly (string | number)[], row: number, kind: string) => (
    <g key={row} class={kind}>
      {values.map((value, i) => (
        <text x={at[i]} y={(row + 0.8) * pitch} text-anchor={anchors[i]} key={i}>
          {value}
        </text>
      ))}
    </g>
  );
  return (
    <g class="gb-network-table">
      {cells([viewText.layer[lang], viewText.shape[lang], viewText.parameters[lang], viewText.multiplyAdds[lang]], 0, 'gb-head')}
      {lines.map((row, i) => cells([row.id, row.shape, whole(row.parameters), whole(row.multiplyAdds)], i + 1, 'gb-row'))}
      {cells([viewText.total[lang], '', whole(data.parameters), whole(data.multiplyAdds)], lines.length + 1, 'gb-head')}
    </g>
  );
}

const dense = (units: number, from: string, id: string): ViewNetwork['nodes'][number] => ({
  id,
  layer: 'dense',
  from: [from],
  options: { units },
});

export default defineView<TableData>({
  title: viewText.network,
  aspect: { wide: 0.4, narrow: 0.55 },
  read: ({ spec }) => (spec === undefined ? undefined : dataOf(spec)),
  Picture,
  describe: (data, lang) =>
    fill(viewText.tableNow[lang], { layers: data.rows.length, parameters: data.parameters, multiplyAdds: data.multiplyAdds }),
  table: (data, lang) => ({
    head: [viewText.layer[lang], viewText.function[lang], viewText.shape[lang], viewText.parameters[lang], viewText.multiplyAdds[lang]],
    rows: data.rows.map((row) => [row.id, row.layer, row.shape, row.parameters, row.multiplyAdds]),
  }),
  samples: {
    small: dataOf({
      name: 'a',
      inputs: { x: [2] },
      nodes: [dense(8, 'x', 'hidden1'), dense(8, 'hidden1', 'hidden2'), dense(1, 'hidden2', 'output')],
      outputs: ['output'],
    }),
    empty: { rows: [], parameters: 0, multiplyAdds: 0 },
  },
});
