/** Play, pause, step, step back, reset, seed, speed, breakpoints, and the timeline, widest of all. */
import { fill } from '../../i18n/text';
import { demoText } from '../../i18n/demos';
import { shellText } from '../../i18n/shell';
import { Breakpoints } from '../breakpoints/breakpoints';
import { Changes, marksOf } from '../changes';
import type { Controller } from '../controller';
import { SPEEDS } from '../controller-options';
import { Icon, type IconName } from './icons';
import { Restarts } from '../fields/restarts';
import { Typed } from '../fields/typed';

/** Seeds are whole numbers of 32 bits. */
const MOST_SEED = 4294967295;

function Button({
  icon,
  label,
  onClick,
  disabled = false,
  main = false,
}: {
  icon: IconName;
  label: string;
  onClick: () => void;
  disabled?: boolean;
  main?: boolean;
}) {
  return (
    <button
      type="button"
      class={main ? 'gb-button gb-button-main' : 'gb-button'}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Plays, or pauses a run that plays. */
export function toggle(controller: Controller): void {
  if (controller.running) controller.pause();
  else controller.play();
}

function Timeline({ controller }: { readonly controller: Controller }) {
  const { lang, cursor, latest, session, started, loaded } = controller;
  // Before there is a run the line stands where the recorded one ends, which is what the pictures show.
  const recordedAt = controller.recording?.frame.step ?? 0;
  const last = started ? latest : recordedAt;
  const at = started ? cursor : recordedAt;
  const marks = session === undefined ? [] : marksOf(loaded.demo, session.record, lang);
  const text = fill(shellText.stepOf[lang], { step: at, last });
  return (
    <div class="gb-timeline">
      <input
        type="range"
        min={0}
        max={Math.max(1, last)}
        step={1}
        value={at}
        disabled={!started}
        aria-label={shellText.timeline[lang]}
        aria-valuetext={text}
        onInput={(event) => controller.attempt(controller.seek(Number(event.currentTarget.value)))}
      />
      <span class="gb-marks" aria-hidden="true">
        {marks.map(({ step, what, kind }) => (
          <span
            class={`gb-mark gb-mark-${kind}`}
            style={{ insetInlineStart: `${(100 * step) / Math.max(1, last)}%` }}
            title={fill(shellText.markSet[lang], { step, names: what })}
            key={step}
          />
        ))}
      </span>
      <output class="gb-step">{text}</output>
    </div>
  );
}

export function Transport({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, running, cursor, seed } = controller;
  const { speed } = controller.shown;
  return (
    <div class="gb-transport">
      <div class="gb-buttons">
        <Button
          icon={running ? 'pause' : 'play'}
          label={`${shellText[running ? 'pause' : 'play'][lang]}`}
          onClick={() => toggle(controller)}
          main
        />
        <Button
          icon="back"
          label={shellText.stepBack[lang]}
          onClick={() => controller.attempt(controller.stepBack())}
          disabled={cursor === 0}
        />
        <Button icon="forward" label={shellText.stepForward[lang]} onClick={() => controller.attempt(controller.step())} />
        <Button icon="reset" label={shellText.reset[lang]} onClick={() => controller.attempt(controller.reset())} />
        <Timeline controller={controller} />
      </div>
      <Changes controller={controller} />
      <div class="gb-run-settings">
        <label for={`${id}-speed`}>{shellText.speed[lang]}</label>
        <select id={`${id}-speed`} value={String(speed)} onChange={(event) => controller.frame.setSpeed(Number(event.currentTarget.value))}>
          {SPEEDS.map((one) => (
            <option value={String(one)} selected={one === speed} key={one}>
              {Number.isFinite(one) ? fill(shellText.perSecond[lang], { count: one }) : shellText.fastest[lang]}
            </option>
          ))}
        </select>
        <label for={`${id}-seed`}>
          {shellText.seed[lang]}
          <Restarts lang={lang} />
        </label>
        <Typed
          id={`${id}-seed`}
          type="number"
          min={0}
          max={MOST_SEED}
          value={String(seed)}
          name={`${id}-seed`}
          take={(text) => {
            const next = text.trim() === '' ? NaN : Number(text);
            if (!Number.isInteger(next) || next < 0 || next > MOST_SEED)
              return fill(demoText.notASize[lang], { text, min: 0, max: MOST_SEED });
            controller.attempt(controller.setSeed(next));
            return undefined;
          }}
        />
        <Button
          icon="dice"
          label={shellText.newSeed[lang]}
          onClick={() => controller.attempt(controller.setSeed((seed + 1) % (MOST_SEED + 1)))}
        />
      </div>
      <Breakpoints controller={controller} id={id} />
    </div>
  );
}
