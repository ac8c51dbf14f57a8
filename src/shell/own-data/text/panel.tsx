/** The reader's own text, pasted or dropped. Nothing leaves the page; nothing that was there is lost on an error. */
import { useState } from 'preact/hooks';
import { dataText } from '../../../i18n/own-data';
import { ownTextWords } from '../../../i18n/own-text';
import { fill, type Text } from '../../../i18n/text';
import { CORPUS_NAMES } from '../../../ml/data-kinds/text/program';
import { loadCorpus } from '../../../ml/data/text/corpora';
import type { Controller } from '../../controller';
import { download } from '../../page';
import { useReading, type Reader } from '../use-reading';
import { askText } from './ask-text';
import { sayText } from './read-text';

const PLAIN = 'text/plain;charset=utf-8';

export function TextDataPanel({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, loaded, own, values } = controller;
  const { text, setText, problem, fail, progress, cancel, use } = useReading(sayText('notRead'));
  const [told, setTold] = useState<{ readonly own: unknown; readonly notices: readonly Text[] } | undefined>(undefined);
  const { ownData } = loaded.demo;
  if (ownData?.kind !== 'text') return null;
  const { least, most } = ownData;
  const inUse = own?.kind === 'text' ? own : undefined;

  const read: Reader = async (content, _show, signal) => {
    const answer = await askText({ content, wanted: { least, most } }, signal);
    const { read: found } = answer;
    const shown = 'shown' in answer ? answer.shown : undefined;
    if ('problem' in found) return { outcome: { problem: found.problem }, shown };
    const accept = (): void => {
      setTold(found);
      controller.attempt(controller.setOwnData(found.own));
    };
    return { outcome: { accept }, shown };
  };
  const take = (file: File | undefined): void => {
    if (file !== undefined) void use(file.arrayBuffer(), read);
  };
  /** Under the name by which a printed program looks for it. */
  const save = async (): Promise<void> => {
    if (inUse !== undefined) {
      download('text.txt', inUse.text, PLAIN);
      return;
    }
    const chosen = values[ownData.chosenBy];
    const name = CORPUS_NAMES.find((one) => one === chosen) ?? CORPUS_NAMES[0];
    const content = await loadCorpus(name).catch(() => undefined);
    if (content === undefined) fail(sayText('notLoaded'));
    else download(`${name}.txt`, content, PLAIN);
  };
  return (
    <div
      class="gb-data"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => (event.preventDefault(), take(event.dataTransfer?.files[0]))}
    >
      <label for={`${id}-text`}>{ownTextWords.field[lang]}</label>
      <textarea id={`${id}-text`} rows={6} spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <p class="gb-hint">{fill(ownTextWords.help[lang], { least, most })}</p>
      <p class="gb-row">
        <button type="button" class="gb-chip" onClick={() => void use(text, read)}>
          {ownTextWords.use[lang]}
        </button>
        <label class="gb-chip gb-file">
          {ownTextWords.chooseFile[lang]}
          <input
            type="file"
            accept=".txt,.md,.gz,text/plain"
            onChange={({ currentTarget }) => {
              take(currentTarget.files?.[0]);
              // So that the same file, mended, can be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
        {inUse !== undefined && (
          <button type="button" class="gb-chip" onClick={() => controller.attempt(controller.setOwnData(undefined))}>
            {dataText.builtIn[lang]}
          </button>
        )}
        <button type="button" class="gb-chip" onClick={() => void save()}>
          {ownTextWords.save[lang]}
        </button>
      </p>
      {progress !== undefined && (
        <p class="gb-row" role="status">
          {ownTextWords.reading[lang]}
          <button type="button" class="gb-chip" onClick={() => cancel()}>
            {ownTextWords.cancel[lang]}
          </button>
        </p>
      )}
      {inUse !== undefined && (
        <p role="status">
          {[
            fill(ownTextWords.inUse[lang], { count: inUse.characters, distinct: inUse.distinct }),
            ...(told?.own === inUse ? told.notices.map((notice) => notice[lang]) : []),
          ].join(lang === 'zh' ? '' : ' ')}
        </p>
      )}
      {problem !== undefined && (
        <p class="gb-problem" role="alert">
          {problem[lang]}
        </p>
      )}
    </div>
  );
}
