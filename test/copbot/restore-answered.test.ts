/** A request that was answered after a backup was made waits again once that is put back: its card says so, and can be pressed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { launch } from '../../playground/demo/serve.ts';
import { copbot } from '../support/copbot.ts';
import { readAt, tokens, undoneAt, up } from '../support/process.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { openForProcess, platformNames } from '../support/stage.ts';

const root = mkdtempSync(path.join(tmpdir(), 'cop-restore-answered-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it.each(platformNames)(
  'on %s',
  async platform => {
    const folder = path.join(root, platform);
    const playground = await openForProcess(platform);
    const env = { ...tokens(playground), DATABASE_URL: `sqlite:${folder}/cop.sqlite` };
    const [amira, dev] = [playground.person('Amira Haddad'), playground.person('Dev Patel')];
    const card = { in: 'direct message', with: /Dev Patel asks/ } as const;
    let bot = launch(env);
    await up(bot, playground);
    await startCop(amira);
    await askIn(dev);
    await amira.sees(/Dev Patel asks to join/, { in: 'direct message' });
    await undoneAt(folder);
    expect(await copbot('backup before.sqlite', env, folder)).toMatchObject({ code: 0 });
    await amira.presses('Decline…', card);
    await amira.form();
    await amira.submits({});
    await dev.sees(/Wound Care/, { in: 'direct message' });
    await undoneAt(folder);
    await bot.stop();
    expect(await copbot('restore before.sqlite', env, folder)).toMatchObject({ code: 0 });

    bot = launch(env);
    await up(bot, playground);
    await amira.presses('Approve', card);
    await dev.sees(/You're in/, { in: 'direct message' });
    expect(await undoneAt(folder)).toEqual([]);
    expect(await readAt(folder, "select 1 from memberships where state = 'member'")).toHaveLength(2);
    await bot.stop();
    await playground.stop();
  },
  300_000,
);
