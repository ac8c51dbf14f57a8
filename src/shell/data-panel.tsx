/** The reader's own data: painted in the picture, drawn, pasted or dropped as CSV. Nothing leaves the page; nothing is lost on an error. */
import { useState } from 'preact/hooks';
import { fill, type Text } from '../i18n/text';
import { shellText } from '../i18n/shell';
import type { Controller } from './controller';
import { MOST_BYTES, parseCsv } from './csv';
import { paintLabels, textOfBytes } from './own-data';

export function DataPanel({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, paint, ownRows, loaded } = controller;
  const [text, setText] = useState('');
  const [message, setMessage] = useState<Text | undefined>(undefined);
  const { ownData } = loaded.demo;
  if (ownData?.kind !== 'points') return null;
  const points = (controller.session?.frame ?? controller.recording?.frame)?.arrays['points'];
  const labels = ownData.columns.length === 3 ? paintLabels(Array.from(points?.data ?? []).filter((_, i) => i % 3 === 2)) : [];
  const fail = ({ zh, en }: Text): void => setMessage({ zh: `${zh}。${shellText.csvKept.zh}`, en: `${en}. ${shellText.csvKept.en}` });
  const use = (csv: string): void => {
    const result = parseCsv(csv, ownData.columns.length, ownData.most);
    if ('problem' in result) {
      fail(result.problem);
      return;
    }
    setMessage(result.notice);
    controller.attempt(controller.setRows(result.rows));
  };
  const read = (file: File | undefined): void => {
    if (file === undefined) return;
    if (file.size > MOST_BYTES) {
      const words = { size: (file.size / 1e6).toFixed(1), most: MOST_BYTES / 1e6 };
      fail({ zh: fill(shellText.csvLarge.zh, words), en: fill(shellText.csvLarge.en, words) });
      return;
    }
    void file.arrayBuffer().then((buffer) => {
      const content = textOfBytes(new Uint8Array(buffer));
      if (content === undefined) {
        fail(shellText.csvNotText);
        return;
      }
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
          {labels.length === 0 && <option value="1">{shellText.paintOn[lang]}</option>}
          {labels.map((label) => (
            <option value={String(label)} key={label}>
              {labels.includes(-1) ? (label > 0 ? '+1' : '−1') : label}
            </option>
          ))}
          {labels.length > 0 && <option value="NaN">{shellText.paintErase[lang]}</option>}
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
      <p class="gb-hint">
        {fill(shellText.csvHelp[lang], { columns: ownData.columns.map((column) => column[lang]).join(', ') })}{' '}
        {labels.length > 0 && shellText.csvLabels[lang]}
      </p>
      <p class="gb-row">
        <button type="button" class="gb-chip" onClick={() => use(text)}>
          {shellText.useData[lang]}
        </button>
        <label class="gb-chip gb-file">
          {shellText.chooseFile[lang]}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={({ currentTarget }) => {
              read(currentTarget.files?.[0]);
              // So that the same file, mended, can be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
        {ownRows !== undefined && (
          <button type="button" class="gb-chip" onClick={() => controller.attempt(controller.setRows(undefined))}>
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
