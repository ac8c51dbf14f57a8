/** The line of a run's steps: dragged, marked where something happened, read and typed as a number, linear or logarithmic. */
import { useRef, useState } from 'preact/hooks';
import { demoText } from '../../i18n/demos';
import { fill } from '../../i18n/text';
import { shellText } from '../../i18n/shell';
import { marksOf } from '../changes';
import type { Controller } from '../controller';
import { Typed } from '../fields/typed';
import { look, reelOf, stepsShown, turnBy } from '../reel';

/** Places of a logarithmic line, on which a step has no fixed length. */
const PLACES = 1000;
/** The last step that can be typed: as far as a link goes. */
const MOST_STEPS = 1e9;

/** Where steps stand on the line, as shares of its length, and back. Step 0 has a place on the logarithmic one too: it shows log(1 + step). */
function stepScale(last: number, logarithmic: boolean): { share: (step: number) => number; step: (share: number) => number } {
  const end = Math.max(1, last);
  return logarithmic
    ? { share: (step) => Math.log1p(step) / Math.log1p(end), step: (share) => Math.round(Math.expm1(share * Math.log1p(end))) }
    : { share: (step) => step / end, step: (share) => Math.round(share * end) };
}

/** To a step: along what is recorded, and beyond that by training. */
async function goTo(controller: Controller, step: number): Promise<void> {
  const { latest } = controller;
  if (reelOf(controller)?.has(step) === true) return look(controller, step);
  await controller.seek(Math.min(step, latest));
  // Cut short, or gone elsewhere meanwhile: then nothing is trained.
  if (step > latest && controller.cursor === latest) await controller.train(step - latest);
}

/** The step as a field: what is typed is gone to, along what is recorded, and beyond that by training. */
function StepField({ controller, id, last }: { readonly controller: Controller; readonly id: string; readonly last: number }) {
  const { lang } = controller;
  const { step: at } = stepsShown(controller);
  // Who types has the number that was there, however the run goes on.
  const [held, hold] = useState<number | undefined>(undefined);
  /** What was refused stays in the field, with the sentence, until something else is typed or done. */
  const refused = useRef(false);
  return (
    <span
      class="gb-step"
      onFocusIn={() => hold((now) => now ?? at)}
      onInput={() => hold((now) => now ?? at)}
      onKeyDown={({ key }) => key === 'Escape' && (refused.current = false)}
      onFocusOut={() => refused.current || hold(undefined)}
    >
      <label for={`${id}-step`}>{shellText.stepField[lang]}</label>{' '}
      <Typed
        id={`${id}-step`}
        type="number"
        min={0}
        max={MOST_STEPS}
        label={shellText.stepNumber[lang]}
        value={String(held ?? at)}
        name={`${id}-step`}
        take={(text) => {
          const step = text.trim() === '' ? NaN : Number(text);
          refused.current = !Number.isInteger(step) || step < 0 || step > MOST_STEPS;
          if (refused.current) return fill(demoText.notASize[lang], { text, min: 0, max: MOST_STEPS });
          hold(undefined);
          controller.attempt(goTo(controller, step));
          return undefined;
        }}
      />{' '}
      {fill(shellText.ofSteps[lang], { last })}
    </span>
  );
}

export function Timeline({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, session, started, loaded } = controller;
  const { logSteps } = controller.shown;
  const { step: at, last } = stepsShown(controller);
  const marks = session === undefined ? [] : marksOf(loaded.demo, session.record, lang);
  const text = fill(shellText.stepOf[lang], { step: at, last });
  const { share, step } = stepScale(last, logSteps);
  const seek = (to: number): void => controller.attempt(look(controller, to));
  return (
    <div class="gb-timeline">
      <span class="gb-line-of-steps">
        <input
          type="range"
          min={0}
          max={logSteps ? PLACES : Math.max(1, last)}
          step={1}
          value={logSteps ? Math.round(PLACES * share(at)) : at}
          disabled={!started && reelOf(controller) === undefined}
          aria-label={shellText.timeline[lang]}
          aria-valuetext={text}
          onInput={({ currentTarget }) => seek(logSteps ? step(Number(currentTarget.value) / PLACES) : Number(currentTarget.value))}
          onKeyDown={(event) => {
            const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
            // A key goes one step, however short that is on the line; in a film one moment.
            if (by === undefined || (!logSteps && started)) return;
            event.preventDefault();
            controller.attempt(turnBy(controller, by));
          }}
        />
        <span class="gb-marks" aria-hidden="true">
          {marks.map(({ step: place, what, kind }) => (
            <span
              class={`gb-mark gb-mark-${kind}`}
              style={{ insetInlineStart: `${100 * share(place)}%` }}
              title={fill(shellText.markSet[lang], { step: place, names: what })}
              key={place}
            />
          ))}
        </span>
      </span>
      <StepField controller={controller} id={id} last={last} />
    </div>
  );
}
