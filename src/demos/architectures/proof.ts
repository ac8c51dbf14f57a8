import { require, type Claim } from '../proof';
import { isPublished, publishedOf, type Part, type Published } from './published';
import { PUBLISHED } from './published-counts';

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
