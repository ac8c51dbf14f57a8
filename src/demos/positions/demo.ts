import { learningRate } from '../knobs';
import { choice, defineDemo, range, type RangeParameter } from '../declaration';
import type { Text } from '../../i18n/text';

/** One of the two places that are exchanged. */
function exchangedPlace(label: Text, value: number): RangeParameter {
  return range({
    label,
    help: {
      zh: '图中序列的哪两个位置对调；在图上按一个位置也行。',
      en: 'Which two places of the sequence in the picture change places; pressing a place there does it, too.',
    },
    effect: 'ask',
    prominent: true,
    min: 1,
    max: 10,
    step: 1,
    scale: 'linear',
    value,
  });
}

export default defineDemo({
  title: { zh: '没有位置的词袋', en: 'A bag of words, and positions' },
  claim: {
    zh: '不告诉它位置，自注意力就是个词袋：调换输入，输出只跟着调换，一点也不差；前一个是什么，它再怎么学也只能猜。给每个位置一个向量，或者按位置把查询和键转一个角度，就全对了。',
    en: 'Without positions, self-attention sees a bag of words: exchange two inputs and the outputs change places with them, exactly, so that it can only guess what stands before a symbol. Add a vector for each place, or turn queries and keys by an angle, and all is right.',
  },
  chapter: 'attention',
  seed: 1,
  steps: 200,
  reference: 'compiled',
  parameters: {
    positions: choice({
      label: { zh: '位置', en: 'positions' },
      help: {
        zh: '学来的和正弦的，是加在每个位置上的向量；旋转的不加什么，按位置转动查询和键。',
        en: 'Learned and sinusoidal ones are vectors added at each place; rotary ones add nothing and turn queries and keys by their place.',
      },
      effect: 'restart',
      prominent: true,
      options: {
        none: { zh: '没有', en: 'none' },
        learned: { zh: '学来的', en: 'learned' },
        sinusoidal: { zh: '正弦', en: 'sinusoidal' },
        rotary: { zh: '旋转', en: 'rotary' },
      },
      value: 'none',
    }),
    task: choice({
      label: { zh: '每处要答', en: 'asked at each place' },
      help: {
        zh: '前一个，是离自己多远的事（第一个的前面是最后一个）；倒数同一位，要知道自己在哪里。',
        en: 'The one before is a matter of distance (before the first comes the last); the same place from the end, one of where one stands.',
      },
      effect: 'restart',
      prominent: true,
      options: { back: { zh: '前一个', en: 'the one before' }, reverse: { zh: '倒数同一位', en: 'the same from the end' } },
      value: 'back',
    }),
    first: exchangedPlace({ zh: '对调：这个位置', en: 'exchange: this place' }, 3),
    second: exchangedPlace({ zh: '与这个位置', en: 'with this one' }, 8),
    learningRate: learningRate({ min: 1e-3, max: 0.1, value: 0.01 }),
  },
  presets: {
    none: { title: { zh: '没有位置', en: 'no positions' }, values: { positions: 'none', task: 'back' } },
    learned: { title: { zh: '学来的', en: 'learned' }, values: { positions: 'learned', task: 'back' } },
    sinusoidal: { title: { zh: '正弦', en: 'sinusoidal' }, values: { positions: 'sinusoidal', task: 'back' } },
    rotary: { title: { zh: '旋转', en: 'rotary' }, values: { positions: 'rotary', task: 'back' } },
    rotaryReverse: { title: { zh: '旋转，倒数同一位', en: 'rotary, from the end' }, values: { positions: 'rotary', task: 'reverse' } },
  },
  metrics: {
    loss: { label: { zh: '批量损失', en: 'batch loss' }, role: 'neutral', chart: 'loss', format: 'number' },
    testLoss: { label: { zh: '测试损失', en: 'test loss' }, role: 'test', chart: 'loss', format: 'number' },
    testAccuracy: { label: { zh: '测试准确率', en: 'test accuracy' }, role: 'test', chart: 'accuracy', format: 'percent' },
    bagAccuracy: { label: { zh: '词袋至多', en: 'best for a bag' }, role: 'neutral', chart: 'accuracy', format: 'percent' },
    permutedDifference: { label: { zh: '换序后的差', en: 'difference when permuted' }, role: 'neutral', chart: 'none', format: 'number' },
  },
  asks: ['exchange'],
  views: [
    { view: 'own', title: { zh: '对调两个符号', en: 'Two symbols change places' }, place: 'main' },
    {
      view: 'heat-matrix',
      title: { zh: '平均看谁', en: 'Who looks at whom, on the mean' },
      place: 'side',
      options: { matrix: 'looks', rowLabel: 'query', columnLabel: 'key', largest: 1 },
    },
    {
      view: 'heat-matrix',
      title: { zh: '位置有多像', en: 'How alike places are' },
      place: 'side',
      options: { matrix: 'alike', rowLabel: 'position', columnLabel: 'position', largest: 1 },
    },
  ],
});
