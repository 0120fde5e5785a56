/** What people and administrators do by hand in the playground's Slack, and what an app hears and sees of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { defaultScopes } from '../../playground/slack/options.ts';
import { allHeard, type Here, open } from './slack-bot.ts';

let here: Here;
let amira: Persona;
let ben: Persona;
let joan: Persona;
let channel = '';
beforeEach(async () => {
  here = await open({ rateLimits: false, scopes: [...defaultScopes, 'mpim:write'] });
  [amira, ben, joan] = ['Amira Haddad', 'Ben Okafor', 'Joan Mills'].map(name => here.slack.person(name)) as [
    Persona,
    Persona,
    Persona,
  ];
  channel = (await here.client.conversations.create({ name: 'ours', is_private: true })).channel?.id ?? '';
  await here.client.conversations.invite({ channel, users: `${amira.id},${joan.id}` });
  await allHeard(here);
  here.heard.length = 0;
});
afterEach(() => here.stop());

const info = () => here.refusal(here.client.conversations.info({ channel }));
const inIt = () => amira.membersOf('ours');

describe('a channel', () => {
  it('archived: the app is out of it, and stays out when it is brought back; people are in again', async () => {
    await amira.archives('ours');
    expect(await allHeard(here)).toEqual(['message group_archive', 'group_archive']);
    expect(await info()).toBe('channel_not_found');
    expect(await inIt()).toEqual(['Amira Haddad', 'Joan Mills']);
    await expect(amira.renames('ours', 'theirs')).rejects.toThrow(/is_archived/);
    here.heard.length = 0;

    await amira.unarchives('ours');
    expect(await allHeard(here)).toEqual(['group_unarchive']);
    expect(await info()).toBe('channel_not_found');
    await expect(amira.unarchives('ours')).rejects.toThrow(/not_archived/);
    await amira.brings('CoP Bot', 'ours');
    expect(await info()).toBe('taken');
  });

  it('brought back unheard, where Slack does not tell who is out', async () => {
    here.slack.hearsUnarchiving(false);
    await amira.archives('ours');
    await amira.unarchives('ours');
    expect(await allHeard(here)).toEqual(['message group_archive', 'group_archive']);
  });

  it('the app put out, and brought back', async () => {
    await amira.throwsOut('CoP Bot', 'ours');
    expect(await allHeard(here)).toEqual(['group_left']);
    expect(here.heard.find(one => one.type === 'group_left')).toMatchObject({ channel, actor_id: amira.id });
    expect(await info()).toBe('channel_not_found');
    await amira.brings('CoP Bot', 'ours');
    expect(await info()).toBe('taken');
  });

  it('renamed and described', async () => {
    await amira.renames('ours', 'wounds');
    await amira.setsTopic('wounds', 'Healing');
    expect(await allHeard(here)).toEqual(['message group_name', 'group_rename', 'message group_topic']);
    const { channel: told } = await here.client.conversations.info({ channel });
    expect(told).toMatchObject({ name: 'wounds', topic: { value: 'Healing' } });
    await expect(ben.setsTopic('wounds', 'x')).rejects.toThrow(/sees no channel/);
  });

  it('made public, by an administrator alone: everybody sees it, and its words want another scope', async () => {
    await expect(amira.makesPublic('ours')).rejects.toThrow(/restricted_action/);
    await joan.makesPublic('ours');
    expect((await ben.channels()).map(one => one.name)).toContain('ours');
    await amira.posts('ours', 'Open now');
    expect(await allHeard(here)).toEqual([]); // channels:history is not among its scopes
    expect(await here.refusal(here.client.conversations.history({ channel }))).toBe('missing_scope');
    await joan.makesPrivate('ours');
    await amira.posts('ours', 'Closed again');
    expect(await allHeard(here)).toEqual(['message channel_convert_to_private', 'message']);
    expect((await ben.channels()).map(one => one.name)).not.toContain('ours');
  });

  it('deleted, but for the one that everybody is in', async () => {
    await expect(joan.deletesChannel('general')).rejects.toThrow(/cant_archive_general/);
    await amira.deletesChannel('ours');
    expect(await allHeard(here)).toEqual(['group_deleted']);
    expect(await info()).toBe('channel_not_found');
  });
});

describe('people', () => {
  it('deactivated they are out of every channel without a word; back, they are in none of them', async () => {
    await amira.leavesWorkspace();
    const told = () => here.client.users.info({ user: amira.id });
    expect(await allHeard(here)).toEqual(['user_change']);
    expect(here.heard.some(one => one.type === 'member_left_channel')).toBe(false);
    expect(here.heard.find(one => one.type === 'user_change')).toMatchObject({ user: { id: amira.id, deleted: true } });
    expect((await told()).user?.deleted).toBe(true);
    expect(await joan.membersOf('ours')).toEqual(['CoP Bot', 'Joan Mills']);
    expect(await here.refusal(here.client.conversations.open({ users: amira.id }))).toBe('user_disabled');
    here.heard.length = 0;

    await amira.returnsToWorkspace();
    expect(await allHeard(here)).toEqual(['user_change']);
    expect((await told()).user?.deleted).toBe(false);
    expect((await amira.channels()).map(one => one.name)).toEqual(['general']);
    await amira.posts('general', 'Back');
    await joan.brings('Amira Haddad', 'ours');
    expect(await inIt()).toContain('Amira Haddad');
  });

  it('renamed', async () => {
    here.slack.renamesPerson('Amira Haddad', 'Amira Haddad-Lund');
    expect(await allHeard(here)).toEqual(['user_change']);
    expect((await here.client.users.info({ user: amira.id })).user?.real_name).toBe('Amira Haddad-Lund');
    expect(await joan.membersOf('ours')).toContain('Amira Haddad-Lund');
  });

  it('two at once have one direct message with the app, for which it needs a scope of its own', async () => {
    const users = `${amira.id},${ben.id}`;
    const { channel: both } = await here.client.conversations.open({ users, return_im: true });
    expect(both).toMatchObject({ is_mpim: true, name: 'mpdm-cop.bot--amira.haddad--ben.okafor-1' });
    const { channel: again } = await here.client.conversations.open({ users: `${ben.id},${amira.id}` });
    expect(again?.id).toBe(both?.id);
    await here.client.chat.postMessage({ channel: both?.id ?? '', text: 'To you two' });
    for (const one of [amira, ben]) expect((await one.sees(/To you two/)).onlyYou).toBe(false);
    expect(joan.seesNow(/To you two/)).toEqual([]);
    here.slack.removeScope('mpim:write');
    expect(await here.refusal(here.client.conversations.open({ users }))).toBe('missing_scope');
  });
});

describe('the app and its workspace', () => {
  it('a scope taken away is named with those that are left, and works again once it is given back', async () => {
    const asks = () => here.client.users.info({ user: amira.id });
    here.slack.removeScope('users:read');
    const missing = { error: 'missing_scope', needed: 'users:read', provided: expect.stringContaining('chat:write') };
    await expect(asks()).rejects.toMatchObject({ data: missing });
    here.slack.givesScope('users:read');
    expect((await asks()).user?.id).toBe(amira.id);
  });

  it('removed it hears of it, and its token is dead; installed anew it has another, and is in no channel', async () => {
    here.slack.uninstallsApp();
    await here.slack.until(() => here.heard.some(one => one.type === 'app_uninstalled'), 'the end');
    expect(here.heard.find(one => one.type === 'tokens_revoked')).toMatchObject({
      tokens: { bot: [here.slack.botUserId()] },
    });
    expect(await info()).toBe('account_inactive');
    expect(await inIt()).toEqual(['Amira Haddad', 'Joan Mills']);
    await amira.types('/cop', { in: 'general' });
    await amira.sees(/not a valid command/);

    const old = here.client.token;
    here.slack.reinstallsApp();
    expect(here.slack.botToken()).not.toBe(old);
    expect(await here.refusal(here.client.auth.test())).toBe('invalid_auth');
    const token = here.slack.botToken();
    expect(await here.client.auth.test({ token })).toMatchObject({ user_id: here.slack.botUserId() });
    expect(await here.refusal(here.client.conversations.info({ channel, token }))).toBe('channel_not_found');
    await amira.brings('CoP Bot', 'ours');
    expect(await here.refusal(here.client.conversations.info({ channel, token }))).toBe('taken');
  });

  it('the workspace renamed', async () => {
    here.slack.renamesWorkspace('Clinic North');
    expect(await allHeard(here)).toEqual(['team_rename']);
    expect((await here.client.auth.test()).team).toBe('Clinic North');
  });
});
