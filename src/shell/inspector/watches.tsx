/** Tensors pinned beside the picture: how their numbers spread at the step shown, in a glance. */
import { fill } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import type { Summary } from '../../ml/blueprint/statistics';
import { short } from '../../views/parts/ramp';
import type { Controller } from '../controller';
import { layerOfTensor, tensorName } from './layers';
import { useProbing } from './probing';

const COLOURS: Readonly<Record<string, string>> = {
  weights: 'var(--gb-weight)',
  gradients: 'var(--gb-gradient)',
  activations: 'var(--gb-activation)',
};

/** A histogram without axes. */
function Bars({ summary: { counts }, colour }: { readonly summary: Summary; readonly colour: string }) {
  const most = Math.max(1, ...counts);
  return (
    <svg viewBox={`0 0 ${counts.length * 5} 32`} class="gb-watch-bars" preserveAspectRatio="none" aria-hidden="true">
      {counts.map((count, i) => (
        <rect x={i * 5} y={32 - (32 * count) / most} width={4} height={(32 * count) / most} fill={colour} key={i} />
      ))}
    </svg>
  );
}

export function Watches({ controller }: { readonly controller: Controller }) {
  const { probe } = useProbing(controller);
  const { lang } = controller;
  const { watches } = controller.shown;
  return (
    <ul class="gb-watches" aria-label={inspectorText.watches[lang]}>
      {watches.map((tensor) => {
        const name = tensorName(tensor, lang);
        const summary = probe?.summaries[tensor];
        const numbers = {
          mean: short(summary?.mean ?? NaN),
          deviation: short(summary?.deviation ?? NaN),
          norm: short(summary?.norm ?? NaN),
        };
        return (
          <li class="gb-watch" key={tensor} data-watch={tensor}>
            <button
              type="button"
              class="gb-watch-name"
              aria-label={fill(inspectorText.inspectIt[lang], { name })}
              onClick={() => controller.frame.inspect({ open: true, layer: layerOfTensor(tensor), tensor })}
            >
              {name}
            </button>
            <button
              type="button"
              class="gb-watch-close"
              aria-label={fill(inspectorText.unwatch[lang], { name })}
              onClick={() => controller.frame.watch(tensor)}
            >
              ×
            </button>
            {summary === undefined || probe === undefined ? (
              <p class="gb-hint">{inspectorText.looking[lang]}</p>
            ) : (
              <>
                <Bars summary={summary} colour={COLOURS[tensor.split('/')[0] ?? ''] ?? 'var(--gb-neutral)'} />
                <p class="gb-watch-numbers">
                  <span class="gb-visually-hidden">{fill(inspectorText.watchNow[lang], { name, step: probe.step, ...numbers })}</span>
                  <span aria-hidden="true">{`${numbers.mean} ± ${numbers.deviation} · ‖·‖ ${numbers.norm}`}</span>
                </p>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
