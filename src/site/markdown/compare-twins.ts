/** What the two languages of a chapter have in common: the same things in the same order, by the same names, with the same settings. */
import type { Nodes } from 'mdast';
import type { Chapter } from './book';
import { readHeading, type Target } from './inventory';
import { isFlowDirective } from './nodes';
import { problemAt, type Problem } from './problem';

/** What a target is, by what must be the same in both languages; of a heading its level, of all else its anchor. */
function signOf(target: Target | undefined): string | undefined {
  if (target === undefined) return undefined;
  return target.kind === 'section' ? `section ${target.number.replace(/^\d+\./, '§')}` : `${target.kind} ${target.anchor}`;
}

/** The first place where the chapters part, if they do: what follows would only repeat it. */
function compareOutlines(zh: Chapter, en: Chapter): readonly Problem[] {
  const [ours, theirs] = [zh.inventory.targets, en.inventory.targets];
  const at = ours.findIndex((target, i) => signOf(target) !== signOf(theirs[i]));
  const here = at === -1 ? undefined : ours[at];
  if (here === undefined) {
    const extra = theirs[ours.length];
    if (extra === undefined) return [];
    return [problemAt(en.path, extra.node.position, `has ${signOf(extra) ?? ''}, which ${zh.path} has not`)];
  }
  return [problemAt(zh.path, here.node.position, `has ${signOf(here) ?? ''} where ${en.path} has ${signOf(theirs[at]) ?? 'nothing more'}`)];
}

function quoted(value: string | null | undefined): string {
  return value === undefined || value === null ? 'none' : `"${value}"`;
}

/** What a heading, a directive or a formula says differently in the other language, as sentences; `there` is the other's place. */
function differences(ours: Nodes, theirs: Nodes, there: string): readonly string[] {
  if (ours.type === 'heading' && theirs.type === 'heading') {
    const [name, other] = [readHeading(ours).name, readHeading(theirs).name];
    const shown = (one: string | undefined): string => (one === undefined ? 'no anchor' : `the anchor {#${one}}`);
    return name === other ? [] : [`has ${shown(name)}, and ${shown(other)} at ${there}: an anchor is the same in both languages`];
  }
  if (isFlowDirective(ours) && isFlowDirective(theirs)) {
    const [mine, other] = [ours.attributes ?? {}, theirs.attributes ?? {}];
    return [...new Set([...Object.keys(mine), ...Object.keys(other)])].flatMap((name) =>
      mine[name] === other[name]
        ? []
        : [`has ${name}=${quoted(mine[name])}, and ${quoted(other[name])} at ${there}: settings are the same in both languages`],
    );
  }
  if (ours.type === 'math' && theirs.type === 'math') {
    const bare = (tex: string): string => tex.replace(/\\text\{[^}]*\}/g, '\\text{}').trim();
    return bare(ours.value) === bare(theirs.value)
      ? []
      : [`has another formula than ${there}: it is the same in both languages, but for the words in \\text{…}`];
  }
  return [];
}

/** All that differs between the two languages of a chapter, at its place in the Chinese one; of differing outlines the first place. */
export function compareTwins(zh: Chapter, en: Chapter): readonly Problem[] {
  const parted = compareOutlines(zh, en);
  if (parted.length > 0) return parted;
  return zh.inventory.targets.flatMap(({ node }, i) => {
    const twin = en.inventory.targets[i]?.node;
    if (twin === undefined) return [];
    const there = `${en.path}:${twin.position?.start.line ?? 1}`;
    return differences(node, twin, there).map((message) => problemAt(zh.path, node.position, message));
  });
}
