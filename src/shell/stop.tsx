/** When the run is to pause by itself. */
import type { Demo } from '../demos/spec';
import type { StopCondition } from '../engine/protocol';
import { demoText } from '../i18n/demos';
import { shellText } from '../i18n/shell';
import { fill } from '../i18n/text';
import type { Controller } from './controller';
import { Typed } from './typed';

const COMPARISONS = ['<', '<=', '>', '>=', '=='] as const;

/** The condition offered first for a quantity: the usual length of a run, a good accuracy, a small loss. */
export function firstCondition(demo: Pick<Demo, 'metrics' | 'steps'>, quantity: string): StopCondition {
  if (quantity === 'step') return { quantity, comparison: '>=', value: demo.steps };
  return demo.metrics[quantity]?.format === 'percent'
    ? { quantity, comparison: '>=', value: 0.97 }
    : { quantity, comparison: '<=', value: 0.1 };
}

export function Stop({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, loaded, stop } = controller;
  const { metrics } = loaded.demo;
  const quantities = ['step', ...Object.keys(metrics)];
  const label = (name: string): string => (name === 'step' ? shellText.quantityStep[lang] : (metrics[name]?.label[lang] ?? name));
  return (
    <span class="gb-stop">
      <label for={`${id}-stop`}>{shellText.stopWhen[lang]}</label>
      <select
        id={`${id}-stop`}
        value={stop?.quantity ?? ''}
        onChange={({ currentTarget: { value } }) => controller.setStop(value === '' ? undefined : firstCondition(loaded.demo, value))}
      >
        <option value="">{shellText.stopNever[lang]}</option>
        {quantities.map((name) => (
          <option value={name} key={name}>
            {label(name)}
          </option>
        ))}
      </select>
      {stop !== undefined && (
        <>
          <select
            aria-label={shellText.comparison[lang]}
            value={stop.comparison}
            onChange={({ currentTarget: { value } }) =>
              controller.setStop({ ...stop, comparison: COMPARISONS.find((one) => one === value) ?? stop.comparison })
            }
          >
            {COMPARISONS.map((one) => (
              <option value={one} key={one}>
                {one}
              </option>
            ))}
          </select>
          <Typed
            type="text"
            value={String(stop.value)}
            label={shellText.threshold[lang]}
            name={`${id}-threshold`}
            take={(text) => {
              const value = text.trim() === '' ? NaN : Number(text);
              if (!Number.isFinite(value)) return fill(demoText.notANumber[lang], { text });
              controller.setStop({ ...stop, value });
              return undefined;
            }}
          />
        </>
      )}
    </span>
  );
}
