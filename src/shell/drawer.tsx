/** The debugger's drawer below a figure: one part open at a time, in an order that is the same everywhere. */
import type { ComponentChildren } from 'preact';
import { breakpointText } from '../i18n/breakpoints';
import { compareText } from '../i18n/compare';
import { fill } from '../i18n/text';
import { shellText } from '../i18n/shell';
import type { ViewSource } from '../views/view';
import { Breakpoints } from './breakpoints/breakpoints';
import { ComparePanel } from './compare/compare-panel';
import type { Controller } from './controller';
import { InspectorPanel } from './inspector-panel';
import { LatePanel } from './late-panel';
import { OwnDataPanel } from './own-data/panel';
import type { PanelName } from './panels';
import { PictureTables } from './pictures/picture';
import { SharePanel } from './link/share-panel';
import { Status } from './transport/status';

interface PanelProps {
  readonly controller: Controller;
  readonly id: string;
  readonly name: PanelName;
  readonly title: string;
  readonly children: () => ComponentChildren;
}

/** A folded part, filled when it is opened, so that a page with many demos stays light. Parts of one drawer close one another. */
function Panel({ controller, id, name, title, children }: PanelProps) {
  const open = controller.shown.panels.has(name);
  return (
    <details
      class="gb-panel"
      name={`${id}-drawer`}
      open={open}
      onToggle={(event) => controller.frame.unfold(name, event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {open && <div class="gb-panel-body">{children()}</div>}
    </details>
  );
}

interface DrawerProps {
  readonly controller: Controller;
  readonly id: string;
  /** What the pictures show. */
  readonly source: ViewSource | undefined;
  /** The frame, whose pictures can be taken away. */
  readonly root: () => Element | null;
}

export function Drawer({ controller, id, source, root }: DrawerProps) {
  const { lang, loaded, shown } = controller;
  const { ownData } = loaded.demo;
  const { length: count } = shown.breakpoints;
  const panel = (name: PanelName, title: string, children: () => ComponentChildren) => (
    <Panel controller={controller} id={id} name={name} title={title}>
      {children}
    </Panel>
  );
  return (
    <div class="gb-panels">
      <InspectorPanel controller={controller} id={id} />
      {panel('breakpoints', count === 0 ? breakpointText.breakpoints[lang] : fill(breakpointText.count[lang], { count }), () => (
        <Breakpoints controller={controller} id={id} />
      ))}
      {panel('compare', compareText.compare[lang], () => (
        <ComparePanel controller={controller} id={id} />
      ))}
      {ownData !== undefined &&
        panel('data', shellText.ownData[lang], () => <OwnDataPanel controller={controller} id={id} kind={ownData.kind} />)}
      {panel('code', shellText.code[lang], () => (
        <LatePanel controller={controller} id={id} name="code" />
      ))}
      {panel('share', shellText.share[lang], () => (
        <SharePanel controller={controller} root={root} />
      ))}
      {panel('model', shellText.model[lang], () => (
        <LatePanel controller={controller} id={id} name="model" />
      ))}
      {panel('numbers', shellText.numbers[lang], () => (
        <PictureTables controller={controller} source={source} />
      ))}
      {panel('backend', shellText.backendPanel[lang], () => (
        <Status controller={controller} id={id} />
      ))}
      {panel('help', shellText.help[lang], () => (
        <p>{shellText.keys[lang]}</p>
      ))}
    </div>
  );
}
