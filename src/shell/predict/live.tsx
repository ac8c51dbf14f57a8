/** What makes a prediction of the page live: loaded when its button is pressed, or near the screen for one that was made before. */
import { h, render } from 'preact';
import { loadDeclaration } from '../../demos/load';
import type { Lang } from '../../i18n/text';
import { Prediction } from './prediction';
import { dress } from '../dress';
import styles from './predict.css?inline';
import type { Question } from './question';

export interface PredictionUse {
  readonly name: string;
  readonly question: Question;
  readonly items: readonly HTMLElement[];
  readonly lang: Lang;
  readonly onShown: (shown: boolean) => void;
}

/** Widths that pictures are composed at, in user units, and from which on there is room for the wide one, in pixels. */
const WIDTHS = { narrow: 340, wide: 640, from: 560 } as const;

/** Draws a prediction into its place. @returns what takes it away again. */
export async function createPrediction(host: HTMLElement, use: PredictionUse): Promise<() => void> {
  const demo = await loadDeclaration(use.question.demo);
  dress(styles);
  const draw = (): void => {
    const width = host.clientWidth >= WIDTHS.from ? WIDTHS.wide : WIDTHS.narrow;
    render(h(Prediction, { ...use, demo, width }), host);
  };
  draw();
  const watched = new ResizeObserver(draw);
  watched.observe(host);
  return () => {
    watched.disconnect();
    render(null, host);
  };
}
