/** The frame around a demo: claim, knobs, pictures, transport with timeline, curves, panels. Rendered at build, taken over in the page. */
import { Fragment, type ComponentChildren } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { compareText } from '../i18n/compare';
import { shellText } from '../i18n/shell';
import { touchesRun } from '../demos/resolve';
import type { ViewSource } from '../views/view';
import { answersOf, useAnswering } from './answering';
import { Charts } from './pictures/charts';
import { ComparePanel, ForkBar, KeepBar } from './compare/compare-panel';
import { forkSource, pairCaptions } from './compare/fork-picture';
import { CodePanel } from './code-panel';
import type { Controller } from './controller';
import { InspectorPanel, WatchStrip } from './inspector-panel';
import { Messages } from './messages';
import { ModelPanel } from './saved-model/model-panel';
import { OwnDataPanel } from './own-data/panel';
import { PaintBar } from './own-data/rows/paint-bar';
import type { PanelName } from './panels';
import { ParameterForm } from './fields/parameters';
import { Picture, PictureTables } from './pictures/picture';
import type { Form } from './pictures/picture-form';
import { printedSettings } from './printed-settings';
import { SharePanel } from './link/share-panel';
import { viewSource, withPoints } from './pictures/source';
import { Status } from './transport/status';
import { toggle, Transport } from './transport/transport';

export interface DemoFrameProps {
  readonly controller: Controller;
  /** Prefix of all ids inside, unique on the page. */
  readonly id: string;
  /** False at build: then nothing can be touched, and ids of live parts are the same. */
  readonly live: boolean;
  /** The form of pictures that fits; undefined at build. */
  readonly form?: Form | undefined;
}

interface PanelProps {
  readonly controller: Controller;
  readonly id: string;
  readonly name: PanelName;
  readonly title: string;
  readonly children: () => ComponentChildren;
}

/** A folded part, filled when it is opened, so that a page with many demos stays light. */
function Panel({ controller, id, name, title, children }: PanelProps) {
  const open = controller.shown.panels.has(name);
  return (
    <details
      class="gb-panel"
      id={`${id}-panel-${name}`}
      open={open}
      onToggle={(event) => controller.frame.unfold(name, event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {open && <div class="gb-panel-body">{children()}</div>}
    </details>
  );
}

/**
 * What the pictures show: the run at the cursor; while a new one is being made, what was there before, with the reader's own points as
 * they are by now, so that a picture that is painted in keeps up with the hand.
 */
function useShown(controller: Controller): ViewSource | undefined {
  const before = useRef<ViewSource | undefined>(undefined);
  useAnswering(controller);
  const { session, comparison } = controller;
  const answers = answersOf(controller, comparison.forked?.main ?? session);
  const now = viewSource(session, controller.recording, controller.pictureValues, answers);
  if (now !== undefined) before.current = now;
  if (now !== undefined || before.current === undefined) return now;
  const { ownRows, pictureValues, loaded } = controller;
  const looks = Object.entries(pictureValues).filter(([name]) => {
    const parameter = loaded.demo.parameters[name];
    return parameter === undefined || !touchesRun(parameter) || parameter.drawnAtOnce === true;
  });
  const asked = looks.some(([name, value]) => loaded.demo.parameters[name]?.effect === 'ask' && value !== before.current?.values[name]);
  const kept = asked ? { ...before.current, answers: undefined } : before.current;
  return { ...withPoints(kept, ownRows), values: { ...before.current.values, ...Object.fromEntries(looks) } };
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
    ArrowLeft: () => controller.attempt(controller.stepBack()),
    r: () => controller.attempt(controller.reset()),
    R: () => controller.attempt(controller.reset()),
  };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

export function DemoFrame({ controller, id, live, form }: DemoFrameProps) {
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
  const { lang, loaded, comparison } = controller;
  const { demo, views } = loaded;
  const { ownData } = demo;
  const captions = pairCaptions(controller);
  const source = useShown(controller);
  const stale = source !== undefined && !controller.started && controller.recording === undefined;
  const mains = demo.views.filter(({ place }) => place === 'main').length;
  const forked = comparison.forked !== undefined;
  const picture = (place: 'main' | 'side') =>
    demo.views.map((use, i) => {
      const view = views[i];
      if (use.place !== place || view === undefined) return null;
      const common = { controller, use, view, form, half: place === 'side' || mains > 1 || forked };
      return (
        <Fragment key={i}>
          <Picture {...common} source={source} id={`${id}-picture-${i}`} touchable={live} caption={captions?.main} />
          {captions !== undefined && (
            <Picture {...common} source={forkSource(controller)} id={`${id}-fork-${i}`} touchable={false} caption={captions.fork} />
          )}
        </Fragment>
      );
    });
  const panel = (name: PanelName, title: string, children: () => ComponentChildren) => (
    <Panel controller={controller} id={id} name={name} title={title}>
      {children}
    </Panel>
  );
  return (
    <div class="gb-demo" ref={root} tabIndex={live ? -1 : undefined} onKeyDown={(event) => onKeys(controller, event)}>
      <header class="gb-header" data-settings={printedSettings(controller)}>
        <p class="gb-title" id={`${id}-title`}>
          {demo.title[lang]}
        </p>
        <p class="gb-claim">
          <span class="gb-claim-word">{shellText.claim[lang]}</span> {demo.claim[lang]}
        </p>
      </header>
      <div class="gb-body">
        <ParameterForm controller={controller} id={id} />
        <div class="gb-stage">
          <ForkBar controller={controller} />
          <div class={`gb-pictures gb-pictures-${forked ? 2 : Math.min(2, mains)}${stale ? ' gb-stale' : ''}`}>{picture('main')}</div>
          <PaintBar controller={controller} id={id} live={live} />
          <WatchStrip controller={controller} id={id} />
          <Transport controller={controller} id={id} />
          <Messages controller={controller} />
        </div>
        <div class="gb-below">
          <Charts controller={controller} id={id} />
          {forked ? <div class="gb-pictures gb-pictures-2">{picture('side')}</div> : picture('side')}
          <KeepBar controller={controller} id={id} />
        </div>
      </div>
      <Status controller={controller} id={id} />
      <div class="gb-panels">
        <InspectorPanel controller={controller} id={id} />
        {panel('compare', compareText.compare[lang], () => (
          <ComparePanel controller={controller} id={id} />
        ))}
        {ownData !== undefined &&
          panel('data', shellText.ownData[lang], () => <OwnDataPanel controller={controller} id={id} kind={ownData.kind} />)}
        {panel('code', shellText.code[lang], () => (
          <CodePanel controller={controller} id={id} />
        ))}
        {panel('share', shellText.share[lang], () => (
          <SharePanel controller={controller} root={() => root.current} />
        ))}
        {panel('model', shellText.model[lang], () => (
          <ModelPanel controller={controller} />
        ))}
        {panel('numbers', shellText.numbers[lang], () => (
          <PictureTables controller={controller} source={source} />
        ))}
        {panel('help', shellText.help[lang], () => (
          <p>{shellText.keys[lang]}</p>
        ))}
      </div>
    </div>
  );
}
