/**
 * The pictures of a demo, one instrument: those that matter stand together, others and, on a phone, all of them take turns. Which are
 * seen is chosen by a row of buttons and made so by CSS: the build does not know the reader's screen.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { shellText } from '../../i18n/shell';
import type { ViewSource } from '../../views/view';
import { Charts } from './charts';
import { pairCaptions, forkSource } from '../compare/fork-picture';
import type { Controller } from '../controller';
import { Settled } from '../settled';
import { PaintBar } from '../own-data/rows/paint-bar';
import { Picture } from './picture';
import type { Forms, Place } from './picture-form';

interface StageProps {
  readonly controller: Controller;
  readonly id: string;
  readonly live: boolean;
  readonly forms: Forms | undefined;
  readonly source: ViewSource | undefined;
  /** What is drawn is still of the run before. */
  readonly stale: boolean;
}

/** One of the things that take turns. */
interface Item {
  readonly title: string;
  /** `main` pictures stand together where there is room, and the curves beside them. */
  readonly kind: 'main' | 'side' | 'curves';
}

/** Of the items, those that are seen where there is room for the main ones together: all of these, or the other that was chosen. */
function seenTogether(items: readonly Item[], chosen: number): (index: number) => boolean {
  const aside = items[chosen]?.kind === 'side';
  return (index) => (aside ? index === chosen : items[index]?.kind === 'main');
}

function Turns({ items, chosen, choose, label }: { items: readonly Item[]; chosen: number; choose: (i: number) => void; label: string }) {
  const together = items[chosen]?.kind !== 'side';
  const button = (index: number, title: string, pressed: boolean, kind: string) => (
    <button
      type="button"
      class={`gb-turn gb-turn-${kind}`}
      aria-pressed={pressed}
      title={title}
      onClick={() => choose(index)}
      key={`${kind}${index}`}
    >
      {title}
    </button>
  );
  return (
    <div class={`gb-turns${items.some(({ kind }) => kind === 'side') ? '' : ' gb-turns-narrow'}`} role="group" aria-label={label}>
      {button(0, label, together, 'all')}
      {items.map(({ title, kind }, i) => button(i, title, i === chosen, kind))}
    </div>
  );
}

/** All pictures and curves, and the buttons that choose among them. A picture has the fork's beside it, where there is one. */
export function Stage({ controller, id, live, forms, source, stale }: StageProps) {
  const [wanted, choose] = useState(0);
  const { lang, loaded, comparison } = controller;
  const uses = loaded.demo.views.map((use, i) => ({ use, view: loaded.views[i], i }));
  const ordered = [...uses.filter(({ use }) => use.place === 'main'), ...uses.filter(({ use }) => use.place === 'side')];
  const items: readonly Item[] = [
    ...ordered.map(({ use }): Item => ({ title: use.title[lang], kind: use.place })),
    // Every demo has a loss.
    { title: shellText.curves[lang], kind: 'curves' },
  ];
  const chosen = wanted < items.length ? wanted : 0;
  const together = seenTogether(items, chosen);
  const turns = forms?.turns === true;
  const isSeen = (index: number): boolean => index === chosen || (!turns && together(index));
  const forked = comparison.forked !== undefined;
  const captions = pairCaptions(controller);
  const mains = items.filter(({ kind }) => kind === 'main').length;
  const item = (index: number, content: ComponentChildren) => (
    <div class={`gb-item${index === chosen ? ' gb-item-alone' : ''}${together(index) ? ' gb-item-together' : ''}`} key={index}>
      {content}
    </div>
  );
  // A fork's picture stands beside its own for a while, however its form was made.
  const placeOf = (place: 'main' | 'side'): Place => (place === 'side' ? 'side' : mains > 1 ? 'pair' : forked ? 'side' : 'full');
  const columns = forked || (mains > 1 && items[chosen]?.kind !== 'side') ? 2 : 1;
  return (
    <>
      <div class="gb-turns-row">
        <Turns items={items} chosen={chosen} choose={choose} label={shellText.pictures[lang]} />
        <PaintBar controller={controller} id={id} live={live} />
      </div>
      <div class={`gb-pictures gb-pictures-${columns}${stale ? ' gb-stale' : ''}`}>
        {ordered.map(({ use, view, i }, index) => {
          if (view === undefined) return null;
          const common = { controller, use, view, form: forms?.picture, place: placeOf(use.place) };
          return item(
            index,
            // What nobody sees is drawn when the run stands still: for paper, and to be taken away.
            <Settled running={controller.running && !isSeen(index)} chosen={isSeen(index)}>
              <Picture {...common} source={source} id={`${id}-picture-${i}`} touchable={live} caption={captions?.main} />
              {captions !== undefined && (
                <Picture {...common} source={forkSource(controller)} id={`${id}-fork-${i}`} touchable={false} caption={captions.fork} />
              )}
            </Settled>,
          );
        })}
      </div>
      <div class={`gb-curves${items[chosen]?.kind === 'curves' ? ' gb-item-alone' : ''}`}>
        <Settled running={controller.running && turns && items[chosen]?.kind !== 'curves'} chosen={turns ? chosen : undefined}>
          <Charts controller={controller} id={id} small={forms?.charts !== 'wide'} />
        </Settled>
      </div>
    </>
  );
}
