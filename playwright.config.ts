import { defineConfig } from '@playwright/test';
import { requireBrowser } from './tools/browser.mjs';

const CI = process.env['CI'] !== undefined;
/** The first of two ports; another lets two checkouts be tested at once. */
const PORT = Number(process.env['TEST_PORT'] ?? 4410);

/** A static server over a built folder. */
const server = (command: string, url: string) => ({ command, url, reuseExistingServer: false, timeout: 60_000 });

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  forbidOnly: CI,
  retries: 0,
  // Two cores, and every page trains: more workers only starve one another.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    launchOptions: {
      executablePath: requireBrowser(),
      // Root needs --no-sandbox; the others keep the browser from asking its maker's hosts for updates.
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
    trace: 'off',
    // Keeping the whole book for offline reading would fetch it anew in every test; tests/browser/offline.spec.ts allows it.
    serviceWorkers: 'block',
  },
  webServer: [
    server(`node tools/serve.mjs dist / ${PORT}`, `http://127.0.0.1:${PORT}/`),
    server(`node tools/serve.mjs dist-subpath /deep/notes/ ${PORT + 1}`, `http://127.0.0.1:${PORT + 1}/deep/notes/`),
  ],
});
