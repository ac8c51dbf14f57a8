/** What a reader answers a prediction with, before and after: answers to choose from, an axis, a plot. */
import { predictText } from '../../i18n/predict';
import type { Lang } from '../../i18n/text';
import type { Demo } from '../../demos/declaration';
import { shellText } from '../../i18n/shell';
import { Choice } from './choice';
import { EMPTY, type Heights } from './drawn';
import { NumberLine } from './number-line';
import type { KeptCurve } from './predictions';
import type { Question } from './question';
import { rightAnswer } from './said';
import { Sketch } from './sketch';

/** A guess as it is being made: nothing yet, an answer or a value, a curve that may have gaps. */
export type Draft = number | Heights | undefined;

export interface PickerProps {
  readonly id: string;
  readonly question: Question;
  readonly demo: Demo;
  readonly items: readonly HTMLElement[];
  readonly lang: Lang;
  readonly width: number;
  readonly draft: Draft;
  readonly result: number | KeptCurve | undefined;
  /** Absent once the reader is committed. */
  readonly onDraft: ((draft: Draft) => void) | undefined;
}

function numberOf(of: Draft | KeptCurve): number | undefined {
  return typeof of === 'number' ? of : undefined;
}

function curveOf(of: number | KeptCurve | undefined): KeptCurve | undefined {
  return typeof of === 'object' ? of : undefined;
}

export function Picker({ id, question, demo, items, lang, width, draft, result, onDraft }: PickerProps) {
  const { kind, axis = [0, 1], log = false, logSteps = false, from = 0, percent = false } = question;
  const number = numberOf(result);
  if (kind === 'choice') {
    const right = number === undefined ? undefined : rightAnswer(question, number);
    return <Choice id={id} items={items} lang={lang} chosen={numberOf(draft)} right={right} onChoose={onDraft} />;
  }
  if (kind === 'value') {
    return <NumberLine {...{ id, axis, log, percent, lang, width }} value={numberOf(draft)} result={number} onPlace={onDraft} />;
  }
  const metric = demo.metrics[question.metric];
  const heights = typeof draft === 'object' ? draft : EMPTY;
  const colour = `var(--gb-${metric?.role ?? 'neutral'})`;
  return (
    <>
      <Sketch
        {...{ axis, log, percent, lang, width, heights, colour }}
        {...{ logSteps, from }}
        steps={question.run.step}
        name={(metric?.label ?? shellText.whatLoss)[lang]}
        result={curveOf(result)}
        onDraw={onDraft}
      />
      {result !== undefined && (
        <p class="gb-predict-key" aria-hidden="true">
          <span class="gb-predict-key-guess">{predictText.yours[lang]}</span>
          <span style={`--gb-key: ${colour}`}>{predictText.theRun[lang]}</span>
        </p>
      )}
    </>
  );
}
