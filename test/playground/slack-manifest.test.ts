/** The playground's Slack knows of an app what its manifest says, and nothing more. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { fromManifest } from '../../playground/slack/index.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';
import { allHeard, type Here, open } from './slack-bot.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
const own = fromManifest(manifest);

async function here(...given: Parameters<typeof open>): Promise<Here> {
  const opened = await open(...given);
  ends.push(opened.stop);
  return opened;
}
async function staged(slackApp = own): Promise<Stage> {
  const it_ = await stage('slack', { slackApp });
  ends.push(it_.stop);
  return it_;
}
const events = own.events;

/** Amira pins what she wrote in her CoP's space; what the bot was told of. */
async function pinned(it_: Stage): Promise<readonly string[]> {
  const amira = it_.person('Amira');
  await startCop(amira);
  await it_.settled();
  const space = (await amira.channels()).find(one => one.private)?.name ?? '';
  await amira.pins(await amira.posts(space, 'Our protocol: https://example.org/protocol'));
  return it_.playground.traffic.flatMap(({ direction, request }) => {
    const { type, user } = (request as { event?: { type: string; user?: string } }).event ?? {};
    return direction === 'event' && type?.startsWith('pin_') && user === amira.id ? [type] : [];
  });
}

describe('events', () => {
  it('arrive where the manifest subscribes to them', async () => {
    expect(await pinned(await staged())).toEqual(['pin_added']);
  });

  it('do not arrive where it does not: without pin_added no pin is heard of', async () => {
    const without = { ...own, events: events.filter(one => one !== 'pin_added') };
    expect(await pinned(await staged(without))).toEqual([]);
  });

  it('messages by the kind of conversation they stand in', async () => {
    const it_ = await here({ events: ['message.groups'], scopes: [...own.scopes, 'channels:history'] });
    const amira = it_.slack.person('Amira Haddad');
    const { channel } = await it_.client.conversations.create({ name: 'closed', is_private: true });
    await it_.client.conversations.invite({ channel: channel?.id ?? '', users: amira.id });
    await amira.posts('closed', 'Here');
    await amira.brings('CoP Bot', 'general');
    await amira.posts('general', 'There');
    await amira.posts('direct message', 'And here');
    await allHeard(it_);
    expect(it_.heard.filter(one => one.type === 'message' && !one.subtype).map(one => one.text)).toEqual(['Here']);
  });

  it('come once another manifest is pasted in', async () => {
    const it_ = await here({ ...own, events: [] });
    it_.slack.renamesPerson('Ben Okafor', 'Ben Okafor-Hill');
    expect(await allHeard(it_)).toEqual([]);
    it_.slack.pastesManifest({ ...own, events: ['user_change'] });
    it_.slack.renamesPerson('Ben Okafor-Hill', 'Ben Hill');
    expect(await allHeard(it_)).toEqual(['user_change']);
  });
});

describe('tabs and interactivity', () => {
  it('nobody can type to an app whose Messages tab is read-only; it can write, and be pressed, there', async () => {
    const it_ = await here({ messagesTab: 'read-only' });
    const ben = it_.slack.person('Ben Okafor');
    const typing = (act: Promise<unknown>) => expect(act).rejects.toThrow(/can't type to the app/);
    await typing(ben.types('/cop', { in: 'direct message' }));
    await typing(ben.types('Hello', { in: 'direct message' }));
    await typing(ben.posts('direct message', 'Hello'));
    expect(await it_.refusal(it_.client.chat.postMessage({ channel: ben.id, text: 'Hello' }))).toBe('taken');
    expect(own.messagesTab).toBe('read-only');
    const asked = await ben.sees(/Hello/, { in: 'direct message' });
    const shown = it_.slack.screen(ben.name, { channel: asked.channelId, read: {} });
    expect(shown.open?.composer).toBe(false);
  });

  it('nothing can be written where the Messages tab is off, nor shown where the Home tab is', async () => {
    const it_ = await here({ messagesTab: 'off', homeTab: false });
    const ben: Persona = it_.slack.person('Ben Okafor');
    expect(await it_.refusal(it_.client.chat.postMessage({ channel: ben.id, text: 'x' }))).toBe(
      'messages_tab_disabled',
    );
    const view = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };
    expect(await it_.refusal(it_.client.views.publish({ user_id: ben.id, view }))).toBe('not_enabled');
    await expect(ben.home()).rejects.toThrow(/Home tab is switched off/);
    expect(it_.slack.screen(ben.name, { read: {} }).hasHome).toBe(false);
  });

  it('without interactivity a button reaches nobody, and no message has a shortcut', async () => {
    let pressed = 0;
    const it_ = await here({ interactivity: false }, app => app.action(/.*/, async () => void pressed++));
    const ben = it_.slack.person('Ben Okafor');
    const button = { type: 'button', text: { type: 'plain_text', text: 'Go' }, value: '1' } as const;
    const blocks = [{ type: 'actions' as const, elements: [button] }];
    await it_.client.chat.postMessage({ channel: ben.id, text: 'x', blocks });
    await ben.presses('Go');
    await ben.sees(/not configured to handle interactive responses/);
    expect(pressed).toBe(0);
    expect(it_.slack.screen(ben.name, { read: {} }).shortcuts).toEqual([]);
  });
});

it('reads a manifest as Slack does: what is left out is off, the Messages tab read-only', () => {
  expect(fromManifest({})).toEqual({
    scopes: [],
    events: [],
    interactivity: false,
    homeTab: false,
    messagesTab: 'read-only',
    commands: [],
    shortcuts: [],
  });
});
