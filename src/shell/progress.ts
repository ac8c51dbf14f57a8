/** Which challenges the reader has solved: kept in this browser, and only there. Full or forbidden storage loses nothing but memory. */
const KEY = 'glassbox-progress';
/** What is kept where storage is forbidden: this visit's progress. */
const visit = new Set<string>();

/** Names of solved challenges. */
export function readProgress(): Set<string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set([...visit, ...(Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [])]);
  } catch {
    return new Set(visit);
  }
}

/** Keeps them. */
export function writeProgress(solved: ReadonlySet<string>): void {
  for (const name of solved) visit.add(name);
  try {
    localStorage.setItem(KEY, JSON.stringify([...solved]));
  } catch {
    // Storage is full or forbidden: the visit's own memory has it.
  }
}
