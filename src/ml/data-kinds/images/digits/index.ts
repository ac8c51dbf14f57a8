import { at } from '../../../../base/at';
import type { Random } from '../../../random';
import { IMAGE_SHAPES } from '../program';
import { emptyImages, type ImageSet } from '../image-set';
import { centred, DIGIT_SIDE } from '../../../pen/centred';
import { handOf, written } from './hand';
import { strokesOf } from './path';
import { rendered } from '../../../pen/render';
import { STYLES, type Style } from './styles';

/** The digit's larger side before centring, in pixels, and the sheet it is written on. */
const BOX = 20;
const SHEET = 28;

/** One of a digit's styles, as often as it is met. */
export function styleOf(digit: number, random: Random): Style {
  const styles = STYLES[digit];
  if (styles === undefined) throw new Error(`there is no digit ${digit}; there are 0 to ${STYLES.length - 1}`);
  let left = random.uniform() * styles.reduce((sum, { weight }) => sum + weight, 0);
  for (const style of styles) {
    left -= style.weight;
    if (left < 0) return style;
  }
  return at(styles, -1);
}

/**
 * Writes one digit as some hand would.
 * @returns 28 x 28 grey values, 0 (paper) to 1 (ink): the digit fills a box of 20 x 20, its centre of mass in the middle.
 */
export function writeDigit(digit: number, random: Random, style = styleOf(digit, random)): Float32Array {
  const hand = handOf(random);
  const inked = written(strokesOf(style.path, random), hand, random, BOX, SHEET);
  const sheet = rendered(inked, SHEET, hand.softness);
  for (let i = 0; i < sheet.length; i++) {
    const value = (sheet[i] ?? 0) * hand.darkness;
    sheet[i] = value <= 0 ? 0 : Math.max(0, Math.min(1, value + hand.grain * (random.uniform() - 0.5)));
  }
  return centred(sheet, SHEET);
}

/** Handwritten-like digits in the format of MNIST, each class as likely as the others. */
export function digits(random: Random, count: number): ImageSet {
  const set = emptyImages(IMAGE_SHAPES.digits, count);
  for (let i = 0; i < count; i++) {
    const digit = random.integer(10);
    set.labels[i] = digit;
    set.images.set(writeDigit(digit, random), i * DIGIT_SIDE * DIGIT_SIDE);
  }
  return set;
}
