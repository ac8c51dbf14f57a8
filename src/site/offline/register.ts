/**
 * Has the book kept for reading offline, once the page itself is there. Not while it is written (no service worker then), not where the
 * reader asks to save data; a browser that forbids it shows the book as before.
 */
function keepForOffline(): void {
  const saving: unknown = 'connection' in navigator ? navigator.connection : undefined;
  if (typeof saving === 'object' && saving !== null && 'saveData' in saving && saving.saveData === true) return;
  void navigator.serviceWorker.register(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}service-worker.js`).catch(() => undefined);
}

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  if (document.readyState === 'complete') keepForOffline();
  else addEventListener('load', keepForOffline, { once: true });
}
