import { elementText } from '../i18n/element';
import type { Lang } from '../i18n/text';
import { bookWasUpdated, reloadAt } from './updated';

/** Says below an element what is wrong with it, outside of what it draws itself; `undefined` takes the note away; `cure` is a button beside it. */
export function showProblem(
  host: HTMLElement,
  message: string | undefined,
  cure?: { readonly label: string; readonly act: () => void },
): void {
  const next = host.nextElementSibling;
  const present = next?.classList.contains('gb-problem-note') === true ? next : undefined;
  if (message === undefined) {
    present?.remove();
    return;
  }
  const note = present ?? document.createElement('p');
  note.className = 'gb-problem-note';
  note.setAttribute('role', 'alert');
  note.textContent = message;
  if (cure !== undefined) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = cure.label;
    button.addEventListener('click', cure.act);
    note.append(' ', button);
  }
  if (present === undefined) host.after(note);
}

/** Says that an element's script did not arrive, and, where the book was published anew meanwhile, offers to load the page anew at `address`. */
export function sayNotLoaded(host: HTMLElement, lang: Lang, address: () => string): void {
  showProblem(host, elementText.notLoaded[lang]);
  void bookWasUpdated().then((updated) => {
    if (updated) showProblem(host, elementText.updated[lang], { label: elementText.reload[lang], act: () => reloadAt(address()) });
  });
}
