/** What is said of a prediction when its run is known. */
import { atOr } from '../../base/at';
import { predictText } from '../../i18n/predict';
import { fill, type Lang } from '../../i18n/text';
import type { Guess, KeptCurve } from './predictions';
import type { Question } from './question';
import { letterOf, lies, readStretches } from './stretches';
import { written } from './written';

/** The place of the answer in which a run's number lies; -1 where none holds it. */
export function rightAnswer({ answers }: Pick<Question, 'answers'>, number: number): number {
  const read = readStretches(answers ?? '');
  return 'stretches' in read ? read.stretches.findIndex((stretch) => lies(number, stretch)) : -1;
}

/** The guess beside what the run gave, in a sentence. */
export function saidOf(question: Question, guess: Guess, result: number | KeptCurve, lang: Lang): string {
  const say = (value: number): string => written(value, question.percent ?? false, lang);
  if (typeof result !== 'number') {
    const heights = typeof guess === 'number' ? [] : guess;
    const least = Math.min(...result.y);
    return fill(predictText.curves[lang], {
      first: say(result.y[0] ?? NaN),
      least: say(least),
      step: atOr(result.at, result.y.indexOf(least), NaN),
      last: say(result.y.at(-1) ?? NaN),
      firstGuess: say(heights[0] ?? NaN),
      lastGuess: say(heights.at(-1) ?? NaN),
    });
  }
  if (question.kind === 'choice') {
    const right = rightAnswer(question, result);
    const words = { number: say(result), guess: letterOf(Number(guess)), answer: letterOf(right) };
    return fill(predictText[right === -1 ? 'noAnswer' : right === guess ? 'right' : 'wrong'][lang], words);
  }
  const [low, high] = question.axis ?? [-Infinity, Infinity];
  const beyond = result < low || result > high ? `${lang === 'en' ? ' ' : ''}${predictText.beyond[lang]}` : '';
  return fill(predictText.values[lang], { guess: say(Number(guess)), number: say(result) }) + beyond;
}
