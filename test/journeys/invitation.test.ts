/** Spreading the word, asking people in, changing what a CoP is called, and losing its channel: as people see it, on both platforms. */
import { afterEach, describe, expect, it } from 'vitest';
import { startWeb } from '../../src/web/serve.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const send = { slack: 'chat.postMessage', discord: 'POST /channels/:id/messages' } as const;
const admit = { slack: 'conversations.invite', discord: 'PUT /channels/:id/permissions/:id' } as const;
const rename = { slack: 'conversations.rename', discord: 'PATCH /channels/:id' } as const;

describe.each(platformNames)('on %s', platform => {
  const open = async (options = {}) => {
    it_ = await stage(platform, options);
    const people = ['Joan', 'Ben', 'Dev', 'Carla'].map(name => it_.person(name));
    return people as [(typeof people)[0], (typeof people)[0], (typeof people)[0], (typeof people)[0]];
  };
  const channel = (name: string) => (platform === 'slack' ? `#${name}` : `channel: ${name}`);

  it('shares the card here, where others ask in with it, and gives the link to the page', async () => {
    const [joan, ben] = await open({ publicUrl: 'https://cops.example.org' });
    await startCop(joan);
    await joan.types('/cop share', { in: 'general' });
    expect((await joan.form()).fields[0]?.value).toBe('general');
    await joan.submits({});
    const told = await joan.sees(/The invitation to Wound Care is in #general/);
    expect(told.onlyYou).toBe(true);
    const path = /https:\/\/cops\.example\.org(\/c\/wound-care-\w{10})/.exec(told.text)?.[1];
    expect(joan.seesNow(/cops\.example\.org/)).toHaveLength(1); // not on its way and once more

    const card = await ben.sees(/Wound Care/, { in: 'general' });
    expect(card.text).toMatch(/Healing wounds that will not close/);
    expect(card.text).toMatch(/@Joan Mills/);
    await ben.presses('Request to join', { in: 'general' });
    await ben.form();
    await ben.submits({ 'What brings you here? (optional)': 'Legs' });
    await joan.sees(/Ben Okafor asks to join Wound Care/, { in: 'direct message' });

    await it_.settled();
    expect(joan.seesNow(/The invitation to Wound Care is in #general/)).toHaveLength(1); // said once, not drawn beside itself
    const web = await startWeb(it_.store, 0);
    const page = await (await fetch(`http://127.0.0.1:${web.port}${path}`)).text();
    await web.stop();
    expect(page).toContain(
      platform === 'slack'
        ? `https://slack.com/app_redirect?team=${it_.playground.workspaceId()}&amp;channel=${card.channelId}`
        : `https://discord.com/channels/${it_.playground.workspaceId()}/${card.channelId}`,
    );
  });

  it('says still why somebody is asked, once the CoP is called otherwise', async () => {
    const [joan, ben] = await open();
    await startCop(joan);
    await joan.types(`/cop invite ${platform === 'slack' ? '' : 'words: '}You know legs`, { in: 'general' });
    await joan.form();
    await joan.submits({ 'Who would care about this?': ['Ben Okafor'] });
    await ben.sees(/invites you to Wound Care[\s\S]*You know legs/, { in: 'direct message' });
    await it_.settled();
    await joan.types('/cop edit', { in: 'cop-wound-care' });
    await joan.presses('Name and statement');
    await joan.form();
    await joan.submits({ Name: 'Leg Ulcers' });
    await joan.sees(/Leg Ulcers/, { in: 'cop-wound-care' });
    await it_.settled();
    expect(ben.seesNow(/You know legs/, { in: 'direct message' })).toHaveLength(1);
    await ben.presses('Join', { in: 'direct message' });
    await ben.sees(/invites you to Leg Ulcers.*You said yes/s, { in: 'direct message' });
  });

  it('calls the CoP as it is called now, where somebody was asked without a word of anybody’s', async () => {
    const [joan, ben] = await open();
    await startCop(joan);
    await joan.types('/cop invite', { in: 'general' });
    await joan.form();
    await joan.submits({ 'Who would care about this?': ['Ben Okafor'] });
    await ben.sees(/invites you to Wound Care/, { in: 'direct message' });
    await it_.settled();
    await joan.types('/cop edit', { in: 'cop-wound-care' });
    await joan.presses('Name and statement');
    await joan.form();
    await joan.submits({ Name: 'Leg Ulcers' });
    await ben.sees(/invites you to Leg Ulcers/, { in: 'direct message' });
    await it_.settled();
    expect(ben.seesNow(/Wound Care/, { in: 'direct message' })).toEqual([]);
    await ben.presses('Join', { in: 'direct message' });
    await ben.sees(/invites you to Leg Ulcers.*You said yes/s, { in: 'direct message' });
  });

  it('shares into a channel that is chosen, and says what to do where it may not', async () => {
    const [joan, ben] = await open();
    await startCop(joan);
    await joan.types(`/cop share ${channel('announcements')}`, { in: 'general' });
    await joan.sees(/The invitation to Wound Care is in #announcements/);
    await ben.sees(/Wound Care/, { in: 'announcements' });

    await joan.makesChannel('staff', { private: true });
    await joan.types(`/cop share ${channel('staff')}`, { in: 'general' });
    await joan.sees(
      platform === 'slack'
        ? /I can't post in #staff.*\/invite there and choose me/
        : /I can't post in #staff.*Send Messages/,
    );
    await it_.settled();
    expect(await joan.reads('staff')).toEqual(platform === 'slack' ? [expect.objectContaining({ byBot: false })] : []);
    expect(joan.seesNow(/needs a hand/)).toEqual([]);
  });

  it.skipIf(platform === 'slack').each([
    ['at once where Discord tells it with the channel', true],
    ['a little later where it does not', false],
  ])('says that the bot may not write where it is to share, %s (on Slack the sharer brings it in)', async (_, told) => {
    const [joan] = await open();
    await startCop(joan);
    await it_.settled();
    it_.playground.tellsOwnRights?.(told);
    await joan.setsRights?.('announcements', '@CoP Bot', { allow: ['VIEW_CHANNEL'], deny: ['SEND_MESSAGES'] });
    it_.playground.clearTraffic();
    await joan.types('/cop share channel: announcements', { in: 'general' });
    await joan.sees(/I can't post in #announcements.*Send Messages/);
    await it_.settled();
    await joan.types('/cop share', { in: 'general' });
    await joan.form();
    await joan.submits({ 'In which channel?': 'announcements' });
    await it_.playground.until(
      () => joan.seesNow(/I can't post in #announcements/).length === 2,
      'it to be said again',
    );
    await it_.settled();
    const tried = it_.playground.traffic.filter(one => one.name === send.discord && one.status === 403);
    expect(tried.length > 0).toBe(!told);
  });

  it.skipIf(platform === 'slack').each(['general', 'announcements'])(
    'shares where the bot may write and embed nothing, typed in #%s: its card embeds nothing (of Discord alone)',
    async typedIn => {
      const [joan, ben] = await open();
      await startCop(joan);
      await joan.setsRights?.('announcements', '@CoP Bot', { allow: ['VIEW_CHANNEL'], deny: ['EMBED_LINKS'] });
      await joan.types('/cop share channel: announcements', { in: typedIn });
      await joan.sees(/The invitation to Wound Care is in #announcements/);
      await ben.sees(/Wound Care/, { in: 'announcements' });
    },
  );

  it('shares nowhere where the sharer may not write, and says so at once', async () => {
    const [joan, ben] = await open();
    await startCop(ben);
    await it_.settled();
    if (platform === 'slack') {
      await joan.makesChannel('staff', { private: true });
      await joan.brings('CoP Bot', 'staff');
      await it_.settled();
      it_.playground.clearTraffic();
    } else await hush(it_, (await joan.channels()).find(one => one.name === 'announcements')?.id ?? '');
    const closed = platform === 'slack' ? 'staff' : 'announcements';
    await ben.types(`/cop share ${channel(closed)}`, { in: 'general' });
    await ben.sees(new RegExp(`You can't write in #${closed} yourself`));
    if (platform === 'discord') {
      await ben.types('/cop share', { in: closed });
      await ben.form();
      await ben.submits({});
      await ben.sees(/You can't write in #announcements yourself/, { in: closed });
    }
    await it_.settled();
    expect((await joan.reads(closed)).filter(one => one.byBot && !one.onlyYou && /Healing/.test(one.text))).toEqual([]);
    if (platform === 'slack') {
      await joan.brings('Ben Okafor', 'staff');
      await ben.types('/cop share #staff', { in: 'general' });
      await ben.sees(/The invitation to Wound Care is in #staff/);
      // thousands may be in it: they aren't gone through for one of them
      expect(it_.playground.traffic.filter(one => one.name === 'conversations.members')).toEqual([]);
    }
  });

  it.skipIf(platform === 'discord')(
    'shares nowhere before Slack has told whether the sharer may write there',
    async () => {
      const [joan, ben] = await open();
      await startCop(ben);
      await it_.settled();
      await joan.makesChannel('staff', { private: true });
      await joan.brings('CoP Bot', 'staff');
      const untold = /Slack hasn't told me just now whether you may write there/;
      const faults = [
        ['conversations.info', { status: 503 }],
        ['users.conversations', { rateLimit: 2 }],
        ['users.conversations', { hang: true }],
        ['users.conversations', { refuse: 'user_not_visible' }],
      ] as const;
      for (const [n, [on, does]] of faults.entries()) {
        it_.playground.injects({ on, does });
        await ben.types('/cop share #staff', { in: 'general' });
        await it_.playground.until(() => ben.seesNow(untold).length === n + 1, 'it to be said');
      }
      await it_.settled();
      expect((await joan.reads('staff')).filter(one => one.byBot && /Healing/.test(one.text))).toEqual([]);
      await joan.brings('Ben Okafor', 'staff');
      await ben.types('/cop share #staff', { in: 'general' });
      await ben.sees(/The invitation to Wound Care is in #staff/);
    },
  );

  it('shares once, however often it is asked for', async () => {
    const [joan, ben] = await open();
    await startCop(joan);
    for (const words of [/is in #general/, /was shared in #general within the last hour/]) {
      await joan.types('/cop share', { in: 'general' });
      await joan.form();
      await joan.submits({});
      await joan.sees(words);
    }
    await it_.settled();
    expect(ben.seesNow(/Healing wounds/, { in: 'general' })).toHaveLength(1);
  });

  it('asks people privately: a yes is in at once, a no is fine', async () => {
    const [joan, ben, dev] = await open();
    await startCop(joan);
    if (platform === 'slack') await joan.types('/cop invite @Ben Okafor @Dev Patel @bob', { in: 'general' });
    else {
      await joan.types('/cop invite', { in: 'general' });
      await joan.form();
      await joan.submits({ 'Who would care about this?': ['Ben Okafor', 'Dev Patel'] });
    }
    const told = await joan.sees(/Invitations to Wound Care/);
    expect(told.text).toMatch(/@Ben Okafor and @Dev Patel: asked privately/);
    if (platform === 'slack') expect(told.text).toMatch(/I don't know who @bob is/);

    const asked = await ben.sees(/Joan Mills invites you to Wound Care/, { in: 'direct message' });
    expect(asked.buttons.map(button => button.label)).toEqual(['Join', 'No, thanks']);
    await ben.presses('Join', { in: 'direct message' });
    const answered = await ben.sees(/You said yes .* Its space is/, { in: 'direct message' });
    expect([answered.id, answered.buttons]).toEqual([asked.id, []]);
    await ben.sees(/You're in: Wound Care/, { in: 'direct message' });
    await ben.sees(/Please welcome @Ben Okafor, who is here on the invitation of @Joan Mills/, {
      in: 'cop-wound-care',
    });

    await dev.presses('No, thanks', { in: 'direct message' });
    await joan.sees(/Dev Patel says no, thanks, to Wound Care/, { in: 'direct message' });
    await it_.settled();
    expect((await joan.membersOf('cop-wound-care')).filter(name => name !== 'CoP Bot').sort()).toEqual([
      'Ben Okafor',
      'Joan Mills',
    ]);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('lets in by an invitation who had asked, and tells of one who is in', async () => {
    const [joan, ben] = await open();
    await startCop(joan);
    await askIn(ben);
    await joan.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    const invites = async () => {
      await joan.types(`/cop invite ${platform === 'slack' ? '' : 'words: '}You know legs`, { in: 'general' });
      expect((await joan.form()).fields.map(field => field.value)).toContain('You know legs');
      await joan.submits({ 'Who would care about this?': ['Ben Okafor', 'Joan Mills'] });
    };
    await invites();
    expect((await joan.sees(/had already asked to join, so that's a yes/)).text).toMatch(/@Joan Mills: already in/);
    await ben.sees(/You're in: Wound Care/, { in: 'direct message' });
    await joan.sees(/You said yes/, { in: 'direct message' });
    await it_.settled();
    expect(await ben.membersOf('cop-wound-care')).toContain('Ben Okafor');
    await invites();
    await joan.sees(/@Joan Mills and @Ben Okafor: already in|@Ben Okafor and @Joan Mills: already in/);
  });

  it('tells the facilitator of somebody who left before they could be asked', async () => {
    const [joan, , dev] = await open();
    await startCop(joan);
    await it_.settled();
    it_.playground.injects({ on: send[platform], does: { rateLimit: 1 } });
    await joan.types('/cop invite', { in: 'general' });
    await joan.form();
    await joan.submits({ 'Who would care about this?': ['Dev Patel'] });
    await joan.sees(/Dev Patel: asked privately/);
    await dev.leavesWorkspace();
    await joan.sees(
      platform === 'slack'
        ? /I couldn't ask .*they are no longer here/
        : /take no direct messages from me, or have left/,
      {
        in: 'direct message',
      },
    );
    await it_.settled();
    expect(await it_.store.db.selectFrom('invitations').select('state').execute()).toEqual([
      { state: platform === 'slack' ? 'withdrawn' : 'pending' },
    ]);
  });

  it('says so where somebody who said yes has left before they were let in', async () => {
    const [joan, , dev] = await open();
    await startCop(joan);
    await joan.types('/cop invite', { in: 'general' });
    await joan.form();
    await joan.submits({ 'Who would care about this?': ['Dev Patel'] });
    await dev.sees(/invites you to Wound Care/, { in: 'direct message' });
    await it_.settled();
    it_.playground.injects({ on: admit[platform], does: { rateLimit: 1 } });
    await dev.presses('Join', { in: 'direct message' });
    await dev.leavesWorkspace();
    await joan.sees(/can't be brought into Wound Care: they are no longer here/, { in: 'direct message' });
    await it_.settled();
    expect(await it_.store.db.selectFrom('invitations').select('state').execute()).toEqual([{ state: 'withdrawn' }]);
    expect(await it_.store.db.selectFrom('memberships').select('state').orderBy('state').execute()).toEqual([
      { state: 'left' },
      { state: 'member' },
    ]);
  });

  it('renames the channel with the CoP, though the platform makes it wait, and holds nobody else up meanwhile', async () => {
    const [joan, ben] = await open();
    await startCop(joan);
    await it_.settled();
    it_.playground.injects({ on: rename[platform], does: { rateLimit: 2 } });
    await joan.types('/cop edit', { in: 'cop-wound-care' });
    await joan.presses('Name and statement');
    const form = await joan.form();
    expect(form.fields.map(field => field.value)).toEqual([
      'Wound Care',
      'Healing wounds that will not close',
      '',
      'Everybody here, with /cop find',
    ]);
    await joan.submits({ Name: 'Leg Ulcers', 'Core statement': 'We are nurses' });
    await joan.sees(
      platform === 'discord'
        ? /Discord lets a channel's name and topic be changed only twice in ten minutes/
        : /Slack asks me to wait a little/,
    );
    await ben.types('/cop find leg', { in: 'general' });
    await ben.presses('Request to join', { with: /Leg Ulcers/ });
    await ben.form();
    await ben.submits({});
    await joan.sees(/Ben Okafor asks to join Leg Ulcers/, { in: 'direct message' });
    await joan.presses('Approve', { in: 'direct message' });
    await ben.sees(/Please welcome @Ben Okafor/, { in: 'cop-wound-care' });

    await joan.sees(/That's how it is from now on, in #cop-leg-ulcers too/);
    await it_.settled();
    const [space] = (await ben.channels()).filter(one => one.name === 'cop-leg-ulcers');
    expect(platform === 'slack' ? space?.purpose : space?.topic).toMatch(/We are nurses/);
    const pinned = await ben.pinsOf('cop-leg-ulcers');
    expect(pinned.some(pin => /Welcome to Leg Ulcers/.test(pin.text) && /We are nurses/.test(pin.text))).toBe(true);
    expect(await it_.store.db.selectFrom('cops').select('space_name').execute()).toEqual([
      { space_name: 'cop-leg-ulcers' },
    ]);

    await ben.types('/cop statement', { in: 'cop-leg-ulcers' });
    await ben.sees(/The core statement of Leg Ulcers.*We are nurses.*Written by @Joan Mills/s);
  });

  it('is closed when its channel is gone: facilitators hear of it, and a form that is open still is refused kindly', async () => {
    const [joan, ben, dev] = await open();
    await startCop(joan);
    await askIn(dev, 'First');
    await joan.sees(/Dev Patel asks to join/, { in: 'direct message' });
    await ben.types('/cop find wound', { in: 'general' });
    await ben.presses('Request to join', { with: /Wound Care/ });
    await ben.form();
    await it_.settled();
    if (platform === 'slack') await joan.archives('cop-wound-care');
    else await joan.deletesChannel('cop-wound-care');
    await joan.sees(platform === 'slack' ? /Somebody archived its channel/ : /Somebody deleted its channel/, {
      in: 'direct message',
    });
    await ben.submits({ 'What brings you here? (optional)': 'Late' });
    await ben.sees(/Wound Care is closed\. .* lists those that are open/);
    const settled = await joan.sees(/Dev Patel asks to join.*Wound Care was closed .*, before it was answered/s, {
      in: 'direct message',
    });
    expect(settled.buttons).toEqual([]);
    await it_.settled();
    expect(await it_.store.db.selectFrom('join_requests').select('state').execute()).toEqual([{ state: 'withdrawn' }]);
  });
});

it('waits out Discord’s two renames in ten minutes', async () => {
  it_ = await stage('discord');
  const joan = it_.person('Joan');
  await startCop(joan);
  await it_.settled();
  for (const name of ['First', 'Second', 'Third']) {
    await joan.types('/cop edit', { in: 'general' });
    await joan.presses('Name and statement', { with: /^Edit/ });
    await joan.form();
    await joan.submits({ Name: name });
    await joan.sees(
      name === 'Third'
        ? /Discord lets a channel's name and topic be changed only twice/
        : new RegExp(`in #cop-${name.toLowerCase()} too`),
    );
  }
  expect((await joan.channels()).map(one => one.name)).toContain('cop-second');
  const waiting = await it_.store.db
    .selectFrom('effects')
    .select(['kind', 'due_at'])
    .where('settled_at', 'is', null)
    .where('due_at', '<', Date.now() + 24 * 3600_000)
    .orderBy('id')
    .execute();
  expect(waiting.map(one => one.kind)).toEqual(['rename-space', 'answer']);
  expect((waiting[0]?.due_at ?? 0) - Date.now()).toBeGreaterThan(500_000);
});

/** Everybody may read it, and hardly anybody write: as a server's announcements are. */
async function hush({ playground }: Stage, channel: string): Promise<void> {
  const answer = await fetch(`${playground.apiUrl}/v10/channels/${channel}/permissions/${playground.workspaceId()}`, {
    method: 'PUT',
    headers: { authorization: `Bot ${playground.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 0, allow: '0', deny: String(1 << 11) }),
  });
  expect(answer.status).toBe(204);
}
