/** Work of many pieces asks between them whether anybody still wants it: building a run, timing the backends. */

/** The work was taken back meanwhile; nothing went wrong. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/** Lets in the messages that wait. @throws GivenUp where one of them took the work back. */
export type StillWanted = () => Promise<void>;

/** Of work that nobody can take back. */
export const alwaysWanted: StillWanted = () => Promise.resolve();
