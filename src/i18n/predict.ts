import type { Text } from './text';

/** What a prediction says: how to commit to one, what the run gave, and what is kept of both. */
export const predictText = {
  choose: { zh: '选一个答案', en: 'Choose an answer' },
  place: { zh: '你猜的值', en: 'Your guess' },
  placeHow: { zh: '点一下或拖动横轴上的标记，也可以直接填数。', en: 'Touch or drag along the axis, or type a number.' },
  drawHow: {
    zh: '从左到右画出你预料的曲线。用键盘时，上下键抬笔落笔的高度，左右键往前往后画。',
    en: 'Draw the curve that you expect, from left to right. By keyboard: up and down set the height, left and right draw on.',
  },
  drawn: { zh: '你画的曲线', en: 'Your curve' },
  drawAnew: { zh: '重画', en: 'Draw anew' },
  notDrawn: { zh: '第 {step} 步，还没有画', en: 'step {step}, not drawn yet' },
  penAt: { zh: '第 {step} 步，{value}', en: 'step {step}, {value}' },
  notPlaced: { zh: '还没有放', en: 'not placed yet' },
  commit: { zh: '就这么猜', en: 'That is my guess' },
  needsChoice: { zh: '先选一个答案。', en: 'Choose an answer first.' },
  needsPlace: { zh: '先在横轴上放一个值。', en: 'Place a value on the axis first.' },
  needsCurve: { zh: '先画出一条曲线。', en: 'Draw a curve first.' },
  committed: { zh: '猜测已记下，训练还没有开始。', en: 'Your guess is kept. The run has not begun.' },
  show: { zh: '训练，揭晓', en: 'Train it and show me' },
  training: { zh: '正在训练：第 {step} 步，共 {steps} 步', en: 'Training: step {step} of {steps}' },
  preparing: { zh: '正在准备……', en: 'Preparing …' },
  cancel: { zh: '取消', en: 'Cancel' },
  cancelled: { zh: '训练取消了，猜测还在。', en: 'The run was cancelled. Your guess is still here.' },
  again: { zh: '重新猜', en: 'Guess again' },
  right: { zh: '猜对了：训练给出的是 {number}。', en: 'You were right: the run gives {number}.' },
  wrong: {
    zh: '你选的是 {guess}；训练给出的是 {number}，答案是 {answer}。',
    en: 'You chose {guess}; the run gives {number}, which is answer {answer}.',
  },
  noAnswer: {
    zh: '训练给出的是 {number}，不在任何一个答案里：这台机器用的后端舍入不同。',
    en: 'The run gives {number}, which none of the answers holds: the backend of this machine rounds differently.',
  },
  values: { zh: '你猜 {guess}，训练给出的是 {number}。', en: 'You guessed {guess}; the run gives {number}.' },
  beyond: { zh: '横轴容不下它。', en: 'It lies beyond the axis.' },
  curves: {
    zh: '训练的曲线从 {first} 开始，第 {step} 步最低，为 {least}，最后是 {last}；你画的从 {firstGuess} 到 {lastGuess}。',
    en: 'The run begins at {first}, is lowest at step {step} with {least}, and ends at {last}; your curve goes from {firstGuess} to {lastGuess}.',
  },
  yours: { zh: '你猜的', en: 'your guess' },
  theRun: { zh: '训练的结果', en: 'the run' },
  yourChoice: { zh: '你选的', en: 'your choice' },
  theAnswer: { zh: '训练给出的答案', en: 'what the run gives' },
  steps: { zh: '训练步数', en: 'training step' },
  failed: { zh: '这次训练没能完成：{cause}', en: 'The run could not be carried out: {cause}' },
  brokeOff: { zh: '第 {step} 步之后，数值不再有限。', en: 'After step {step} its numbers were no longer finite.' },
  notLoaded: {
    zh: '没能载入（可能断网了）。猜测还在，再按一次会重新尝试。',
    en: 'It could not be loaded (offline, perhaps). Your guess is still here; press once more to try again.',
  },
  notStored: {
    zh: '浏览器不允许存储，猜测只保留到关闭这个页面为止。',
    en: 'This browser stores nothing: your guess lasts until the page is closed.',
  },
} as const satisfies Record<string, Text>;
