/** The reader's own data by kind: what the run is given of them, and what a link is. */
import type { Demo } from '../../demos/declaration';
import type { Text } from '../../i18n/text';
import type { OwnData } from '../../ml/data-kinds/own-data';
import type { OwnImages } from '../../ml/data-kinds/images/own';
import type { OwnText } from '../../ml/data-kinds/text/own';
import { imagesOwnKind } from './images/kind';
import type { OwnDataKind } from './own-data-kind';
import { rowsOwnKind } from './rows/kind';
import type { OwnTable } from './rows/own-rows';
import { textOwnKind } from './text/kind';

/** What the reader brought in place of the built-in data, as the page keeps it. */
export type Own = OwnTable | OwnImages | OwnText;

type OwnKindName = Own['kind'];
type OwnOf<K extends OwnKindName> = { [P in K]: Extract<Own, { readonly kind: P }> & { readonly kind: P } }[K];

/** A new kind is a folder here, a member of `Own`, a row in this table and one in `panel.tsx`. */
const ownDataKinds: { readonly [K in OwnKindName]: OwnDataKind<OwnOf<K>> } = {
  rows: rowsOwnKind,
  images: imagesOwnKind,
  text: textOwnKind,
};

/** What links call own data, of whichever kind. */
export const OWN_DATA_NAMES: readonly string[] = Object.values(ownDataKinds).flatMap(({ parameter }) => parameter ?? []);

/** The reader's data as the engine takes them; undefined where the built-in ones are in use, or there is nothing to learn from. */
export function ownDataOf<K extends OwnKindName>(own: OwnOf<K> | undefined): OwnData | undefined {
  return own === undefined ? undefined : ownDataKinds[own.kind].forRun(own);
}

/** Own data as a link says them, name and text; undefined where they are too long for one, or never travel. */
export function formatOwn<K extends OwnKindName>(own: OwnOf<K>): readonly [name: string, text: string] | undefined {
  const { parameter } = ownDataKinds[own.kind];
  const text = ownDataKinds[own.kind].format(own);
  return parameter === undefined || text === undefined ? undefined : [parameter, text];
}

/** What a link says of own data, for a demo that takes them; `wrong` names what cannot be read. */
export function parseOwn(demo: Pick<Demo, 'ownData'>, given: URLSearchParams): { readonly own?: Own | undefined; readonly wrong?: string } {
  const kind = demo.ownData?.kind;
  for (const name of OWN_DATA_NAMES) {
    const text = given.get(name);
    if (text === null) continue;
    const taken = kind !== undefined && ownDataKinds[kind].parameter === name ? ownDataKinds[kind].parse(text, demo) : undefined;
    return taken === undefined ? { wrong: name } : { own: taken };
  }
  return {};
}

/** What is said of own data beside a link. */
export function linkWordsOf<K extends OwnKindName>(own: OwnOf<K>): Text | undefined {
  return ownDataKinds[own.kind].linkWords(own);
}
