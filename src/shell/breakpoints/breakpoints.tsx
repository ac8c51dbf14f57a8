/** The conditions at which the run pauses: listed, switched off, removed, added by typing or by a click. */
import { readCondition } from '../../engine/breakpoints/condition';
import { breakpointText } from '../../i18n/breakpoints';
import { fill } from '../../i18n/text';
import type { Controller } from '../controller';
import type { Breakpoint } from '../frame-state';
import { MOST_BREAKPOINTS } from '../link/link';
import { isMeasured, recordedOf } from '../pictures/source';
import { ExpressionField } from './expression-field';
import { offersFor, vocabularyFor } from './offers';

function Row({ controller, id, breakpoint }: { readonly controller: Controller; readonly id: string; readonly breakpoint: Breakpoint }) {
  const { lang, loaded, session } = controller;
  const { condition, on } = breakpoint;
  // A change of the network may leave a condition with a layer that is no longer there.
  const read = readCondition(condition, vocabularyFor(loaded.demo, session?.spec));
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={on}
          aria-label={fill(breakpointText.active[lang], { condition })}
          onChange={({ currentTarget }) => controller.frame.setBreakpoint(condition, currentTarget.checked)}
        />
        <code>{condition}</code>
      </label>
      <button
        type="button"
        class="gb-small"
        aria-label={fill(breakpointText.remove[lang], { condition })}
        onClick={() => controller.frame.removeBreakpoint(condition)}
      >
        ×
      </button>
      {'problem' in read && (
        <span class="gb-problem" id={`${id}-${condition}`}>
          {read.problem[lang]}
        </span>
      )}
    </li>
  );
}

export function Breakpoints({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, loaded, session } = controller;
  const { breakpoints } = controller.shown;
  const vocabulary = vocabularyFor(loaded.demo, session?.spec);
  const take = (text: string) => {
    const condition = text.trim();
    const read = readCondition(condition, vocabulary);
    if ('problem' in read) return read;
    if (breakpoints.some((one) => one.condition === condition)) return { problem: breakpointText.there };
    if (breakpoints.length >= MOST_BREAKPOINTS) {
      const inWords = (text: string): string => fill(text, { most: MOST_BREAKPOINTS });
      return { problem: { zh: inWords(breakpointText.tooMany.zh), en: inWords(breakpointText.tooMany.en) } };
    }
    controller.frame.setBreakpoint(condition, true);
    return undefined;
  };
  const record = session?.frame === undefined ? controller.recording : recordedOf(session.record);
  const isThere = (metric: string): boolean => record === undefined || isMeasured(record, metric);
  const offers = offersFor(loaded.demo, session?.spec, isThere).filter(
    (offer) => !breakpoints.some(({ condition }) => condition === offer),
  );
  return (
    <div class="gb-breakpoints">
      <p class="gb-hint">{breakpointText.about[lang]}</p>
      {breakpoints.length > 0 && (
        <ul>
          {breakpoints.map((one) => (
            <Row key={one.condition} controller={controller} id={id} breakpoint={one} />
          ))}
        </ul>
      )}
      <ExpressionField
        id={`${id}-breakpoint`}
        lang={lang}
        label={breakpointText.condition[lang]}
        vocabulary={vocabulary}
        placeholder="loss < 0.1"
        take={take}
      />
      {offers.length > 0 && breakpoints.length < MOST_BREAKPOINTS && (
        <p class="gb-offered">
          {breakpointText.examples[lang]}
          {offers.map((offer) => (
            <button type="button" class="gb-chip" key={offer} onClick={() => controller.frame.setBreakpoint(offer, true)}>
              <code>{offer}</code>
            </button>
          ))}
        </p>
      )}
      <p class="gb-hint">{breakpointText.keys[lang]}</p>
    </div>
  );
}
