/** The process is killed at the worst moments of /startcop, and started again: one channel, nothing twice, the rest done. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { launch } from '../../playground/demo/serve.ts';
import { tokens, up, waitedOut } from '../support/process.ts';
import { openForProcess } from '../support/stage.ts';

const places = {
  slack: [
    ['conversations.create', 1],
    ['conversations.setTopic', 1],
    ['chat.postMessage', 1],
    ['chat.postMessage', 3],
    ['pins.add', 2],
    ['files.completeUploadExternal', 1],
    ['files.info', 2],
    ['chat.postMessage', 5],
  ],
  discord: [
    ['POST /guilds/:id/channels', 2],
    ['POST /channels/:id/messages', 1],
    ['POST /channels/:id/messages', 3],
    ['PUT /channels/:id/messages/pins/:id', 2],
    ['POST /channels/:id/messages', 5],
  ],
} as const;

const folders: string[] = [];
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const cases = (['slack', 'discord'] as const).flatMap(platform =>
  places[platform].flatMap(([call, nth]) =>
    (['before', 'performed'] as const).map(moment => ({ platform, call, nth, moment })),
  ),
);

describe('killed in the middle of /startcop', () => {
  it.each(cases)(
    'on $platform, at call $nth of $call ($moment)',
    { timeout: 60_000 },
    async ({ platform, call, nth, moment }) => {
      const playground = await openForProcess(platform);
      running.push(playground);
      const folder = mkdtempSync(path.join(tmpdir(), 'cop-kill-'));
      folders.push(folder);
      const environment = { ...tokens(playground), DATABASE_URL: `sqlite:${folder}/cop.sqlite`, LOG_LEVEL: 'info' };
      const first = launch(environment);
      running.push(first);
      await up(first, playground);

      let seen = 0;
      const killed = new Promise<void>(resolve => {
        const off = playground.watch((at, one) => {
          if (at !== moment || one.name !== call || ++seen !== nth) return;
          first.kill();
          off();
          resolve();
        });
      });
      const amira = playground.person('Amira Haddad');
      await amira.types('/startcop', { in: 'general' });
      await amira.form();
      void amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing' }).catch(() => {});
      await killed;
      await first.ended;

      const second = launch(environment);
      running.push(second);
      await up(second, playground);
      await amira.sees(/Virtuous Circle/i, { in: 'cop-wound-care' });
      const store = await waitedOut(folder, second);
      expect(
        await store.db
          .selectFrom('effects')
          .select(['kind', 'state', 'error'])
          .where('state', '<>', 'done')
          .where('due_at', '<', Date.now() + 24 * 3600_000)
          .execute(),
      ).toEqual([]);
      await store.close();

      expect(
        (await amira.channels()).filter(channel => channel.name.startsWith('cop-')).map(channel => channel.name),
      ).toEqual(['cop-wound-care']);
      const posts = (await amira.reads('cop-wound-care')).filter(
        message =>
          message.byBot &&
          /Welcome to|Start-up guide|Dialogue Interviews|Virtuous Circle/i.test(message.text.slice(0, 60)),
      );
      expect(posts).toHaveLength(4);
      expect(posts.flatMap(message => message.pictures)).toHaveLength(1);
      expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
      expect(
        (await amira.reads('direct message')).filter(message => /For you, as facilitator/.test(message.text)),
      ).toHaveLength(1);
    },
  );
});
