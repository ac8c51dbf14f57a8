/** The reader's own data: painted in the picture, drawn, pasted or dropped as CSV. Nothing leaves the page; nothing is lost on an error. */
import { useState } from 'preact/hooks';
import { fill, type Text } from '../i18n/text';
import { shellText } from '../i18n/shell';
import type { Controller } from './controller';
import { MOST_BYTES, parseCsv } from './csv';

export function DataPanel({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, paint, ownRows, loaded } = controller;
  const [text, setText] = useState('');
  const [message, setMessage] = useState<Text | undefined>(undefined);
  const { ownData } = loaded.demo;
  if (ownData === undefined) return null;
  const labels = ownData.columns.length === 3 ? [1, -1] : [];
  const use = (csv: string): void => {
    const result = parseCsv(csv, ownData.columns.length, ownData.most);
    if ('problem' in result) {
      setMessage({ zh: `${result.problem.zh}。${shellText.csvKept.zh}`, en: `${result.problem.en}. ${shellText.csvKept.en}` });
      return;
    }
    setMessage(result.notice);
    void controller.setRows(result.rows);
  };
  const read = (file: File | undefined): void => {
    if (file === undefined) return;
    if (file.size > MOST_BYTES) {
      const words = { size: (file.size / 1e6).toFixed(1), most: MOST_BYTES / 1e6 };
      setMessage({ zh: fill(shellText.csvLarge.zh, words), en: fill(shellText.csvLarge.en, words) });
      return;
    }
    void file.text().then((content) => {
      setText(content.slice(0, 20_000));
      use(content);
    });
  };
  return (
    <div
      class="gb-data"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => (event.preventDefault(), read(event.dataTransfer?.files[0]))}
    >
      <p>
        <label for={`${id}-paint`}>{labels.length > 0 ? shellText.paint[lang] : shellText.draw[lang]}</label>{' '}
        <select
          id={`${id}-paint`}
          value={paint === undefined ? '' : String(paint)}
          onChange={(event) => controller.setPaint(event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value))}
        >
          <option value="">{shellText.paintOff[lang]}</option>
          {(labels.length > 0 ? labels : [1]).map((label) => (
            <option value={String(label)} key={label}>
              {labels.length > 0 ? (label > 0 ? '+1' : '−1') : '✓'}
            </option>
          ))}
        </select>
        {labels.length > 0 && <span class="gb-hint">{shellText.paintHelp[lang]}</span>}
      </p>
      <label for={`${id}-csv`}>{shellText.csv[lang]}</label>
      <textarea
        id={`${id}-csv`}
        rows={5}
        spellcheck={false}
        value={text}
        placeholder={labels.length > 0 ? '1.0, 2.5, 1\n-0.5, 3.2, -1' : '-1, 0.2\n0, 0.9\n1, -0.4'}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="gb-hint">{fill(shellText.csvHelp[lang], { columns: ownData.columns.map((column) => column[lang]).join(', ') })}</p>
      <p class="gb-row">
        <button type="button" class="gb-chip" onClick={() => use(text)}>
          {shellText.useData[lang]}
        </button>
        <label class="gb-chip gb-file">
          {shellText.chooseFile[lang]}
          <input type="file" accept=".csv,.tsv,.txt,text/csv" onChange={(event) => read(event.currentTarget.files?.[0])} />
        </label>
        {ownRows !== undefined && (
          <button type="button" class="gb-chip" onClick={() => void controller.setRows(undefined)}>
            {shellText.builtInData[lang]}
          </button>
        )}
      </p>
      {ownRows !== undefined && <p role="status">{fill(shellText.ownCount[lang], { count: ownRows.length })}</p>}
      {message !== undefined && (
        <p class="gb-problem" role="alert">
          {message[lang]}
        </p>
      )}
    </div>
  );
}
