/**
 * Small coloured pictures of shapes and textures, made from random numbers: each with a place, size, turn, colours, light, specks and
 * noise of its own, so that neither colour nor place tells the class; what is drawn is brighter than its ground.
 */
import { at } from '../../../base/at';
import type { Random } from '../../random';
import { IMAGE_SHAPES } from './program';
import { emptyImages, type ImageGenerator } from './image-set';
import { outsideOf, SHAPE_NAMES, TEXTURE_NAMES, type ShapeName } from './shape-outlines';

/** Classes in the order of their labels. */
export const SHAPE_CLASSES: readonly ShapeName[] = [...SHAPE_NAMES, ...TEXTURE_NAMES];

const { width: SIDE, channels: CHANNELS } = IMAGE_SHAPES.shapes;
/** Largest change of a channel by noise, and most specks a picture. */
const NOISE = 0.07;
const SPECKS = 3;

type Colour = readonly [number, number, number];

const between = (random: Random, low: number, high: number): number => low + (high - low) * random.uniform();

function colourBetween(random: Random, low: number, high: number): Colour {
  return [between(random, low, high), between(random, low, high), between(random, low, high)];
}

/** How much of a pixel the figure covers, 0 to 1, by its centre. */
type Coverage = (x: number, y: number) => number;

/** A shape lies whole or nearly whole in the picture, about upright; a texture fills it, turned and shifted anyhow. */
function figure(name: ShapeName, random: Random): Coverage {
  const textured = TEXTURE_NAMES.some((one) => one === name);
  const scale = between(random, 4.5, 7);
  const room = textured ? SIDE / 2 : SIDE / 2 + 1 - scale;
  const [centreX, centreY] = [SIDE / 2 + between(random, -room, room), SIDE / 2 + between(random, -room, room)];
  const turn = textured ? between(random, 0, 2 * Math.PI) : between(random, -0.4, 0.4);
  const softness = between(random, 0.6, 1.5) / scale;
  const [cos, sin] = [Math.cos(turn) / scale, Math.sin(turn) / scale];
  return (x, y) => {
    const [dx, dy] = [x - centreX, y - centreY];
    return Math.min(1, Math.max(0, 0.5 - outsideOf(name, cos * dx + sin * dy, cos * dy - sin * dx) / softness));
  };
}

/** Light that changes along a direction; 1 in the middle of the picture. */
function lighting(random: Random): Coverage {
  const slope = between(random, 0, 0.03);
  const turn = between(random, 0, 2 * Math.PI);
  const [right, down] = [slope * Math.cos(turn), slope * Math.sin(turn)];
  return (x, y) => 1 + right * (x - SIDE / 2) + down * (y - SIDE / 2);
}

interface Speck {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: Colour;
}

function specks(random: Random): Speck[] {
  return Array.from({ length: random.integer(SPECKS + 1) }, () => ({
    x: between(random, 0, SIDE),
    y: between(random, 0, SIDE),
    radius: between(random, 0.7, 1.2),
    colour: colourBetween(random, 0, 1),
  }));
}

/** Fills one picture, rows of pixels of three channels, from 0 to 1. */
function paint(pixels: Float32Array, name: ShapeName, random: Random): void {
  const ink = colourBetween(random, 0.5, 1);
  const paper = colourBetween(random, 0, 0.35);
  const covered = figure(name, random);
  const light = lighting(random);
  const clutter = specks(random);
  let next = 0;
  for (let y = 0.5; y < SIDE; y++) {
    for (let x = 0.5; x < SIDE; x++) {
      const share = covered(x, y);
      const bright = light(x, y);
      const speck = clutter.find((one) => (x - one.x) ** 2 + (y - one.y) ** 2 < one.radius ** 2);
      for (let channel = 0; channel < CHANNELS; channel++) {
        const clean = speck === undefined ? share * at(ink, channel) + (1 - share) * at(paper, channel) : at(speck.colour, channel);
        pixels[next++] = Math.min(1, Math.max(0, clean * bright + between(random, -NOISE, NOISE)));
      }
    }
  }
}

/** Draws `count` pictures of classes drawn alike, each from a stream of its own. */
export const shapeImages: ImageGenerator = (random, count) => {
  const set = emptyImages(IMAGE_SHAPES.shapes, count);
  const size = SIDE * SIDE * CHANNELS;
  for (let i = 0; i < count; i++) {
    const stream = random.fork(i);
    const label = stream.integer(SHAPE_CLASSES.length);
    set.labels[i] = label;
    paint(set.images.subarray(i * size, (i + 1) * size), at(SHAPE_CLASSES, label), stream);
  }
  return set;
};
