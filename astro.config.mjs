import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { runnerImport } from 'vite';
import { checkGoal } from './src/site/check-goal';
import { contentSecurityPolicy } from './src/site/content-security-policy';
import { checkContent } from './src/site/integrations/check-content';
import { finishPages } from './src/site/integrations/finish-pages';
import { indexSearch } from './src/site/integrations/index-search';
import { keepOffline } from './src/site/integrations/keep-offline';
import { leanKatex } from './src/site/integrations/lean-katex';
import { ownContents } from './src/site/integrations/own-contents';
import { thirdPartyNotices } from './src/site/integrations/third-party';
import { createBookSource } from './src/site/markdown/book-source';
import { createChapterProcessor } from './src/site/markdown/processor';

// Where the site will live: SITE=https://notes.example.org BASE=/deep-learning/ npm run build
const site = process.env['SITE'];
const base = process.env['BASE'] ?? '/';
const root = fileURLToPath(new URL('.', import.meta.url));

const source = createBookSource({
  root,
  folder: 'content',
  checkGoal,
  // Loaded anew when a declaration changes, so that the dev server checks against what is written now.
  loadDemos: async () => (await runnerImport('./src/demos/registry.ts', { root, logLevel: 'error' })).module,
});

const notices = thirdPartyNotices(root);

export default defineConfig({
  ...(site === undefined ? {} : { site }),
  base,
  outDir: process.env['OUT_DIR'] ?? 'dist',
  output: 'static',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  markdown: {
    // The processor colours code itself: Astro's own setting warns about style attributes, which the policy allows.
    syntaxHighlight: false,
    processor: createChapterProcessor({ source, base }),
  },
  security: { csp: contentSecurityPolicy },
  integrations: [
    checkContent(source),
    starlight({
      title: { 'zh-CN': '玻璃盒', en: 'Glassbox' },
      defaultLocale: 'root',
      locales: { root: { label: '简体中文', lang: 'zh-CN' }, en: { label: 'English', lang: 'en' } },
      disable404Route: true,
      expressiveCode: false,
      favicon: '/favicon.svg',
      head: [
        // Before Starlight's own scripts, which store the theme.
        { tag: 'script', content: readFileSync(new URL('src/site/offline/storage-guard.js', import.meta.url), 'utf8') },
        { tag: 'script', content: readFileSync(new URL('src/site/later/mark-later.js', import.meta.url), 'utf8') },
        { tag: 'link', attrs: { rel: 'apple-touch-icon', href: `${base.replace(/\/?$/, '/')}pictures/touch-icon.png` } },
      ],
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      // The search is ours: components/Search.astro.
      pagefind: false,
      markdown: { headingLinks: false },
      routeMiddleware: './src/site/route-data.ts',
      customCss: [
        'katex/dist/katex.min.css',
        './src/site/styles/formulas.css',
        './src/site/styles/tokens.css',
        './src/site/styles/starlight.css',
        './src/site/styles/typography.css',
        './src/site/styles/apparatus.css',
        './src/site/styles/pages.css',
        './src/site/styles/later.css',
      ],
      components: {
        Footer: './src/site/components/Footer.astro',
        Hero: './src/site/components/Hero.astro',
        MarkdownContent: './src/site/components/MarkdownContent.astro',
        Search: './src/site/components/Search.astro',
        PageTitle: './src/site/components/PageTitle.astro',
        Sidebar: './src/site/components/Sidebar.astro',
      },
    }),
    preact(),
    sitemap({ filter: (page) => !/\/(?:embed\/|404)/.test(page) }),
    finishPages(),
    notices.integration,
    indexSearch(),
    keepOffline(),
  ],
  vite: {
    plugins: [notices.collect(), leanKatex(), ownContents(root)],
    // Tiny files stay files: a data: URI would need holes in the Content-Security-Policy.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro's own mark on deferred chapters, read before bundling; the warning is about nothing.
        onLog: (level, log, report) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : report(level, log)),
      },
    },
    // Else every dynamic import is bundled into the worker, with all four backends.
    worker: { format: 'es', plugins: () => [notices.collect()] },
  },
});
