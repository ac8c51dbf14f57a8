/**
 * Serves a built folder as a static host would, 404.html included: `node tools/serve.mjs <folder> <base> <port>`. For the browser
 * tests, which need two servers at once; Astro's own preview runs once a project.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'vite';

const [folder = 'dist', base = '/', port = '4410'] = process.argv.slice(2);

/** What static hosts answer where there is no file. By now Vite has turned the address of a folder into that of its index.html. */
const notFound = {
  name: 'glassbox:not-found',
  configurePreviewServer: (server) => () => {
    server.middlewares.use((request, response, next) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
      if (statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true) return next();
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    });
  },
};

/** As static hosts do: the address of a folder ends in a slash. */
const finalSlash = {
  name: 'glassbox:final-slash',
  configurePreviewServer: (server) => {
    server.middlewares.use((request, response, next) => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://host');
      const inside = pathname.startsWith(base) && !pathname.endsWith('/');
      const place = inside ? join(folder, decodeURIComponent(pathname.slice(base.length))) : undefined;
      if (place === undefined || statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true) return next();
      response.writeHead(301, { Location: `${pathname}/${search}` });
      response.end();
    });
  },
};

await preview({
  configFile: false,
  appType: 'mpa',
  plugins: [finalSlash, notFound],
  base,
  build: { outDir: folder },
  preview: { port: Number(port), strictPort: true, host: '127.0.0.1' },
});
