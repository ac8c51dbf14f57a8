/** The claim of every demo, on real runs: compiled, as the page runs them by itself; tests/unit/compile holds compiled runs to eager ones. */
import { describe, it } from 'vitest';
import type { Claim } from '../../src/demos/proof';
import { demoIdOf, demos } from '../../src/demos/registry';
import { createLab } from '../../src/engine/worker/lab';

const modules = import.meta.glob<{ default: readonly Claim[] }>('../../src/demos/*/proof.ts', { eager: true });
const proofs = new Map(Object.entries(modules).map(([path, { default: claims }]) => [demoIdOf(path), claims]));

/** The files that share the claims: a demo's are proved two at a time, and no worker is left with them when the others are done. */
export const PARTS = 2;

/** Proves every demo's claims, those whose number leaves `part` when it is divided by the number of parts. */
export function provePart(part: number): void {
  describe.each([...demos].map(([id, demo]) => ({ id, demo })))('$id', ({ id, demo }) => {
    const claims = proofs.get(id) ?? [];

    it('has a proof', ({ expect }) => {
      expect(claims.length, `src/demos/${id}/proof.ts is missing, or its default export lists no claim`).toBeGreaterThan(0);
    });

    const own = claims.filter((_, i) => i % PARTS === part);
    it.each(own.map((claim) => ({ name: claim.claim, claim })))('compiled: $name', async ({ claim }) => {
      await claim.check(createLab('compiled', id, demo, process.env['CHECK_SEEDS'] === 'first' ? 'first' : 'all'));
    });
  });
}
