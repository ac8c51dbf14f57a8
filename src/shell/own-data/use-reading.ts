/** Reading what a reader pastes or drops: one at a time, said where it takes long, cancellable; nothing that was there is lost on an error. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { dataPanelText } from '../../i18n/own-data';
import type { Text } from '../../i18n/text';

/** Milliseconds after which it is said that something is being read. */
const SAID_AFTER = 500;

/** What came of reading something: a sentence that says what is wrong with it, or what to do with it. */
export type Outcome = { readonly problem: Text } | { readonly accept: () => void };

/** What reads what a panel takes: on another thread, so that it can be stopped. */
export type Reader = (
  given: string | ArrayBuffer,
  show: (fraction: number) => void,
  signal: AbortSignal,
) => Promise<{ readonly outcome: Outcome; /** A file's content, for the field. */ readonly shown?: string | undefined }>;

/** The field of a panel and what is being read. */
export interface Reading {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly problem: Text | undefined;
  readonly fail: (problem: Text) => void;
  /** How far the reading is, from 0 to 1, once it has taken long enough to be said. */
  readonly progress: number | undefined;
  readonly cancel: () => void;
  /** Has something read and, where that succeeds, used. A second one takes the place of a first that is still being read. */
  readonly use: (content: string | Promise<ArrayBuffer>, read: Reader) => Promise<void>;
}

/** @param notRead what is said of a file that is gone by now, or may not be read. */
export function useReading(notRead: Text): Reading {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Text | undefined>(undefined);
  const [progress, setProgress] = useState<number | undefined>(undefined);
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const fail = ({ zh, en }: Text): void => setProblem({ zh: `${zh}。${dataPanelText.kept.zh}`, en: `${en}. ${dataPanelText.kept.en}` });
  const use: Reading['use'] = async (content, read) => {
    stop.current?.abort();
    const abort = new AbortController();
    stop.current = abort;
    setProblem(undefined);
    setProgress(undefined);
    const since = performance.now();
    const show = (fraction: number): void => {
      if (performance.now() - since > SAID_AFTER) setProgress(fraction);
    };
    const slow = setTimeout(() => setProgress(0), SAID_AFTER);
    const given = await Promise.resolve(content).catch(() => undefined);
    const { outcome, shown } =
      given === undefined ? { outcome: { problem: notRead }, shown: undefined } : await read(given, show, abort.signal);
    clearTimeout(slow);
    if (stop.current !== abort) return;
    setProgress(undefined);
    if (typeof content !== 'string' && shown !== undefined) setText(shown);
    if ('problem' in outcome) fail(outcome.problem);
    else outcome.accept();
  };
  return { text, setText, problem, fail, progress, cancel: () => stop.current?.abort(), use };
}
