/** What is held about somebody, over the wire: told to them alone. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { held } from '../../src/store/held.ts';
import { movableClock } from '../support/clock.ts';
import { askIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
type Platform = (typeof platformNames)[number];
/** Slack takes the short words, too. */
const asking = (platform: Platform) => (platform === 'slack' ? '/cop my-data' : '/cop me data');
const noErrors = () => expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
/** A place of its own: other bots may be at work on this machine. */
const places = tmpdir();
beforeAll(() => {
  process.env.TMPDIR = mkdtempSync(path.join(places, 'privacy-'));
});
afterAll(() => {
  rmSync(tmpdir(), { recursive: true });
  process.env.TMPDIR = places;
});
const leftBehind = () => existsSync(tmpdir()) && readdirSync(tmpdir()).filter(name => name.startsWith('cop-bot-'));

const whole = async (who: ReturnType<Stage['person']>) => {
  const { files } = await who.sees(/Here is all that the bot holds about you/, dm);
  const file = it_.playground.file(who.id, files[0]?.id ?? '');
  return Buffer.from(file?.body ?? []).toString();
};

/** As if somebody had done so much in years. */
async function haveDone(who: ReturnType<Stage['person']>, many: number): Promise<void> {
  const { db } = it_.store;
  const { person_id, network_id, workspace_id } = await db
    .selectFrom('accounts')
    .select(['person_id', 'network_id', 'workspace_id'])
    .where('external_id', '=', who.id)
    .executeTakeFirstOrThrow();
  for (let n = 0; n < many; n += 500)
    await db
      .insertInto('audit')
      .values(
        Array.from({ length: 500 }, (_, i) => ({
          id: `long-ago-${n + i}`,
          network_id,
          workspace_id,
          at: n + i,
          actor_id: person_id,
          command: 'document find' as const,
          about_kind: 'cop' as const,
          about_id: null,
          press: `long-ago-${n + i}`,
        })),
      )
      .execute();
}

describe.each(platformNames)('on %s', platform => {
  it('all of it is in the file, however much somebody has done', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    await startCop(amira);
    await haveDone(amira, 2500);
    await amira.types(asking(platform), { in: 'general' });
    const file = await whole(amira);
    expect(file.split('“document find”')).toHaveLength(2501);
    expect(file).not.toMatch(/and \d+ more/);
  });

  it('somebody reads what is held about them, and gets the whole of it as a file', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    await askIn(ben, 'I am stuck on follow-up');
    await ben.types(asking(platform), { in: 'general' });
    const told = await ben.sees(/What is held about you/);
    expect(told.text).toMatch(/Where you asked to join.*Wound Care.*“I am stuck on follow-up”/s);
    expect(told.onlyYou).toBe(true);

    for (let times = 1; times <= 3; times++) await ben.types(asking(platform), { in: 'general' }); // each is noted
    const file = await whole(ben);
    expect(file).toMatch(/Your name, as it was shown here \(1\)\n• .*“Ben Okafor”/);
    expect(file).toMatch(/“I am stuck on follow-up”/);
    expect(file).not.toMatch(/Amira/);
    await it_.settled();
    expect(leftBehind()).toEqual([]);
    expect(amira.seesNow(/stuck on follow-up.*What is held/s)).toEqual([]);
    noErrors();
  });

  it('somebody is forgotten, though the platform fails and the bot goes in the middle of it', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    await askIn(ben, 'I am stuck on follow-up');
    await amira.sees(/Ben Okafor asks to join/, dm);
    await amira.presses('Approve', dm);
    await it_.settled();
    await ben.types('/cop share', { in: 'cop-wound-care' });
    await ben.form();
    await ben.submits({ 'In which channel?': 'general', 'A line of your own (optional)': 'Ben says come along' });
    await amira.sees(/Ben says come along/, { in: 'general' });
    await it_.settled();
    await amira.types('/cop tend close', { in: 'cop-wound-care' });
    await amira.form();
    await amira.submits({});
    await ben.presses('Wait', { in: 'cop-wound-care' });
    await amira.sees(/Ben Okafor would rather Wound Care wasn't closed yet/, dm);
    await it_.settled();
    const id = (await personOf(ben.id)) ?? 'nobody';

    await ben.types(platform === 'slack' ? '/cop forget-me' : '/cop me forget', { in: 'general' });
    await ben.sees(/Forget you\?.*You leave Wound Care/s);
    const call = { slack: 'conversations.kick', discord: 'DELETE /channels/:id/permissions/:id' }[platform];
    it_.playground.injects({ on: call, does: { status: 503 } });
    await it_.store.db.updateTable('memberships').set({ role: 'facilitator' }).execute(); // so that who goes on with it hears who does not
    await ben.presses('Forget me', { with: /Forget you\?/ });
    await ben.sees(/nothing is held about you any more/);
    await it_.away(async () => {});
    await it_.playground.until(async () => (await personOf(ben.id)) === undefined, 'Ben to be forgotten');
    await it_.settled();

    expect(await amira.membersOf('cop-wound-care')).toEqual(expect.not.arrayContaining(['Ben Okafor']));
    expect(await holding(id, ben.id, 'Ben Okafor', 'stuck on follow-up', 'Ben says come along')).toEqual([]);
    expect(amira.seesNow(/stuck on follow-up/, dm)).toEqual([]);
    expect(amira.seesNow(/Ben Okafor/, dm)).toEqual([]);
    expect(amira.seesNow(/is no longer in .*Wound Care/, dm)).toHaveLength(1);
    expect(amira.seesNow(/needs a hand/, dm)).toEqual([]);
    expect(amira.seesNow(/Ben (Okafor|says)/, { in: 'general' })).toEqual([]);
    expect((await amira.reads('cop-wound-care')).filter(one => one.byBot && /Ben/.test(one.text))).toEqual([]);
    noErrors();

    await askIn(ben, 'Here again');
    await amira.sees(/Here again/, dm);
    expect(await personOf(ben.id)).not.toBe(id);
  });

  it('nobody is forgotten for as long as the platform does not let them go, or they would stay unknown', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    await askIn(ben);
    await amira.presses('Approve', dm);
    await it_.settled();
    const refused = {
      slack: { on: 'conversations.kick', does: { refuse: 'restricted_action' } },
      discord: { on: 'DELETE /channels/:id/permissions/:id', does: { refuse: '50013' } },
    } as const;
    it_.playground.injects({ ...refused[platform], times: 2 });
    await ben.types(platform === 'slack' ? '/cop forget-me' : '/cop me forget', { in: 'general' });
    await ben.presses('Forget me', { with: /Forget you\?/ });
    const told = (await amira.sees(/needs a hand/, dm)).text;
    expect(told).toMatch(/couldn't take somebody out/);
    expect(told).not.toMatch(/make private channels or add others/); // which is nothing of what was tried
    const waits = (kind: 'forget' | 'remove') =>
      it_.store.db.selectFrom('effects').select('attempts').where('kind', '=', kind).where('settled_at', 'is', null);
    await it_.playground.until(async () => (await waits('forget').execute()).length === 1, 'it to wait');
    clock.passes(3_601_000);
    await it_.playground.until(async () => (await waits('remove').executeTakeFirst())?.attempts === 2, 'two tries');
    expect(await amira.membersOf('cop-wound-care')).toContain('Ben Okafor');
    expect(await personOf(ben.id)).toBeDefined();

    const isForgotten = async () => (await personOf(ben.id)) === undefined;
    const anHourOn = async () => {
      if (!(await isForgotten())) clock.passes(3_661_000);
      return isForgotten();
    };
    await it_.playground.until(anHourOn, 'Ben to be forgotten');
    await it_.settled();
    expect(await amira.membersOf('cop-wound-care')).not.toContain('Ben Okafor');
    expect(await personOf(ben.id)).toBeUndefined();
  });

  it('who is being forgotten is told no goodbye from the forum, however long their space takes to let them go', async () => {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await setUp(joan, { "The Facilitators' forum": 'Make one' });
    await startCop(amira);
    await startCop(ben, { Name: 'Night Shifts', 'What do you care about?': 'Sleeping well' });
    await it_.settled();
    const held = {
      slack: { on: 'conversations.kick', after: 1, does: { refuse: 'restricted_action' } },
      discord: { on: 'DELETE /channels/:id/permissions/:id', after: 1, does: { refuse: '50013' } },
    } as const;
    it_.playground.injects(held[platform]);
    await ben.types(platform === 'slack' ? '/cop forget-me' : '/cop me forget', { in: 'general' });
    await ben.presses('Forget me all the same', { with: /Forget you\?/ });
    const waits = async () => {
      const open = it_.store.db.selectFrom('effects').select(['kind', 'state']).where('settled_at', 'is', null);
      return (
        String((await open.execute()).map(one => `${one.kind} ${one.state}`).sort()) === 'forget waiting,remove parked'
      );
    };
    await it_.playground.until(waits, 'all but what waits for a hand to be done');
    expect(it_.playground.struck()).toBe(1);
    expect(await amira.membersOf('facilitators-forum')).not.toContain('Ben Okafor');
    expect(await personOf(ben.id)).toBeDefined();
    expect(ben.seesNow(/Goodbye from the Facilitators' forum/, dm)).toEqual([]);
  });

  it('the last facilitator lets the Support Team know in the same press; an administrator has it done for who has left', async () => {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await setUp(joan);
    await startCop(amira);
    await it_.settled();
    await askIn(ben, 'I am stuck on follow-up');
    await ben.leavesWorkspace();
    await joan.types('/cop tend forget', { in: 'general' });
    await joan.form();
    await joan.submits({ 'Whom?': 'Ben Okafor' });
    await joan.presses('Forget them', { with: /Forget Ben Okafor\?/ });
    await it_.playground.until(async () => (await personOf(ben.id)) === undefined, 'Ben to be forgotten');

    await amira.types('/cop me forget', { in: 'general' });
    await amira.presses('Forget me all the same', { with: /Nobody else facilitates Wound Care/ });
    await joan.sees(/Wound Care needs a facilitator/, { in: 'support' });
    await it_.playground.until(async () => (await personOf(amira.id)) === undefined, 'Amira to be forgotten');
    await it_.settled();
    expect(await holding(ben.id, amira.id, 'Ben Okafor', 'Amira Haddad', 'stuck on follow-up')).toEqual([]);
    noErrors();
  });
});

describe.each(platformNames)('on %s, a CoP’s records', platform => {
  it('come to one who facilitates it, with what they may see, and no formula in them', async () => {
    it_ = await stage(platform);
    const [amira, ben, dev] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev')];
    await startCop(amira);
    await it_.settled();
    await askIn(ben, '=HYPERLINK("https://example.org")');
    await amira.sees(/Ben Okafor asks to join/, dm);
    await amira.presses('Approve', dm);
    await it_.settled();
    await askIn(dev, 'I work nights');
    const typed = platform === 'slack' ? '/cop export' : '/cop tend export';
    await ben.types(typed, { in: 'cop-wound-care' });
    await ben.sees(/Only the facilitators of Wound Care/);

    it_.playground.delivers(2); // with another id
    await amira.types(typed, { in: 'cop-wound-care' });
    it_.playground.delivers(1);
    await amira.sees(/records of Wound Care are on their way/);
    const { files } = await amira.sees(/Here are the records of Wound Care/, dm);
    await it_.settled();
    expect(amira.seesNow(/Here are the records of Wound Care/, dm)).toHaveLength(1);
    expect(leftBehind()).toEqual([]);
    const unpacked = unzipSync(it_.playground.file(amira.id, files[0]?.id ?? '')?.body ?? new Uint8Array());
    const text = (name: string) => strFromU8(unpacked[name] ?? new Uint8Array());
    expect(JSON.parse(text('records.json'))).toMatchObject({
      cop: [{ name: 'Wound Care' }],
      members: [
        { name: 'Amira Haddad', role: 'facilitator' },
        { name: 'Ben Okafor', role: 'member' },
      ],
      requests: [
        { name: 'Ben Okafor', state: 'approved' },
        { name: 'Dev Patel', words: 'I work nights', state: 'pending' },
      ],
    });
    expect(text('requests.csv')).toMatch(/"'=HYPERLINK\(""https:/);
    expect(text('members.csv')).toMatch(/^\uFEFF?name,role,since\nAmira Haddad,facilitator,20/);
    await amira.types(platform === 'slack' ? '/cop requests' : '/cop tend requests', { in: 'cop-wound-care' });
    await amira.sees(/Answered requests to join Wound Care.*Ben Okafor: yes, by you.*HYPERLINK/s);
    expect(amira.seesNow(/Answered requests.*I work nights/s)).toEqual([]);
    await it_.store.db
      .updateTable('join_requests')
      .set({ decided_by: (await personOf(ben.id)) ?? null })
      .where('state', '=', 'approved')
      .execute();
    await amira.types(typed, { in: 'cop-wound-care' });
    await it_.playground.until(
      async () =>
        (await amira.reads('direct message')).filter(one => /Here are the records/.test(one.text)).length === 2,
      'another',
    );
    const last = (await amira.reads('direct message')).findLast(one => one.files.length > 0)?.files[0]?.id ?? '';
    const again = unzipSync(it_.playground.file(amira.id, last)?.body ?? new Uint8Array());
    expect(strFromU8(again['records.json'] ?? new Uint8Array())).not.toMatch(/HYPERLINK/); // somebody else’s answer
    noErrors();
  });
});

const personOf = async (account: string) =>
  (await it_.store.db.selectFrom('accounts').select('person_id').where('external_id', '=', account).executeTakeFirst())
    ?.person_id;

/** Rows that hold one of these, wherever they are. */
async function holding(...words: readonly string[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const table of Object.keys(held)) {
    const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(it_.store.db);
    for (const row of rows.map(one => JSON.stringify(one)))
      all.push(...words.filter(one => row.includes(one)).map(one => `${one} in ${table}: ${row}`));
  }
  return all;
}
