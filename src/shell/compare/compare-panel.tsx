/** Where comparing stands in a frame: the fork's line above the pictures, keeping a run beside the pace, the panel. */
import { useState } from 'preact/hooks';
import { compareText } from '../../i18n/compare';
import { fill } from '../../i18n/text';
import type { Controller } from '../controller';
import { useLazyPart } from '../lazy-part';
import { NotLoaded } from '../not-loaded';
import { MOST_KEPT } from './kept-run';
import { valueWords } from './settings';

interface PartProps {
  readonly controller: Controller;
  readonly id: string;
}

/** The panel's inside, once it has arrived. */
export function ComparePanel({ controller, id }: PartProps) {
  const { lang } = controller;
  const loaded = useLazyPart<PartProps>(true, async () => (await import('./compare')).Compare);
  if (typeof loaded === 'object') return <loaded.Part controller={controller} id={`${id}-compare`} />;
  if (loaded === 'failed') return <NotLoaded controller={controller} text={compareText.notLoaded[lang]} />;
  return <p class="gb-hint">{compareText.loading[lang]}</p>;
}

/** What differs between the run and its fork, and the two ways to end it. Nothing where there is none. */
export function ForkBar({ controller }: { readonly controller: Controller }) {
  const { lang, loaded, comparison } = controller;
  const pair = comparison.forked;
  const parameter = pair === undefined ? undefined : loaded.demo.parameters[pair.knob];
  if (pair === undefined || parameter === undefined) return null;
  const { knob, main, fork } = pair;
  const words = (value = parameter.value): string => valueWords(parameter, value, lang);
  return (
    <div class="gb-fork-bar" role="group" aria-label={compareText.fork[lang]}>
      <p>
        {fill(compareText.forkNow[lang], { knob: parameter.label[lang], main: words(main.values[knob]), fork: words(fork.values[knob]) })}
      </p>
      {pair.forkBroke && (
        <p class="gb-message-warn" role="status">
          {fill(compareText.forkBroke[lang], { step: fork.last })}
        </p>
      )}
      <p class="gb-row">
        <button type="button" class="gb-chip" onClick={() => comparison.endFork('fork')}>
          {compareText.adopt[lang]}
        </button>
        <button type="button" class="gb-chip" onClick={() => comparison.endFork('main')}>
          {compareText.close[lang]}
        </button>
      </p>
    </div>
  );
}

/** Keeps the run in the curves, and opens the panel of all that is compared. */
export function KeepBar({ controller, id }: PartProps) {
  const { lang, comparison } = controller;
  const [kept, setKept] = useState('');
  const full = comparison.kept.length >= MOST_KEPT;
  return (
    <p class="gb-row gb-keep-bar">
      <button
        type="button"
        class="gb-chip"
        disabled={!comparison.mayKeep}
        title={compareText.keepHint[lang]}
        onClick={() => setKept(fill(compareText.keptAs[lang], { name: comparison.keep()?.name ?? '' }))}
      >
        {compareText.keep[lang]}
      </button>
      <button
        type="button"
        class="gb-chip"
        onClick={() => {
          controller.frame.unfold('compare', true);
          // Drawn by the next frame; it may lie below what is seen.
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              document.querySelector(`[name="${id}-drawer"][open] > .gb-panel-body`)?.scrollIntoView({ block: 'nearest' }),
            ),
          );
        }}
      >
        {`${compareText.compare[lang]} …`}
      </button>
      <span role="status" class="gb-hint">
        {full ? fill(compareText.keptFull[lang], { most: MOST_KEPT }) : kept}
      </span>
    </p>
  );
}
