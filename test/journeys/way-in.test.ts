/** People without an account: an invite that the bot makes, on Discord, from the press that wants it until it has run out. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { pagePathOf } from '../../src/domain/cop.ts';
import { webApp } from '../../src/web/app.ts';
import { coming, movableClock } from '../support/clock.ts';
import { startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
const day = 24 * 3600_000;

const invites = () => JSON.parse(it_.playground.state()).invites ?? [];
const good = () => invites().filter((one: { takenBack: boolean }) => !one.takenBack);

async function chooses(joan: Persona, how: string, more: Record<string, string> = {}): Promise<void> {
  await joan.types('/cop setup', { in: 'general' });
  await joan.presses('People from outside', { with: /All of this can wait/ });
  await joan.form();
  await joan.submits({ 'How do they get an account?': how, ...more });
}

const byTheBot = 'Through an invite that I make';

describe('an invite that the bot makes', () => {
  it('is made by a press, leads to the card, is on the page, and is offered anew once it has run out', async () => {
    const clock = movableClock(coming(1, 10));
    it_ = await stage('discord', { clock, publicUrl: 'https://cops.example.org' });
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await startCop(amira);
    await it_.settled();
    await amira.types('/cop share #announcements', { in: 'cop-wound-care' });
    await amira.sees(/The invitation to Wound Care is in/);
    await it_.settled();
    const cop = await it_.store.db.selectFrom('cops').select(['id', 'slug']).executeTakeFirstOrThrow();
    const app = webApp(it_.store, [], clock.now);
    const page = async () => (await app.request(pagePathOf(cop))).text();

    await chooses(joan, byTheBot);
    await joan.sees(/I'm not allowed to make invites here. Give me Create Invite/);
    expect([invites(), await page()]).toEqual([[], expect.not.stringContaining('discord.gg')]);

    it_.playground.givesPermission?.('CREATE_INSTANT_INVITE');
    await chooses(joan, byTheBot, { 'Whom to ask, and how (optional)': 'Joan Mills, joan@example.org' });
    await joan.sees(/an invite of mine, for up to 100 people until/);
    expect(good()).toHaveLength(1);
    expect(good()[0]).toMatchObject({ maxUses: 100, maxAge: 604_800, takenBack: false });
    const shared = (await joan.reads('announcements')).find(one => /Wound Care/.test(one.text));
    expect(shared?.channelId).toBe(good()[0].channelId);
    expect(await page()).toContain(`href="https://discord.gg/${good()[0].code}">Join the server<`);
    it_.playground.joinsBy?.(good()[0].code, 'Eli Novak');
    expect(it_.playground.isHere('Eli Novak')).toBe(true);
    expect(JSON.stringify(it_.log)).not.toContain(good()[0].code);
    const noted = await it_.store.db.selectFrom('audit').selectAll().execute();
    expect(JSON.stringify(noted)).not.toContain(good()[0].code);

    clock.passes(7 * day + 60_000);
    expect(await page()).toMatch(/ask: <strong>Joan Mills, joan@example.org/);
    const over = await joan.sees(/The invite that you had me make .* has run out/, dm);
    await joan.presses('Make a new one', dm);
    expect((await joan.form()).fields.map(one => one.value)).toEqual([byTheBot, '', 'Joan Mills, joan@example.org']);
    await joan.submits({});
    await joan.sees(/an invite of mine, for up to 100 people/, { with: /Saved/, ...dm });
    const settled = await joan.sees(/That is settled. Each CoP's public page leads them to an invite of mine/, dm);
    expect([settled.id, settled.buttons]).toEqual([over.id, []]);
    expect(await page()).toContain('discord.gg');

    const last = good().at(-1).code;
    await chooses(joan, 'The page says nothing about it');
    await joan.sees(/Saved/, { with: /No CoP's public page says how/ });
    await it_.playground.until(() => good().every((one: { code: string }) => one.code !== last), 'it to be taken back');
    expect(() => it_.playground.joinsBy?.(last, 'Uma Rao')).toThrow(/expired/);
    expect(await page()).not.toContain('discord.gg');
    expect(await it_.store.db.selectFrom('settings').select('way_in_invites').execute()).toEqual([
      { way_in_invites: null },
    ]);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('is taken back later where Discord could not be reached just then', async () => {
    it_ = await stage('discord');
    const joan = it_.person('Joan');
    it_.playground.givesPermission?.('CREATE_INSTANT_INVITE');
    await chooses(joan, byTheBot);
    await joan.sees(/an invite of mine/);
    expect(good()[0]).toMatchObject({ maxUses: 100 }); // no card anywhere: into the first channel
    it_.playground.injects({ on: 'DELETE /invites/:code', times: 1, does: { status: 503 } });
    await chooses(joan, 'The page says nothing about it');
    await joan.sees(/Saved/, { with: /No CoP's public page says how/ });
    await it_.away(async () => {});
    await it_.playground.until(() => good().length === 0, 'it to be taken back once the bot is here again');
  });

  it("is no choice on Slack, where inviting is for the workspace's own people", async () => {
    it_ = await stage('slack');
    const joan = it_.person('Joan');
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses('People from outside', { with: /All of this can wait/ });
    await joan.form();
    await expect(joan.submits({ 'How do they get an account?': byTheBot })).rejects.toThrow(byTheBot);
  });
});
