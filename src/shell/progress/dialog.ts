/** The dialog of a reader's progress: how much there is, a file to take along, a file to bring back. Plain elements, no framework. */
import { elementText } from '../../i18n/element';
import { progressText } from '../../i18n/progress';
import { fill, type Lang } from '../../i18n/text';
import { download } from '../page';
import { isStored, PROGRESS_EVENT, readProgress, writeProgress } from './progress';
import { drawChallenges, loadChallenges, type ListedChallenges } from './list';
import { formatProgress, readProgressFile } from './file';
import { keepPrediction, readPredictions } from '../predict/predictions';

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** What a file says is added; what was there stays, whatever the file says. @returns what has come of it, in words. */
async function importFrom(file: File, lang: Lang): Promise<string> {
  const read = await readProgressFile(file);
  if ('problem' in read) {
    const [colon, stop] = lang === 'zh' ? ['\uFF1A', '\u3002'] : [': ', '. '];
    return `${file.name}${colon}${read.problem[lang]}${stop}${progressText.kept[lang]}`;
  }
  const before = readProgress();
  const all = new Set([...before, ...read.solved]);
  writeProgress(all);
  const made = readPredictions();
  const more = Object.entries(read.predictions).filter(([name]) => made[name] === undefined);
  for (const [name, kept] of more) keepPrediction(name, kept);
  document.dispatchEvent(new CustomEvent(PROGRESS_EVENT));
  return fill(progressText.imported[lang], { added: all.size - before.size, count: all.size, predictions: more.length });
}

/**
 * Makes the dialog and puts it into the page.
 * @param address where the list of the book's challenges is.
 * @returns what opens it.
 */
export function createProgressDialog(lang: Lang, address: string): () => void {
  let listed: ListedChallenges = [];
  const list = make('div', { className: 'gb-progress-list' });
  const said = make('p', { className: 'gb-progress-said', role: 'status' });
  const count = make('p', {});
  const stored = make('p', { className: 'gb-progress-hint' });
  const show = (): void => {
    const made = Object.keys(readPredictions());
    const counts = [
      fill(progressText.solvedCount[lang], { count: readProgress().size }),
      fill(progressText.predictionCount[lang], { count: made.length }),
    ];
    count.textContent = counts.join(lang === 'zh' ? '' : ' ');
    list.replaceChildren(...drawChallenges(listed, readProgress(), new Set(made), lang));
    stored.textContent = progressText[isStored() ? 'where' : 'notStored'][lang];
  };
  const title = make('h2', { id: 'gb-progress-title', textContent: elementText.progress[lang] });
  const input = make('input', { type: 'file', accept: '.json,application/json' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    void importFrom(file, lang).then((words) => {
      // The same file may be chosen again, mended.
      input.value = '';
      show();
      said.textContent = words;
    });
  });
  const save = make('button', { type: 'button', textContent: progressText.exportIt[lang] });
  save.addEventListener('click', () =>
    download('glassbox-progress.json', formatProgress(readProgress(), readPredictions()), 'application/json'),
  );
  const close = make('button', { type: 'button', textContent: progressText.close[lang] });
  const file = make('label', { className: 'gb-progress-file' }, [progressText.importIt[lang], input]);
  const buttons = make('p', { className: 'gb-progress-buttons' }, [save, file, close]);
  const dialog = make('dialog', { className: 'gb-progress-dialog not-content' }, [title, count, list, stored, buttons, said]);
  dialog.setAttribute('aria-labelledby', title.id);
  close.addEventListener('click', () => dialog.close());
  // A link may lead to a place of this very page.
  list.addEventListener('click', ({ target }) => target instanceof HTMLAnchorElement && dialog.close());
  // In the page itself: the menu of a phone, in which the button is, would cut it off.
  document.body.append(dialog);
  return () => {
    said.textContent = '';
    show();
    dialog.showModal();
    // What did not arrive is asked for again when the dialog is next opened.
    if (listed.length === 0) {
      void loadChallenges(address).then((challenges) => {
        listed = challenges;
        show();
      });
    }
  };
}
