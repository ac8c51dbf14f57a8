import { learningRate } from '../knobs';
import { choice, defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '1×1 卷积，与没有全连接层的结尾', en: 'A 1×1 convolution, and an ending without dense layers' },
  claim: {
    zh: '1×1 卷积就是在每个像素上重复的同一个小全连接层：只混合通道，每个像素都留在原地。接上全局平均池化，结尾的参数从几千个降到几十个，而且笔画挪到从没见过的地方，也照样认得。',
    en: 'A 1×1 convolution is one small dense layer, repeated at every pixel: it mixes channels, and every pixel stays in its place. With global average pooling behind it, the ending needs tens of parameters instead of thousands, and strokes are still recognised where training never had any.',
  },
  chapter: 'modern-cnn',
  seed: 1,
  steps: 300,
  parameters: {
    head: choice({
      label: { zh: '网络的结尾', en: 'how the network ends' },
      help: {
        zh: '分数从哪里来：每类一幅图取平均，还是每个数对每一类各有一个权重。',
        en: 'Where scores come from: the mean of a map for each class, or a weight for each number and class.',
      },
      effect: 'restart',
      prominent: true,
      options: { average: { zh: '全局平均池化', en: 'global average' }, dense: { zh: '全连接层', en: 'dense layer' } },
      value: 'average',
    }),
    places: choice({
      label: { zh: '训练时笔画在哪里', en: 'where strokes lie in training' },
      help: {
        zh: '训练时笔画只许在哪里；“挪动后的准确率”总在右半边测。',
        en: 'Where strokes may lie in training; the accuracy on moved strokes is always taken in the right half.',
      },
      effect: 'restart',
      prominent: true,
      options: { left: { zh: '只在左半边', en: 'left half only' }, anywhere: { zh: '任何地方', en: 'anywhere' } },
      value: 'left',
    }),
    filters: range({
      label: { zh: '3×3 卷积的通道数', en: 'channels of the 3×3 convolution' },
      help: {
        zh: '先有几个 3×3 的核看图；各给出一个通道，交给 1×1 卷积去混合。',
        en: 'How many 3×3 kernels look at the image first; each gives a channel for the 1×1 convolution to mix.',
      },
      effect: 'restart',
      prominent: true,
      min: 1,
      max: 8,
      step: 1,
      scale: 'linear',
      value: 6,
    }),
    channels: range({
      label: { zh: '1×1 卷积的通道数', en: 'channels of the 1×1 convolution' },
      help: {
        zh: '1×1 卷积在每个像素上，把前面的通道混合成几个数。',
        en: 'How many mixtures of the channels before it the 1×1 convolution makes at every pixel.',
      },
      effect: 'restart',
      prominent: true,
      min: 1,
      max: 8,
      step: 1,
      scale: 'linear',
      value: 6,
    }),
    example: range({
      label: { zh: '看哪一幅图', en: 'image looked at' },
      help: {
        zh: '图里走过网络的是哪一幅：横、竖与两条斜线，依次是 1 到 4，都没有训练过。',
        en: 'Which of four unseen images is followed through: strokes across, down, and along either diagonal.',
      },
      effect: 'view',
      prominent: true,
      min: 1,
      max: 4,
      step: 1,
      scale: 'linear',
      value: 3,
    }),
    noise: range({
      label: { zh: '噪声', en: 'noise' },
      help: {
        zh: '给每个像素加上的正态噪声的标准差，训练图与测试图都加。',
        en: 'Standard deviation of what is added to every pixel, in training and in the test alike.',
      },
      effect: 'restart',
      min: 0,
      max: 0.5,
      step: 0.05,
      scale: 'linear',
      value: 0.1,
    }),
    learningRate: learningRate({ min: 1e-4, max: 0.1, value: 0.02 }),
  },
  presets: {
    average: { title: { zh: '平均', en: 'average' }, values: { head: 'average', places: 'left' } },
    dense: { title: { zh: '全连接', en: 'dense' }, values: { head: 'dense', places: 'left' } },
    everywhere: { title: { zh: '全连接，笔画到处都有', en: 'dense, strokes anywhere' }, values: { head: 'dense', places: 'anywhere' } },
  },
  metrics: {
    loss: { label: { zh: '批量损失', en: 'batch loss' }, role: 'neutral', chart: 'loss', format: 'number' },
    testAccuracy: {
      label: { zh: '测试准确率（位置与训练时一样）', en: 'test accuracy, placed as in training' },
      role: 'test',
      chart: 'accuracy',
      format: 'percent',
    },
    movedAccuracy: {
      label: { zh: '挪动后的准确率（在右半边）', en: 'accuracy on moved strokes, in the right half' },
      role: 'train',
      chart: 'accuracy',
      format: 'percent',
    },
  },
  views: [{ view: 'own', title: { zh: '一个像素上的计算', en: 'What happens at one pixel' }, place: 'main' }],
});
