/** The main job on PostgreSQL: the same bot, another database, pg-boss waking its lanes. */
import { afterEach, describe, expect, it } from 'vitest';
import { engines } from '../support/engines.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const postgres = engines.find(one => one.engine === 'postgres');

describe.skipIf(postgres?.skip)(`on PostgreSQL${postgres?.skip ? ` (skipped: ${postgres.skip})` : ''}`, () => {
  it.each(platformNames)('starts a CoP and lets a newcomer in, on %s', async platform => {
    it_ = await stage(platform, { databaseUrl: await postgres?.migrated() });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await amira.presses('Approve', { in: 'direct message' });
    await ben.sees(/Please welcome @Ben Okafor/, { in: 'cop-wound-care' });
    await ben.sees(/You're in/, { in: 'direct message' });
    await it_.settled();
    expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
    const undone = it_.store.db
      .selectFrom('effects')
      .select('kind')
      .where('state', '<>', 'done')
      .where('due_at', '<', Date.now() + 24 * 3600_000);
    expect(await undone.execute()).toEqual([]);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('goes on after a rate limit and a lost answer', async () => {
    it_ = await stage('slack', { databaseUrl: await postgres?.migrated() });
    const amira = it_.person('Amira');
    it_.playground.injects({ on: 'conversations.create', does: { status: 502, performed: true } });
    it_.playground.injects({ on: 'chat.postMessage', does: { rateLimit: 0.3 } });
    await startCop(amira);
    await it_.settled();
    expect((await amira.channels()).filter(channel => channel.name.startsWith('cop-'))).toHaveLength(1);
    expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
  });
});
