/** The reader's own text, pasted or dropped. Nothing leaves the page; nothing that was there is lost on an error. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { dataPanelText, dataText } from '../../../i18n/own-data';
import { ownTextWords } from '../../../i18n/own-text';
import { fill, type Text } from '../../../i18n/text';
import { CORPUS_NAMES } from '../../../ml/data-kinds/text/program';
import { loadCorpus } from '../../../ml/data/text/corpora';
import type { Controller } from '../../controller';
import { download } from '../../page';
import { askText } from './ask-text';
import { sayText } from './read-text';

/** Milliseconds after which it is said that a text is being read. */
const SAID_AFTER = 500;
const PLAIN = 'text/plain;charset=utf-8';

export function TextDataPanel({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, loaded, own, values } = controller;
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Text | undefined>(undefined);
  const [told, setTold] = useState<{ readonly own: unknown; readonly notices: readonly Text[] } | undefined>(undefined);
  const [reading, setReading] = useState(false);
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const { ownData } = loaded.demo;
  if (ownData?.kind !== 'text') return null;
  const { least, most } = ownData;
  const inUse = own?.kind === 'text' ? own : undefined;
  const fail = ({ zh, en }: Text): void => setProblem({ zh: `${zh}。${dataPanelText.kept.zh}`, en: `${en}. ${dataPanelText.kept.en}` });

  /** Has a text read and, where that succeeds, used. A second one takes the place of a first that is still being read. */
  const use = async (content: string | Promise<ArrayBuffer>): Promise<void> => {
    stop.current?.abort();
    const abort = new AbortController();
    stop.current = abort;
    setProblem(undefined);
    const slow = setTimeout(() => setReading(true), SAID_AFTER);
    // A file that is gone by now, or may not be read.
    const given = await Promise.resolve(content).catch(() => undefined);
    const answer =
      given === undefined
        ? { read: { problem: sayText('notRead') } }
        : await askText({ content: given, wanted: { least, most } }, abort.signal);
    clearTimeout(slow);
    if (stop.current !== abort) return;
    setReading(false);
    if (typeof content !== 'string' && 'shown' in answer && answer.shown !== undefined) setText(answer.shown);
    if ('problem' in answer.read) {
      fail(answer.read.problem);
      return;
    }
    setTold(answer.read);
    controller.attempt(controller.setOwnData(answer.read.own));
  };
  const take = (file: File | undefined): void => {
    if (file !== undefined) void use(file.arrayBuffer());
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
        <button type="button" class="gb-chip" onClick={() => void use(text)}>
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
      {reading && (
        <p class="gb-row" role="status">
          {ownTextWords.reading[lang]}
          <button type="button" class="gb-chip" onClick={() => stop.current?.abort()}>
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
