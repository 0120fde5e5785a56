/** SQLite's file as it was before it was brought up to date, beside it: the way back. The last two are kept, for 30 days. */
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { byItsName } from './engine/by-its-name.ts';
import { isMadeAnew, noHalf } from './engine/made-anew.ts';
import { type Store, Unusable } from './engine.ts';

const day = 24 * 3600_000;
const most = 2;
const keptMs = 30 * day;

/** Answers the file; none, where there is nothing to copy or the database has ways of its own. Fails where there is no room for it: then nothing may be changed. */
export async function copyBefore(store: Store, next: string): Promise<string | undefined> {
  if (!store.copyTo || store.url === ':memory:') return undefined;
  const file = `${store.url}.before-${next}`;
  const half = `${store.url}${copying}`;
  try {
    await noHalf(half, async () => {
      rmSync(half, { force: true }); // of one that was killed
      isMadeAnew(half);
      await store.copyTo?.(half);
      renameSync(half, file);
    });
  } catch (cause) {
    throw new Unusable(
      `${store.url} could not be copied before it is brought up to date (${(cause as Error).message}); it is as it was. Make room beside it, and see that whoever runs the bot may write there; then start again.`,
      { cause },
    );
  }
  return file;
}

const copying = '.copying';

/** What is too old, or one too many, goes; and what a process that was killed had made by half. Nobody else is at the database. */
export function tidyCopies({ url, copyTo }: Pick<Store, 'url' | 'copyTo'>, now: number): void {
  if (!copyTo || url === ':memory:') return;
  const halves = [`${url}${copying}`, ...['.restoring', '.restoring.part'].map(end => `${byItsName(url)}${end}`)];
  for (const half of halves) rmSync(half, { force: true });
  const folder = path.dirname(url);
  const copies = readdirSync(folder)
    .filter(name => name.startsWith(`${path.basename(url)}.before-`))
    .map(name => ({ file: path.join(folder, name), at: statSync(path.join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const [n, { file, at }] of copies.entries()) if (n >= most || now - at > keptMs) rmSync(file, { force: true });
}
