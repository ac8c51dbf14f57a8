/** What did not arrive, and what mends it: another try, or, where the book was published anew meanwhile, the page loaded anew. */
import { useEffect, useState } from 'preact/hooks';
import { elementText } from '../i18n/element';
import type { Controller } from './controller';
import { formatLink } from './link/link';
import { pageAddress } from './page';
import { bookWasUpdated, reloadAt } from './updated';

/** True once it is known that the book was published anew; asked where `failed` turns true. */
export function useUpdated(failed: boolean): boolean {
  const [updated, setUpdated] = useState(false);
  useEffect(() => {
    let wanted = failed;
    if (failed) void bookWasUpdated().then((is) => wanted && setUpdated(is));
    return () => {
      wanted = false;
    };
  }, [failed]);
  return updated;
}

/** That the book was published anew, and a button that loads the page with this demo's state. */
export function UpdatedMessage({ controller }: { readonly controller: Controller }) {
  const { lang, loaded, linkState } = controller;
  return (
    <div class="gb-message gb-message-warn" role="alert">
      <p>{elementText.updated[lang]}</p>
      <button type="button" class="gb-chip" onClick={() => reloadAt(pageAddress(loaded.id, formatLink(loaded.demo, linkState)))}>
        {elementText.reload[lang]}
      </button>
    </div>
  );
}

/** @param text what is said where the book is the same: that it may be the network. */
export function NotLoaded({ controller, text }: { readonly controller: Controller; readonly text: string }) {
  return useUpdated(true) ? <UpdatedMessage controller={controller} /> : <p class="gb-hint">{text}</p>;
}
