/**
 * `<glassbox-progress data-lang data-challenges>`: the button that opens the reader's progress, on every chapter and in the gallery. The dialog itself
 * is loaded when it is first opened.
 */
import { elementText } from '../../i18n/element';
import { bookWasUpdated } from '../updated';

class GlassboxProgress extends HTMLElement {
  /** The page is of a book that is gone from the host. */
  private updated = false;
  private opening: Promise<() => void> | undefined;

  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'gb-progress-open';
    button.textContent = elementText.progress[this.language];
    button.setAttribute('aria-haspopup', 'dialog');
    button.addEventListener('click', () => void this.open(button));
    this.append(button);
  }

  private get language(): 'zh' | 'en' {
    return this.dataset['lang'] === 'en' ? 'en' : 'zh';
  }

  private async open(button: HTMLButtonElement): Promise<void> {
    const { language } = this;
    if (this.updated) return location.reload();
    this.opening ??= import('./dialog').then(({ createProgressDialog }) =>
      createProgressDialog(language, this.dataset['challenges'] ?? ''),
    );
    // Should it not arrive (offline, say), the next press tries again.
    const show = await this.opening.catch(() => (this.opening = undefined));
    this.updated = show === undefined && (await bookWasUpdated());
    button.textContent = this.updated
      ? `${elementText.updated[language]} ${elementText.reload[language]}`
      : elementText[show === undefined ? 'progressNotLoaded' : 'progress'][language];
    show?.();
  }
}

if (!customElements.get('glassbox-progress')) customElements.define('glassbox-progress', GlassboxProgress);
