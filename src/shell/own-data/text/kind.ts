import { shellText } from '../../../i18n/shell';
import { fill } from '../../../i18n/text';
import type { OwnText } from '../../../ml/data-kinds/text/own';
import type { OwnDataKind } from '../own-data-kind';
import { readText } from './read-text';

/** Longer texts do not travel in a link: three bytes of a Chinese character are nine signs there. */
const MOST_CHARACTERS = 300;

/** A text of the reader's own. */
export const textOwnKind: OwnDataKind<OwnText> = {
  forRun: (own) => own,
  parameter: 'text',
  format: ({ text, characters }) => (characters > MOST_CHARACTERS ? undefined : text),
  parse(text, { ownData }) {
    if (ownData?.kind !== 'text') return undefined;
    const read = readText(text, ownData);
    return 'own' in read && read.own.text === text && read.own.characters <= MOST_CHARACTERS ? read.own : undefined;
  },
  linkWords({ characters }) {
    const { zh, en } = characters > MOST_CHARACTERS ? shellText.linkNoText : shellText.linkText;
    return { zh: fill(zh, { count: characters }), en: fill(en, { count: characters }) };
  },
};
