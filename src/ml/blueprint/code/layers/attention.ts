import { attentionSettings, type AttentionSettings } from '../../layers/attention';
import { kerasInitialiser } from '../network/keras-weights';
import { pytorchInitialise } from '../network/pytorch-weights';
import { tfjsInitialiser } from '../network/tfjs-weights';
import { literal, type PrintedNode } from '../nodes';
import { ATTENTION_HELPERS } from './attention-helpers';
import { listed, plainModule, type LayerCode } from './layer-code';

const settingsOf = ({ node, inputShapes }: PrintedNode): AttentionSettings => attentionSettings(node, inputShapes);

/** Names and shapes of the kernels, in the order in which they are used. */
function kernelsOf(settings: AttentionSettings): readonly (readonly [name: string, shape: readonly [number, number]])[] {
  const { query, memory, units, outputs, heads, width, score } = settings;
  return [
    ['query', [query.features, units]],
    ['key', [memory.features, units]],
    ['value', [memory.features, units]],
    ...(score === 'additive' ? [['score', [heads, width]] as const] : []),
    ['output', [units, outputs]],
  ];
}

/**
 * Libraries have attention by the scaled product alone, and PyTorch's and Keras's split the heads in ways of their own: each program
 * brings a class that is read as the equations are.
 */
export const attention: LayerCode = {
  tfjs(one, index, sources) {
    const settings = settingsOf(one);
    const kernels = kernelsOf(settings).map(([name, shape], i) => {
      return `${name}: ${tfjsInitialiser(one.initialiser, one.scale, index + 1 + 1000 * i, { shape, drawnAs: shape })}`;
    });
    const { heads, units, outputs, score, causal, rotary, useBias } = settings;
    const options = `heads: ${heads}, units: ${units}, outputs: ${outputs}, score: '${score}', causal: ${causal}, rotary: ${rotary}, useBias: ${useBias}, trainable: ${!one.frozen}`;
    return `new Attention({ ${options}, kernels: { ${kernels.join(', ')} } }).apply(${listed(sources)})`;
  },
  keras(one, index, from, { l1, l2 }) {
    const settings = settingsOf(one);
    const { heads, units, outputs, score, causal, rotary, useBias } = settings;
    const python = (value: boolean): string => (value ? 'True' : 'False');
    const initialisers = kernelsOf(settings).map(
      ([name], i) => `"${name}": ${kerasInitialiser(one.initialiser, one.scale, index + 1 + 1000 * i)}`,
    );
    const penalty = l1 > 0 || l2 > 0 ? `, regularizer=regularizers.L1L2(${literal(l1)}, ${literal(l2 / 2)})` : '';
    const options = `${heads}, ${units}, ${outputs}, "${score}", ${python(causal)}, ${python(rotary)}, ${python(useBias)}, {${initialisers.join(', ')}}${penalty}`;
    const frozen = one.frozen ? ', trainable=False' : '';
    return `Attention(${options}${frozen})(${from.startsWith('[') ? from.slice(1, -1) : `${from}, ${from}`})`;
  },
  pytorch: {
    kernels: ['score_kernel'],
    module(one) {
      const { heads, units, outputs, query, memory, score, causal, rotary, useBias } = settingsOf(one);
      const options = [
        ...(score === 'scaled' ? [] : [`score="${score}"`]),
        ...(causal ? ['causal=True'] : []),
        ...(rotary ? ['rotary=True'] : []),
        ...(useBias ? [] : ['bias=False']),
      ];
      return plainModule(`Attention(${[heads, units, outputs, query.features, memory.features, ...options].join(', ')})`);
    },
    fill(one, module) {
      const settings = settingsOf(one);
      return kernelsOf(settings).flatMap(([name]) =>
        name === 'score'
          ? [pytorchInitialise(`${module}.score_kernel`, one.initialiser, one.scale)]
          : [
              pytorchInitialise(`${module}.${name}.weight`, one.initialiser, one.scale),
              ...(settings.useBias ? [`nn.init.zeros_(${module}.${name}.bias)`] : []),
            ],
      );
    },
  },
  helpers: ATTENTION_HELPERS,
};
