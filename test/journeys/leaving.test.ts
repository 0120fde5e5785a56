/** Out of a CoP, over the wire: by one's own word and back again, and taken out by a facilitator. */
import { afterEach, describe, expect, it } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { askIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
const space = { in: 'cop-wound-care' } as const;
type Platform = (typeof platformNames)[number];

/** Amira facilitates, and Ben and Dev are in. */
async function community(platform: Platform, clock = movableClock()) {
  it_ = await stage(platform, { clock });
  const [amira, ben, dev, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev'), it_.person('Joan')];
  await startCop(amira);
  await it_.settled();
  const host = platform === 'discord' ? joan : amira;
  for (const name of ['Ben Okafor', 'Dev Patel']) await host.brings(name, 'cop-wound-care');
  await it_.playground.until(async () => (await stillIn()).length === 3, 'both to be in');
  await it_.settled();
  return { amira, ben, dev, joan };
}

const stillIn = async () =>
  it_.store.db.selectFrom('memberships').select('person_id').where('state', '=', 'member').execute();

/** Slack takes the last word alone, too. */
const leaving = (platform: Platform) => (platform === 'slack' ? '/cop leave' : '/cop me leave');
const noErrors = () => expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);

describe.each(platformNames)('on %s', platform => {
  it('lets a member leave at once, and come back by asking', async () => {
    const { amira, ben } = await community(platform);
    await ben.types(leaving(platform), space);
    await ben.sees(/Leave Wound Care\?/);
    await ben.presses('Stay', { with: /Leave Wound Care/ });
    await ben.sees(/You stay in Wound Care/);
    expect(await amira.membersOf('cop-wound-care')).toContain('Ben Okafor');

    await ben.types(leaving(platform), space);
    await ben.presses('Leave', { with: /Leave Wound Care\?/ });
    await ben.sees(/You've left Wound Care.*welcome back/s);
    await it_.settled();
    expect(await amira.membersOf('cop-wound-care')).not.toContain('Ben Okafor');
    expect(await stillIn()).toHaveLength(2);
    await ben.types('/cop docs list', { in: 'general' });
    await ben.sees(/You aren't in a CoP yet/);

    await askIn(ben, 'I miss you all');
    await amira.sees(/I miss you all/, dm);
    await amira.presses('Approve', dm);
    await it_.settled();
    expect(await amira.membersOf('cop-wound-care')).toContain('Ben Okafor');
    noErrors();
  });

  it('welcomes nobody who has left by the time that it can be said, in the space or privately', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, dm);
    await it_.settled();
    const posts = { slack: 'chat.postMessage', discord: 'POST /channels/:id/messages' }[platform];
    it_.playground.failsBy(call => (call === posts ? { rateLimit: 60 } : undefined));
    await amira.presses('Approve', dm);
    await it_.playground.until(async () => (await amira.membersOf('cop-wound-care')).includes('Ben Okafor'), 'Ben in');
    await it_.playground.until(() => it_.playground.struck() > 0, 'a welcome that is held up');
    await ben.types(leaving(platform), space);
    await ben.presses('Leave', { with: /Leave Wound Care\?/ });
    await ben.sees(/You've left Wound Care/);
    it_.playground.failsBy();
    clock.passes(2 * 60_000);
    await it_.settled();
    expect(amira.seesNow(/Please welcome/, space)).toEqual([]);
    expect(ben.seesNow(/You're in/, dm)).toEqual([]);
    noErrors();
  });

  it('takes somebody out privately, with a reason for them alone, and asks them to wait', async () => {
    const { amira, ben, dev } = await community(platform);
    const before = (await dev.reads('cop-wound-care')).filter(one => one.byBot).length;
    await amira.types('/cop tend remove', space);
    expect(JSON.stringify(await amira.form())).toContain('I tell nobody else.'); // Slack itself does
    await amira.submits({
      'Who?': 'Ben Okafor',
      'Why? (optional)': 'You posted the name of a patient, twice',
      'May they ask to join again?': 'Not for three months',
    });
    await amira.sees(/@?Ben Okafor is no longer in Wound Care.*ask to join again from/s);
    const told = await ben.sees(/You're no longer in Wound Care.*the name of a patient.*ask to join again from/s, dm);
    expect(told.text).not.toMatch(/Amira/);
    await it_.settled();
    expect(await amira.membersOf('cop-wound-care')).not.toContain('Ben Okafor');
    expect((await dev.reads('cop-wound-care')).filter(one => one.byBot)).toHaveLength(before);
    expect(dev.seesNow(/name of a patient/)).toEqual([]);
    if (platform === 'slack') expect(dev.seesNow(/removed @?Ben Okafor from the channel/, space)).toHaveLength(1);
    const rows = JSON.stringify(await it_.store.db.selectFrom('effects').selectAll().execute());
    expect(rows).not.toMatch(/name of a patient/);
    expect(rows).not.toMatch(/"said":\{[^}]*"words"/);

    await ben.types('/cop find wound', { in: 'general' });
    await ben.presses('Request to join', { with: /Wound Care/ });
    await ben.sees(/would rather you didn't join for now/);
    noErrors();
  });

  it('tells who took them out where they are there and can not be written to', async () => {
    const { amira, ben } = await community(platform);
    if (platform === 'slack') it_.playground.injects({ on: 'chat.postMessage', does: { refuse: 'user_disabled' } });
    else await ben.closesDirectMessages();
    await amira.types('/cop tend remove', space);
    await amira.form();
    await amira.submits({ 'Who?': 'Ben Okafor', 'Why? (optional)': 'For a reason' });
    if (platform === 'slack') {
      await it_.settled(); // nobody there can close them: who is deactivated is gone, and need not know
      expect(amira.seesNow(/I couldn't write to/)).toEqual([]);
    } else await amira.sees(/I couldn't write to @?Ben Okafor.*A word from you would be kind/s, dm);
    expect((await amira.reads('cop-wound-care')).some(one => /For a reason/.test(one.text))).toBe(false);
  });

  it('has somebody looked for where the last facilitator leaves all the same', async () => {
    const { amira, ben, joan } = await community(platform);
    await setUp(joan);
    await amira.types(leaving(platform), space);
    await amira.sees(/Nobody else facilitates Wound Care/);
    await amira.presses('Leave all the same');
    await amira.sees(/I'm telling the Support Team/);
    await joan.sees(/Wound Care needs a facilitator/, { in: 'support' });
    await it_.settled();
    expect(await ben.membersOf('cop-wound-care')).not.toContain('Amira Haddad');
    expect(amira.seesNow(/take it back/i, dm)).toEqual([]);
    noErrors();
  });
});
