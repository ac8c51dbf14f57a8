import { shellText } from '../../../i18n/shell';
import { fill } from '../../../i18n/text';
import type { OwnDataKind } from '../own-data-kind';
import { formatRows, parseRows } from './link';
import { columnsOf, type OwnTable } from './own-rows';

/** Points of the reader's own; without a point, an empty plane, on which nothing can be trained. */
export const rowsOwnKind: OwnDataKind<OwnTable> = {
  forRun: ({ rows }) =>
    rows[0] === undefined ? undefined : { kind: 'rows', columns: rows[0].length, rows: Float32Array.from(rows.flat()) },
  parameter: 'points',
  format: ({ rows }) => formatRows(rows),
  parse(text, demo) {
    const rows = parseRows(text, columnsOf(demo));
    return rows === undefined ? undefined : { kind: 'rows', rows };
  },
  linkWords({ rows }) {
    if (rows.length === 0) return undefined;
    const { zh, en } = formatRows(rows) === undefined ? shellText.linkNoData : shellText.linkData;
    return { zh: fill(zh, { count: rows.length }), en: fill(en, { count: rows.length }) };
  },
};
