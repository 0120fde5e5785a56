/** Facilitating a CoP together, handing it over and stepping down, over the wire. */
import { sql } from 'kysely';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Persona, SeenMessage } from '../../playground/driver.ts';
import { hoursIn } from '../../src/bot/clockwork/hours.ts';
import { type Clock, systemClock } from '../../src/jobs/clock.ts';
import { coming, goesOnTo, movableClock } from '../support/clock.ts';
import { askIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const london = hoursIn('Europe/London');
const dm = { in: 'direct message' } as const;
const space = { in: 'cop-wound-care' } as const;
type Platform = (typeof platformNames)[number];

/** Amira facilitates, Ben and Joan are in, Joan is the Support Team too; there is a forum. Dev has asked to join. */
async function community(platform: Platform, clock: Clock = systemClock) {
  it_ = await stage(platform, { clock });
  const [amira, ben, dev, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev'), it_.person('Joan')];
  await setUp(joan, { "The Facilitators' forum": 'Make one', 'Time zone (optional)': 'Europe/London' });
  await startCop(amira);
  await it_.settled();
  const host = platform === 'discord' ? joan : amira;
  for (const name of ['Ben Okafor', 'Joan Mills']) await host.brings(name, 'cop-wound-care');
  await it_.playground.until(
    async () => (await it_.store.db.selectFrom('memberships').select('cop_id').execute()).length === 3,
    'both to be in',
  );
  await askIn(dev, 'Please, I read everything');
  await amira.sees(/I read everything/, dm);
  await it_.settled();
  return { amira, ben, joan };
}

async function opens(who: Persona, button: string): Promise<void> {
  await who.types('/cop facilitators', space);
  await who.sees(/Who facilitates Wound Care/);
  await who.presses(button, { with: /Who facilitates Wound Care/ });
}

/** Ben facilitates it together with Amira for three months, and is asked whether he goes on. */
async function triesIt(
  clock: ReturnType<typeof movableClock>,
  { amira, ben, joan }: Awaited<ReturnType<typeof community>>,
): Promise<SeenMessage> {
  await opens(amira, 'Ask somebody to facilitate with me…');
  await amira.form();
  await amira.submits({ 'Who might facilitate it?': 'Ben Okafor', 'For how long?': 'For three months, to try it' });
  await ben.sees(/asks you to do so together for three months, to try it/, dm);
  await ben.presses("Yes, I'll facilitate", dm);
  await joan.sees(/Ben Okafor facilitates Wound Care together with/, space);
  await it_.settled();
  const { due_at } = await it_.store.db
    .selectFrom('clocks')
    .select('due_at')
    .where('step', '=', 'trial')
    .executeTakeFirstOrThrow();
  goesOnTo(clock, london, due_at);
  return ben.sees(/for three months, and they are over/, dm);
}

const noErrors = () => expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
const welcome = async (who: Persona) =>
  (await who.reads('cop-wound-care')).find(one => one.byBot && /^Welcome to Wound Care/.test(one.text))?.text;

describe.each(platformNames)('on %s', platform => {
  it('is tried for three months, with a kind question at the end, and either answer', async () => {
    const clock = movableClock(coming(1, 10));
    const { amira, ben, joan } = await community(platform, clock);
    const asked = await triesIt(clock, { amira, ben, joan });
    expect(asked.text).toMatch(/Would you like to go on\?/);
    expect(asked.buttons.map(one => one.label)).toEqual(['Yes, go on', 'Step down']);
    await ben.presses('Yes, go on', { in: 'direct message', message: asked.id });
    const on = await ben.sees(/You go on facilitating Wound Care, for as long as you like/, dm);
    expect([on.id, on.buttons.map(one => one.label)]).toEqual([asked.id, ['Facilitators']]);
    expect(await it_.store.db.selectFrom('nominations').select(['way', 'state']).execute()).toContainEqual({
      way: 'with',
      state: 'accepted',
    });
    await ben.presses('Facilitators', { in: 'direct message', message: on.id });
    await ben.presses('Step down', { with: /Who facilitates Wound Care/ });
    await ben.sees(/You're a member of Wound Care now, and no longer facilitate it/);
    noErrors();
  });

  it('is no longer to be gone on with by who has stepped down before they answer; nor kept by who had asked', async () => {
    const clock = movableClock(coming(1, 10));
    const { amira, ben, joan } = await community(platform, clock);
    const asked = await triesIt(clock, { amira, ben, joan });
    await opens(ben, 'Hand over…');
    await ben.form();
    await ben.submits({ 'Who might facilitate it?': 'Joan Mills' });
    await joan.sees(/asks you to take over/, dm);
    await it_.settled();
    clock.passes(9 * 24 * 3600_000);
    const silence = await ben.sees(/Joan Mills hasn't answered yet whether they'll facilitate Wound Care/, dm);
    await opens(ben, 'Step down');
    await ben.sees(/You're a member of Wound Care now, and no longer facilitate it/);
    await it_.settled();
    const over = ben.seesNow(/You no longer facilitate Wound Care, so there's nothing left for you to do/, dm);
    expect(over.map(one => [one.id, one.buttons])).toEqual([[asked.id, []]]);
    const [open] = ben.seesNow(/The question stands, though you no longer facilitate it/, dm);
    expect([open?.id, open?.buttons.map(one => one.label)]).toEqual([silence.id, ['Take the question back']]);
    noErrors();
  });

  it('is shared on a yes: both have the rights, the forum and the requests', async () => {
    const { amira, ben, joan } = await community(platform);
    await opens(amira, 'Ask somebody to facilitate with me…');
    await amira.form();
    await amira.submits({
      'Who might facilitate it?': 'Ben Okafor',
      'A line from you (optional)': 'You help everybody',
    });
    await amira.sees(/I'm asking @?Ben Okafor whether they'll facilitate Wound Care with you/);
    const asked = await ben.sees(/facilitates Wound Care .* and asks you to do so together/, dm);
    expect(asked.text).toMatch(/You help everybody/);
    await ben.presses("Yes, I'll facilitate", dm);
    await amira.sees(/Ben Okafor said yes and facilitates Wound Care with you from now on/, dm);
    await ben.sees(/For you, as facilitator of Wound Care/, dm);
    await ben.sees(/I read everything/, dm);
    await joan.sees(/Ben Okafor facilitates Wound Care together with @?Amira Haddad from now on/, space);
    await it_.settled();
    expect(await welcome(joan)).toMatch(/Facilitators:?\s+@?Amira Haddad and @?Ben Okafor/);
    for (const name of ['Amira Haddad', 'Ben Okafor'])
      expect(await amira.membersOf('facilitators-forum')).toContain(name);
    if (platform === 'discord')
      for (const one of [amira, ben]) expect(await one.rightsIn('cop-wound-care')).toContain('MANAGE_MESSAGES');
    await ben.presses('Approve', dm);
    await amira.sees(/Ben Okafor said yes/, { ...dm, with: /Dev Patel/ });
    await it_.settled();

    const days = 24 * 3600_000;
    await sql`insert into audit select 'early', network_id, at - ${100 * days}, actor_id, command, about_kind, about_id, workspace_id, 'early'
      from audit where command = 'nomination ask'`.execute(it_.store.db);
    await joan.types('/cop facilitators', space);
    const seen = await joan.sees(/Larger circles: more was decided/, space);
    expect(seen.onlyYou).toBe(true);
    expect(seen.pictures).toEqual([
      { alt: expect.stringMatching(/^Ben Okafor: since [A-Z][a-z]+; Amira Haddad: [A-Z][a-z]+, since [A-Z][a-z]+$/) },
    ]);
    expect(ben.seesNow(/Larger circles/, space)).toEqual([]);

    await ben.types(platform === 'slack' ? '/cop leave' : '/cop me leave', space);
    await ben.presses('Leave', { with: /Leave Wound Care\?/ });
    const gone = await amira.sees(/Ben Okafor is no longer in Wound Care.*You go on/, dm);
    expect(gone.buttons.map(button => button.label)).toEqual(['Ask somebody to facilitate with me…']);
    await ben.sees(/Goodbye from the Facilitators' forum/, dm);
    await it_.settled();
    expect(await amira.membersOf('facilitators-forum')).not.toContain('Ben Okafor');
    noErrors();
  });

  it('is handed over in one go, and says so where it stands', async () => {
    const { amira, ben, joan } = await community(platform);
    await amira.types('/cop share', { in: 'general' });
    await amira.form();
    await amira.submits({});
    await joan.sees(/Facilitat.*Amira Haddad/s, { in: 'general', with: /Wound Care/ });
    await opens(amira, 'Hand over…');
    expect((await amira.form()).text).toMatch(/When they say yes, they facilitate it and you stay a member/);
    await amira.submits({ 'Who might facilitate it?': 'Ben Okafor' });
    await ben.sees(/asks you to take over/, dm);
    await ben.presses("Yes, I'll facilitate", dm);
    await amira.sees(/Ben Okafor said yes and now facilitates Wound Care\. You stay a member/, dm);
    await ben.sees(/I read everything/, dm);
    await joan.sees(/Ben Okafor facilitates Wound Care from now on\. Thank you, @?Amira Haddad/, space);
    await joan.sees(/Facilitat.*Ben Okafor/s, { in: 'general', with: /Wound Care/ });
    const handed = await amira.sees(/You no longer facilitate it/, dm);
    expect(handed.text).not.toMatch(/I read everything/);
    expect(handed.buttons).toEqual([]);
    await amira.sees(/Goodbye from the Facilitators' forum/, dm);
    await it_.settled();
    expect(await ben.membersOf('facilitators-forum')).not.toContain('Amira Haddad');
    if (platform === 'discord') expect(await amira.rightsIn('cop-wound-care')).not.toContain('MANAGE_MESSAGES');
    noErrors();
  });

  it('is said later by a card in a channel that the bot was put out of meanwhile, once it is back', async () => {
    const clock = movableClock();
    const { amira, ben, joan } = await community(platform, clock);
    await joan.makesChannel('ward', { private: true });
    await joan.brings('CoP Bot', 'ward');
    await joan.types('/cop share', { in: 'ward' });
    await joan.form();
    await joan.submits({});
    const says = (words: RegExp) => joan.sees(words, { in: 'ward', with: /Wound Care/ });
    await says(/Facilitat.*Amira Haddad/s);
    await it_.settled();
    await joan.throwsOut('CoP Bot', 'ward');
    await opens(amira, 'Hand over…');
    await amira.form();
    await amira.submits({ 'Who might facilitate it?': 'Ben Okafor' });
    await ben.sees(/asks you to take over/, dm);
    await ben.presses("Yes, I'll facilitate", dm);
    await amira.sees(/Ben Okafor said yes/, dm);
    const { db } = it_.store;
    const putOff = () => db.selectFrom('effects').select(['lane', 'wish']).where('state', '=', 'waiting').execute();
    const untilMissed = (times: number) =>
      vi.waitUntil(async () => (await putOff()).some(({ wish }) => JSON.parse(wish).missed === times), {
        timeout: 20_000,
        interval: 10,
      });
    await untilMissed(1);
    const lanes = (await putOff()).filter(({ wish }) => JSON.parse(wish).missed).map(one => one.lane);
    expect(lanes).toEqual([expect.stringMatching(/:out-of-reach$/)]); // so that it is taken for no drawing of a card that can be reached
    clock.passes(3_601_000);
    await untilMissed(2);
    await joan.brings('CoP Bot', 'ward');
    clock.passes(7_201_000);
    await says(/Facilitat.*Ben Okafor/s);
    expect(amira.seesNow(/needs a hand/)).toEqual([]);
    noErrors();
  });

  it('is given back at once where somebody else facilitates it; by the last one, with who is to find somebody', async () => {
    const { amira, ben, joan } = await community(platform);
    await opens(amira, 'Ask somebody to facilitate with me…');
    await amira.form();
    await amira.submits({ 'Who might facilitate it?': 'Ben Okafor' });
    await ben.sees(/asks you to do so together/, dm);
    await ben.presses("Yes, I'll facilitate", dm);
    await amira.sees(/said yes and facilitates Wound Care with you/, dm);
    await it_.settled();

    await opens(amira, 'Step down');
    await amira.sees(/You're a member of Wound Care now.*@?Ben Okafor goes on with it/s);
    await ben.sees(/Amira Haddad no longer facilitates Wound Care, and stays a member/, dm);
    await it_.settled();
    expect(await welcome(joan)).toMatch(/Facilitator:?\s+@?Ben Okafor/);

    await opens(ben, 'Step down');
    await ben.sees(/Who should find somebody\?/);
    await ben.presses('Ask the members', { with: /Who should find somebody/ });
    await ben.sees(/I'm asking the members, in its space, who would/);
    await joan.sees(/Wound Care/, { ...space, with: /look.* after/i });
    await joan.sees(/Wound Care needs a facilitator/, { in: 'support' });
    noErrors();
  });
});
