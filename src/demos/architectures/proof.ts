import { require, type Claim } from '../proof';
import { isPublished, publishedOf, type Part, type Published } from './published';

/**
 * Published parameters, and billions of multiply-adds of one image (convolutions and dense layers) where they are published.
 * torchvision: `num_params` and `_ops` of the weights at docs.pytorch.org/vision/stable/models; googlenet likewise. LeNet: Dive into
 * Deep Learning, section 7.6, and LeCun et al. 1998, section II.B. AlexNet and GoogLeNet as in their papers: Netscope's analyses of
 * BVLC's Caffe models. NiN: the authors' Caffe model, layer by layer, and github.com/osmr/imgclsmob for CIFAR-10.
 */
const PUBLISHED: Readonly<Record<string, readonly [parameters: number, billions?: number]>> = {
  lenet: [61_706],
  'lenet-1998': [60_000],
  alexnet: [61_100_840, 0.714],
  'alexnet-2012': [60_965_224, 0.724],
  'vgg-11': [132_863_336, 7.609],
  'vgg-11-bn': [132_868_840, 7.609],
  'vgg-13': [133_047_848, 11.308],
  'vgg-13-bn': [133_053_736, 11.308],
  'vgg-16': [138_357_544, 15.47],
  'vgg-16-bn': [138_365_992, 15.47],
  'vgg-19': [143_667_240, 19.632],
  'vgg-19-bn': [143_678_248, 19.632],
  nin: [7_595_176],
  'nin-cifar': [966_986],
  googlenet: [6_624_904, 1.498],
  'googlenet-2014': [6_998_552],
  'resnet-18': [11_689_512, 1.814],
  'resnet-34': [21_797_672, 3.664],
  'resnet-50': [25_557_032, 4.089],
  'resnet-101': [44_549_160, 7.801],
  'resnet-152': [60_192_808, 11.514],
  'densenet-121': [7_978_856, 2.834],
  'densenet-161': [28_681_000, 7.728],
  'densenet-169': [14_149_480, 3.36],
  'densenet-201': [20_013_928, 4.291],
};

function shown(architecture: string): Published {
  const network = publishedOf({ architecture });
  if (network === undefined || !isPublished(network)) throw new Error(`"${architecture}" is not shown`);
  return network;
}

/** Every layer of some parts. */
function layersOf(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => (part.parts.length === 0 ? [part] : layersOf(part.parts)));
}

/** A sum over the layers of some kinds. */
function sumOver(network: Published, kinds: readonly string[], of: (part: Part) => number): number {
  return layersOf(network.parts).reduce((sum, part) => sum + (kinds.includes(part.node?.layer ?? '') ? of(part) : 0), 0);
}

const claims: readonly Claim[] = [
  {
    claim: 'every network that is shown has exactly the published parameters, in its total and added up over the rows',
    check() {
      for (const [name, [parameters]] of Object.entries(PUBLISHED)) {
        const network = shown(name);
        const rows = network.parts.reduce((sum, part) => sum + part.parameters, 0);
        require(network.parameters === parameters &&
          rows === parameters, `${name}: ${network.parameters}, in rows ${rows}, not ${parameters}`);
      }
      return Promise.resolve();
    },
  },
  {
    claim: 'their convolutions and dense layers take the published multiply-adds, to a thousandth of a billion',
    check() {
      for (const [name, [, billions]] of Object.entries(PUBLISHED)) {
        if (billions === undefined) continue;
        const counted = sumOver(shown(name), ['conv2d', 'dense'], ({ multiplyAdds }) => multiplyAdds) / 1e9;
        require(Math.abs(counted - billions) < 5.1e-4, `${name}: ${counted}, not ${billions}`);
      }
      return Promise.resolve();
    },
  },
  {
    // Counted: 89.4 % of the parameters and 0.8 % of the multiply-adds.
    claim: 'nine tenths of VGG-16’s parameters lie in dense layers, and hardly any of its multiply-adds',
    check() {
      const network = shown('vgg-16');
      const share = (of: (part: Part) => number, all: number): number => sumOver(network, ['dense'], of) / all;
      const parameters = share((part) => part.parameters, network.parameters);
      const work = share((part) => part.multiplyAdds, network.multiplyAdds);
      require(parameters > 0.89 && parameters < 0.91 && work < 0.01, `${parameters} of the parameters, ${work} of the work`);
      return Promise.resolve();
    },
  },
  {
    // Measured after 100 steps, seeds 1 to 3: losses 1.388, 1.388, 1.385 and accuracies of 25 % without batch norm; 0.82, 0.81, 0.76 and
    // 50 % with it.
    claim: 'after 100 steps the miniature of VGG-19 guesses (its loss within 0.02 of ln 4), and with batch norm it is below 1',
    async check(lab) {
      for (const seed of [1, 2]) {
        const [plain, normed] = [
          await lab.run({ values: { architecture: 'vgg-19' }, seed, steps: 100 }),
          await lab.run({ values: { architecture: 'vgg-19-bn' }, seed, steps: 100 }),
        ];
        const [without, withNorm] = [plain.loss.at(-1) ?? NaN, normed.loss.at(-1) ?? NaN];
        require(Math.abs(without - Math.log(4)) < 0.02 && withNorm < 1, `seed ${seed}: ${without} without, ${withNorm} with`);
      }
    },
  },
];
export default claims;
