/** Pictures one after another as one that moves: a GIF, encoded in the browser that took them, of each only what has changed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';

export interface Still {
  /** A PNG; all of one size. */
  readonly png: Buffer;
  /** How long it stands. */
  readonly ms: number;
}

const library = readFileSync(fileURLToPath(import.meta.resolve('gifenc/dist/gifenc.esm.js')), 'base64');
const encodes = readFileSync(path.join(import.meta.dirname, 'gif.js'), 'utf8')
  .trim()
  .replace(/;$/, '');

export async function moving(browser: Browser, stills: readonly Still[]): Promise<Buffer> {
  const page = await browser.newPage();
  const given = {
    encoder: `data:text/javascript;base64,${library}`,
    stills: stills.map(({ png, ms }) => ({ url: `data:image/png;base64,${png.toString('base64')}`, ms })),
  };
  const gif = await page.evaluate<string>(`(${encodes})(${JSON.stringify(given)})`);
  await page.close();
  return Buffer.from(gif, 'base64');
}
