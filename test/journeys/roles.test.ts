/** Core roles as offers, over the wire: volunteer, share, suggest, a term and the question at its end; the welcome says who carries what. */
import { DateTime } from 'luxon';
import { afterEach, describe, expect, it } from 'vitest';
import type { DiscordPlayground } from '../../playground/discord/options.ts';
import type { Persona } from '../../playground/driver.ts';
import { hoursIn } from '../../src/bot/clockwork/hours.ts';
import { threeMonthsAfter } from '../../src/domain/core-role.ts';
import { unchosen } from '../../src/domain/settings.ts';
import * as settings from '../../src/store/settings.ts';
import { goesOnTo, movableClock } from '../support/clock.ts';
import { startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
const space = { in: 'cop-wound-care' } as const;

/** By hand: on Discord who manages permissions, on Slack anybody who is in. */
const whoBrings = (platform: (typeof platformNames)[number]) => it_.person(platform === 'discord' ? 'Joan' : 'Amira');

/** Amira facilitates, and Ben and Dev are in. */
async function community(clock = movableClock(), platform: (typeof platformNames)[number]) {
  it_ = await stage(platform, { clock });
  const [amira, ben, dev] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev')];
  await startCop(amira);
  await it_.settled();
  const host = whoBrings(platform);
  for (const name of ['Ben Okafor', 'Dev Patel']) await host.brings(name, 'cop-wound-care');
  await it_.playground.until(
    async () => (await it_.store.db.selectFrom('memberships').select('cop_id').execute()).length === 3,
    'both to be in',
  );
  return { amira, ben, dev, clock };
}

const welcomes = async (who: Persona) =>
  (await who.reads('cop-wound-care')).filter(message => message.byBot && /^Welcome to Wound Care/.test(message.text));
const welcomeSays = async (who: Persona, words: RegExp) => {
  await who.sees(words, { ...space, with: /Welcome to Wound Care/ });
  const [welcome, ...more] = await welcomes(who);
  expect(more).toEqual([]);
  return welcome;
};

/** Their newest list of the roles, and the form behind one of its buttons. */
async function opens(who: Persona, button: string): Promise<string> {
  await who.types('/cop roles', space);
  await who.sees(/Roles in Wound Care/);
  await who.presses(button, { with: /Roles in Wound Care/ });
  return (await who.form()).text;
}

/** What can't be taken is said at the form, or where a form shows no errors, on a card that opens it again. */
async function mends(who: Persona, platform: (typeof platformNames)[number], fault: RegExp): Promise<void> {
  if (platform === 'slack') await who.form(form => fault.test(JSON.stringify(form)));
  else {
    await who.sees(fault);
    await who.presses('Open the form again');
    await who.form();
  }
}

/** On Slack Amira has chosen that zone for herself; on Discord it is the workspace's. */
async function inLondon(): Promise<void> {
  const { id, network_id } = await it_.store.db.selectFrom('workspaces').selectAll().executeTakeFirstOrThrow();
  const chosen = { ...unchosen(network_id, id), timeZone: 'Europe/London' };
  await it_.store.db.transaction().execute(tx => settings.save(tx, chosen));
}

/** When the question is looked at again. */
const waitingFor = async () =>
  (await it_.store.db.selectFrom('clocks').select('due_at').where('step', '=', 'term').executeTakeFirst())?.due_at;

describe.each(platformNames)('on %s', platform => {
  it('lets members volunteer, share and step back, and revises the welcome', async () => {
    const { amira, ben } = await community(movableClock(), platform);
    const [before] = await welcomes(amira);
    expect(before?.text).not.toMatch(/carries/);

    const asked = await opens(amira, 'Volunteer');
    const role = asked.match(/^(.*) of Wound Care/)?.[1] ?? '';
    await amira.submits({ 'For how long?': 'Until I step back' });
    await amira.sees(new RegExp(`You carry ${role} in Wound Care now, until you step back`));
    const welcome = await welcomeSays(amira, new RegExp(`Who carries what\\s+${role}: @?Amira Haddad`));
    expect(welcome).toMatchObject({ id: before?.id, pinned: true, edited: true });
    expect(welcome?.rings).toEqual(before?.rings);

    expect(await opens(ben, 'Share it')).toMatch(new RegExp(`${role} of Wound Care, together with @?Amira Haddad`));
    await ben.submits({});
    await ben.sees(/You share .* in Wound Care with @?Amira Haddad now/);
    await amira.sees(/Ben Okafor shares .* in Wound Care with you from now on/, dm);
    await welcomeSays(amira, new RegExp(`${role}: @?Amira Haddad and @?Ben Okafor`));

    await amira.presses('Step back', { with: /You carry/ });
    await amira.sees(/You stepped back from .* Thank you for carrying it/);
    await welcomeSays(ben, new RegExp(`${role}: @?Ben Okafor`));
    if (platform === 'slack') await ben.leaves('cop-wound-care');
    else await it_.person('Joan').throwsOut('Ben Okafor', 'cop-wound-care');
    await it_.playground.until(
      async () => !/Who carries/.test((await welcomes(amira))[0]?.text ?? ''),
      'nobody to carry anything',
    );
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('asks whom somebody thinks of, and takes a yes and a no', async () => {
    const { amira, ben, dev } = await community(movableClock(), platform);
    const role = (await opens(amira, 'Suggest someone…')).match(/to be (.*) of Wound Care/)?.[1] ?? '';
    await amira.submits({
      'Who would be good at it?': 'Joan Mills',
      'Why them? (optional)': 'You always welcome people',
    });
    await mends(amira, platform, /aren't in this CoP yet/);
    await amira.submits({ 'Who would be good at it?': 'Ben Okafor' });
    await amira.sees(new RegExp(`I'm asking @?Ben Okafor whether they'd like to be ${role}`));
    const asked = await ben.sees(/thinks of you as .* of Wound Care/, dm);
    expect(asked.text).toMatch(/You always welcome people/);
    await ben.presses('Yes, gladly', dm);
    await ben.sees(new RegExp(`You carry ${role} in Wound Care now`), dm);
    await amira.sees(new RegExp(`Ben Okafor said yes, and is ${role} of Wound Care now`), dm);
    await welcomeSays(amira, new RegExp(`${role}: @?Ben Okafor`));

    await opens(amira, 'Suggest someone…');
    await amira.submits({ 'Who would be good at it?': 'Dev Patel' });
    await dev.sees(/thinks of you as/, dm);
    await dev.presses('Not now', dm);
    await dev.sees(/You said “not now”/, dm);
    await amira.sees(new RegExp(`Dev Patel can't be ${role} of Wound Care just now. That is fine`), dm);
  });

  it('asks kindly when three months are over, at an hour that is no bother, and takes either answer', async () => {
    const { amira, clock } = await community(movableClock(), platform);
    await inLondon();
    await opens(amira, 'Volunteer');
    await amira.submits({ 'For how long?': 'For three months' });
    await amira.sees(/You carry .* in Wound Care until .*; then I'll ask/);
    await it_.settled();
    const goesTo = async (time: number) => clock.passes(time - clock.now());
    const endsAt = async () =>
      (await it_.store.db.selectFrom('core_roles').select('ends_at').executeTakeFirstOrThrow()).ends_at ?? 0;

    const first = await endsAt();
    const saturday = DateTime.fromMillis(first, { zone: 'Europe/London' })
      .set({ weekday: 6, hour: 3 })
      .plus({ weeks: 1 });
    await goesTo(saturday.toMillis());
    await it_.playground.until(
      async () => /Nobody carries/.test((await welcomes(amira))[0]?.text ?? ''),
      'the welcome to name what is open, from month three on',
    );
    await welcomeSays(amira, /Nobody carries .* or .* at the moment\. If one of them is for you, \/cop roles/);
    const monday = saturday.plus({ days: 2 }).set({ hour: 9, minute: 0, second: 0, millisecond: 0 }).toMillis();
    await it_.playground.until(async () => (await waitingFor()) === monday, 'the question to wait for Monday at nine');
    expect(amira.seesNow(/Would you like to go on/)).toEqual([]);
    await goesTo(monday + 1000);
    const asked = await amira.sees(/for three months, and they are over\. .*Would you like to go on\?/s, dm);
    expect(asked.buttons.map(button => button.label)).toEqual(['Go on for three months', 'Step back']);
    await amira.presses('Go on for three months', dm);
    await amira.sees(/You carry .* in Wound Care until/, dm);
    const second = await endsAt();
    expect(second).toBeGreaterThan(first);
    expect(second).toBeLessThanOrEqual(threeMonthsAfter(clock.now()));

    await it_.settled();
    goesOnTo(clock, hoursIn('Europe/London'), second);
    await amira.sees(/Would you like to go on\?/, dm);
    await amira.presses('Step back', { ...dm, with: /Would you like to go on/ });
    await it_.playground.until(() => amira.seesNow(/You stepped back from/, dm).length === 2, 'both questions settled');
    expect(amira.seesNow(/Would you like to go on/, dm)).toEqual([]);
  });

  it("offers a network's own role, which an administrator adds", async () => {
    const { amira } = await community(movableClock(), platform);
    const joan = it_.person('Joan');
    await amira.types('/cop roles', space);
    expect((await amira.sees(/Roles in Wound Care/)).buttons.map(one => one.label)).not.toContain(
      "Your network's own roles",
    );
    await whoBrings(platform).brings('Joan Mills', 'cop-wound-care');
    await it_.playground.until(
      async () => (await it_.store.db.selectFrom('memberships').select('cop_id').execute()).length === 4,
      'Joan to be in',
    );
    await joan.types('/cop roles', space);
    await joan.sees(/Roles in Wound Care/);
    await joan.presses("Your network's own roles");
    await joan.sees(/offers the five core roles/);
    await joan.presses('Add a role…');
    await joan.form();
    await joan.submits({ Name: 'Critical friend', 'What do they do?': 'Finds what it was all worth.' });
    await mends(joan, platform, /There is a role of that name/);
    await joan.submits({ Name: '*Value* @everyone', 'What do they do?': 'Finds what it was all worth.' });
    await joan.sees(/\*Value\* @everyone is offered from now on/);
    await amira.types('/cop roles', space);
    await amira.presses('More roles');
    const more = await amira.sees(/\*Value\* @everyone\s+Finds what it was all worth/);
    expect(more.rings).toEqual([]);
  });

  it.runIf(platform === 'discord')('shows in the server role that an administrator has chosen for it', async () => {
    const { amira, ben } = await community(movableClock(), platform);
    const joan = it_.person('Joan');
    const playground = it_.playground as DiscordPlayground;
    playground.makesRole('Guardians');
    playground.makesRole('Captains', { position: 15 });
    playground.makesRole('Boosters', { boosters: true });
    const [role = ''] = /Agenda Activist|Critical Friend|Community Keeper/.exec(await opens(ben, 'Volunteer')) ?? [];
    await ben.submits({});
    await welcomeSays(amira, new RegExp(`${role}: @?Ben Okafor`));
    expect(playground.rolesOf('Ben Okafor')).toEqual([]);

    await joan.types('/cop setup', { in: 'general' });
    await joan.presses("Your network's own roles");
    const chooses = async (serverRole?: string) => {
      await joan.presses('Server roles…');
      expect((await joan.form()).fields.map(field => field.label)).toEqual(['Role in a CoP', 'Server role']);
      await joan.submits({ 'Role in a CoP': role, ...(serverRole && { 'Server role': serverRole }) });
    };
    const has = (...names: string[]) =>
      playground.until(() => playground.rolesOf('Ben Okafor').join() === names.join(), `Ben to have ${names}`);
    await chooses('Guardians');
    await joan.sees(new RegExp(`given the server role that you chose for it: ${role}`));
    await has('Guardians');
    await chooses();
    await joan.sees(/No role in a CoP goes with a server role/);
    await has();
    await chooses('Guardians');
    await has('Guardians');
    await ben.types('/cop roles', space);
    await ben.presses('Step back', { with: /Roles in Wound Care/ });
    await has();
    await it_.settled();
    await opens(ben, 'Volunteer');
    await ben.submits({});
    await has('Guardians');
    for (const fixed of ['CoP Bot', 'Boosters']) {
      await chooses(fixed);
      await joan.sees(/Discord itself gives that role out/);
      await joan.presses('Open the form again');
      expect((await joan.form()).fields.map(field => field.value)).toEqual([role, '']);
      await joan.submits({ 'Server role': 'Guardians' });
      await joan.sees(new RegExp(`given the server role that you chose for it: ${role}`));
    }
    await it_.settled();
    await has('Guardians');
    await chooses('Captains');
    await amira.sees(/stands above mine in the server's list of roles/, dm);
    await has(); // what goes with it no more is taken all the same
  });

  it.runIf(platform === 'discord')('is given back by who steps back, though another could not be given', async () => {
    const { amira, ben } = await community(movableClock(), platform);
    const joan = it_.person('Joan');
    const playground = it_.playground as DiscordPlayground;
    playground.makesRole('Guardians');
    playground.makesRole('Captains', { position: 15 });
    const role = /Agenda Activist|Critical Friend|Community Keeper/;
    const takes = async () => {
      const [taken = ''] = role.exec(await opens(ben, 'Volunteer')) ?? [];
      await ben.submits({});
      await welcomeSays(amira, new RegExp(`${taken}: @?Ben Okafor`));
      return taken;
    };
    const [first, second] = [await takes(), await takes()];
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses("Your network's own roles");
    const chooses = async (inCop: string, serverRole: string) => {
      await joan.presses('Server roles…');
      await joan.form();
      await joan.submits({ 'Role in a CoP': inCop, 'Server role': serverRole });
    };
    await chooses(second, 'Captains');
    await amira.sees(/stands above mine in the server's list of roles/, dm);
    await chooses(first, 'Guardians');
    const has = (...names: string[]) =>
      playground.until(() => playground.rolesOf('Ben Okafor').join() === names.join(), `Ben to have ${names}`);
    await has('Guardians');
    await ben.types('/cop roles', space);
    await ben.presses('Step back', { with: /Roles in Wound Care/ });
    await ben.presses('Step back', { with: /Roles in Wound Care/ });
    await has();
  });

  it.runIf(platform === 'discord')(
    'goes with no server role that whoever chooses could not give themselves',
    async () => {
      const { amira } = await community(movableClock(), platform);
      const joan = it_.person('Joan');
      const playground = it_.playground as DiscordPlayground;
      playground.makesRole('Guardians');
      playground.makesRole('Directors', { position: 7, permissions: ['ADMINISTRATOR'] });
      playground.makesRole('Stewards', { position: 5, permissions: ['MANAGE_GUILD'] });
      playground.makesRole('Givers', { position: 2, permissions: ['MANAGE_ROLES'] });
      const chosen = async () => (await it_.store.db.selectFrom('server_roles').select('external_id').execute()).length;
      const chooses = async (who: Persona, serverRole: string) => {
        await who.types('/cop setup', { in: 'general' });
        await who.presses("Your network's own roles");
        await who.presses('Server roles…');
        await who.form();
        await who.submits({ 'Role in a CoP': 'Community Keeper', 'Server role': serverRole });
      };
      await joan.givesRole('Amira Haddad', 'Stewards');
      await chooses(amira, 'Guardians');
      await amira.sees(/only roles below your own, and need Manage Roles/);
      await joan.givesRole('Amira Haddad', 'Givers');
      for (const above of ['Directors', 'Stewards']) {
        await chooses(amira, above);
        await amira.sees(/only roles below your own, and need Manage Roles/);
      }
      expect(await chosen()).toBe(0);
      await chooses(amira, 'Guardians');
      await amira.sees(/given the server role that you chose for it/);
      await chooses(joan, 'Directors');
      await joan.sees(/given the server role that you chose for it/);
      await chooses(amira, '');
      await amira.sees(/only roles below your own, and need Manage Roles/);
      expect(await chosen()).toBe(1);
    },
  );
});
