/** Looks at a step of a compiled run: its numbers are at hand, and measured where they lie. */
import type { CompiledLook } from '../compiled/compiled-look';
import { flatIn, type Flat, type FlatUnits } from './flat-units';
import type { StepMeasurement, LookPlan } from './measurement';

/** The root of the sum of squares; in double precision no square of a float32 overflows. */
function norm(length: number, at: (i: number) => number): number {
  let squares = 0;
  for (let i = 0; i < length; i++) squares += at(i) ** 2;
  return Math.sqrt(squares);
}

/** The largest magnitude; NaN where there is one. */
function largest(data: Float32Array): number {
  let most = 0;
  for (const one of data) {
    const size = Math.abs(one);
    if (!(size <= most)) most = size;
  }
  return most;
}

type Batches = ReturnType<CompiledLook['activations']>;

function flatUnitsOf({ activations }: FlatUnits, batches: Batches): Map<string, Flat> {
  return new Map(
    activations.map(({ id, from, name }) => {
      const parts = batches.flatMap((batch) => batch.get(from) ?? []);
      return [
        id,
        flatIn(
          parts.map(({ data }) => data),
          parts[0]?.units ?? 1,
          name,
        ),
      ];
    }),
  );
}

/** @param step the one about to be trained. */
export function measureCompiled(plan: LookPlan, look: CompiledLook, step: number): StepMeasurement {
  const sizes = new Map<string, number>();
  const measure = (key: string, data: Float32Array): void =>
    void sizes.set(
      key,
      norm(data.length, (i) => data[i] ?? NaN),
    );
  for (const [name, gradient] of look.gradients(step)) measure(`gradNorm/${name}`, gradient);
  const batches = look.activations(step, plan.flatUnits.asked);
  for (const id of plan.outputs) {
    const output = batches[0]?.get(id);
    if (output !== undefined) sizes.set(`largest/${id}`, largest(output.data));
  }
  for (const name of plan.weighed) measure(`weightNorm/${name}`, look.weight(name));
  const units = flatUnitsOf(plan.flatUnits, batches);
  const before = plan.updated.map((name) => [name, look.weight(name).slice()] as const);
  return {
    trained() {
      for (const [name, was] of before) {
        const now = look.weight(name);
        sizes.set(
          `updateRatio/${name}`,
          norm(was.length, (i) => (now[i] ?? NaN) - (was[i] ?? NaN)),
        );
      }
    },
    read: () => Promise.resolve({ sizes, units }),
    dispose: () => undefined,
  };
}
