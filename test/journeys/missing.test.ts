/** What an installation from before lacks is said at the start, a line each; what no event tells is said when a look finds it. */
import { readFileSync } from 'node:fs';
import { PermissionsBitField } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { fromManifest } from '../../playground/slack/index.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { costs as ofPermissions } from '../../src/adapters/discord/permissions.ts';
import { costs as ofScopes } from '../../src/adapters/slack/scopes.ts';
import { movableClock } from '../support/clock.ts';
import { startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage | undefined;
afterEach(async () => {
  await it_?.stop();
  it_ = undefined;
});

it('knows what each scope of the manifest and each permission of the invitation link is for', () => {
  expect(Object.keys(ofScopes).sort()).toEqual([...manifest.oauth_config.scopes.bot].sort());
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const asked = BigInt(/permissions=(\d+)/.exec(readme)?.[1] ?? 0);
  expect(Object.keys(ofPermissions).sort()).toEqual(new PermissionsBitField(asked).toArray().sort());
});

it.each(platformNames)('%s: names at the start what is missing, what it costs and what to do', async platform => {
  const here = await stage(platform);
  it_ = here;
  const missing = () => here.log.filter(line => 'costs' in line);
  expect(missing()).toEqual([]);
  await here.away(async () => {
    here.playground.removeScope?.('pins:read');
    here.playground.takesPermission?.('PIN_MESSAGES');
  });
  await here.playground.until(async () => missing().length > 0, 'what is missing to be said');
  const named = { slack: { scope: 'pins:read' }, discord: { permission: 'PinMessages' } }[platform];
  const told = { costs: expect.stringMatching(/pin/), remedy: expect.stringMatching(/again/) };
  expect(missing()).toEqual([expect.objectContaining({ level: 'warn', ...named, ...told })]);
});

describe('slack: an event that did arrive is not called missing', { timeout: 60_000 }, () => {
  const space = 'cop-wound-care';
  const untold = () => it_?.log.filter(line => 'event' in line) ?? [];
  const looks = () => it_?.playground.traffic.filter(one => one.name === 'users.conversations').length ?? 0;

  async function looksHourly(here: Stage, clock: ReturnType<typeof movableClock>): Promise<void> {
    const before = looks();
    await here.playground.until(() => {
      clock.passes(3600_000);
      return looks() > before + 2; // the last of them but one has ended then
    }, 'hourly looks');
    expect(untold()).toEqual([]);
  }

  it('of the bot that was put out, and waits to be brought back', async () => {
    const clock = movableClock();
    const here = await stage('slack', { clock });
    it_ = here;
    const amira = here.person('Amira');
    await startCop(amira);
    await here.settled();
    await amira.throwsOut('CoP Bot', space);
    await amira.sees(/needs a hand/, { in: 'direct message' });
    await looksHourly(here, clock);
  });

  it('of the bot that was put out while it was away', async () => {
    const clock = movableClock();
    const here = await stage('slack', { clock });
    it_ = here;
    const amira = here.person('Amira');
    await startCop(amira);
    await here.settled();
    await here.away(() => amira.throwsOut('CoP Bot', space));
    await amira.sees(/I can't get into the space of Wound Care any more/, { in: 'direct message' });
    await here.away(async () => {});
    await looksHourly(here, clock);
  });

  it('of a space that the bot itself is giving another name', async () => {
    const clock = movableClock();
    const { settings } = manifest;
    const events = settings.event_subscriptions.bot_events.filter(name => name !== 'group_rename'); // it comes late
    const later = { ...manifest, settings: { ...settings, event_subscriptions: { bot_events: events } } };
    const here = await stage('slack', { clock, slackApp: fromManifest(later) });
    it_ = here;
    const amira = here.person('Amira');
    await startCop(amira);
    await here.settled();
    const isKnown = async () =>
      (await here.store.db.selectFrom('cops').select('space_name').executeTakeFirst())?.space_name === 'cop-scars';
    const unwatch = here.playground.watch(async (moment, { name }) => {
      if (moment !== 'performed' || name !== 'conversations.rename') return;
      clock.passes(3600_000);
      await here.playground.until(isKnown, 'the look to find its new name');
    });
    await amira.types('/cop edit', { in: space });
    await amira.presses('Name and statement');
    await amira.form();
    await amira.submits({ Name: 'Scars' });
    await here.playground.until(isKnown, 'its new name to be known');
    await here.settled();
    unwatch();
    expect(untold()).toEqual([]);
  });
});

it('slack: an event that does not arrive is named once, when the hourly look finds what it should have told', async () => {
  const { settings } = manifest;
  const events = settings.event_subscriptions.bot_events.filter(name => name !== 'group_rename');
  const before = { ...manifest, settings: { ...settings, event_subscriptions: { bot_events: events } } };
  const clock = movableClock();
  const here = await stage('slack', { clock, slackApp: fromManifest(before) });
  it_ = here;
  const amira = here.person('Amira');
  await startCop(amira);
  await here.settled();
  const named = async (name: string) =>
    (await here.store.db.selectFrom('cops').select('space_name').executeTakeFirst())?.space_name === name;
  for (const [from, to] of [
    ['cop-wound-care', 'wounds'],
    ['wounds', 'scars'],
  ] as const) {
    await amira.renames(from, to);
    await here.playground.until(() => {
      clock.passes(3600_000);
      return named(to);
    }, `it to be known as ${to}`);
    await here.settled();
  }
  expect(here.log.filter(line => 'event' in line && line.event === 'group_rename')).toHaveLength(1);
});
