/** A request that was answered after a backup was made waits again once that is put back: its card says so, and can be pressed. */
import { expect, it } from 'vitest';
import { copbot } from '../support/copbot.ts';
import { goingOn } from '../support/going-on.ts';
import { readAt, undoneAt } from '../support/process.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames } from '../support/stage.ts';

const { whoIsUp } = goingOn();

it.each(platformNames)(
  'on %s',
  async platform => {
    const { scene, bot: first } = await whoIsUp(platform, true);
    const { playground, folder, env } = scene;
    const [amira, dev] = [playground.person('Amira Haddad'), playground.person('Dev Patel')];
    const card = { in: 'direct message', with: /Dev Patel asks/ } as const;
    let bot = first;
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

    bot = await scene.start();
    await amira.presses('Approve', card);
    await dev.sees(/You're in/, { in: 'direct message' });
    expect(await undoneAt(folder)).toEqual([]);
    expect(await readAt(folder, "select 1 from memberships where state = 'member'")).toHaveLength(2);
  },
  300_000,
);
