/** Which challenges the reader has solved: kept in this browser, and only there. Full or forbidden storage loses nothing but memory. */
const KEY = 'glassbox-progress';
/** What is kept where storage is forbidden: this visit's progress. */
const visit = new Set<string>();

/** Sent to the document when progress has changed: a challenge was solved, a file imported. */
export const PROGRESS_EVENT = 'gb-progress';

function stored(): string[] {
  const content: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
  return Array.isArray(content) ? content.filter((one) => typeof one === 'string') : [];
}

/** Names of solved challenges. */
export function readProgress(): Set<string> {
  try {
    return new Set([...visit, ...stored()]);
  } catch {
    return new Set(visit);
  }
}

/** Adds to what is solved; nothing that another tab has stored meanwhile is lost. */
export function writeProgress(solved: ReadonlySet<string>): void {
  for (const name of solved) visit.add(name);
  try {
    localStorage.setItem(KEY, JSON.stringify([...readProgress()].sort()));
  } catch {
    // Storage is full or forbidden: the visit's own memory has it.
  }
}

/** True where all that is solved is in the browser's storage, and outlasts the page. */
export function isStored(): boolean {
  try {
    const there = new Set(stored());
    // Where nothing is solved yet, whether it could be stored is tried.
    if (visit.size === 0) localStorage.setItem(KEY, JSON.stringify([...there]));
    return [...visit].every((name) => there.has(name));
  } catch {
    return false;
  }
}
