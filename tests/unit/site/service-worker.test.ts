/** The service worker over a store and a network of the test's own. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const SOURCE = readFileSync('src/site/offline/service-worker.js', 'utf8');
const HOST = 'https://host.example';

/** The caches of one origin. */
class Store {
  readonly caches = new Map<string, Map<string, Response>>();
  has = (name: string) => Promise.resolve(this.caches.has(name));
  delete = (name: string) => Promise.resolve(this.caches.delete(name));
  open = (name: string) => {
    const kept = this.caches.get(name) ?? new Map<string, Response>();
    this.caches.set(name, kept);
    const addressOf = (key: string | { readonly url: string }): string => (typeof key === 'string' ? key : key.url);
    return Promise.resolve({
      keys: () => Promise.resolve([...kept.keys()].map((url) => ({ url }))),
      match: (key: string) => Promise.resolve(kept.get(addressOf(key))?.clone()),
      put: (key: string, response: Response) => Promise.resolve(void kept.set(addressOf(key), response)),
      delete: (key: { readonly url: string }) => Promise.resolve(kept.delete(key.url)),
    });
  };
  get addresses(): string[] {
    return [...this.caches.values()].flatMap((kept) => [...kept.keys()]).sort();
  }
}

type Fetch = (address: string) => Promise<Response>;
interface Extended {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/** A version of a book below a path of the host. */
function book(store: Store, path: string, files: Readonly<Record<string, string>>, fetch: Fetch) {
  const listeners = new Map<string, (event: never) => void>();
  const scope = HOST + path;
  const self = {
    registration: { scope },
    clients: { claim: () => Promise.resolve() },
    addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener),
  };
  const network = (request: string | { readonly url: string }): Promise<Response> =>
    fetch(typeof request === 'string' ? request : request.url);
  runInNewContext(`const FILES = ${JSON.stringify(files)};\n${SOURCE}`, {
    self,
    caches: store,
    fetch: network,
    URL,
    Response,
    Set,
    Promise,
  });
  const dispatch = async (type: string): Promise<void> => {
    let work: Promise<unknown> = Promise.resolve();
    listeners.get(type)?.({ waitUntil: (promise) => void (work = promise) } satisfies Extended as never);
    await work;
  };
  return {
    install: () => dispatch('install'),
    activate: () => dispatch('activate'),
    async open(address: string, mode = 'navigate'): Promise<Response> {
      let answer: Promise<Response> = Promise.reject(new Error('not answered'));
      answer.catch(() => undefined);
      const request = { url: scope + address, method: 'GET', mode, headers: new Headers() };
      listeners.get('fetch')?.({ request, respondWith: (response: Promise<Response>) => (answer = response) } as never);
      return answer;
    },
  };
}

const FILES = { 'index.html': 'a', 'mlp/index.html': 'b', '404.html': 'c', '_astro/x.1.js': 'd', '_astro/y.2.css': 'e', 'f.svg': 'f' };
const online: Fetch = (address) => Promise.resolve(new Response(`of ${address}`));
const offline: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));

/** A network that is cut after so many answers. */
function cutAfter(count: number): Fetch {
  let left = count;
  return (address) => (left-- > 0 ? online(address) : offline(address));
}

describe('the offline copy', () => {
  it('of one book is untouched by another on the same host', async () => {
    const store = new Store();
    for (const path of ['/a/', '/b/']) {
      const one = book(store, path, FILES, online);
      await one.install();
      await one.activate();
    }
    for (const path of ['/a/', '/b/']) {
      expect(store.addresses.filter((address) => address.startsWith(HOST + path))).toHaveLength(6);
      expect(await (await book(store, path, FILES, offline).open('mlp/')).text()).toBe(`of ${HOST}${path}mlp/`);
    }
  });

  it('that was cut off is not installed, and is completed by a later visit without fetching anything twice', async () => {
    const store = new Store();
    const fetched: string[] = [];
    const cut = cutAfter(3);
    const counted =
      (fetch: Fetch): Fetch =>
      async (address) => {
        const response = await fetch(address);
        fetched.push(address);
        return response;
      };
    await expect(book(store, '/', FILES, counted(cut)).install()).rejects.toThrow('Failed to fetch');
    const again = book(store, '/', FILES, counted(online));
    await again.install();
    await again.activate();
    expect(store.addresses).toHaveLength(6);
    expect(new Set(fetched).size).toBe(fetched.length);
  });

  it('of a version whose successor was cut off stays whole', async () => {
    const store = new Store();
    const old = book(store, '/', FILES, online);
    await old.install();
    await old.activate();
    const next = { ...FILES, 'mlp/index.html': 'b2', '_astro/x.3.js': 'd2' };
    await expect(book(store, '/', next, cutAfter(1)).install()).rejects.toThrow();
    expect(await (await book(store, '/', FILES, offline).open('mlp/')).text()).toContain('mlp/');
  });

  it('is tried again where the host fails, and done without a file that it does not have', async () => {
    const store = new Store();
    const failing: Fetch = (address) => (address.endsWith('f.svg') ? Promise.resolve(new Response('', { status: 503 })) : online(address));
    await expect(book(store, '/', FILES, failing).install()).rejects.toThrow('f.svg: 503');
    const lacking: Fetch = (address) => (address.endsWith('f.svg') ? Promise.resolve(new Response('', { status: 404 })) : online(address));
    await book(store, '/', FILES, lacking).install();
    expect(store.addresses).toHaveLength(5);
  });

  it('does without storage where there is no room or where it is forbidden', async () => {
    for (const name of ['QuotaExceededError', 'SecurityError']) {
      const store = new Store();
      store.open = () => Promise.reject(new DOMException('no', name));
      const one = book(store, '/', FILES, online);
      await one.install();
      await one.activate();
      expect((await one.open('mlp/')).ok).toBe(true);
    }
  });

  it('of a former version is cleaned away as far as it is this book’s', async () => {
    const store = new Store();
    const former = await store.open('glassbox');
    await former.put(`${HOST}/a/mlp/?kept=old`, new Response('old'));
    await former.put(`${HOST}/b/mlp/?kept=old`, new Response('old'));
    const a = book(store, '/a/', FILES, online);
    await a.install();
    await a.activate();
    expect(store.addresses).not.toContain(`${HOST}/a/mlp/?kept=old`);
    expect(store.addresses).toContain(`${HOST}/b/mlp/?kept=old`);
    const b = book(store, '/b/', FILES, online);
    await b.install();
    await b.activate();
    expect([...store.caches.keys()]).toEqual([`glassbox ${HOST}/a/`, `glassbox ${HOST}/b/`]);
  });

  it('is found without the final slash of an address, with what stands behind it', async () => {
    const store = new Store();
    await book(store, '/a/', FILES, online).install();
    const one = book(store, '/a/', FILES, offline);
    const response = await one.open('mlp?x=1');
    expect([response.status, response.headers.get('location')]).toEqual([302, `${HOST}/a/mlp/?x=1`]);
    expect(await (await one.open('nowhere')).text()).toContain('404.html');
    await expect(one.open('nowhere.js', 'no-cors')).rejects.toThrow('Failed to fetch');
  });
});
