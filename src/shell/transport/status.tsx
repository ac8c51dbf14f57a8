/** Which backend runs the demo and how fast, a choice of another, and a table of all when asked for. */
import type { BackendName } from '../../engine/protocol';
import { fill, type Lang } from '../../i18n/text';
import { shellText } from '../../i18n/shell';
import { short } from '../../views/parts/ramp';
import type { Controller } from '../controller';

const NAMES: Readonly<Record<Exclude<BackendName, 'compiled'>, string>> = { webgl: 'WebGL', webgpu: 'WebGPU', wasm: 'WASM', cpu: 'CPU' };
const ALL = ['auto', 'compiled', 'webgl', 'webgpu', 'wasm', 'cpu'] as const;

function nameOf(backend: BackendName, lang: Lang): string {
  return backend === 'compiled' ? shellText.compiled[lang] : NAMES[backend];
}

export function Status({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, session, backend } = controller;
  const status = session?.status;
  const measured = session?.measured ?? [];
  return (
    <div class="gb-status">
      <label for={`${id}-backend`}>{shellText.backend[lang]}</label>
      <select
        id={`${id}-backend`}
        value={backend}
        onChange={(event) => controller.attempt(controller.setBackend(ALL.find((one) => one === event.currentTarget.value) ?? 'auto'))}
      >
        {ALL.map((one) => (
          <option value={one} selected={one === backend} key={one}>
            {one === 'auto' ? shellText.automatic[lang] : nameOf(one, lang)}
          </option>
        ))}
      </select>
      <span class="gb-status-now">
        {status === undefined
          ? shellText.statusIdle[lang]
          : fill(shellText.status[lang], {
              backend: nameOf(status.backend, lang),
              speed: short(Math.round(status.stepsPerSecond)),
              tensors: status.tensors,
            })}
        {status !== undefined && status.helping > 0 && fill(shellText.statusHelping[lang], { count: status.helping })}
      </span>
      <button type="button" class="gb-chip" onClick={() => controller.attempt(controller.need().measure())}>
        {shellText.measure[lang]}
      </button>
      {measured.length > 0 && (
        <span class="gb-measured">
          {measured.map((one) => (
            <span key={one.backend}>
              {`${nameOf(one.backend, lang)} ${one.millisecondsPerStep === undefined ? (one.failure?.[lang] ?? '') : fill(shellText.millisecondsPerStep[lang], { count: short(one.millisecondsPerStep) })}`}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
