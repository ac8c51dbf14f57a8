/**
 * Keeps the book for reading without a network: on the first visit every file that pages need, others as they are used. The build
 * writes FILES in front of this: what to keep, by its path from here, with the hash of its content.
 *
 * A page comes from the network while there is one, so that nobody reads an old book; files below _astro/ have their content in
 * their name and come from what is kept. A new version waits until all pages of the old one are closed, so a page that is open keeps
 * finding the files it was built with. Where storage is full or forbidden, the network alone serves.
 */
/* global FILES */
const CACHE = 'glassbox';
const AT_ONCE = 3;

const addressOf = (path) => new URL(path, self.registration.scope).href;
/** The key of a kept file: its address, and its hash where its name has none. */
const keyOf = (path) => addressOf(path) + (path.startsWith('_astro/') ? '' : `?kept=${FILES[path]}`);

function pathOf(url) {
  const path = url.pathname.slice(new URL(self.registration.scope).pathname.length);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

async function keepAll() {
  const cache = await caches.open(CACHE);
  const paths = Object.keys(FILES);
  const keep = async () => {
    for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
      if ((await cache.match(keyOf(path))) !== undefined) continue;
      const page = addressOf(path.replace(/(^|\/)index\.html$/, '$1'));
      const response = await fetch(page, { cache: 'no-cache' });
      if (response.ok && !response.redirected) await cache.put(keyOf(path), response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keep));
}

/** Takes away what neither this version nor, as a file used since, its pages know. */
async function dropOld() {
  const cache = await caches.open(CACHE);
  const kept = new Set(Object.keys(FILES).map(keyOf));
  for (const request of await cache.keys()) if (!kept.has(request.url)) await cache.delete(request);
}

async function respond(request) {
  const url = new URL(request.url);
  const path = pathOf(url);
  const hashed = path.startsWith('_astro/');
  const key = path in FILES || hashed ? keyOf(path) : undefined;
  const kept = async () => {
    if (key === undefined) return undefined;
    return caches
      .open(CACHE)
      .then((cache) => cache.match(key))
      .catch(() => undefined);
  };
  if (hashed) {
    const found = await kept();
    if (found !== undefined) return found;
  }
  try {
    const response = await fetch(request);
    // What is used although it was not kept before: another backend, another font.
    if (hashed && response.ok) {
      const copy = response.clone();
      void caches
        .open(CACHE)
        .then((cache) => cache.put(key, copy))
        .catch(() => undefined);
    }
    return response;
  } catch (error) {
    const found = await kept();
    if (found !== undefined) return found;
    const missing = request.mode === 'navigate' ? await caches.match(keyOf('404.html')).catch(() => undefined) : undefined;
    if (missing !== undefined) return missing;
    throw error;
  }
}

self.addEventListener('install', (event) => {
  // Without room to keep them, the files come from the network as before.
  event.waitUntil(keepAll().catch(() => undefined));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    dropOld()
      .catch(() => undefined)
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const inside = request.url.startsWith(self.registration.scope);
  if (request.method === 'GET' && inside && !request.headers.has('range')) event.respondWith(respond(request));
});
