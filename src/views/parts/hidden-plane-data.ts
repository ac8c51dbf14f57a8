/** What the picture of a hidden layer is made from: the network's weights as functions, the points, and how answers are coloured. */
import { at } from '../../base/at';
import { hiddenPlaneText } from '../../i18n/hidden-plane';
import { fill, type Lang } from '../../i18n/text';
import { chainValues } from '../../ml/blueprint/chain-values';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';
import { featuresOf } from '../../ml/data-kinds/planar/features';
import type { ViewArray } from '../view';
import { canBeDrawn, stopsOf, type Stop } from './hidden-stops';
import { pointsOf, type Point } from './points';
import { isRightSide } from './right-counts';
import { short } from './ramp';

export interface HiddenPlaneData {
  readonly step: number;
  /** What the picture is made from: while it is the same, so is the picture. */
  readonly made: readonly unknown[];
  /** The units of each hidden layer. */
  readonly widths: readonly number[];
  /** The input plane and the layers that can be drawn. */
  readonly stops: readonly Stop[];
  readonly broken: boolean;
  readonly points: readonly Point[];
  readonly testPoints: readonly Point[];
  readonly showTest: boolean;
  readonly discretise: boolean;
  readonly classes: number;
  /** Labels are signs, so that the line at 0 parts them. */
  readonly signs: boolean;
  /** Scores as what is coloured: a value in [-1, 1], or the likelihoods of the classes. */
  readonly coloured: (scores: readonly number[]) => readonly number[];
}

/** Scores as the other pictures of the plane colour them. */
function colouring(classes: number, likelihood: boolean): HiddenPlaneData['coloured'] {
  if (classes > 1) {
    return (scores) => {
      const largest = Math.max(...scores);
      const sizes = scores.map((score) => Math.exp(score - largest));
      const sum = sizes.reduce((total, size) => total + size, 0);
      return sizes.map((size) => size / sum);
    };
  }
  return ([score = NaN]) => [likelihood ? Math.tanh(score / 2) : Math.max(-1, Math.min(1, score))];
}

const SIGNS = new Set([-1, 1]);

/** A frame with the network that it is of. */
export interface Given {
  readonly step: number;
  readonly spec: NetworkSpec;
  readonly arrays: Readonly<Record<string, ViewArray>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** All of it; undefined where the network is no chain of dense layers, or the frame lacks what is needed. */
export function hiddenPlaneData({ step, spec, arrays, values }: Given): HiddenPlaneData | undefined {
  const chain = chainValues(spec, arrays);
  if (chain === undefined || arrays['points'] === undefined) return undefined;
  const { features, loss, ownPoints } = values;
  const points = (name: string): readonly Point[] => (ownPoints === 0 ? [] : pointsOf(arrays[name]));
  const names = featuresOf(features);
  const weights = Object.entries(arrays).filter(([name]) => /^(weights|state)\//.test(name));
  const broken = weights.some(([, { data }]) => !Array.from(data).every(Number.isFinite));
  const signs = chain.outputs === 1 && [...points('points'), ...points('testPoints')].every(([, , label]) => SIGNS.has(label));
  return {
    step,
    made: [...weights.map(([, array]) => array), values['features'], chain.layers.length],
    widths: chain.layers.map(({ units }) => units),
    stops: broken || !chain.layers.some(({ units }) => canBeDrawn(units)) ? [] : stopsOf(chain, names),
    broken,
    points: points('points'),
    testPoints: points('testPoints'),
    showTest: values['showTest'] === true || ownPoints !== undefined,
    discretise: values['discretise'] === true,
    classes: chain.outputs,
    signs,
    coloured: colouring(chain.outputs, signs && loss !== 'squared' && loss !== 'hinge'),
  };
}

/** How many training points the network puts on the right side. */
export function rightPoints({ points, stops }: HiddenPlaneData): number {
  const input = at(stops, 0);
  return points.filter(([x1, x2, label]) => isRightSide(input.scores([x1, x2]), label)).length;
}

/** Where the points of each label lie on average in a layer; those of all labels together where these are values. */
export function averagePlaces({ points, classes, signs }: HiddenPlaneData, stop: Stop, lang: Lang): string {
  const parted = classes > 1 || signs;
  const labels = parted ? [...new Set(points.map(([, , label]) => label))].sort((a, b) => a - b) : [NaN];
  const place = (chosen: readonly Point[]): string =>
    stop.names
      .map((_, unit) => short(chosen.reduce((sum, [x1, x2]) => sum + at(stop.values(x1, x2), unit), 0) / Math.max(1, chosen.length)))
      .join(', ');
  return labels
    .map((label) =>
      parted
        ? fill(hiddenPlaneText.placeOf[lang], { label: short(label), place: place(points.filter((point) => point[2] === label)) })
        : fill(hiddenPlaneText.placesOfAll[lang], { place: place(points) }),
    )
    .join(lang === 'zh' ? '；' : '; ');
}
