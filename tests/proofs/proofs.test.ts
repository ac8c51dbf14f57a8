/** The claim of every demo, on real runs: all on WASM, and the quick ones on the cpu backend as well. */
import { describe, it } from 'vitest';
import type { Claim } from '../../src/demos/proof';
import { demoIdOf, demos } from '../../src/demos/registry';
import { createLab } from '../../src/engine/worker/lab';

const modules = import.meta.glob<{ default: readonly Claim[] }>('../../src/demos/*/proof.ts', { eager: true });
const proofs = new Map(Object.entries(modules).map(([path, { default: claims }]) => [demoIdOf(path), claims]));

describe.each([...demos].map(([id, demo]) => ({ id, demo })))('$id', ({ id, demo }) => {
  const claims = proofs.get(id) ?? [];

  it('has a proof', ({ expect }) => {
    expect(claims.length).toBeGreaterThan(0);
  });

  it.each(claims.map((claim) => ({ name: claim.claim, claim })))('wasm: $name', async ({ claim }) => {
    await claim.check(createLab('wasm', id, demo));
  });
});
