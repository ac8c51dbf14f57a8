/** What drives a run: play, pause, step, step back, reset, the timeline; its pace and seed. */
import { fill } from '../../i18n/text';
import { demoText } from '../../i18n/demos';
import { shellText } from '../../i18n/shell';
import type { Controller } from '../controller';
import { SPEEDS } from '../controller-options';
import { Restarts } from '../fields/restarts';
import { Typed } from '../fields/typed';
import { canGoBack, toStart, turnBy } from '../reel';
import { Icon, type IconName } from './icons';
import { Timeline } from './timeline';

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

/** Play and its neighbours, and the timeline, widest of all. */
export function Transport({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, running } = controller;
  return (
    <div class="gb-transport">
      <div class="gb-buttons">
        <Button
          icon={running ? 'pause' : 'play'}
          label={shellText[running ? 'pause' : 'play'][lang]}
          onClick={() => toggle(controller)}
          main
        />
        <Button
          icon="back"
          label={shellText.stepBack[lang]}
          onClick={() => controller.attempt(turnBy(controller, -1))}
          disabled={!canGoBack(controller)}
        />
        <Button icon="forward" label={shellText.stepForward[lang]} onClick={() => controller.attempt(controller.step())} />
        <Button icon="reset" label={shellText.reset[lang]} onClick={() => controller.attempt(toStart(controller))} />
      </div>
      <Timeline controller={controller} id={id} />
    </div>
  );
}

/** How the run goes on: its pace and its seed. */
export function RunSettings({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, seed } = controller;
  const { speed } = controller.shown;
  return (
    <div class="gb-run-settings">
      <label class="gb-speed-label" for={`${id}-speed`}>
        {shellText.speed[lang]}
      </label>
      <select
        id={`${id}-speed`}
        aria-label={shellText.speed[lang]}
        value={String(speed)}
        onChange={({ currentTarget: { value } }) => controller.frame.setSpeed(SPEEDS.find((one) => String(one) === value) ?? 'eyes')}
      >
        {SPEEDS.map((one) => (
          <option value={String(one)} selected={one === speed} key={one}>
            {one === 'eyes'
              ? shellText.watchable[lang]
              : Number.isFinite(one)
                ? fill(shellText.perSecond[lang], { count: one })
                : shellText.fastest[lang]}
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
  );
}
