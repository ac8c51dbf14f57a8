/** Two browsers behind one small face: open an address, run a script in the page. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import puppeteer from 'puppeteer-core';
import { Builder } from 'selenium-webdriver';
import { findFirefox, findWebKit } from '../../../tools/browser.mjs';

/** A browser with one page. */
export interface Browser {
  /** Goes to an address and waits until the page is loaded. */
  open(url: string): Promise<void>;
  /** Runs the text of an async function in the page, without arguments; the answer must be a string. */
  run(script: string): Promise<string>;
  close(): Promise<void>;
}

/** How long a script in a page may take, in milliseconds: WebKit draws without a GPU here. */
const PATIENCE = 120_000;

/** Firefox, by WebDriver BiDi, which it speaks without a driver; undefined where there is none. */
export async function firefox(): Promise<Browser | undefined> {
  const executablePath = findFirefox();
  if (executablePath === undefined) return undefined;
  const running = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, protocolTimeout: PATIENCE });
  const page = await running.newPage();
  return {
    open: async (url) => void (await page.goto(url, { waitUntil: 'load', timeout: PATIENCE })),
    run: async (script) => String(await page.evaluate(`(${script})()`)),
    close: () => running.close(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** Starts a display that no screen shows; the answer is its name (`:7`). */
async function hiddenDisplay(program: string): Promise<readonly [ChildProcess, string]> {
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', '800x600x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const channel = server.stdio[3];
  if (channel === null || channel === undefined) throw new Error('the display has no channel to name itself');
  const said: unknown[] = await once(channel, 'data');
  return [server, `:${String(said[0]).trim()}`];
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} does not answer`);
}

/**
 * Asks until there is an answer. WebKit's driver gives up on a page that is busy for some seconds ("Could not parse script result"), and
 * with it on an answer that it waits for; the next question finds both again.
 */
async function polled(ask: () => Promise<string | null>): Promise<string> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== null) return answer;
      if (performance.now() > until) throw new Error(`the page gave no answer within ${PATIENCE / 1000} s`);
    } catch (error) {
      if (performance.now() > until || !String(error).includes('Could not parse script result')) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** WebKitGTK's small browser, the nearest to Safari there is on Linux, by WebDriver; undefined where there is none. */
export async function webkit(): Promise<Browser | undefined> {
  const found = findWebKit();
  if (found === undefined) return undefined;
  const [display, name] = await hiddenDisplay(found.display);
  const port = await freePort();
  const service = spawn(found.driver, [`--port=${port}`], { env: { ...process.env, DISPLAY: name }, stdio: 'ignore' });
  const stop = (): void => {
    service.kill();
    display.kill();
  };
  try {
    await answers(`http://127.0.0.1:${port}/status`);
    const options = { binary: found.browser, args: ['--automation'] };
    const session = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options })
      .build();
    await session.manage().setTimeouts({ script: PATIENCE, pageLoad: PATIENCE });
    return {
      open: (url) => session.get(url),
      run: async (script) => {
        await session.executeScript(
          `window.outcome = undefined; (${script})().then((text) => (outcome = '=' + text), (error) => (outcome = '!' + error));`,
        );
        const outcome = await polled(() => session.executeScript<string | null>('return window.outcome ?? null;'));
        if (!outcome.startsWith('=')) throw new Error(outcome.slice(1));
        return outcome.slice(1);
      },
      close: async () => {
        try {
          await session.quit();
        } finally {
          stop();
        }
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
