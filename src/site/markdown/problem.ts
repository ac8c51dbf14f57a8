/** What is wrong in a chapter, and where. */
import type { Position } from 'unist';

export interface Problem {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Says what is wrong and what would be right; in English, as all that a developer reads. */
  readonly message: string;
}

/** A problem at a node's place, or at the file's beginning where the node has none. */
export function problemAt(path: string, position: Position | undefined, message: string): Problem {
  return { path, line: position?.start.line ?? 1, column: position?.start.column ?? 1, message };
}

/** `content/en/mlp.md:48:1 demo "x" …`, one a line, by file and place. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column))
    .map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`)
    .join('\n');
}
