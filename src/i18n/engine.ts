import type { Text } from './text';

/** What the engine has to say to a reader. */
export const engineText = {
  backendNotThere: { zh: '这个浏览器没有它', en: 'this browser does not have it' },
  notCompiled: { zh: '这个模型编译不了：{cause}', en: 'this model cannot be compiled: {cause}' },
  backendFailed: { zh: '启动失败', en: 'it did not start' },
  cannotRun: { zh: '不能运行这个模型（{cause}）', en: 'it cannot run this model ({cause})' },
  noBackend: { zh: '没有一个后端能运行这个演示：{causes}', en: 'no backend can run this demo: {causes}' },
  noModel: { zh: '没有名为“{demo}”的演示', en: 'there is no demo "{demo}"' },
  noQuestion: { zh: '这个模型不回答“{question}”', en: 'this model has no question "{question}"' },
  failed: { zh: '“{demo}”在{where}出错：{cause}', en: '"{demo}" failed in {where}: {cause}' },
  whileBuilding: { zh: '构建模型时', en: 'building the model' },
  whileTraining: { zh: '训练第 {step} 步时', en: 'step {step}' },
  contextLost: { zh: 'WebGL 上下文丢失', en: 'the WebGL context was lost' },
  goesOn: {
    zh: '{backend} 不可用了（{cause}）；已从第 {step} 步的快照用另一个后端继续。',
    en: '{backend} is gone ({cause}); going on with another backend from the snapshot at step {step}.',
  },
  usesOther: { zh: '{backend} 用不了（{cause}）；改用 {other}。', en: '{backend} cannot be used ({cause}); using {other} instead.' },
  cancelled: { zh: '已取消。需要时会重新开始准备。', en: 'Cancelled. It will be made again when you next use it.' },
  startedAnew: { zh: '这次训练已被取消', en: 'the run was given up meanwhile' },
  workerCrashed: {
    zh: '后台线程意外停止；已从第 {step} 步的快照恢复。',
    en: 'The background thread stopped unexpectedly; restored from the snapshot at step {step}.',
  },
  workerCrashedAgain: {
    zh: '后台线程又停止了。可以改用另一个后端，或重新开始。',
    en: 'The background thread stopped again. Try another backend, or start anew.',
  },
  workerNotLoaded: {
    zh: '训练引擎没能载入（也许断网了）。',
    en: 'The training engine could not be loaded (offline, perhaps).',
  },
  noWeight: { zh: '没有名为“{name}”的权重', en: 'there is no weight "{name}"' },
  noElement: { zh: '“{name}”只有 {count} 个数，没有第 {index} 个', en: '"{name}" has {count} elements; there is no element {index}' },
  noLayer: { zh: '没有名为“{name}”、带权重的层', en: 'there is no layer "{name}" with weights' },
  noUnit: {
    zh: '“{name}”的第 {unit} 个单元不存在，或者关不掉',
    en: '"{name}" has no unit {unit}, or none that can be switched off',
  },
  noFresh: { zh: '“{name}”没有可以重新抽取的初始权重', en: '"{name}" has no initial weights that could be drawn anew' },
  wasmTrapped: { zh: '它的程序出错中止，多半是内存不够', en: 'its program trapped, most likely out of memory' },
  skipped: {
    zh: '有 {count} 处改动不适合这个网络，已忽略：{cause}',
    en: '{count} changes do not fit this network and were left out: {cause}',
  },
  snapshotMisfit: { zh: '快照不适合这个网络：“{name}”', en: 'the snapshot does not fit this network: "{name}"' },
  wrongShape: {
    zh: '“{name}”的形状是 {given}，这个网络需要 {wanted}',
    en: '"{name}" has shape {given}; this network needs {wanted}',
  },
  missingWeight: { zh: '文件里没有“{name}”', en: 'the file lacks "{name}"' },
  noNetwork: { zh: '这个演示没有可以保存的网络', en: 'this demo has no network to save' },
  groupsNotInKeras: {
    zh: '“{layer}”是分组卷积，tfjs 的 LayersModel 里没有这种层',
    en: '"{layer}" is a convolution in groups, which a tfjs LayersModel does not have',
  },
  paddingNotInKeras: {
    zh: '“{layer}”的填充，tfjs 的 LayersModel 表达不了',
    en: 'a tfjs LayersModel has no word for the padding of "{layer}"',
  },
  optionsNotInKeras: {
    zh: 'LayersModel 表达不了“{layer}”的这些选项',
    en: 'a LayersModel has no word for the options of "{layer}"',
  },
  notInKeras: { zh: 'LayersModel 里没有“{layer}”这种层', en: 'a LayersModel has no layer "{layer}"' },
  causeRate: {
    zh: '学习率过大，每一步都越过谷底，而且越走越远',
    en: 'the learning rate is too large: each step overshoots, and further each time',
  },
  causeScale: { zh: '初始权重过大，信号逐层放大', en: 'the initial weights are too large: the signal grows from layer to layer' },
  causeUnbounded: { zh: '激活函数没有上界，输出可以无限增长', en: 'the activation has no upper bound, so outputs can grow without limit' },
  causeSuddenJump: {
    zh: '上一步还很小：一次更新就跳出了可表示的范围',
    en: 'one step earlier it was still small: a single update left the representable range',
  },
  causeNoValue: {
    zh: '表达式在变量现在的位置上没有值：例如负数的对数或平方根，或者除以零',
    en: 'the formula has no value where its variables stand: the logarithm or root of a negative number, say, or a division by zero',
  },
  remedyMove: {
    zh: '移动变量：拖动图上的圆点，或者改它们的初始值',
    en: 'move the variables: drag their dots in the picture, or change the values they start from',
  },
  remedyRate: { zh: '把学习率减小到十分之一', en: 'make the learning rate ten times smaller' },
  remedyClip: { zh: '裁剪梯度范数（例如 1）', en: 'clip the norm of the gradient (at 1, say)' },
  remedyInit: { zh: '换用 Xavier 或 He 初始化', en: 'initialise with Xavier or He' },
  remedyOptimiser: { zh: '换用 Adam，它的步长有界', en: 'use Adam, whose steps are bounded' },
} as const satisfies Record<string, Text>;
