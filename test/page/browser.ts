/** A page of the playground in a real browser, with the bot behind it: as somebody sees it who has just typed `npm start`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { launch, type Served } from '../../playground/demo/serve.ts';

const executablePath = '/usr/bin/chromium';
/** A browser takes as long as a quarter of all the rest: these run where they are asked for, and a missing browser is a failure there. */
export const whyNot = process.env.REQUIRE_BROWSER ? undefined : 'in a browser: npm run test:page';

const pictures = path.join(import.meta.dirname, '../../screenshots');

export interface Visit {
  readonly browser: Browser;
  readonly url: string;
  /** A page of its own, of this size, with nothing remembered. */
  open(size?: { width: number; height: number }, dark?: boolean): Promise<Page>;
  shot(page: Page, name: string): Promise<void>;
  /** Ends the playground; `again` starts it on the same files and the same port. */
  stop(): Promise<void>;
  again(): Promise<void>;
  close(): Promise<void>;
}

export async function visit(port: number): Promise<Visit> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cop-page-'));
  mkdirSync(pictures, { recursive: true });
  const start = async (): Promise<{ served: Served; url: string }> => {
    const served = launch({ DATABASE_URL: `sqlite:${folder}/play.sqlite`, PLAYGROUND_PORT: String(port) });
    const found = (): string | undefined => served.output().match(/open (http:\/\/127\.0\.0\.1:\d+\/)/)?.[1];
    while (!found()) {
      if ((await Promise.race([served.ended, soon()])) !== 'soon') throw new Error(served.output());
    }
    return { served, url: found() as string };
  };
  let running = await start();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu', '--disable-component-update'],
  });
  return {
    browser,
    url: running.url,
    async open(size = { width: 1280, height: 800 }, dark = false) {
      const context = await browser.newContext({ viewport: size, colorScheme: dark ? 'dark' : 'light' });
      context.setDefaultTimeout(10_000);
      return context.newPage();
    },
    async shot(page, name) {
      await page.screenshot({ path: path.join(pictures, `${name}.png`) });
    },
    stop: () => running.served.stop(),
    async again() {
      running = await start();
    },
    async close() {
      await browser.close();
      await running.served.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Looks again; the output decides, not the time. */
const soon = (): Promise<'soon'> => new Promise(resolve => setTimeout(() => resolve('soon'), 20));
