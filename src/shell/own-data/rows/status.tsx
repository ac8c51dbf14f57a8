/** What the reader's own points are taken for: classes or values, learned from or held out, seen or not. */
import { dataPanelText } from '../../../i18n/own-data';
import { fill, type Lang, type Text } from '../../../i18n/text';
import { labelKind } from '../../../ml/data-kinds/rows/own-labels';
import type { Controller } from '../../controller';
import { classNamesOf, type Rows } from './own-rows';

function kindWords(rows: Rows, lang: Lang): string {
  const kind = labelKind(rows.map(([, , label = 0]) => label));
  if (kind.kind === 'values') return dataPanelText.values[lang];
  return kind.kind === 'signs' || kind.classes === 2
    ? dataPanelText.twoClasses[lang]
    : fill(dataPanelText.classes[lang], { classes: kind.classes });
}

/** How many points the run learns from and holds out; undefined until the run that uses them is there. */
function splitOf({ session }: Controller, rows: Rows): { readonly train: number; readonly test: number } | undefined {
  const arrays = session?.frame?.arrays;
  const [train, test] = ['points', 'testPoints'].map((name) => arrays?.[name]?.shape[0] ?? 0);
  // A single point is both.
  if (train === undefined || test === undefined || (train + test !== rows.length && rows.length > 1)) return undefined;
  return { train, test };
}

export function OwnPointsStatus({ controller, notices }: { readonly controller: Controller; readonly notices: readonly Text[] }) {
  const { lang, loaded, ownRows, own } = controller;
  const classNames = classNamesOf(own);
  const { ownData } = loaded.demo;
  if (ownRows === undefined || ownData?.kind !== 'rows') return null;
  if (ownRows.length === 0) return <p role="status">{dataPanelText.empty[lang]}</p>;
  const labelled = ownData.columns.length === 3;
  const [[left, right], [bottom, top]] = ownData.shown;
  const outside = ownRows.filter(([x = 0, y = 0]) => x < left || x > right || y < bottom || y > top).length;
  const split = splitOf(controller, ownRows);
  const names = (classNames ?? []).map((name, label) => fill(dataPanelText.named[lang], { label, name }));
  const sentences = [
    fill(dataPanelText.inUse[lang], { count: ownRows.length, kind: labelled ? kindWords(ownRows, lang) : '' }),
    ...(names.length === 0 ? [] : [fill(dataPanelText.names[lang], { names: names.join(lang === 'zh' ? '，' : ', ') })]),
    ...(split === undefined ? [] : split.test === 0 ? [dataPanelText.allLearnt[lang]] : [fill(dataPanelText.split[lang], split)]),
    ...(outside === 0 ? [] : [fill(dataPanelText.outside[lang], { count: outside })]),
    ...notices.map((notice) => notice[lang]),
  ];
  return <p role="status">{sentences.join(lang === 'zh' ? '' : ' ')}</p>;
}
