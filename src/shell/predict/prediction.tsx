/** A prediction at work: the reader answers and commits; then the run is trained, and his guess stays beside it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Demo } from '../../demos/declaration';
import { predictText } from '../../i18n/predict';
import { fill, type Lang, type Text } from '../../i18n/text';
import { PROGRESS_EVENT } from '../progress/progress';
import { completed } from './drawn';
import { Picker, type Draft } from './picker';
import { keepPrediction, readPredictions, signOf, type KeptPrediction } from './predictions';
import type { Question } from './question';
import { saidOf } from './said';

export interface PredictionProps {
  /** `chapter/name`, under which it is kept. */
  readonly name: string;
  readonly question: Question;
  readonly demo: Demo;
  readonly items: readonly HTMLElement[];
  readonly lang: Lang;
  readonly width: number;
  /** Called with whether the run is known, so that the page shows its words. */
  readonly onShown: (shown: boolean) => void;
}

interface Running {
  readonly abort: AbortController;
  readonly step: number;
  readonly steps: number;
}

const HOW = { choice: undefined, value: predictText.placeHow, curve: predictText.drawHow } as const;
const NEEDS = { choice: predictText.needsChoice, value: predictText.needsPlace, curve: predictText.needsCurve } as const;

/** The guess that a draft stands for; undefined while there is none. */
function guessOf(draft: Draft): KeptPrediction['guess'] | undefined {
  return typeof draft === 'object' ? completed(draft) : draft;
}

/** What is kept under a name, and changed for this page and whoever listens. */
function useKept(name: string, question: Question) {
  const of = signOf(JSON.stringify(question));
  const read = (): KeptPrediction | undefined => {
    const kept = readPredictions()[name];
    return kept?.of === of ? kept : undefined;
  };
  const [kept, setKept] = useState(read);
  const [stored, setStored] = useState(true);
  useEffect(() => {
    const again = (): void => setKept(read());
    document.addEventListener(PROGRESS_EVENT, again);
    return () => document.removeEventListener(PROGRESS_EVENT, again);
  }, []);
  const keep = (next: Omit<KeptPrediction, 'of'> | undefined): void => {
    setStored(keepPrediction(name, next && { of, ...next }));
    setKept(next && { of, ...next });
  };
  return { kept, keep, stored };
}

export function Prediction({ name, question, demo, items, lang, width, onShown }: PredictionProps) {
  const { kept, keep, stored } = useKept(name, question);
  const [draft, setDraft] = useState<Draft>(undefined);
  const [running, setRunning] = useState<Running | undefined>(undefined);
  const [said, setSaid] = useState<Text | undefined>(undefined);
  const root = useRef<HTMLDivElement>(null);
  const outcome = useRef<HTMLParagraphElement>(null);
  const underWay = useRef<AbortController | undefined>(undefined);
  const { kind } = question;
  const guess = guessOf(draft);
  const result = kept?.result;
  useEffect(() => onShown(result !== undefined), [result !== undefined]);
  useEffect(() => () => underWay.current?.abort(), []);

  const commit = (): void => {
    if (guess === undefined) return setSaid(NEEDS[kind]);
    setSaid(undefined);
    keep({ guess });
  };
  const again = (): void => {
    setDraft(undefined);
    setSaid(undefined);
    keep(undefined);
  };
  const show = async (): Promise<void> => {
    if (kept === undefined || running !== undefined) return;
    const abort = new AbortController();
    underWay.current = abort;
    setSaid(undefined);
    setRunning({ abort, step: 0, steps: 0 });
    try {
      const train = await import('./train').catch(() => undefined);
      if (train === undefined) return setSaid(predictText.notLoaded);
      const trained = await train.carryOut(question, {
        signal: abort.signal,
        progress: (step, steps) => setRunning({ abort, step, steps }),
      });
      if (trained === undefined) return setSaid(predictText.cancelled);
      if ('cause' in trained) return setSaid(failedWith(trained.cause));
      keep({ guess: kept.guess, result: trained.result });
    } finally {
      setRunning(undefined);
    }
  };

  const id = `predict-${name.replace('/', '-')}`;
  const how = HOW[kind];
  const state = result !== undefined ? 'shown' : running !== undefined ? 'running' : kept !== undefined ? 'committed' : 'asked';
  /** Whether the focus is here, or was on what has just gone; a reader who is elsewhere by now is left there. */
  const focused = useRef(false);
  focused.current = root.current?.contains(document.activeElement) === true;
  useEffect(() => {
    if (!focused.current || root.current?.contains(document.activeElement) === true) return;
    // What was pressed is gone: what is said takes its place, or the next thing to press.
    const next = state === 'shown' ? outcome.current : root.current?.querySelector<HTMLElement>('.gb-predict-main');
    (next ?? outcome.current)?.focus();
  });
  const status =
    state === 'running'
      ? progressWords(running, lang)
      : said !== undefined
        ? said[lang]
        : result !== undefined && kept !== undefined
          ? saidOf(question, kept.guess, result, lang)
          : state === 'committed'
            ? predictText.committed[lang]
            : '';
  return (
    <div class="gb-predict-live" data-state={state} ref={root}>
      <Picker
        {...{ question, demo, items, lang, width, result }}
        id={id}
        draft={kept?.guess ?? draft}
        onDraft={kept === undefined ? setDraft : undefined}
      />
      {state === 'asked' && how !== undefined && <p class="gb-predict-how">{how[lang]}</p>}
      <p class="gb-predict-status" role="status" tabindex={-1} ref={outcome}>
        {status}
      </p>
      {state === 'running' && (
        <progress max={running?.steps} value={running?.steps === 0 ? undefined : running?.step} aria-label={predictText.preparing[lang]} />
      )}
      {!stored && <p class="gb-predict-how">{predictText.notStored[lang]}</p>}
      <p class="gb-predict-buttons">
        {state === 'asked' && (
          <button type="button" class="gb-predict-main" aria-disabled={guess === undefined} onClick={commit} key="main">
            {predictText.commit[lang]}
          </button>
        )}
        {(state === 'committed' || state === 'running') && (
          <button type="button" class="gb-predict-main" aria-disabled={state === 'running'} onClick={() => void show()} key="main">
            {predictText.show[lang]}
          </button>
        )}
        {state === 'running' && (
          <button type="button" onClick={() => running?.abort.abort()} key="cancel">
            {predictText.cancel[lang]}
          </button>
        )}
        {state === 'asked' && kind === 'curve' && draft !== undefined && (
          <button type="button" onClick={() => setDraft(undefined)} key="anew">
            {predictText.drawAnew[lang]}
          </button>
        )}
        {(state === 'committed' || state === 'shown') && (
          <button type="button" onClick={again} key="again">
            {predictText.again[lang]}
          </button>
        )}
      </p>
    </div>
  );
}

function failedWith(cause: Text): Text {
  return { zh: fill(predictText.failed.zh, { cause: cause.zh }), en: fill(predictText.failed.en, { cause: cause.en }) };
}

/** Rough tenths, so that a reader who hears them is not told every step. */
function progressWords(running: Running | undefined, lang: Lang): string {
  if (running === undefined || running.steps === 0 || running.step === 0) return predictText.preparing[lang];
  const tenth = Math.max(1, Math.round(running.steps / 10));
  return fill(predictText.training[lang], { step: Math.floor(running.step / tenth) * tenth, steps: running.steps });
}
