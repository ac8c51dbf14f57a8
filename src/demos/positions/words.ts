import type { Text } from '../../i18n/text';

/** Words of this demo's own picture. */
export const positionsText = {
  title: { zh: '对调两个符号', en: 'Two symbols change places' },
  press: { zh: '按一个位置，与上次按的对调', en: 'press a place: it is exchanged with the last one' },
  given: { zh: '原来', en: 'given' },
  moved: { zh: '对调后', en: 'moved' },
  answer: { zh: '回答', en: 'answer' },
  same: { zh: '= 回答跟着符号走，一点没变', en: '= the answer went along unchanged' },
  differ: { zh: '≠ 回答变了', en: '≠ it has changed' },
  place: { zh: '位置', en: 'place' },
  symbol: { zh: '符号', en: 'symbol' },
  difference: { zh: '与跟着走的差', en: 'difference to what went along' },
  now: {
    zh: '第 {step} 步：第 {first} 处与第 {second} 处对调，{same} 处的回答跟着符号走，{changed} 处变了；原来答对 {right} 处，共 {places} 处。',
    en: 'Step {step}: places {first} and {second} are exchanged; the answers of {same} places have gone along with their symbols, {changed} have changed; before, {right} of {places} were right.',
  },
  keys: { zh: '左右方向键换位置', en: 'left and right arrow keys move' },
} as const satisfies Readonly<Record<string, Text>>;
