/** What the frame has to say: progress, why it paused, what failed, what a link had wrong. */
import type { BreakpointHit, NonFinite } from '../engine/protocol';
import type { Session } from '../engine/session-api';
import { breakpointText } from '../i18n/breakpoints';
import { inspectorText } from '../i18n/inspector';
import { fill, type Lang, type Text } from '../i18n/text';
import { shellText } from '../i18n/shell';
import { short } from '../views/parts/ramp';
import type { Controller } from './controller';
import { longReplay } from './duration';
import { useLazyPart } from './lazy-part';
import { UpdatedMessage, useUpdated } from './not-loaded';
import { reelOf } from './reel';

function List({ title, items, lang }: { readonly title: Text; readonly items: readonly Text[]; readonly lang: Lang }) {
  return (
    <>
      <p class="gb-message-head">{title[lang]}</p>
      <ul>
        {items.map((item) => (
          <li key={item.en}>{item[lang]}</li>
        ))}
      </ul>
    </>
  );
}

const WHAT: Readonly<Record<NonFinite['what'], Text>> = {
  activation: shellText.whatActivation,
  gradient: shellText.whatGradient,
  weight: shellText.whatWeight,
  loss: shellText.whatLoss,
};

/** Conditions that came true, and the numbers of what they speak of. */
function hitWords(hits: readonly BreakpointHit[], step: number, lang: Lang): string {
  const separator = lang === 'zh' ? '，' : ', ';
  const numbers = new Map(hits.flatMap(({ values }) => Object.entries(values)));
  numbers.delete('step');
  const values = [...numbers].map(([written, value]) => `${written} = ${short(value)}`);
  const paused = fill(breakpointText.pausedAt[lang], { step, condition: hits.map(({ condition }) => condition).join(separator) });
  return values.length === 0 ? paused : paused + fill(breakpointText.pausedValues[lang], { values: values.join(separator) });
}

function NonFiniteMessage({ finding, controller }: { readonly finding: NonFinite; readonly controller: Controller }) {
  const { lang } = controller;
  const words = { step: finding.step, tensor: finding.tensor, what: WHAT[finding.what][lang], before: short(finding.before) };
  return (
    <div class="gb-message gb-message-warn" role="alert">
      <p>{fill(shellText[Number.isNaN(finding.before) ? 'nonFiniteAtOnce' : 'nonFinite'][lang], words)}</p>
      <List title={shellText.causes} items={finding.causes} lang={lang} />
      <List title={shellText.remedies} items={finding.remedies} lang={lang} />
      {finding.what !== 'loss' && (
        <button
          type="button"
          class="gb-chip"
          onClick={() => controller.frame.inspect({ open: true, layer: finding.layer, unit: undefined })}
        >
          {fill(inspectorText.inspectIt[lang], { name: finding.layer })}
        </button>
      )}
    </div>
  );
}

/** What the run is busy with, how far it is, and, where that is long, for how much longer. */
function BusyMessage({ session, lang }: { readonly session: Session; readonly lang: Lang }) {
  const { state, status } = session;
  if (state.kind !== 'busy') return null;
  const time = longReplay(state.left ?? 0, status?.stepsPerSecond, lang);
  return (
    <p class="gb-message gb-busy" role="status">
      {time === undefined ? shellText[state.phase][lang] : fill(shellText.replayingLong[lang], { time })}
      {state.fraction !== undefined && <progress value={state.fraction} max={1} aria-label={shellText[state.phase][lang]} />}
      <button type="button" class="gb-chip" onClick={() => session.cancel()}>
        {shellText.cancel[lang]}
      </button>
    </p>
  );
}

function FailedMessage({ controller, text }: { readonly controller: Controller; readonly text: Text }) {
  const { lang } = controller;
  return (
    <div class="gb-message gb-message-warn" role="alert">
      <p>{text[lang]}</p>
      <button type="button" class="gb-chip" onClick={() => controller.attempt(controller.setBackend(controller.backend))}>
        {shellText.retry[lang]}
      </button>
    </div>
  );
}

/** At most one line of what is going on, and the boxes that need attention. */
export function Messages({ controller }: { readonly controller: Controller }) {
  const { lang, session } = controller;
  const { problems, refusal } = controller.shown;
  const state = session?.state;
  const updated = useUpdated(state?.kind === 'failed');
  const isPausedBy = state?.kind === 'paused' && state.reason !== undefined && state.reason.kind !== 'command';
  // Loaded with the first run, whose numbers it says.
  const now = useLazyPart(controller.started, async () => (await import('./measured-now')).MeasuredNow);
  const isQuiet = state?.kind !== 'busy' && state?.kind !== 'failed';
  const saysElse = problems.length > 0 || refusal !== undefined || session?.notice !== undefined || isPausedBy;
  return (
    <div class="gb-messages">
      {problems.length > 0 && (
        <div class="gb-message gb-message-warn" role="alert">
          <List title={shellText.linkProblems} items={problems} lang={lang} />
        </div>
      )}
      {session?.notice !== undefined && (
        <p class="gb-message" role="status">
          {session.notice[lang]}
        </p>
      )}
      {refusal !== undefined && (
        <p class="gb-message gb-message-warn" role="alert">
          {refusal[lang]}
        </p>
      )}
      {session !== undefined && <BusyMessage session={session} lang={lang} />}
      {state?.kind === 'failed' &&
        (updated ? <UpdatedMessage controller={controller} /> : <FailedMessage controller={controller} text={state.message} />)}
      {state?.kind === 'paused' && state.reason?.kind === 'non-finite' && (
        <NonFiniteMessage finding={state.reason.finding} controller={controller} />
      )}
      {state?.kind === 'paused' && state.reason?.kind === 'breakpoint' && (
        <p class="gb-message" role="status">
          {hitWords(state.reason.hits, state.reason.step, lang)}
        </p>
      )}
      {state?.kind === 'paused' && state.reason?.kind === 'length' && (
        <p class="gb-message" role="status">
          {fill(shellText.lengthReached[lang], { step: controller.cursor })}{' '}
          <button
            type="button"
            class="gb-chip"
            onClick={() => {
              controller.frame.setSpeed(Infinity);
              controller.play();
            }}
          >
            {shellText.goOnFast[lang]}
          </button>
        </p>
      )}
      {typeof now === 'object' && !saysElse && isQuiet && <now.Part controller={controller} />}
      {!controller.started && isQuiet && controller.recording !== undefined && (
        <p class="gb-message gb-recorded">
          {fill(shellText[reelOf(controller) === undefined ? 'recorded' : 'filmed'][lang], { step: controller.recording.frame.step })}
        </p>
      )}
    </div>
  );
}
