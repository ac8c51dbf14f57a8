import type { Text } from './text';

/** What is said of the reader's own points where they are painted, pasted and used. */
export const dataText = {
  paint: { zh: '画点：', en: 'Paint points:' },
  paintOff: { zh: '不画', en: 'off' },
  paintOn: { zh: '画', en: 'on' },
  paintErase: { zh: '擦除', en: 'erase' },
  draw: { zh: '在图上画函数', en: 'Draw a function in the picture' },
  emptyPlane: { zh: '清空平面', en: 'Empty plane' },
  builtIn: { zh: '回到内置数据', en: 'Back to the built-in data' },
  loading: { zh: '正在载入……', en: 'Loading …' },
  notLoaded: { zh: '没能载入（可能离线）；请关上再打开。', en: 'It could not be loaded (offline, perhaps); close and open it again.' },
  nothingToLearn: {
    zh: '平面是空的，没有可学的；请先在图上画点，或回到内置数据。',
    en: 'The plane is empty, so there is nothing to learn: paint points in the picture first, or go back to the built-in data.',
  },
} as const satisfies Record<string, Text>;

/** The same, in the folded part that is loaded when it is opened. */
export const dataPanelText = {
  paintHelp: {
    zh: '也可以直接在图上画：在图上方的“画点”里选好标签，点击添点；选“擦除”或按住 Shift 点击删点。键盘：方向键移动，回车添，退格删。',
    en: 'Points can also be painted: choose a label at “Paint points” above the picture; a click adds a point, and with “erase”, or with Shift, removes one. Keyboard: arrows move, Enter adds, Backspace removes.',
  },
  drawHelp: {
    zh: '也可以直接画：把图上方的“在图上画函数”打开，在图上拖动。',
    en: 'A function can also be drawn: switch on “Draw a function in the picture” above it, and drag in the picture.',
  },
  csv: { zh: '粘贴 CSV，或把文件拖进来', en: 'Paste CSV here, or drop a file' },
  csvHelp: {
    zh: '每行一个点：{columns}。图上显示的范围：{ranges}。首行可以是列名；用逗号、分号、制表符或空格分列，小数点用点或逗号都行。',
    en: 'One point a line: {columns}. The picture shows {ranges}. The first line may name the columns; commas, semicolons, tabs or spaces divide them, and decimals may have a point or a comma.',
  },
  range: { zh: '{column} 从 {from} 到 {to}', en: '{column} from {from} to {to}' },
  csvLabels: {
    zh: '标签 −1 和 +1 或 0 和 1 是两类，0 到 7 的整数是各类，词也是类别；其他数按回归处理。',
    en: 'Labels −1 and +1, or 0 and 1, are two classes; whole numbers from 0 to 7 are classes, and so are words; other numbers make it a regression.',
  },
  use: { zh: '使用这些数据', en: 'Use these data' },
  chooseFile: { zh: '选择文件', en: 'Choose a file' },
  kept: { zh: '没有改动已有的数据。', en: 'What was there is kept.' },
  inUse: { zh: '正在使用你的 {count} 个点{kind}。', en: 'Your {count} {count:point is|points are} in use{kind}.' },
  twoClasses: { zh: '：两类', en: ', of two classes' },
  classes: { zh: '：{classes} 类', en: ', of {classes} classes' },
  values: { zh: '：标签是数值，按回归处理', en: ', their labels values: a regression' },
  allLearnt: { zh: '全部用来训练。', en: 'All are learned from.' },
  split: {
    zh: '{train} 个用来训练（实心），{test} 个留作测试（带深色边，略小）；“训练集比例”决定各占多少。',
    en: '{train} {train:is|are} learned from, {test} held out for testing (drawn smaller, with a dark rim); “share for training” says how many.',
  },
  outside: {
    zh: '其中 {count} 个在图的范围之外，看不到；可以换个单位，把数缩小。',
    en: '{count} of them {count:lies|lie} outside the picture and cannot be seen; another unit would bring {count:it|them} in.',
  },
  empty: { zh: '平面是空的：在图上点击，就添一个点。', en: 'The plane is empty: a click in the picture adds a point.' },
  named: { zh: '{label} = {name}', en: '{label} = {name}' },
  names: { zh: '类别：{names}。', en: 'Classes: {names}.' },
} as const satisfies Record<string, Text>;
