/** Killed, and what SQLite had written last deleted by hand: the log says so at the next start, those who facilitate are told, and people go on. */
import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { goingOn } from '../support/going-on.ts';
import { readAt, undoneAt } from '../support/process.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames } from '../support/stage.ts';

const { whoIsUp } = goingOn();

it.each(platformNames)(
  'on %s',
  async platform => {
    const { scene, bot: first } = await whoIsUp(platform, true);
    const { playground, folder } = scene;
    const [amira, dev] = [playground.person('Amira Haddad'), playground.person('Dev Patel')];
    let bot = first;
    await startCop(amira);
    expect(await undoneAt(folder)).toEqual([]);
    const whole = new Sqlite(`${folder}/cop.sqlite`);
    whole.pragma('wal_checkpoint(TRUNCATE)');
    whole.close();
    await askIn(dev);
    await amira.sees(/Dev Patel asks to join/, { in: 'direct message' });
    bot.kill();
    await bot.ended;
    rmSync(`${folder}/cop.sqlite-wal`);

    bot = await scene.start();
    expect(bot.output()).toMatch(/cop\.sqlite-wal.*what it had written last is lost/);
    const told = await amira.sees(/What I know of Wound Care is of an earlier time/, { in: 'direct message' });
    expect(told.text).toMatch(/What I had noted since .* is lost/);
    expect(told.text).not.toMatch(/backup|put back/); // there was none
    expect(await readAt(folder, 'select 1 from join_requests')).toEqual([]);
    await amira.presses('Approve', { in: 'direct message', with: /Dev Patel asks/ });
    await amira.sees(/isn't here any more, or it isn't open to you/);
    const asked = () => amira.seesNow(/Dev Patel asks to join/, { in: 'direct message' }).length;
    const before = asked();
    await askIn(dev);
    await playground.until(() => asked() > before, 'Dev to be asking anew');
    await amira.presses('Approve', { in: 'direct message', with: /Dev Patel asks/ });
    await dev.sees(/You're in/, { in: 'direct message' });
    expect(await undoneAt(folder)).toEqual([]);
    await bot.stop();

    bot = await scene.start();
    expect(bot.output()).not.toMatch(/is lost/); // said once
  },
  300_000,
);
