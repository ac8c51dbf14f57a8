/** A network alone as code, without data and training: what an architecture's page shows. */
import { codeText } from '../../../i18n/code';
import { fill, type Lang } from '../../../i18n/text';
import type { NetworkSpec } from '../network-spec';
import type { Framework } from './index';
import { kerasImports, kerasNetwork } from './network/keras';
import { pytorchNetwork } from './network/pytorch';
import { tfjsNetwork } from './network/tfjs';

const NO_PENALTY = { l1: 0, l2: 0 } as const;

/**
 * Prints a network with fresh weights and its summary: complete, to be run as it stands.
 * @throws NetworkError where the network does not hold together.
 */
export function printNetwork(spec: NetworkSpec, framework: Framework, lang: Lang): string {
  const title = fill(codeText.title[lang], { name: spec.name });
  switch (framework) {
    case 'tfjs':
      return [`// ${title}`, `import * as tf from '@tensorflow/tfjs';`, '', ...tfjsNetwork(spec), 'model.summary();', ''].join('\n');
    case 'keras': {
      const lines = kerasNetwork(spec, NO_PENALTY);
      return [`# ${title}`, 'import keras', kerasImports(lines), '', ...lines, 'model.summary()', ''].join('\n');
    }
    case 'pytorch':
      return [
        `# ${title}`,
        'import torch',
        'from torch import nn',
        '',
        ...pytorchNetwork(spec),
        'print(model)',
        'print(sum(p.numel() for p in model.parameters() if p.requires_grad), "parameters")',
        '',
      ].join('\n');
  }
}
