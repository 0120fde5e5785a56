/** The bot as a process of its own, against a playground in this one. */
import { vi } from 'vitest';
import type { Served } from '../../playground/demo/serve.ts';
import { openStore } from '../../src/store/engine.ts';
import { type AnyPlayground, settled } from './stage.ts';

export const tokens = (playground: AnyPlayground): Record<string, string> =>
  'appToken' in playground
    ? { SLACK_BOT_TOKEN: playground.botToken(), SLACK_APP_TOKEN: playground.appToken, SLACK_API_URL: playground.apiUrl }
    : { DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.apiUrl };

/** Reading in Bolt or discord.js takes a loaded machine longer than people are waited for. */
export async function up(bot: Served, playground: AnyPlayground): Promise<void> {
  await vi
    .waitUntil(() => playground.connected() && bot.output().includes('the bot is up'), {
      timeout: 30_000,
      interval: 20,
    })
    .catch(() => {
      throw new Error(`waited in vain for the bot to be up\n${bot.output()}`);
    });
}

const soon = () => Date.now() + 24 * 3600_000; // what is meant for another month stays open

/** Its last effects settle after people have seen the most of them: read alongside until they have. What was not done, after all. */
export async function undoneAt(folder: string): Promise<readonly unknown[]> {
  const sql = "select kind, state, error, settled_at from effects where state <> 'done' and due_at < ?";
  const look = () => readAt(folder, sql, soon());
  let found = await look(); // in one look: what comes up between two would be taken for what was left
  for (let n = 0; n < 2000 && found.some(one => one.settled_at === null); n++) {
    await new Promise(resolve => setTimeout(resolve, 10)); // looks again; the condition decides
    found = await look();
  }
  return found.map(({ settled_at: _, ...one }) => one);
}

/** What stands in its database, beside it. */
export async function readAt(folder: string, sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  const { default: Sqlite } = await import('better-sqlite3');
  const reader = new Sqlite(`${folder}/cop.sqlite`, { readonly: true });
  try {
    return reader.prepare<unknown[], Record<string, unknown>>(sql).all(...values);
  } finally {
    reader.close();
  }
}

/** And then it is ended. */
export async function waitedOut(folder: string, bot: Served) {
  await undoneAt(folder);
  await bot.stop();
  const store = await openStore(`sqlite:${folder}/cop.sqlite`);
  await settled(store);
  return store;
}
