/** The reader's own points, pasted or dropped as a table. Nothing leaves the page; nothing is lost on an error. */
import { useState } from 'preact/hooks';
import { dataPanelText } from '../../../i18n/own-data';
import { tableText } from '../../../i18n/table';
import { fill, type Text } from '../../../i18n/text';
import type { Controller } from '../../controller';
import { useReading, type Reader } from '../use-reading';
import { OwnPointsStatus } from './status';
import { askTable } from './table/ask-table';
import type { Rows } from './own-rows';
import { sayTable } from './table/refusal';

export function DataPanel({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, loaded } = controller;
  const { text, setText, problem, progress, cancel, use } = useReading(sayTable('notRead'));
  /** What was said of points as they were read: painted in, they are others. */
  const [told, setTold] = useState<{ readonly rows: Rows; readonly notices: readonly Text[] } | undefined>(undefined);
  const { ownData } = loaded.demo;
  if (ownData?.kind !== 'rows') return null;
  const labelled = ownData.columns.length === 3;

  const read: Reader = async (content, show, signal) => {
    const wanted = { columns: ownData.columns.length, labelled, most: ownData.most };
    const { table, text: shown } = await askTable({ content, wanted }, show, signal);
    if ('problem' in table) return { outcome: { problem: table.problem }, shown };
    const accept = (): void => {
      setTold(table);
      controller.attempt(controller.setRows(table.rows, table.classNames.length > 0 ? table.classNames : undefined));
    };
    return { outcome: { accept }, shown };
  };
  const take = (file: File | undefined): void => {
    if (file !== undefined) void use(file.arrayBuffer(), read);
  };
  const ranges = ownData.shown.map(([from, to], i) =>
    fill(dataPanelText.range[lang], { column: ownData.columns[i]?.[lang] ?? '', from: String(from).replace('-', '−'), to }),
  );
  const list = lang === 'zh' ? '、' : ', ';
  return (
    <div
      class="gb-data"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => (event.preventDefault(), take(event.dataTransfer?.files[0]))}
    >
      <label for={`${id}-csv`}>{dataPanelText.csv[lang]}</label>
      <textarea
        id={`${id}-csv`}
        rows={5}
        spellcheck={false}
        value={text}
        placeholder={labelled ? '1.0, 2.5, 1\n-0.5, 3.2, -1' : '-1, 0.2\n0, 0.9\n1, -0.4'}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="gb-hint">
        {fill(dataPanelText.csvHelp[lang], {
          columns: ownData.columns.map((column) => column[lang]).join(list),
          ranges: ranges.join(list),
        })}{' '}
        {labelled && dataPanelText.csvLabels[lang]} {dataPanelText[labelled ? 'paintHelp' : 'drawHelp'][lang]}
      </p>
      <p class="gb-row">
        <button type="button" class="gb-chip" onClick={() => void use(text, read)}>
          {dataPanelText.use[lang]}
        </button>
        <label class="gb-chip gb-file">
          {dataPanelText.chooseFile[lang]}
          <input
            type="file"
            accept=".csv,.tsv,.txt,.gz,text/csv"
            onChange={({ currentTarget }) => {
              take(currentTarget.files?.[0]);
              // So that the same file, mended, can be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
      </p>
      {progress !== undefined && (
        <p class="gb-row" role="status">
          {fill(tableText.reading[lang], { percent: Math.round(100 * progress) })}
          <button type="button" class="gb-chip" onClick={() => cancel()}>
            {tableText.cancel[lang]}
          </button>
        </p>
      )}
      <OwnPointsStatus controller={controller} notices={told !== undefined && told.rows === controller.ownRows ? told.notices : []} />
      {problem !== undefined && (
        <p class="gb-problem" role="alert">
          {problem[lang]}
        </p>
      )}
    </div>
  );
}
