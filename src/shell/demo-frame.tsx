/** The frame around a demo: claim, knobs, pictures, transport with timeline, curves, panels. Rendered at build, taken over in the page. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { shellText } from '../i18n/shell';
import { openingOf, sameValue, touchesRun } from '../demos/resolve';
import type { LoadedDemo } from '../demos/load';
import type { ViewSource } from '../views/view';
import { answersOf, pastAnswersOf, useAnswering } from './answering';
import { Changes } from './changes';
import { ForkBar, KeepBar } from './compare/compare-panel';
import type { Controller } from './controller';
import { Drawer } from './drawer';
import { ParameterForm, Presets } from './fields/parameters';
import { WatchStrip } from './inspector-panel';
import { Messages } from './messages';
import type { Forms } from './pictures/picture-form';
import { viewSource, withPoints } from './pictures/source';
import { Stage } from './pictures/stage';
import { printedSettings } from './printed-settings';
import { toStart, turnBy } from './reel';
import { RunSettings, toggle, Transport } from './transport/transport';

/** So high for their width pictures may be that a phone shows them, the transport and a knob together. */
const LOW = 1.15;

export interface DemoFrameProps {
  readonly controller: Controller;
  /** Prefix of all ids inside, unique on the page. */
  readonly id: string;
  /** False at build: then nothing can be touched, and ids of live parts are the same. */
  readonly live: boolean;
  /** The forms of pictures and curves that fit; undefined at build. */
  readonly forms?: Forms | undefined;
}

/**
 * What the pictures show: the run at the cursor; while a new one is being made, what was there before, with the reader's own points as
 * they are by now, so that a picture that is painted in keeps up with the hand.
 */
function useShown(controller: Controller): ViewSource | undefined {
  const before = useRef<ViewSource | undefined>(undefined);
  useAnswering(controller);
  const { session, comparison } = controller;
  const asked = comparison.forked?.main ?? session;
  const answered = { answers: answersOf(controller, asked), along: pastAnswersOf(controller, asked) };
  const now = viewSource(session, controller.recording, controller.pictureValues, answered);
  if (now !== undefined) before.current = now;
  if (now !== undefined || before.current === undefined) return now;
  const { ownRows, pictureValues, loaded } = controller;
  const looks = Object.entries(pictureValues).filter(([name]) => {
    const parameter = loaded.demo.parameters[name];
    return parameter === undefined || !touchesRun(parameter) || parameter.drawnAtOnce === true;
  });
  const otherwise = looks.some(([name, value]) => loaded.demo.parameters[name]?.effect === 'ask' && value !== before.current?.values[name]);
  const kept = otherwise ? { ...before.current, answers: undefined } : before.current;
  return { ...withPoints(kept, ownRows), values: { ...before.current.values, ...Object.fromEntries(looks) } };
}

/** A figure with settings of its own shows something else than the demo claims: its caption says what there is to try. */
function isOpening({ demo, recording }: LoadedDemo): boolean {
  return recording === undefined || Object.entries(openingOf(demo)).every(([name, value]) => sameValue(recording.values[name], value));
}

/** Keys of the frame; what a field or a picture has used does not come here. */
function onKeys(controller: Controller, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(event.target instanceof Element) || event.target.closest('input, select, textarea, pre') !== null) return;
  // A button keeps the keys that press it.
  if (event.key === ' ' && event.target.closest('button, summary, a') !== null) return;
  const actions: Readonly<Record<string, () => void>> = {
    ' ': () => toggle(controller),
    ArrowRight: () => controller.attempt(controller.step()),
    ArrowLeft: () => controller.attempt(turnBy(controller, -1)),
    r: () => controller.attempt(toStart(controller)),
    R: () => controller.attempt(toStart(controller)),
  };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

export function DemoFrame({ controller, id, live, forms }: DemoFrameProps) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // However often the run reports, the page is drawn once a frame.
    let asked = 0;
    const unsubscribe = controller.subscribe(() => {
      if (asked === 0) {
        asked = requestAnimationFrame(() => {
          asked = 0;
          redraw(undefined);
        });
      }
    });
    return () => {
      unsubscribe();
      cancelAnimationFrame(asked);
    };
  }, [controller]);
  const { lang, loaded } = controller;
  const { demo } = loaded;
  const source = useShown(controller);
  const stale = source !== undefined && !controller.started && controller.recording === undefined;
  // Two runs side by side, or tensors pinned, take more than a phone has.
  const single = controller.comparison.forked === undefined && controller.shown.watches.length === 0;
  const low = single && loaded.views.every((view) => view.aspect.narrow <= LOW);
  return (
    <div class="gb-demo" ref={root} tabIndex={live ? -1 : undefined} onKeyDown={(event) => onKeys(controller, event)}>
      <header class="gb-header" data-settings={printedSettings(controller)}>
        <p class="gb-title" id={`${id}-title`}>
          {demo.title[lang]}
        </p>
        {isOpening(loaded) && (
          <p class="gb-claim">
            <span class="gb-claim-word">{shellText.claim[lang]}</span> {demo.claim[lang]}
          </p>
        )}
      </header>
      <div class="gb-body">
        <div class={`gb-instrument${low ? ' gb-instrument-low' : ''}`}>
          <div class="gb-above">
            <Presets controller={controller} />
            <ForkBar controller={controller} />
          </div>
          <Stage controller={controller} id={id} live={live} forms={forms} source={source} stale={stale} />
          <WatchStrip controller={controller} id={id} />
          <Transport controller={controller} id={id} />
        </div>
        <div class="gb-after">
          <div class="gb-row">
            <RunSettings controller={controller} id={id} />
            <KeepBar controller={controller} id={id} />
          </div>
          <Changes controller={controller} />
          <Messages controller={controller} />
        </div>
        <ParameterForm controller={controller} id={id} live={live} />
        <Drawer controller={controller} id={id} source={source} root={() => root.current} />
      </div>
    </div>
  );
}
