/** Whoever was forgotten stays so, though an older copy is put back after the keys were changed as docs/operating.md says it may be done. */
import { rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { launch } from '../../playground/demo/serve.ts';
import { copbot } from '../support/copbot.ts';
import { goingOn } from '../support/going-on.ts';
import { readAt, undoneAt, up } from '../support/process.ts';
import { askIn, startCop } from '../support/scenes.ts';

const { whoIsUp } = goingOn();

it.each([
  ['SECRET_KEY is set, and the file before it deleted', { SECRET_KEY: 'k'.repeat(43) }, undefined],
  ['the key was made anew, and the backup brings its own', {}, 'the key that it had then, or another one'],
])(
  'where %s',
  async (_, given, theirs) => {
    const { scene, bot } = await whoIsUp('slack', true);
    const { playground, folder, env } = scene;
    const [amira, ben] = [playground.person('Amira Haddad'), playground.person('Ben Okafor')];
    const known = async () => (await readAt(folder, 'select 1 from accounts where external_id = ?', ben.id)).length;
    await startCop(amira);
    await askIn(ben);
    await undoneAt(folder);
    expect(await copbot('backup before.sqlite', env, folder)).toMatchObject({ code: 0 });
    await ben.types('/cop forget-me', { in: 'general' });
    await ben.presses('Forget me', { with: /Forget you\?/ });
    await playground.until(async () => (await known()) === 0, 'Ben to be forgotten');
    await undoneAt(folder);
    await bot.stop();

    for (const one of ['cop.sqlite.key', 'before.sqlite.key']) rmSync(`${folder}/${one}`);
    if (theirs) writeFileSync(`${folder}/before.sqlite.key`, theirs);
    const changed = { ...env, ...given };
    expect(await copbot('restore before.sqlite', changed, folder)).toMatchObject({ code: 0 });
    expect(await known()).toBe(1);
    const later = launch(changed);
    try {
      await up(later, playground);
      expect(later.output()).toMatch(/who was forgotten since is forgotten again/);
      await playground.until(async () => (await known()) === 0, 'Ben to be forgotten again');
      await undoneAt(folder);
    } finally {
      await later.stop();
    }
  },
  300_000,
);
