/** Play, pause, step, step back, reset, seed, speed, stop condition, and the timeline, widest of all. */
import { useState } from 'preact/hooks';
import type { StopCondition } from '../engine/protocol';
import { fill } from '../i18n/text';
import { shellText } from '../i18n/shell';
import type { Controller } from './controller';
import { SPEEDS } from './controller-options';
import { Icon, type IconName } from './icons';

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

function Timeline({ controller }: { readonly controller: Controller }) {
  const { lang, cursor, latest, session } = controller;
  const recordedAt = controller.recording?.frame.step ?? 0;
  const idle = session === undefined;
  const last = Math.max(latest, idle ? recordedAt : 0);
  const at = idle ? recordedAt : cursor;
  const marks = session?.record.interventions ?? [];
  const text = fill(shellText.stepOf[lang], { step: at, last });
  return (
    <div class="gb-timeline">
      <input
        type="range"
        min={0}
        max={Math.max(1, last)}
        step={1}
        value={at}
        disabled={idle}
        aria-label={shellText.timeline[lang]}
        aria-valuetext={text}
        onInput={(event) => void controller.seek(Number(event.currentTarget.value))}
      />
      <span class="gb-marks" aria-hidden="true">
        {marks.map((one, i) => (
          <span
            class="gb-mark"
            style={{ insetInlineStart: `${(100 * one.step) / Math.max(1, last)}%` }}
            title={fill(shellText.markSet[lang], {
              step: one.step,
              names: one.kind === 'set' ? Object.keys(one.values).join(', ') : one.variable,
            })}
            key={i}
          />
        ))}
      </span>
      <output class="gb-step">{idle ? fill(shellText.stepNow[lang], { step: 0 }) : text}</output>
    </div>
  );
}

const COMPARISONS = ['<', '<=', '>', '>=', '=='] as const;

function Stop({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, loaded } = controller;
  const [draft, setDraft] = useState<StopCondition>({ quantity: 'step', comparison: '>=', value: loaded.demo.steps });
  const on = controller.stop !== undefined;
  const names = ['step', ...Object.keys(loaded.demo.metrics)];
  const label = (name: string): string =>
    name === 'step' ? shellText.quantityStep[lang] : (loaded.demo.metrics[name]?.label[lang] ?? name);
  const change = (next: StopCondition, active = true): void => {
    setDraft(next);
    controller.setStop(active ? next : undefined);
  };
  return (
    <span class="gb-stop">
      <label for={`${id}-stop`}>{shellText.stopWhen[lang]}</label>
      <select
        id={`${id}-stop`}
        value={on ? draft.quantity : ''}
        onChange={(event) =>
          event.currentTarget.value === '' ? change(draft, false) : change({ ...draft, quantity: event.currentTarget.value })
        }
      >
        <option value="">{shellText.stopNever[lang]}</option>
        {names.map((name) => (
          <option value={name} key={name}>
            {label(name)}
          </option>
        ))}
      </select>
      {on && (
        <>
          <select
            aria-label={shellText.comparison[lang]}
            value={draft.comparison}
            onChange={(event) => change({ ...draft, comparison: COMPARISONS.find((one) => one === event.currentTarget.value) ?? '>=' })}
          >
            {COMPARISONS.map((one) => (
              <option value={one} key={one}>
                {one}
              </option>
            ))}
          </select>
          <input
            type="text"
            inputMode="decimal"
            class="gb-number"
            aria-label={shellText.threshold[lang]}
            value={String(draft.value)}
            onChange={(event) => {
              const value = Number(event.currentTarget.value);
              if (Number.isFinite(value)) change({ ...draft, value });
            }}
          />
        </>
      )}
    </span>
  );
}

export function Transport({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, running, cursor, speed, seed } = controller;
  return (
    <div class="gb-transport">
      <div class="gb-buttons">
        <Button
          icon={running ? 'pause' : 'play'}
          label={`${shellText[running ? 'pause' : 'play'][lang]}`}
          onClick={() => controller.toggle()}
          main
        />
        <Button icon="back" label={shellText.stepBack[lang]} onClick={() => void controller.stepBack()} disabled={cursor === 0} />
        <Button icon="forward" label={shellText.stepForward[lang]} onClick={() => void controller.step()} />
        <Button icon="reset" label={shellText.reset[lang]} onClick={() => void controller.reset()} />
        <Timeline controller={controller} />
      </div>
      <div class="gb-run-settings">
        <label for={`${id}-speed`}>{shellText.speed[lang]}</label>
        <select id={`${id}-speed`} value={String(speed)} onChange={(event) => controller.setSpeed(Number(event.currentTarget.value))}>
          {SPEEDS.map((one) => (
            <option value={String(one)} selected={one === speed} key={one}>
              {Number.isFinite(one) ? fill(shellText.perSecond[lang], { count: one }) : shellText.fastest[lang]}
            </option>
          ))}
        </select>
        <label for={`${id}-seed`}>{shellText.seed[lang]}</label>
        <input
          type="number"
          id={`${id}-seed`}
          class="gb-number"
          min={0}
          max={4294967295}
          value={seed}
          onChange={(event) => {
            const next = Number(event.currentTarget.value);
            if (Number.isInteger(next) && next >= 0 && next <= 4294967295) void controller.setSeed(next);
            else event.currentTarget.value = String(seed);
          }}
        />
        <Button icon="dice" label={shellText.newSeed[lang]} onClick={() => void controller.setSeed((seed * 7 + 13) % 9973)} />
        <Stop controller={controller} id={id} />
      </div>
    </div>
  );
}
