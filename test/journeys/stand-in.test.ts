/** Nobody looks after a CoP any more: who did may take it back, a member may offer to, others may object, and whoever waits is told. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { town } from '../../playground/town.ts';
import { movableClock } from '../support/clock.ts';
import { askIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = 'cop-wound-care';
const dm = { in: 'direct message' } as const;
const here = { in: space } as const;
const day = 24 * 3600_000;
const until = (condition: () => Promise<boolean>, what: string) => it_.playground.until(condition, what);
const english = { ...town, people: town.people.map(({ locale: _, ...one }) => one) };

const membership = async (name: string) => {
  const row = await it_.store.db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.person_id', 'm.person_id')
    .select(['m.state', 'm.role'])
    .where('a.external_id', '=', it_.person(name).id)
    .executeTakeFirst();
  return row && `${row.state} ${row.role}`;
};
const stands = (name: string, state: string) =>
  until(async () => (await membership(name)) === state, `${name} to be ${state}`);
const standIns = async () =>
  (await it_.store.db.selectFrom('stand_ins').select('state').orderBy('id').execute()).map(one => one.state);
const unattended = async () =>
  (await it_.store.db.selectFrom('cops').select('unattended_since').executeTakeFirstOrThrow()).unattended_since !==
  null;
const considered = async () =>
  (
    await it_.store.db
      .selectFrom('clocks')
      .select('step')
      .where('minding', 'is', null)
      .where('due_at', '<=', clock.now())
      .execute()
  ).length === 0;

let clock: ReturnType<typeof movableClock>;
async function passes(ms: number): Promise<void> {
  clock.passes(ms);
  await until(considered, 'what was due to be considered');
  await it_.settled();
}

interface Scene {
  readonly amira: Persona;
  readonly ben: Persona;
  readonly carla: Persona;
  readonly joan: Persona;
}

/** Amira's Wound Care, with Ben and Carla in it; Joan administers the place. */
async function opening(platform: (typeof platformNames)[number], support = false): Promise<Scene> {
  clock = movableClock();
  it_ = await stage(platform, { clock, workspaces: [english] });
  const [amira, ben, carla, joan] = ['Amira', 'Ben', 'Carla', 'Joan'].map(name => it_.person(name)) as [
    Persona,
    Persona,
    Persona,
    Persona,
  ];
  if (support) await setUp(joan);
  await startCop(amira);
  for (const one of [ben, carla]) {
    await (platform === 'slack' ? amira : joan).brings(one.name, space);
    await stands(one.name.split(' ')[0] ?? '', 'member member');
  }
  await it_.settled();
  return { amira, ben, carla, joan };
}

/** On Slack anybody in it may; on Discord who administers the server. */
async function isPutOut(platform: string, { ben, joan }: Scene): Promise<void> {
  await (platform === 'slack' ? ben : joan).throwsOut('Amira Haddad', space);
  await stands('Amira', 'left facilitator');
}

/** Put out of it, Amira looks after it no longer; Ben would, and the Support Team is asked. */
async function benOffersIt(platform: string, scene: Scene): Promise<void> {
  const { ben, joan } = scene;
  await isPutOut(platform, scene);
  await joan.presses('Ask its members', { in: 'support' });
  await ben.presses('I will', here);
  await ben.sees(/The Support Team has been asked for its yes/);
  await it_.settled();
}

const requestCards = async (who: Persona) =>
  (await who.reads('direct message')).filter(one => /asks to join Wound Care/.test(one.text));

async function devAsks(): Promise<Persona> {
  const dev = it_.person('Dev');
  await dev.types('/cop find wound', { in: 'general' });
  await dev.presses('Request to join', { with: /Wound Care/ });
  const form = await dev.form();
  expect(JSON.stringify(form)).toContain('Whoever takes it on finds your request');
  await dev.submits({});
  const answer = await dev.sees(/Nobody looks after Wound Care just now\. Your request is kept/);
  expect(answer.text).not.toContain('They have been told');
  return dev;
}

describe.each(platformNames)('where nobody else is in it, on %s', platform => {
  it('the Support Team reads so and has nobody to ask, until somebody is in it', async () => {
    it_ = await stage(platform, { workspaces: [english] });
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await setUp(joan);
    await startCop(amira);
    await amira.types(platform === 'slack' ? '/cop leave' : '/cop me leave', here);
    await amira.presses('Leave all the same');
    const card = await joan.sees(/Nobody facilitates Wound Care just now, and nobody is in it/, { in: 'support' });
    expect(card.buttons.map(button => button.label)).toEqual(['Look after it for now']);
    expect(card.text).not.toMatch(/with its members|have been asked/);
    await it_.settled();

    const same = { in: 'support', message: card.id };
    if (platform === 'slack') {
      // there nobody is brought into a private channel but by who is in it
      await joan.presses('Look after it for now', same);
      await joan.sees(/That is settled. @?Joan Mills looks after Wound Care now/, same);
      return stands('Joan', 'member facilitator');
    }
    await joan.brings('Ben Okafor', space);
    const again = await joan.sees(/Could you find somebody with its members/, same);
    expect(again.buttons.map(button => button.label)).toEqual(['Ask its members']);
    await joan.presses('Ask its members', same);
    await ben.sees(/Who would look after Wound Care\?/, here);
  });
});

describe.each(platformNames)('where nobody is in it, and there is no Support Team, on %s', platform => {
  const leaves = async (who: Persona, button = 'Leave all the same') => {
    await who.types(platform === 'slack' ? '/cop leave' : '/cop me leave', { in: 'general' });
    await who.presses(button);
    await it_.settled();
  };

  it('an administrator hears so once, goes in, and has what waited; and hears so again once it is so again', async () => {
    it_ = await stage(platform, { workspaces: [english] });
    const [amira, dev, joan] = [it_.person('Amira'), it_.person('Dev'), it_.person('Joan')];
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses('Support Team and starting');
    await joan.form();
    await joan.submits({});
    await startCop(amira);
    await leaves(amira);
    const left = await amira.sees(/You've left Wound Care/);
    expect(left.text).toMatch(/An administrator can look after it from now on/);
    const card = await joan.sees(/Nobody facilitates Wound Care just now, and nobody is in it/, dm);
    await amira.sees(/which you started, has no facilitator just now, and nobody is in it/, dm);

    await dev.types('/cop find wound', { in: 'general' });
    const found = await dev.sees(/Nobody is in it just now, and nobody looks after it/);
    expect(found.buttons.map(button => button.label)).toEqual(['Request to join']);
    await dev.presses('Request to join', { with: /Wound Care/ });
    await dev.form();
    await dev.submits({});
    await dev.sees(/Nobody looks after Wound Care just now\. Your request is kept/);

    await joan.presses('Look after it for now', { ...dm, message: card.id });
    await joan.sees(/Joan Mills looks after Wound Care now/, { ...dm, message: card.id });
    await stands('Joan', 'member facilitator');
    expect(await joan.membersOf(space)).toContain('Joan Mills');
    await joan.presses('Approve', { ...dm, with: /Dev Patel asks to join/ });
    await dev.sees(/You're in: Wound Care/, dm);
    await it_.settled();

    await leaves(dev, 'Leave');
    await leaves(joan);
    const again = joan.seesNow(/Nobody facilitates Wound Care just now, and nobody is in it/, dm);
    expect(again.map(one => one.id)).not.toContain(card.id);
    expect(again).toHaveLength(1);
    expect(amira.seesNow(/which you started, has no facilitator just now/, dm)).toHaveLength(1);
  });

  it.runIf(platform === 'discord')('whoever administers it no longer meets a closed door', async () => {
    it_ = await stage(platform, { workspaces: [english] });
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    it_.playground.makesRole?.('Moderators', { permissions: ['MANAGE_GUILD'] });
    await joan.givesRole('Ben Okafor', 'Moderators');
    await ben.types('/cop setup', { in: 'general' });
    await ben.presses('Support Team and starting');
    await ben.form();
    await ben.submits({});
    await startCop(amira);
    await leaves(amira);
    const card = await ben.sees(/Nobody facilitates Wound Care just now, and nobody is in it/, dm);
    await joan.takesRole('Ben Okafor', 'Moderators');
    await ben.presses('Look after it for now', { ...dm, message: card.id });
    await ben.sees(/isn't open to you/, dm);
    expect(await membership('Ben')).toBeUndefined();
    expect(await unattended()).toBe(true);
  });

  it('any administrator finds it in /cop setup and in Home, also where nobody ever chose settings, and takes it up there', async () => {
    it_ = await stage(platform, { workspaces: [english] });
    const [amira, dev, joan] = [it_.person('Amira'), it_.person('Dev'), it_.person('Joan')];
    await startCop(amira);
    await leaves(amira);
    await dev.types('/cop find wound', { in: 'general' });
    await dev.presses('Request to join', { with: /Wound Care/ });
    expect(JSON.stringify(await dev.form())).not.toContain('looking for');
    await dev.submits({});
    const answer = await dev.sees(/Nobody looks after Wound Care just now/);
    expect(answer.text).not.toContain('looking for');
    await it_.settled();

    await joan.types('/cop setup', { in: 'general' });
    const setup = await joan.sees(/Nobody is in Wound Care, and nobody looks after it/);
    expect(setup.buttons.map(button => button.label)).toContain('Look after it for now');
    await dev.types('/cop home', { in: 'general' });
    expect((await dev.sees(/This week/)).text).not.toContain('Nobody is in');
    await joan.types('/cop home', { in: 'general' });
    await joan.sees(/This week[\s\S]*Nobody is in Wound Care, and nobody looks after it/);
    await joan.presses('Look after it for now', { with: /This week/ });
    const after = await joan.sees(/This week[\s\S]*Joan Mills looks after Wound Care now/);
    expect(after.text).not.toContain('Nobody is in');
    await stands('Joan', 'member facilitator');
    await joan.sees(/Dev Patel asks to join/, dm);
    await joan.types('/cop setup', { in: 'general' });
    await it_.settled();
    expect((await joan.sees(/^Set up/)).text).not.toContain('Nobody is in');
  });

  it('the administrator who was told reads of an offer, and of an objection to it, without a button that is elsewhere', async () => {
    it_ = await stage(platform, { workspaces: [english] });
    const [amira, ben, dev, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev'), it_.person('Joan')];
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses('Support Team and starting');
    await joan.form();
    await joan.submits({});
    await startCop(amira);
    await amira.types('/cop invite', here);
    await amira.form();
    await amira.submits({ 'Who would care about this?': ['Ben Okafor'] });
    await ben.sees(/invites you/, dm);
    await askIn(dev);
    await amira.sees(/Dev Patel asks to join/, dm);
    await leaves(amira);
    await amira.sees(/The request is kept until somebody does/, dm);
    const { id: message } = await joan.sees(/Nobody facilitates Wound Care just now, and nobody is in it/, dm);

    await ben.presses('Join', dm);
    await ben.presses('I will', here);
    const offered = await joan.sees(/Ben Okafor would look after it, from [\s\S]+ on, unless somebody objects/, {
      ...dm,
      message,
    });
    expect(offered.text).not.toContain('I object');
    await amira.presses('I object', dm);
    const contested = await joan.sees(/asked in a message of its own/, { ...dm, message });
    expect(contested.text).not.toContain('nothing you need to do');
    await joan.presses('Yes, please', dm);
    await joan.sees(/That is settled. @?Ben Okafor looks after Wound Care now/, { ...dm, message });
  });

  it('who was invited before, and comes into it, is asked whether they would', async () => {
    it_ = await stage(platform, { workspaces: [english] });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await amira.types('/cop invite', here);
    await amira.form();
    await amira.submits({ 'Who would care about this?': ['Ben Okafor'] });
    await ben.sees(/invites you/, dm);
    await leaves(amira);
    await ben.presses('Join', dm);
    await ben.sees(/Who would look after Wound Care\?/, here);
  });
});

it.each(platformNames)(
  'on %s, whoever started an empty one reads so where there is no Support Team',
  async platform => {
    it_ = await stage(platform, { workspaces: [english] });
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await startCop(amira, { Facilitator: 'Ben Okafor' });
    await ben.presses("Yes, I'll facilitate", dm);
    await stands('Ben', 'member facilitator');
    await amira.types(platform === 'slack' ? '/cop leave' : '/cop me leave', here);
    await amira.presses('Leave');
    await stands('Amira', 'left member');
    await (platform === 'slack' ? ben.leaves(space) : joan.throwsOut(ben.name, space));
    const told = await amira.sees(/which you started, has no facilitator just now, and nobody is in it/, dm);
    expect(told.text).not.toMatch(/asked its members/);
  },
);

describe.each(platformNames)('on %s', { timeout: 60_000 }, platform => {
  it('who alone facilitated it and was put out is told when, and takes it back: in again, with all that was asked meanwhile', async () => {
    const scene = await opening(platform);
    const { amira, ben } = scene;
    await isPutOut(platform, scene);
    const told = await amira.sees(/You're no longer in Wound Care/, dm);
    expect(told.text).toMatch(/Nothing of yours is lost until then/);
    expect(told.buttons.map(one => one.label)).toEqual(['Take it back', 'I meant to leave']);
    await ben.sees(/Who would look after Wound Care\?/, here);
    await ben.sees(/Welcome to Wound Care[\s\S]*Facilitators:?\s+nobody at the moment/, here);
    const dev = await devAsks();
    await it_.settled();
    expect(await requestCards(amira)).toHaveLength(0);
    expect(amira.seesNow(/Who would look after/, dm)).toHaveLength(1); // she started it, and is asked once

    await amira.presses('Take it back', dm);
    await amira.sees(/you look after Wound Care again/, dm);
    await stands('Amira', 'member facilitator');
    await it_.settled();
    expect(await amira.membersOf(space)).toContain('Amira Haddad');
    if (platform === 'discord') expect(await amira.rightsIn(space)).toContain('MANAGE_MESSAGES');
    expect(await requestCards(amira)).toHaveLength(1);
    await ben.sees(/Amira Haddad looks after Wound Care now/, here);
    expect(await unattended()).toBe(false);
    await amira.presses('Approve', { ...dm, with: /Dev Patel asks to join/ });
    await dev.sees(/Please welcome/, here);
    await passes(2 * day + 60_000);
    expect(await membership('Amira')).toBe('member facilitator');
  });

  it('who had asked in before the last one went hears that it waits, and then that somebody has it', async () => {
    const scene = await opening(platform);
    const dev = it_.person('Dev');
    await dev.types('/cop find wound', { in: 'general' });
    await dev.presses('Request to join', { with: /Wound Care/ });
    await dev.form();
    await dev.submits({});
    await dev.sees(/It goes to those who look after Wound Care/);
    await scene.amira.sees(/Dev Patel asks to join/, dm);
    await isPutOut(platform, scene);
    const waits = await dev.sees(/Nobody looks after Wound Care just now\. Your request is kept/, dm);
    expect(waits.buttons.map(one => one.label)).toContain('Withdraw the request');

    await scene.amira.sees(/You're no longer in Wound Care/, dm);
    await scene.amira.presses('Take it back', dm);
    await dev.sees(/Those who look after Wound Care know by now that you'd like to join/, dm);
    expect(dev.seesNow(/Nobody looks after Wound Care just now/, dm)).toEqual([]);
    await it_.settled();
    await isPutOut(platform, scene);
    await dev.sees(/Nobody looks after Wound Care just now/, dm);
    await dev.presses('Withdraw the request', dm);
    await it_.settled();
    expect(dev.seesNow(/Nobody looks after Wound Care just now/, dm)).toEqual([]);
  });

  it('after two days it is over for them: what they carried there ends, and a late press changes nothing', async () => {
    const scene = await opening(platform);
    const { amira } = scene;
    await amira.types('/cop roles', here);
    await isPutOut(platform, scene);
    await amira.sees(/You're no longer in Wound Care/, dm);
    await passes(2 * day + 60_000);
    await amira.sees(/You don't look after Wound Care any more/, dm);
    expect(amira.seesNow(/Take it back/, dm)).toEqual([]);
    expect(await membership('Amira')).toBe('left facilitator');
    await (platform === 'slack' ? scene.ben : scene.joan).brings('Amira Haddad', space);
    await stands('Amira', 'member member');
    expect(await unattended()).toBe(true);
  });

  it('a member who offers it looks after it two days later, with all that goes with it', async () => {
    const scene = await opening(platform);
    const { amira, ben, carla, joan } = scene;
    await setUpForum(joan);
    await isPutOut(platform, scene);
    const dev = await devAsks();
    await ben.sees(/Who would look after Wound Care\?/, here);
    await ben.presses('I will', here);
    await ben.sees(/Unless somebody objects, you look after Wound Care from/);
    await it_.settled();
    expect(carla.seesNow(/Who would look after/, here)).toHaveLength(1); // one post, drawn anew
    const offered = await carla.sees(/Ben Okafor would look after Wound Care, from/, here);
    expect(offered.buttons.map(one => one.label)).toEqual(['I object']);
    await carla.types('/cop home', { in: 'general' });
    await dev.types('/cop home', { in: 'general' });
    await dev.sees(/Nobody looks after it just now; your request is kept/);

    await passes(day);
    expect(await membership('Ben')).toBe('member member');
    await passes(day + 60_000);
    await ben.sees(/You look after Wound Care now/, dm);
    expect(await membership('Ben')).toBe('member facilitator');
    await carla.sees(/Ben Okafor looks after Wound Care from now on/, here);
    expect(carla.seesNow(/looks after Wound Care from now on/, here)).toHaveLength(1);
    await carla.sees(/Ben Okafor looks after Wound Care now/, here);
    expect(await requestCards(ben)).toHaveLength(1);
    expect(ben.seesNow(/For you, as facilitator of Wound Care/, dm)).toHaveLength(1);
    expect(await ben.membersOf('facilitators-forum')).toContain('Ben Okafor');
    if (platform === 'discord') expect(await ben.rightsIn(space)).toContain('MANAGE_MESSAGES');
    expect(amira.seesNow(/Take it back/, dm)).toEqual([]);
    await ben.sees(/Facilitator.*Ben Okafor/s, here);
    await ben.presses('Approve', { ...dm, with: /Dev Patel asks to join/ });
    await dev.sees(/Please welcome/, here);
  });

  it('two who offer it at once: one has, and the other is told so', async () => {
    const scene = await opening(platform);
    const { ben, carla } = scene;
    await isPutOut(platform, scene);
    await ben.sees(/Who would look after Wound Care\?/, here);
    await carla.sees(/Who would look after Wound Care\?/, here);
    await Promise.all([ben.presses('I will', here), carla.presses('I will', here)]);
    await it_.settled();
    expect(await standIns()).toEqual(['pending']);
    const thanked = /Unless somebody objects, you look after Wound Care from/;
    const [first, second] = ben.seesNow(thanked).length > 0 ? [ben, carla] : [carla, ben];
    await first.sees(thanked);
    await second.sees(/offered to look after Wound Care .* already, and one at a time is enough/);
    expect(second.seesNow(thanked)).toEqual([]);
  });

  it('the clocks of requests that waited begin when somebody is found', async () => {
    const scene = await opening(platform);
    const { ben } = scene;
    await isPutOut(platform, scene);
    await devAsks();
    await ben.sees(/Who would look after Wound Care\?/, here);
    await passes(8 * day);
    await ben.presses('I will', here);
    await ben.sees(/Unless somebody objects/);
    await passes(2 * day + 60_000);
    await ben.sees(/You look after Wound Care now/, dm);
    const [clockOf] = await it_.store.db.selectFrom('join_requests').select(['created_at', 'held_ms']).execute();
    const looks = it_.store.db.selectFrom('clocks').select('due_at').where('step', '=', 'waits');
    expect((clockOf?.created_at ?? 0) + (clockOf?.held_ms ?? 0)).toBeGreaterThan(clock.now() - day);
    expect((await looks.executeTakeFirstOrThrow()).due_at).toBeGreaterThan(clock.now() + day);
    expect(ben.seesNow(/still hopes to join/, dm)).toEqual([]);
  });

  it('objected to by one press, it is for an administrator to decide, and whose press it was is told to nobody', async () => {
    const scene = await opening(platform);
    const { amira, ben, carla, joan } = scene;
    await setUpForum(joan);
    await isPutOut(platform, scene);
    await ben.sees(/Who would look after Wound Care\?/, here);
    await ben.presses('I will', here);
    await carla.sees(/Ben Okafor would look after Wound Care, from/, here);
    await carla.presses('I object', here);
    await carla.sees(/nobody is told that it was you/);
    await ben.sees(/Somebody would rather have it decided/, dm);
    const asked = await joan.sees(/Ben Okafor would look after Wound Care/, dm);
    expect(asked.text).not.toContain('Carla');
    await passes(3 * day);
    expect(await membership('Ben')).toBe('member member'); // it counts no more by itself
    await ben.sees(/somebody would rather have it decided/, here);
    await ben.presses('I will', here);
    await ben.sees(/You offered that/);
    await carla.presses('Administrators: say yes', here);
    await carla.sees(/is for an administrator to decide/);
    await joan.presses('Yes, please', dm);
    await ben.sees(/You look after Wound Care now/, dm);
    await it_.settled();
    expect(await membership('Ben')).toBe('member facilitator');
    expect(await standIns()).toEqual(['accepted']);
    expect(amira.seesNow(/object/, dm)).toEqual([]);
  });

  it('objected to, another may offer it; whoever takes it back, or hears a no, is told', async () => {
    const scene = await opening(platform);
    const { ben, carla, joan } = scene;
    await setUpForum(joan);
    await isPutOut(platform, scene);
    await ben.sees(/Who would look after Wound Care\?/, here);
    await ben.presses('I will', here);
    await carla.sees(/Ben Okafor would look after Wound Care, from/, here);
    await carla.presses('I object', here);
    await carla.sees(/nobody is told that it was you/);
    await carla.sees(/somebody would rather have it decided/, here);
    await carla.presses('I will', here);
    await carla.sees(/Unless somebody objects, you look after Wound Care from/);
    await ben.sees(/Your offer to look after Wound Care doesn't stand any more/, dm);
    await carla.presses('Take my offer back');
    await carla.sees(/your offer to look after Wound Care is taken back/);
    await ben.sees(/Facilitating means welcoming people/, here);
    await ben.presses('I will', here);
    await ben.sees(/is for others to decide by now/);
    await it_.settled();
    expect(await standIns()).toEqual(['withdrawn', 'withdrawn']);
    await passes(3 * day);
    expect(await unattended()).toBe(true);
  });

  it('with a Support Team it takes its yes; its members are asked when it says so', async () => {
    const scene = await opening(platform, true);
    const { ben, carla, joan } = scene;
    await isPutOut(platform, scene);
    const told = await joan.sees(/Wound Care needs a facilitator/, { in: 'support' });
    expect(told.buttons.map(one => one.label)).toEqual(['Ask its members']);
    await it_.settled();
    expect(ben.seesNow(/Who would look after/, here)).toEqual([]);
    await joan.presses('Ask its members', { in: 'support' });
    await ben.sees(/Who would look after Wound Care\?/, here);
    await ben.presses('I will', here);
    await ben.sees(/The Support Team has been asked for its yes/);
    const card = await carla.sees(/The Support Team has been asked for its yes/, here);
    expect(card.buttons).toEqual([]);
    await passes(3 * day);
    expect(await membership('Ben')).toBe('member member');
    await joan.presses('Yes, please', { in: 'support', with: /Ben Okafor would look after Wound Care/ });
    await ben.sees(/You look after Wound Care now/, dm);
    await joan.sees(/That is settled. @?Ben Okafor looks after Wound Care now/, { in: 'support' });
    await it_.settled();
    expect(await membership('Ben')).toBe('member facilitator');
  });

  it('a Support Team that says nothing is reminded; after a week an administrator is asked, and who offered hears so', async () => {
    const scene = await opening(platform, true);
    const { ben, joan } = scene;
    await benOffersIt(platform, scene);
    await passes(2 * day + 60_000);
    const reminded = await joan.sees(/They offered it .*, and wait for a yes or a no/, { in: 'support' });
    expect(reminded.buttons.map(one => one.label)).toEqual(['Yes, please', 'Somebody else']);
    expect(joan.seesNow(/Ben Okafor would look after/, dm)).toEqual([]);
    await passes(5 * day);
    await ben.sees(/The Support Team hasn't answered yet.*asked an administrator as well/s, dm);
    await passes(20 * day);
    expect(ben.seesNow(/The Support Team hasn't answered yet/, dm)).toHaveLength(1);
    await joan.presses('Yes, please', { ...dm, with: /Ben Okafor would look after Wound Care/ });
    await ben.sees(/You look after Wound Care now/, dm);
    await it_.settled();
    const cards = joan.seesNow(/Ben Okafor would look after Wound Care, which has no facilitator/);
    expect(cards.flatMap(one => one.buttons)).toEqual([]);
    expect(await membership('Ben')).toBe('member facilitator');
  });

  it.skipIf(platform === 'slack')(
    'an administrator who can not be written to is not said to have been asked',
    async () => {
      const scene = await opening(platform, true);
      const { ben, joan } = scene;
      await benOffersIt(platform, scene);
      await joan.closesDirectMessages();
      await passes(7 * day + 120_000);
      const told = await ben.sees(/The Support Team hasn't answered yet/, dm);
      expect(told.text).toMatch(/I've reminded it\. Your offer stands until it decides/);
    },
  );

  it('a Support Team that is given up after a week no longer stands in what who offered was told', async () => {
    const scene = await opening(platform, true);
    const { ben, carla, joan } = scene;
    await benOffersIt(platform, scene);
    await passes(7 * day + 120_000);
    await ben.sees(/The Support Team hasn't answered yet/, dm);
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses('Support Team and starting');
    await joan.form();
    await joan.submits({ 'The Support Team': 'None' });
    await joan.sees(/Saved/);
    await ben.sees(/You offered that .*I'll write to you when it is settled/s, dm);
    expect(ben.seesNow(/The Support Team hasn't answered yet/, dm)).toEqual([]);
    await carla.presses('I object', here);
    await ben.sees(/Somebody would rather have it decided who looks after Wound Care/, dm);
    expect(ben.seesNow(/The Support Team hasn't answered yet/, dm)).toEqual([]);
  });

  it('a Support Team that is chosen while somebody has offered has the card to press', async () => {
    const scene = await opening(platform);
    const { ben, carla, joan } = scene;
    await isPutOut(platform, scene);
    await ben.sees(/Who would look after Wound Care\?/, here);
    await ben.presses('I will', here);
    await carla.sees(/Ben Okafor would look after Wound Care, from/, here);
    await setUp(joan);
    await joan.sees(/Wound Care needs a facilitator/, { in: 'support' });
    expect((await carla.sees(/The Support Team has been asked for its yes/, here)).buttons).toEqual([]);
    await joan.presses('Yes, please', { in: 'support', with: /Ben Okafor would look after Wound Care/ });
    await ben.sees(/You look after Wound Care now/, dm);
    await it_.settled();
    expect(await membership('Ben')).toBe('member facilitator');
  });

  it('a Support Team that is given up leaves the offer open to objection for two days, and then it counts', async () => {
    const scene = await opening(platform, true);
    const { ben, carla, joan } = scene;
    await isPutOut(platform, scene);
    await joan.presses('Ask its members', { in: 'support' });
    await ben.sees(/Who would look after Wound Care\?/, here);
    await ben.presses('I will', here);
    await carla.sees(/The Support Team has been asked for its yes/, here);
    await passes(3 * day);
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses('Support Team and starting');
    await joan.form();
    await joan.submits({ 'The Support Team': 'None' });
    await joan.sees(/Saved/);
    const open = await carla.sees(/Ben Okafor would look after Wound Care, from/, here);
    expect(open.buttons.map(one => one.label)).toEqual(['I object']);
    await passes(2 * day + 60_000);
    await ben.sees(/You look after Wound Care now/, dm);
    expect(await membership('Ben')).toBe('member facilitator');
  });

  it('a Support Team that says nothing for two days: the members are asked all the same, once', async () => {
    const scene = await opening(platform, true);
    await isPutOut(platform, scene);
    await scene.joan.sees(/Wound Care needs a facilitator/, { in: 'support' });
    await it_.settled();
    await passes(2 * day + 60_000);
    await scene.ben.sees(/Who would look after Wound Care\?/, here);
    await scene.joan.sees(/Its members have been asked/, { in: 'support' });
    expect(scene.ben.seesNow(/Who would look after/, here)).toHaveLength(1);
  });

  it('who offered it leaves meanwhile: the question stands again', async () => {
    const scene = await opening(platform);
    const { ben, carla, joan } = scene;
    await isPutOut(platform, scene);
    await ben.sees(/Who would look after Wound Care\?/, here);
    await ben.presses('I will', here);
    await carla.sees(/Ben Okafor would look after Wound Care, from/, here);
    await (platform === 'slack' ? ben.leaves(space) : joan.throwsOut('Ben Okafor', space));
    await stands('Ben', 'left member');
    const again = await carla.sees(/Facilitating means welcoming people/, here);
    expect(again.buttons.map(one => one.label)).toEqual(['I will']);
    await passes(3 * day);
    expect(await membership('Ben')).toBe('left member');
    expect(await standIns()).toEqual(['withdrawn']);
  });

  it('who facilitated it takes it back meanwhile: who offered it need not', async () => {
    const scene = await opening(platform);
    const { amira, ben } = scene;
    await isPutOut(platform, scene);
    await ben.sees(/Who would look after Wound Care\?/, here);
    await ben.presses('I will', here);
    await ben.sees(/Unless somebody objects/);
    await amira.presses('Take it back', dm);
    await ben.sees(/is looked after again, so your offer isn't needed any more/, dm);
    await it_.settled();
    await passes(3 * day);
    expect(await membership('Ben')).toBe('member member');
    expect(await membership('Amira')).toBe('member facilitator');
    expect(await standIns()).toEqual(['withdrawn']);
  });

  it('closed meanwhile: who offered it is told, and nothing counts any more', async () => {
    const scene = await opening(platform);
    const { amira, ben, joan } = scene;
    await isPutOut(platform, scene);
    await ben.sees(/Who would look after Wound Care\?/, here);
    await ben.presses('I will', here);
    await ben.sees(/Unless somebody objects/);
    await (platform === 'slack' ? ben : joan).deletesChannel(space);
    await ben.sees(/Wound Care is closed, so nobody has to look after it any more/, dm);
    await amira.sees(/Wound Care is closed, so there's nothing left for you to do/, dm);
    await it_.settled();
    await passes(3 * day);
    expect(await standIns()).toEqual(['withdrawn']);
    expect(await it_.store.db.selectFrom('differences').select('id').where('settled_at', 'is', null).execute()).toEqual(
      [],
    );
  });

  it.skipIf(platform === 'discord')(
    'deactivated, they are missed at once (Discord tells of nobody who leaves: the hourly look)',
    async () => {
      const { amira, ben } = await opening(platform);
      await amira.leavesWorkspace();
      await stands('Amira', 'left facilitator');
      await ben.sees(/Who would look after Wound Care\?/, here);
    },
  );

  it.skipIf(platform === 'slack')('permissions synced (Discord alone has them): missed at once', async () => {
    const { joan } = await opening(platform);
    await joan.syncsRights(space);
    await stands('Amira', 'left facilitator');
    await until(unattended, 'somebody to be looked for');
  });

  it('found out of it on a look, they are missed as well, and are told', async () => {
    const scene = await opening(platform);
    await it_.away(async () => {
      await (platform === 'slack' ? scene.ben : scene.joan).throwsOut('Amira Haddad', space);
    });
    await scene.amira.sees(/You're no longer in Wound Care/, dm);
    await scene.ben.sees(/Who would look after Wound Care\?/, here);
    await scene.amira.presses('Take it back', dm);
    await stands('Amira', 'member facilitator');
  });

  it('the bot away while the two days pass: it counts when it is back, once', async () => {
    const scene = await opening(platform);
    const { ben, carla } = scene;
    await isPutOut(platform, scene);
    await ben.sees(/Who would look after Wound Care\?/, here);
    await ben.presses('I will', here);
    await ben.sees(/Unless somebody objects/);
    await it_.settled();
    await it_.away(async () => clock.passes(2 * day + 60_000));
    await ben.sees(/You look after Wound Care now/, dm);
    await until(considered, 'all that was due');
    await it_.settled();
    expect(carla.seesNow(/looks after Wound Care from now on/, here)).toHaveLength(1);
    expect(await membership('Ben')).toBe('member facilitator');
  });
});

/** Joan has chosen the settings: she is who decides, and there is a forum. */
async function setUpForum(joan: Persona): Promise<void> {
  await joan.types('/cop setup', { in: 'general' });
  await joan.presses('Forum');
  await joan.form();
  await joan.submits({ "The Facilitators' forum": 'Make one' });
  await joan.sees(/Saved/);
  await it_.settled();
}
