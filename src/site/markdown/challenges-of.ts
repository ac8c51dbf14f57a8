/** The challenges of a chapter's source, in its order: their ids and titles. */
export function challengesOf(body: string): readonly { readonly id: string; readonly title: string }[] {
  return namedBoxes(body, 'challenge');
}

/** Its predictions, likewise. */
export function predictionsOf(body: string): readonly { readonly id: string; readonly title: string }[] {
  return namedBoxes(body, 'predict');
}

function namedBoxes(body: string, name: string): readonly { readonly id: string; readonly title: string }[] {
  const boxes = body.matchAll(new RegExp(`^:{3,}${name}\\[(.*)\\]\\{#([\\w-]+)`, 'gm'));
  return [...boxes].map(([, title = '', id = '']) => ({ id, title }));
}
