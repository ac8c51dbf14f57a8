/** Where the inspector and the watches stand in a frame. What they are made of is loaded when they are first asked for. */
import { useEffect, useRef } from 'preact/hooks';
import { inspectorText } from '../i18n/inspector';
import type { Controller } from './controller';
import { useLazyPart } from './lazy-part';
import { NotLoaded } from './not-loaded';
import { Settled } from './settled';

interface PartProps {
  readonly controller: Controller;
  readonly id: string;
}

export function InspectorPanel({ controller, id }: PartProps) {
  const { lang } = controller;
  const { inspected } = controller.shown;
  const loaded = useLazyPart<PartProps>(inspected.open, async () => (await import('./inspector/inspector')).Inspector);
  const panel = useRef<HTMLDetailsElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    // Opened from a picture, it may lie below what is seen. The part itself has no box: its name and its body stand apart in the drawer.
    if (inspected.open && !opened.current) panel.current?.querySelector('.gb-panel-body')?.scrollIntoView({ block: 'nearest' });
    opened.current = inspected.open;
  }, [inspected.open]);
  return (
    <details
      ref={panel}
      class="gb-panel gb-inspector-panel"
      name={`${id}-drawer`}
      open={inspected.open}
      onToggle={({ currentTarget: { open } }) => {
        if (open !== inspected.open) controller.frame.inspect({ open });
      }}
    >
      <summary>{inspectorText.inspector[lang]}</summary>
      {inspected.open && (
        <div class="gb-panel-body">
          {typeof loaded === 'object' ? (
            <Settled running={controller.running} chosen={inspected}>
              <loaded.Part controller={controller} id={`${id}-inspector`} />
            </Settled>
          ) : loaded === 'failed' ? (
            <NotLoaded controller={controller} text={inspectorText.notLoaded[lang]} />
          ) : (
            <p class="gb-hint">{inspectorText.loading[lang]}</p>
          )}
        </div>
      )}
    </details>
  );
}

export function WatchStrip({ controller, id }: PartProps) {
  const wanted = controller.shown.watches.length > 0;
  const loaded = useLazyPart<PartProps>(wanted, async () => (await import('./inspector/watches')).Watches);
  return wanted && typeof loaded === 'object' ? <loaded.Part controller={controller} id={id} /> : null;
}
