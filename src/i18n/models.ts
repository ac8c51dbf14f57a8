import type { Text } from './text';

/** What is said of a model's file that is loaded, or cannot be. */
export const modelText = {
  refused: { zh: '没有载入，什么都没有改变：{cause}。', en: 'Not loaded, and nothing is changed: {cause}.' },
  large: { zh: '文件有 {size} MB，最多 {most} MB', en: 'the files have {size} MB; at most {most} MB' },
  unzip: { zh: '“{file}”的 gzip 压缩数据损坏或不完整', en: 'the gzip data of "{file}" are damaged or cut off' },
  notModel: {
    zh: '“{file}”不是模型。可以载入的是这个演示保存的 JSON，或 tfjs 的 LayersModel（model.json 连同它的权重文件一起选）',
    en: '"{file}" is no model. What can be loaded is a JSON file that this demo saved, or a tfjs LayersModel (choose model.json together with its weight files)',
  },
  notJson: {
    zh: '“{file}”第 {line} 行第 {column} 列起不是 JSON；文件可能被截断了，请重新保存或下载',
    en: '"{file}" stops being JSON at line {line}, column {column}; it may have been cut off: save or download it again',
  },
  keras: {
    zh: '“{file}”是 Keras 的 {format} 文件；请先用 tensorflowjs_converter 把它转成 LayersModel',
    en: '"{file}" is a {format} file of Keras; make a LayersModel of it first, with tensorflowjs_converter',
  },
  graph: {
    zh: '“{file}”是 GraphModel，没有层；要的是 LayersModel',
    en: '"{file}" is a GraphModel, which has no layers; a LayersModel is needed',
  },
  alone: {
    zh: '“{file}”里只有权重；请和它的 model.json 一起选',
    en: '"{file}" holds weights alone; choose it together with its model.json',
  },
  several: { zh: '选了 {count} 个模型；一次载入一个', en: '{count} models were chosen; load one at a time' },
  version: {
    zh: '它的格式版本是 {version}，这个页面读的是 {known}；请用保存它的那一版打开',
    en: 'its format has version {version}, and this page reads {known}; open it with the version that saved it',
  },
  other: { zh: '它是演示“{demo}”的模型，这里是“{here}”', en: 'it is a model of the demo "{demo}", and this is "{here}"' },
  noDemo: { zh: '它没有写明是哪个演示的模型', en: 'it does not say which demo it is a model of' },
  settings: { zh: '它的设置 values 应为一个对象', en: 'its settings, values, should be an object' },
  setting: { zh: '设置 {name}：{cause}', en: 'setting {name}: {cause}' },
  settingKind: { zh: '应为数、文字、真假值或它们的列表', en: 'it should be a number, a text, true or false, or a list of such' },
  seed: { zh: '种子 {seed} 应为 0 到 4294967295 的整数', en: 'the seed {seed} should be a whole number from 0 to 4294967295' },
  weights: { zh: '它的 weights 应为一个列表', en: 'its weights should be a list' },
  weight: {
    zh: 'weights[{index}] 应有名称 name、形状 shape 和数值 data',
    en: 'weights[{index}] should have a name, a shape and data',
  },
  twice: { zh: '“{name}”出现了两次', en: '"{name}" is there twice' },
  shape: { zh: '“{name}”的形状 {shape} 应由正整数组成', en: 'the shape {shape} of "{name}" should be of whole numbers from 1' },
  length: {
    zh: '“{name}”有 {count} 个数，按形状 {shape} 应有 {wanted} 个',
    en: '"{name}" has {count} numbers; its shape {shape} makes {wanted}',
  },
  number: {
    zh: '“{name}”的第 {index} 个数是 {text}，应为 32 位浮点数能表示的有限数',
    en: 'number {index} of "{name}" is {text}; it should be a finite number that 32 bits can hold',
  },
  lost: {
    zh: '缺少权重文件“{file}”；请和 model.json 一起选',
    en: 'its weight file "{file}" is not there; choose it together with model.json',
  },
  manifest: { zh: '它的权重清单 weightsManifest 读不出来', en: 'its list of weights, weightsManifest, cannot be read' },
  topology: { zh: '它的 modelTopology 里读不出层', en: 'no layers can be read in its modelTopology' },
  type: {
    zh: '“{name}”存为 {type}，应为未量化的 float32',
    en: '"{name}" is kept as {type}; it should be float32, not quantised',
  },
  bytes: {
    zh: '权重文件有 {count} 字节，按清单应有 {wanted} 字节',
    en: 'the weight files have {count} bytes; by their list they should have {wanted}',
  },
  noNetwork: { zh: '这个演示没有可以载入权重的网络', en: 'this demo has no network to load weights into' },
  layers: {
    zh: '文件里带权重的层有 {count} 个（{names}），这个网络有 {wanted} 个（{own}）',
    en: 'the file has {count} layers with weights ({names}), this network {wanted} ({own})',
  },
  layerLacks: {
    zh: '第 {index} 层：文件里的“{name}”没有 {role}，这个网络的“{own}”需要它，形状为 {wanted}',
    en: 'layer {index}: "{name}" in the file has no {role}, which "{own}" of this network needs, with shape {wanted}',
  },
  layerHas: {
    zh: '第 {index} 层：文件里的“{name}”有 {role}，这个网络的“{own}”没有',
    en: 'layer {index}: "{name}" in the file has a {role}, and "{own}" of this network has none',
  },
  layerShape: {
    zh: '第 {index} 层：文件里“{name}”的 {role} 形状为 {given}，这个网络的“{own}”需要 {wanted}',
    en: 'layer {index}: {role} of "{name}" in the file has shape {given}, and "{own}" of this network needs {wanted}',
  },
  outputs: {
    zh: '已保存。文件里的模型有 {count} 个输出，依次为 {names}。',
    en: 'Saved. The model in the file has {count} outputs, in this order: {names}.',
  },
} as const satisfies Record<string, Text>;
