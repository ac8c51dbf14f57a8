/** The challenges of a chapter's source, in its order: their ids and titles. */
export function challengesOf(body: string): readonly { readonly id: string; readonly title: string }[] {
  return [...body.matchAll(/^:{3,}challenge\[(.*)\]\{#([\w-]+)/gm)].map(([, title = '', id = '']) => ({ id, title }));
}
