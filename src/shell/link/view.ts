/** What a reader looks at, as text in a link: `inspect=hidden1.3` (a layer, and a unit from 1), `watch=weights/hidden1/kernel`. */

/** What the inspector shows. */
export interface Inspected {
  readonly open: boolean;
  /** A layer's id, as in the network's specification; the first with weights where none is chosen. */
  readonly layer?: string | undefined;
  /** A unit of it, from 0. */
  readonly unit?: number | undefined;
  /** Which of its tensors is drawn, by name as in a probe. */
  readonly tensor?: string | undefined;
}

const NAME = String.raw`[\w/-]{1,80}`;
const INSPECTED = new RegExp(String.raw`^(${NAME})?(?:\.(\d{1,6}))?$`);
/** A value inside a layer too: `activations/cell#gates`. */
const WATCHED = new RegExp(String.raw`^(?:activations|weights|gradients)/[\w/#-]{1,80}$`);
/** So many tensors are pinned beside the picture, at most: each is looked at in every frame. */
export const MOST_WATCHES = 8;

/** The inspector's state; undefined while it is closed. */
export function formatInspected({ open, layer = '', unit }: Inspected): string | undefined {
  if (!open) return undefined;
  return unit === undefined ? layer : `${layer}.${unit + 1}`;
}

/** Reads it; undefined where the text is none. Whether the network has such a layer is known when it is there. */
export function parseInspected(text: string): Inspected | undefined {
  const match = INSPECTED.exec(text);
  if (match === null) return undefined;
  const [, layer, unit] = match;
  if (unit !== undefined && (layer === undefined || Number(unit) < 1)) return undefined;
  return { open: true, layer, unit: unit === undefined ? undefined : Number(unit) - 1 };
}

/** Names of tensors to watch that could be some, each once. */
export function parseWatches(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => WATCHED.test(text)))].slice(0, MOST_WATCHES);
}
