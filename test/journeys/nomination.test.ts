/** The facilitator is somebody else: they are asked, and a no, or a week of silence, comes back to who asked. */
import { DateTime } from 'luxon';
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { unchosen } from '../../src/domain/settings.ts';
import * as settings from '../../src/store/settings.ts';
import { coming, movableClock } from '../support/clock.ts';
import { setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
const inLondon = (time: number) => DateTime.fromMillis(time, { zone: 'Europe/London' });
const day = 24 * 3600_000;
const lookedAtAgain = async () =>
  (await it_.store.db.selectFrom('clocks').select('due_at').where('step', '=', 'silence').executeTakeFirst())?.due_at;
const nominations = async () =>
  (await it_.store.db.selectFrom('nominations').select('state').orderBy('created_at').execute()).map(one => one.state);

async function asksInstead(facilitator: Persona, name: string): Promise<void> {
  await facilitator.types('/cop facilitators', { in: 'cop-wound-care' });
  await facilitator.presses('Hand over…', { with: /Who facilitates Wound Care/ });
  await facilitator.form();
  await facilitator.submits({ 'Who might facilitate it?': name });
  await facilitator.sees(new RegExp(`I'm asking @${name} whether`));
  await it_.settled();
}

/** On Slack Amira has chosen it for herself; on Discord it is the workspace's. */
async function choosesLondon(): Promise<void> {
  const { id, network_id } = await it_.store.db.selectFrom('workspaces').selectAll().executeTakeFirstOrThrow();
  const chosen = { ...unchosen(network_id, id), timeZone: 'Europe/London' };
  await it_.store.db.transaction().execute(tx => settings.save(tx, chosen));
}

describe.each(platformNames)('on %s', platform => {
  it('brings a yes the rights, the guide and the forum, and takes them from the starter', async () => {
    it_ = await stage(platform);
    const [amira, dev, joan] = [it_.person('Amira'), it_.person('Dev'), it_.person('Joan')];
    await setUp(joan, { "The Facilitators' forum": 'Make one' });
    await startCop(amira, { Facilitator: 'Dev Patel' });
    await it_.settled();
    expect(await amira.membersOf('facilitators-forum')).toContain('Amira Haddad');
    expect((await dev.channels()).map(one => one.name)).not.toContain('facilitators-forum');

    await dev.sees(/asks you to facilitate it/, dm);
    await dev.presses("Yes, I'll facilitate", dm);
    await dev.sees(/For you, as facilitator of Wound Care/, dm);
    await it_.settled();
    const inForum = await dev.membersOf('facilitators-forum');
    expect(inForum).toContain('Dev Patel');
    expect(inForum).not.toContain('Amira Haddad');
    expect(await amira.membersOf('cop-wound-care')).toContain('Amira Haddad');
    if (platform === 'discord') expect(await dev.rightsIn('cop-wound-care')).toContain('MANAGE_MESSAGES');
  });

  it('brings a no back, with somebody else to ask', async () => {
    it_ = await stage(platform);
    const [amira, ben, dev] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev')];
    await startCop(amira, { Facilitator: 'Dev Patel' });
    await dev.sees(/asks you to facilitate it/, dm);
    await dev.presses('Not me', dm);
    await dev.sees(/You said no/, dm);
    await dev.sees(/You're in: Wound Care/, dm); // a member as anybody else
    const no = await amira.sees(/Dev Patel can't facilitate Wound Care just now/, dm);
    expect(no.buttons.map(button => button.label)).toEqual(['Ask somebody else…', 'Open the space']);
    await amira.sees(/For you, as facilitator of Wound Care/, dm); // until then it might have been Dev's to begin with

    await amira.presses('Ask somebody else…', dm);
    if (platform === 'discord') {
      await amira.sees(/can't show you who there is to choose\. Type \/cop facilitators in #cop-wound-care/, dm);
      await amira.types('/cop facilitators', { in: 'cop-wound-care' });
      await amira.presses('Hand over…', { with: /Who facilitates Wound Care/ });
    }
    await amira.form();
    await amira.submits({ 'Who might facilitate it?': 'Ben Okafor' });
    await amira.sees(/I'm asking @Ben Okafor whether they'll facilitate Wound Care/);
    await ben.sees(/facilitates Wound Care .* and asks you to take over/, dm);
    await it_.settled();
    await amira.types('/cop facilitators', { in: 'cop-wound-care' });
    await amira.sees(/Asked, and still to answer: @?Ben Okafor/);
    await ben.presses("Yes, I'll facilitate", dm);
    await amira.sees(/Ben Okafor said yes and now facilitates Wound Care/, dm);
    await it_.settled();
    expect(await ben.membersOf('cop-wound-care')).toContain('Ben Okafor');
    expect(await nominations()).toEqual(['declined', 'accepted']);
    for (const one of [amira, ben]) expect(one.seesNow(/For you, as facilitator of Wound Care/, dm)).toHaveLength(1);
  });

  it('who need not answer any more, as somebody else is asked instead, is a member as anybody else', async () => {
    it_ = await stage(platform);
    const [amira, ben, dev] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev')];
    await startCop(amira, { Facilitator: 'Dev Patel' });
    await dev.sees(/asks you to facilitate it/, dm);
    await asksInstead(amira, 'Ben Okafor');
    await dev.sees(/They have found another way since/, dm);
    await dev.sees(/You're in: Wound Care/, dm);

    await asksInstead(amira, 'Dev Patel'); // he is a member by now, and is asked once more
    await ben.sees(/You're in: Wound Care/, dm);
    await asksInstead(amira, 'Joan Mills');
    await it_.settled();
    expect(dev.seesNow(/You're in: Wound Care/, dm)).toHaveLength(1);
  });

  it('what was changed by hand is for whoever facilitates it now: who handed it over is told so, and has no buttons left', async () => {
    it_ = await stage(platform);
    const [amira, dev] = [it_.person('Amira'), it_.person('Dev')];
    await startCop(amira);
    if (platform === 'slack') it_.playground.connects?.('cop-wound-care');
    else await it_.person('Joan').makesPublic('cop-wound-care');
    await amira.sees(/Somebody (shared|opened) the space of Wound Care/, dm);
    await amira.types('/cop facilitators', { in: 'cop-wound-care' });
    await amira.presses('Hand over…', { with: /Who facilitates Wound Care/ });
    await amira.form();
    await amira.submits({ 'Who might facilitate it?': 'Dev Patel' });
    await dev.presses("Yes, I'll facilitate", dm);
    const his = await dev.sees(/Somebody (shared|opened) the space of Wound Care/, dm);
    expect(his.buttons.map(one => one.label)).toContain("It's right");
    const hers = await amira.sees(/changed by hand\. You no longer facilitate it/, dm);
    expect(hers.buttons).toEqual([]);
    await it_.settled();
    await dev.presses("It's right", { message: his.id });
    await amira.sees(/it was meant so, as somebody said/, dm);
  });

  it('brings a week of silence back: stay facilitator, or ask somebody else', async () => {
    const clock = movableClock(coming(2, 10));
    it_ = await stage(platform, { clock });
    const [amira, dev] = [it_.person('Amira'), it_.person('Dev')];
    await startCop(amira, { Facilitator: 'Dev Patel' });
    await choosesLondon();
    await dev.sees(/asks you to facilitate it/, dm);
    await it_.settled();
    clock.passes(6 * day);
    await it_.settled();
    expect(amira.seesNow(/hasn't answered yet/)).toEqual([]);
    clock.passes(day + 60_000);
    const told = await amira.sees(/Dev Patel hasn't answered yet whether they'll facilitate Wound Care/, dm);
    expect(told.buttons.map(button => button.label)).toEqual(['Ask somebody else…', 'Stay facilitator']);
    expect(amira.seesNow(/For you, as facilitator of Wound Care/, dm)).toEqual([]);
    await amira.presses('Stay facilitator', dm);
    await amira.sees(/Dev Patel need not answer any more/, dm);
    await amira.sees(/For you, as facilitator of Wound Care/, dm);
    const asked = await dev.sees(/They have found another way since/, dm);
    expect(asked.buttons).toEqual([]);
    expect(await nominations()).toEqual(['withdrawn']);
  });

  it('brings it back on no Sunday: on the Monday after, at an hour that is no bother', async () => {
    const clock = movableClock(coming(7, 10));
    it_ = await stage(platform, { clock });
    const [amira, dev] = [it_.person('Amira'), it_.person('Dev')];
    await startCop(amira, { Facilitator: 'Dev Patel' });
    await choosesLondon();
    await dev.sees(/asks you to facilitate it/, dm);
    await it_.settled();
    clock.passes(7 * day + 60_000);
    const monday = inLondon(clock.now())
      .plus({ days: 1 })
      .set({ hour: 9, minute: 0, second: 0, millisecond: 0 })
      .toMillis();
    await it_.playground.until(async () => (await lookedAtAgain()) === monday, 'it to wait until Monday at nine');
    expect(amira.seesNow(/hasn't answered yet/)).toEqual([]);
    clock.passes(monday - clock.now());
    await amira.sees(/Dev Patel hasn't answered yet whether they'll facilitate Wound Care/, dm);
  });

  it('says nothing after a week to who has heard', async () => {
    const clock = movableClock(coming(2, 10));
    it_ = await stage(platform, { clock });
    const [amira, dev] = [it_.person('Amira'), it_.person('Dev')];
    await startCop(amira, { Facilitator: 'Dev Patel' });
    await choosesLondon();
    await dev.sees(/asks you to facilitate it/, dm);
    await dev.presses("Yes, I'll facilitate", dm);
    await amira.sees(/said yes and now facilitates/, dm);
    expect(await lookedAtAgain()).toBeDefined();
    clock.passes(7 * day + 60_000);
    await it_.playground.until(async () => (await lookedAtAgain()) === undefined, 'the week to be over');
    await it_.settled();
    expect(amira.seesNow(/hasn't answered/)).toEqual([]);
  });

  it('tells who has left meanwhile of a yes, and neither that they stay nor that they share it', async () => {
    it_ = await stage(platform);
    const [amira, ben, dev] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev')];
    await startCop(amira);
    for (const [who, button] of [
      [dev, 'Hand over…'],
      [ben, 'Ask somebody to facilitate with me…'],
    ] as const) {
      await amira.types('/cop facilitators', { in: 'cop-wound-care' });
      await amira.presses(button, { with: /Who facilitates Wound Care/ });
      await amira.form();
      await amira.submits({ 'Who might facilitate it?': who.name });
      await who.sees(/facilitates Wound Care/, dm);
    }
    await it_.settled();
    await amira.types(platform === 'slack' ? '/cop leave' : '/cop me leave', { in: 'cop-wound-care' });
    await amira.presses('Leave all the same');
    await amira.sees(/You've left Wound Care/);
    await it_.settled();

    await ben.presses("Yes, I'll facilitate", dm);
    const together = await amira.sees(/Ben Okafor said yes/, dm);
    expect(together.text).toMatch(/now facilitates Wound Care\.$/);
    expect(together.buttons).toEqual([]);
    expect((await ben.sees(/Ben Okafor facilitates Wound Care/, { in: 'cop-wound-care' })).text).not.toMatch(/Amira/);
    await dev.presses('Not me', dm);
    const no = await amira.sees(/Dev Patel can't facilitate/, dm);
    expect(no.text).not.toMatch(/You go on/);
    expect(no.buttons).toEqual([]);
  });
});
