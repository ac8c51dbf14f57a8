import { require, type Claim } from '../proof';

const SEEDS = [1, 2, 3];
const QUATRAINS = { corpus: 'quatrains', length: 25, symbols: 1000, prompt: '春', temperature: 0.7 };

const claims: readonly Claim[] = [
  {
    claim:
      'English, 200 steps, seeds 1 to 3: held-out text takes at most 0.97 of the bits of a table of three letters, and more than a table of four or five',
    async check(lab) {
      for (const seed of SEEDS) {
        const { bits = NaN, table3 = NaN, table4 = NaN, table5 = NaN } = (await lab.run({ seed, steps: 200 })).metrics;
        require(bits <= 0.97 * table3, `seed ${seed}: ${bits} bits, a table of three letters ${table3}`);
        require(bits > Math.max(table4, table5), `seed ${seed}: ${bits} bits, tables of four and five letters ${table4} and ${table5}`);
      }
    },
  },
  {
    claim:
      'quatrains, 150 steps, seeds 1 to 3: at most 0.99 of the bits of the best table, of which marks take at most 0.2 a piece; a unit goes with the place in the line (|r| at least 0.8); the same draw writes the same text, and □ is never written',
    async check(lab) {
      for (const seed of SEEDS) {
        const asks = [1, 1, 2].map((draw) => ({ question: 'writing', values: { ...QUATRAINS, draw } }));
        const { metrics, arrays, answers } = await lab.run({ values: QUATRAINS, seed, steps: 150, asks });
        const best = Math.min(...[1, 2, 3, 4, 5].map((n) => metrics[`table${n}`] ?? NaN));
        const { bits = NaN, markBits = NaN } = metrics;
        require(bits <= 0.99 * best, `seed ${seed}: ${bits} bits, the best table ${best}`);
        require(markBits <= 0.2, `seed ${seed}: ${markBits} bits for a mark`);
        const correlation = Math.abs(Number(arrays['correlation']?.data[0]));
        require(correlation >= 0.8, `seed ${seed}: correlation with the place in the line ${correlation}`);
        const [one, again, other] = answers.map(({ texts }) => Array.from(texts?.data ?? []));
        require(one !== undefined && one.length > 0 && one.join() === again?.join(), `seed ${seed}: the same draw writes two texts`);
        require(one.join() !== other?.join(), `seed ${seed}: two draws write one text`);
        require(!one.includes(0), `seed ${seed}: □ was written`);
      }
    },
  },
];
export default claims;
