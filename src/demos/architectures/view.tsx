/** A published network, opened block by block, with the numbers of every part at the size chosen. */
import { architectureText as words } from './words';
import { fill } from '../../i18n/text';
import { linesOf } from '../../views/parts/words';
import { defineView, type ViewProps } from '../../views/view';
import { Explorer } from './explorer';
import { isPublished, publishedOf, type Part, type Published, type TooSmall } from './published';
import { compact, exact, layerText, memory, shapeText } from './in-words';

type Data = Published | TooSmall;

function problemOf({ architecture, side }: TooSmall, lang: 'zh' | 'en'): string {
  return fill(words.tooSmall[lang], { side, label: architecture.label, least: architecture.leastSide });
}

function Picture({ data, lang, width, height, id, act }: ViewProps<Data>) {
  if (!isPublished(data)) {
    return (
      <>
        {linesOf(problemOf(data, lang).split(/(?<=[：，:,])/), width).map((line, i) => (
          <text x={width / 2} y={height / 3 + 18 * i} text-anchor="middle" class="gb-label" key={i}>
            {line}
          </text>
        ))}
      </>
    );
  }
  // Another network begins folded.
  return <Explorer network={data} lang={lang} width={width} height={height} id={id} touchable={act !== undefined} key={data.name} />;
}

/** All layers of some parts. */
function layersOf(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => (part.parts.length === 0 ? [part] : layersOf(part.parts)));
}

function sample(values: Readonly<Record<string, unknown>>): Data {
  const data = publishedOf(values);
  if (data === undefined) throw new Error('there is no such network');
  return data;
}

export default defineView<Data>({
  title: words.title,
  aspect: { wide: 0.62, narrow: 1.8 },
  wide: 640,
  reads: ['architecture', 'input', 'classes'],
  read: ({ values }) => publishedOf(values),
  Picture,
  describe(data, lang) {
    if (!isPublished(data)) return problemOf(data, lang);
    return fill(words.now[lang], {
      label: data.architecture.label,
      input: shapeText(data.input),
      blocks: data.parts.length,
      layers: data.from.size,
      parameters: exact(data.parameters),
      multiplyAdds: compact(data.multiplyAdds, lang),
      memory: memory(data.activationBytes),
    });
  },
  table: (data, lang) => ({
    head: [
      words.name[lang],
      words.kind[lang],
      words.shape[lang],
      words.parameters[lang],
      words.multiplyAdds[lang],
      words.memory[lang],
      words.field[lang],
    ],
    rows: isPublished(data)
      ? layersOf(data.parts).map(({ id, node, shape, parameters, multiplyAdds, activationBytes, field }) => [
          id,
          node === undefined ? '' : layerText(node, lang),
          shapeText(shape),
          exact(parameters),
          exact(multiplyAdds),
          memory(activationBytes),
          field,
        ])
      : [],
  }),
  samples: {
    resnet: sample({ architecture: 'resnet-50' }),
    densenet: sample({ architecture: 'densenet-201' }),
    inception: sample({ architecture: 'googlenet-2014', input: 'own', side: 160, classes: 10 }),
    maps: sample({ architecture: 'lenet-1998' }),
    vgg: sample({ architecture: 'vgg-19-bn' }),
    tooSmall: sample({ architecture: 'vgg-16', input: 'own', side: 8, classes: 10 }),
  },
});
