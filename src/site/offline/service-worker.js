/**
 * Keeps the book for reading without a network: on the first visit every file that pages need, others as they are used. The build
 * writes FILES in front of this: what to keep, by its path from here, with the hash of its content.
 *
 * A page comes from the network while there is one, so that nobody reads an old book; files below _astro/ have their content in
 * their name and come from what is kept. A new version waits until all pages of the old one are closed, so a page that is open keeps
 * finding the files it was built with. Where storage is full or forbidden, the network alone serves.
 *
 * A copy that is cut off is none: the version is not installed, what has come is kept, and the next visit goes on from there.
 */
/* global FILES */
/** Books on the same host, each below a path of its own, keep theirs apart. */
const CACHE = `glassbox ${self.registration.scope}`;
/** What all books on a host kept theirs in, formerly. */
const FORMER = 'glassbox';
const AT_ONCE = 3;

const addressOf = (path) => new URL(path, self.registration.scope).href;
/** The key of a kept file: its address, and its hash where its name has none. */
const keyOf = (path) => addressOf(path) + (path.startsWith('_astro/') ? '' : `?kept=${FILES[path]}`);

function pathOf(url) {
  const path = url.pathname.slice(new URL(self.registration.scope).pathname.length);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** A file that a host answers with after a redirection must not be taken for a page's own address. */
async function plain(response) {
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

/** Fetches and keeps what is missing. Rejects where the network or the host fails, which another visit may mend, and where there is no room. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const paths = Object.keys(FILES).filter((path) => !there.has(keyOf(path)));
  const keep = async () => {
    for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
      const response = await fetch(addressOf(path.replace(/(^|\/)index\.html$/, '$1')), { cache: 'no-cache' });
      if (response.ok) await cache.put(keyOf(path), await plain(response));
      // A host that does not have a file, or not give it, will not the next time; one that fails may.
      else if (response.status >= 500) throw new Error(`${path}: ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keep));
}

/** Takes away what neither this version nor, as a file used since, its pages know. */
async function dropOld() {
  const cache = await caches.open(CACHE);
  const kept = new Set(Object.keys(FILES).map(keyOf));
  for (const request of await cache.keys()) if (!kept.has(request.url)) await cache.delete(request);
  if (!(await caches.has(FORMER))) return;
  const former = await caches.open(FORMER);
  for (const request of await former.keys()) if (request.url.startsWith(self.registration.scope)) await former.delete(request);
  if ((await former.keys()).length === 0) await caches.delete(FORMER);
}

async function keptAt(key) {
  if (key === undefined) return undefined;
  return caches
    .open(CACHE)
    .then((cache) => cache.match(key))
    .catch(() => undefined);
}

async function respond(request) {
  const url = new URL(request.url);
  const path = pathOf(url);
  const hashed = path.startsWith('_astro/');
  const key = path in FILES || hashed ? keyOf(path) : undefined;
  if (hashed) {
    const found = await keptAt(key);
    if (found !== undefined) return found;
  }
  try {
    const response = await fetch(request);
    // What is used although it was not kept before: another backend, say.
    if (hashed && response.ok) {
      const copy = response.clone();
      void caches
        .open(CACHE)
        .then((cache) => cache.put(key, copy))
        .catch(() => undefined);
    }
    return response;
  } catch (error) {
    const found = await keptAt(key);
    if (found !== undefined) return found;
    if (request.mode !== 'navigate') throw error;
    // As a host does: the address of a folder ends in a slash.
    if (`${path}/index.html` in FILES) return Response.redirect(`${url.origin}${url.pathname}/${url.search}`, 302);
    const missing = await keptAt(keyOf('404.html'));
    if (missing !== undefined) return missing;
    throw error;
  }
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    keepAll().catch((error) => {
      // Without room to keep them, or where keeping is forbidden, the files come from the network as before: trying again mends nothing.
      if (!['QuotaExceededError', 'SecurityError'].includes(error.name)) throw error;
    }),
  );
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
