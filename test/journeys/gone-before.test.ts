/** Who leaves the workspace, or is put out of it, before they are in: nobody goes on being asked about them, and back again they can ask anew. */
import { afterEach, describe, expect, it } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { askIn, letsIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
let clock: ReturnType<typeof movableClock>;
afterEach(() => it_?.stop());

const day = 24 * 3600_000;
const dm = { in: 'direct message' } as const;
const general = { in: 'general' } as const;
const admit = {
  slack: { on: 'conversations.invite', times: 50, does: { refuse: 'restricted_action' } },
  discord: { on: 'PUT /channels/:id/permissions/:id', times: 50, does: { refuse: '50013' } },
} as const;

const stateOf = async (table: 'join_requests' | 'invitations' | 'nominations') =>
  (await it_.store.db.selectFrom(table).select('state').orderBy('created_at').execute()).map(one => one.state);
const becomes = (table: Parameters<typeof stateOf>[0], state: string) =>
  it_.playground.until(async () => (await stateOf(table)).at(-1) === state, `it to be ${state}`);
const standing = async (): Promise<Record<string, string>> => {
  const rows = await it_.store.db
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select(['p.name', 'm.state'])
    .execute();
  return Object.fromEntries(rows.map(one => [one.name.split(' ')[0] ?? '', one.state]));
};
const stands = (name: string, how: string) =>
  it_.playground.until(async () => (await standing())[name] === how, `${name} to be ${how}`);

const ways = platformNames.flatMap(platform =>
  (platform === 'slack' ? (['at once', 'meanwhile'] as const) : (['meanwhile', 'within the hour'] as const)).map(
    when => [platform, when] as const,
  ),
);

describe.each(ways)('on %s, told or found %s', { timeout: 60_000 }, (platform, when) => {
  async function begins() {
    clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    return { amira, ben };
  }
  async function goes(who: ReturnType<Stage['person']>): Promise<void> {
    if (when === 'meanwhile') return it_.away(() => who.leavesWorkspace());
    await who.leavesWorkspace();
    if (when === 'within the hour') clock.passes(3600_000);
  }

  it('nobody is reminded of what they asked, nor can say yes to it, and they can ask again', async () => {
    const { amira, ben } = await begins();
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, dm);
    await it_.settled();
    await goes(ben);
    await becomes('join_requests', 'withdrawn');
    const card = await amira.sees(/Ben Okafor was no longer here/, dm);
    expect(card.buttons).toEqual([]);
    await amira.types('/cop home', general);
    const home = await amira.sees(/This week|Your CoPs|Wound Care/, general);
    expect(home.text).not.toMatch(/Ben/);
    for (let days = 0; days < 12; days++) {
      clock.passes(day);
      await it_.settled();
    }
    expect(amira.seesNow(/still hopes to join/)).toEqual([]);

    await it_.away(() => ben.returnsToWorkspace());
    await ben.types('/cop home', general);
    await ben.sees(/your request was closed while you weren't here\. You may ask again/, general);
    await askIn(ben);
    await amira.presses('Approve', { ...dm, with: /Ben Okafor asks/ });
    await stands('Ben', 'member');
  });

  it('nobody waits for their answer to an invitation, and they can ask in', async () => {
    const { amira, ben } = await begins();
    await amira.types('/cop invite', general);
    await amira.form();
    await amira.submits({ 'Who would care about this?': ['Ben Okafor'] });
    await ben.sees(/invites you to Wound Care/, dm);
    await it_.settled();
    await goes(ben);
    await becomes('invitations', 'withdrawn');
    await it_.settled();
    await it_.away(() => ben.returnsToWorkspace());
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, dm);
  });

  it('whoever had been told yes and waited to be let in is on the way in no longer', async () => {
    const { amira, ben } = await begins();
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, dm);
    it_.playground.injects(admit[platform]);
    await amira.presses('Approve', dm);
    await amira.sees(/needs a hand/, dm);
    await it_.settled();
    expect((await standing()).Ben).toBe('joining');
    await goes(ben);
    await becomes('join_requests', 'withdrawn');
    await stands('Ben', 'left');
    await it_.settled();
    await amira.sees(/Ben Okafor was no longer here/, dm);
    await amira.sees(/Ben Okafor can't be brought into Wound Care: they are no longer here/, dm);
    if (when === 'within the hour') clock.passes(3600_000); // it may have been being tried just then
    await it_.playground.until(
      async () =>
        (
          await it_.store.db
            .selectFrom('effects')
            .select('id')
            .where('kind', '=', 'admit')
            .where('settled_at', 'is', null)
            .execute()
        ).length === 0,
      'nobody to be let in any more',
    );
    await amira.sees(/Wound Care needs no hand any more/, dm);
    expect(amira.seesNow(/it can't be done by trying again/, dm)).toEqual([]);
  });
});

describe.each(platformNames)('on %s, on the way in', platform => {
  async function invited() {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    await amira.types('/cop invite', general);
    await amira.form();
    await amira.submits({ 'Who would care about this?': ['Ben Okafor'] });
    await ben.sees(/invites you to Wound Care/, dm);
    await it_.settled();
    return { amira, ben };
  }

  it('who said yes reads that they are not in yet, and then where it is', async () => {
    const { amira, ben } = await invited();
    it_.playground.injects({ ...admit[platform], times: 1 });
    await ben.presses('Join', dm);
    await ben.sees(/You said yes .*Its space is being opened for you; I'll write to you once you're in/, dm);
    await amira.sees(/needs a hand/, dm);
    await it_.settled();
    expect(ben.seesNow(/Its space is #?cop-wound-care/, dm)).toEqual([]);
    await amira.presses("It's allowed now, try again", dm);
    await ben.sees(/You said yes .*Its space is #?cop-wound-care/, dm);
  });
});

it('on slack, whoever is deactivated while nobody tells is out, of CoPs and of the Support Team, though Slack lists them', async () => {
  it_ = await stage('slack');
  const [amira, ben, dev, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev'), it_.person('Joan')];
  await setUp(joan);
  await startCop(amira);
  await letsIn(amira, ben);
  await joan.brings('Dev Patel', 'support');
  const team = async () =>
    (
      await it_.store.db
        .selectFrom('support_people as s')
        .innerJoin('persons as p', 'p.id', 's.person_id')
        .select('p.name')
        .execute()
    ).map(one => one.name);
  await it_.playground.until(async () => (await team()).includes('Dev Patel'), 'Dev to be of the team');
  await it_.settled();
  it_.playground.listsDeactivated?.(true);
  it_.playground.carries(() => 'lost');
  await ben.leavesWorkspace();
  await dev.leavesWorkspace();
  it_.playground.carries();
  it_.playground.closesSockets?.(1006);
  await stands('Ben', 'left');
  await it_.playground.until(async () => !(await team()).includes('Dev Patel'), 'Dev to be of the team no longer');
  await it_.settled();
  expect(await standing()).toEqual({ Amira: 'member', Ben: 'left' });
}, 60_000);

describe.each(platformNames)('on %s', { timeout: 60_000 }, platform => {
  const remove = platform === 'slack' ? '/cop remove' : '/cop tend remove';

  it.each(['asked in', 'was invited'])('whoever %s and waits to be let in can be taken out', async how => {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await startCop(amira);
    await it_.settled();
    if (how === 'asked in') {
      await askIn(ben);
      await amira.sees(/Ben Okafor asks to join/, dm);
      it_.playground.injects(admit[platform]);
      await amira.presses('Approve', dm);
    } else {
      await amira.types('/cop invite', general);
      await amira.form();
      await amira.submits({ 'Who would care about this?': ['Ben Okafor'] });
      await ben.sees(/invites you to Wound Care/, dm);
      it_.playground.injects(admit[platform]);
      await ben.presses('Join', dm);
    }
    await amira.sees(/needs a hand/, dm);
    await it_.settled();
    await amira.types(remove, { in: 'cop-wound-care' });
    await amira.form();
    await amira.submits({ 'Who?': 'Ben Okafor' });
    await amira.sees(/Ben Okafor isn't coming into Wound Care after all, .* privately\. They can ask/, {
      in: 'cop-wound-care',
    });
    await ben.sees(/You aren't coming into Wound Care after all: its facilitators have decided so since/, dm);
    await it_.settled();
    expect(ben.seesNow(/no longer in|its library/, dm)).toEqual([]);
    await amira.sees(/Wound Care needs no hand any more/, dm);
    expect(amira.seesNow(/it can't be done by trying again/, dm)).toEqual([]);
    if (how === 'asked in') {
      await amira.sees(/Ben Okafor asks to join[\s\S]*You said no/, dm);
      expect(await stateOf('join_requests')).toEqual(['declined']);
    } else {
      await ben.sees(/invites you to Wound Care[\s\S]*This invitation was taken back/, dm);
      expect(await stateOf('invitations')).toEqual(['withdrawn']);
    }
    const waits = () =>
      it_.store.db.selectFrom('effects').select(['kind', 'state']).where('settled_at', 'is', null).execute();
    await it_.playground.until(async () => (await waits()).every(one => one.kind !== 'admit'), 'nobody to be let in');
    expect(await amira.membersOf('cop-wound-care')).not.toContain('Ben Okafor');
    expect(await standing()).toMatchObject({ Ben: 'left' });
    expect(joan.seesNow(/Ben/, dm)).toEqual([]);
  });
});
