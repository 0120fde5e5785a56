/** What could not be told while it was so, and is over by the time that it can be: nobody hears that something is mended of which they never heard. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { movableClock } from '../support/clock.ts';
import { setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
const posting = { slack: 'chat.postMessage', discord: 'POST /channels/:id/messages' } as const;

/** Known, and waiting to be told. */
const waits = async (message: string): Promise<boolean> => {
  const rows = await it_.store.db
    .selectFrom('effects')
    .select(['wish', 'waits'])
    .where('settled_at', 'is', null)
    .where('kind', '=', 'post')
    .execute();
  return rows.some(row => row.waits > 0 && JSON.parse(row.wish).message === message);
};

describe.each(platformNames)('on %s', { timeout: 60_000 }, platform => {
  let clock: ReturnType<typeof movableClock>;
  let joan: Persona;
  async function opening(): Promise<void> {
    clock = movableClock();
    it_ = await stage(platform, { clock });
    joan = it_.person('Joan');
    await setUp(joan);
    await startCop(it_.person('Amira'));
    await it_.settled();
  }
  /** On Slack it is found by a look, on Discord told at once; what is to be said of it is put off for ten minutes. */
  async function unheard(byHand: () => Promise<void>, message: string, seconds = 600): Promise<void> {
    it_.playground.failsBy(call => (call === posting[platform] ? { rateLimit: seconds } : undefined));
    await it_.away(byHand);
    await it_.playground.until(() => waits(message), `${message} to wait`);
    it_.playground.failsBy();
  }

  /** Brought in by hand, and told so. */
  async function comes(ben: Persona, by: Persona): Promise<void> {
    await by.brings(ben.name, 'cop-wound-care');
    await ben.sees(/You're in: Wound Care/, dm);
    await it_.settled();
  }

  /** Until that waits no more. What else was put off meanwhile is none of it. */
  async function goesOn(message: string): Promise<void> {
    await it_.playground.until(async () => {
      const open = await it_.store.db
        .selectFrom('effects')
        .select('due_at')
        .where('settled_at', 'is', null)
        .where('wish', 'like', `%"message":"${message}"%`)
        .execute();
      const due = Math.max(...open.map(one => one.due_at));
      if (due > clock.now()) clock.passes(due - clock.now());
      return open.length === 0;
    }, 'it to be said, or not');
  }

  it('that the channel of the Support Team was open to everybody is not told once it is private again', async () => {
    await opening();
    await unheard(() => joan.makesPublic('support'), 'support-opened');
    await it_.away(() => joan.makesPrivate('support'));
    const isPrivate = async () => (await it_.store.db.selectFrom('opened_channels').selectAll().execute()).length === 0;
    await it_.playground.until(isPrivate, 'it to be known as private');
    await goesOn('support-opened');
    expect(joan.seesNow(/can read the Support Team's channel|That is mended/, dm)).toEqual([]);
  });

  it('that nobody looks after a CoP is not told the Support Team once somebody does again', async () => {
    await opening();
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    const manager = platform === 'slack' ? ben : joan;
    await comes(ben, platform === 'slack' ? amira : joan);
    await unheard(() => manager.throwsOut('Amira Haddad', 'cop-wound-care'), 'needs-facilitator');
    await manager.brings('Amira Haddad', 'cop-wound-care');
    const isLookedAfter = async () =>
      (await it_.store.db.selectFrom('cops').select('unattended_since').executeTakeFirstOrThrow()).unattended_since ===
      null;
    await it_.playground.until(isLookedAfter, 'her to look after it again');
    await goesOn('needs-facilitator');
    expect(joan.seesNow(/Wound Care needs a facilitator|That is settled/, { in: 'support' })).toEqual([]);
  });

  it('that nobody looks after a CoP is told the Support Team once, though somebody did for a while before it could be told', async () => {
    await opening();
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    const manager = platform === 'slack' ? ben : joan;
    await comes(ben, platform === 'slack' ? amira : joan);
    const alone = async () =>
      (await it_.store.db.selectFrom('cops').select('unattended_since').executeTakeFirstOrThrow()).unattended_since !==
      null;
    const hasRights = async () => {
      const given = it_.store.db.selectFrom('effects').select('id').where('kind', '=', 'make-facilitator');
      return (await given.where('settled_at', 'is', null).execute()).length === 0;
    };
    await unheard(() => manager.throwsOut('Amira Haddad', 'cop-wound-care'), 'needs-facilitator', 1); // discord.js itself waits as long
    await manager.brings('Amira Haddad', 'cop-wound-care');
    await it_.playground.until(async () => !(await alone()) && (await hasRights()), 'her to look after it again');
    await manager.throwsOut('Amira Haddad', 'cop-wound-care');
    await it_.playground.until(alone, 'nobody to look after it again');
    await goesOn('needs-facilitator');
    await joan.sees(/needs a facilitator/, { in: 'support' });
    expect(joan.seesNow(/needs a facilitator/, { in: 'support' })).toHaveLength(1);
  });
});
