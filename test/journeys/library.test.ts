/** The library, end to end, on both platforms: the ways in, the ways out, and the truth about what stands in the channel. */
import { afterEach, describe, expect, it } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { engines } from '../support/engines.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const file = (name: string) => ({ name, type: 'application/pdf', body: new Uint8Array(9) });
const rows = () => it_.store.db.selectFrom('documents').selectAll().orderBy('n').execute();
const kept = async () => (await rows()).filter(one => one.state === 'kept');
const until = (condition: () => Promise<boolean>, what: string) => it_.playground.until(condition, what);

async function opening(platform: (typeof platformNames)[number], options = {}) {
  it_ = await stage(platform, options);
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await askIn(ben);
  await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
  await amira.presses('Approve', { in: 'direct message' });
  await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
  await it_.settled();
  return { amira, ben };
}

/** Seen by one person alone: on Slack in the space, on Discord as a direct message. */
const privately = { slack: 'cop-wound-care', discord: 'direct message' } as const;

it('is not told on Slack what happened while its connection was cut, and looks', async () => {
  const { ben } = await opening('slack');
  const paper = await ben.posts('cop-wound-care', 'Our protocol https://example.org/x');
  it_.playground.dropsSockets();
  await it_.playground.until(() => !it_.playground.connected(), 'the connection to be cut');
  await ben.pins(paper);
  await it_.playground.until(() => it_.playground.connected(), 'the bot to come back');
  await until(async () => (await kept()).length === 1, 'a document');
}, 30_000);

it('on Discord without the Message Content intent offers nothing, and asks who pins for a title', async () => {
  const { ben } = await opening('discord', { messageContent: false });
  const paper = await ben.posts('cop-wound-care', 'Our protocol', [file('Protocol.pdf')]);
  await ben.pins(paper);
  await ben.sees(/but I can't read it\. What should it be called\?/, { in: 'direct message' });
  expect(ben.seesNow(/^Keep /)).toEqual([]);
  await it_.person('Amira').types('/cop docs review', { in: 'cop-wound-care' });
  await it_.person('Amira').sees(/It has no title of its own/);
  await it_.person('Amira').presses('More…', { with: /It has no title of its own/ });
  const shown = await it_.person('Amira').sees(/Saved|Kind/);
  expect(shown.buttons.map(one => one.label)).toEqual(expect.arrayContaining(['Open', 'Remove from the library']));
  await ben.uses('Save to the library', paper); // from its menu, the bot may read it
  await ben.form();
  await ben.submits({ Title: 'Protocol' });
  await ben.sees(/Protocol is in the library of Wound Care already/);
  expect(await rows()).toMatchObject([{ title: 'Protocol', kind: 'file', file_bytes: 9, untitled: 0 }]);
});

it('on Discord keeps what was pinned by hand though nobody says who did, or says it late, and says so once', async () => {
  const { amira, ben } = await opening('discord', { times: { notice: 300 } });
  it_.playground.saysWhoPinned?.(false);
  await ben.pins(await ben.posts('cop-wound-care', 'Our protocol https://example.org/x'));
  await until(async () => (await kept()).length === 1, 'a document');
  await ben.sees(/Our protocol/, { in: 'direct message' });
  it_.playground.saysWhoPinned?.(true);
  const paper = await amira.posts('cop-wound-care', 'A review https://example.org/y');
  it_.playground.carries(event => (event === 'MESSAGE_CREATE' ? 1200 : undefined));
  it_.playground.clearTraffic();
  await ben.pins(paper);
  await until(async () => (await kept()).length === 2, 'the other document');
  await it_.settled();
  expect(it_.playground.underWay()).toBeGreaterThan(0); // who pinned it is still on its way
  const asked = () => it_.playground.traffic.filter(one => one.name === 'GET /channels/:id/messages/:id').length;
  await until(async () => asked() === 1, 'it to be heard who pinned it');
  await it_.settled();
  expect(await kept()).toHaveLength(2);
  expect(amira.seesNow(/A review/, { in: 'direct message' })).toHaveLength(1);
  expect(ben.seesNow(/A review/, { in: 'direct message' })).toEqual([]);
});

it('on Discord keeps no line in which Discord itself tells what happened', async () => {
  const { ben } = await opening('discord');
  const paper = await ben.posts('cop-wound-care', 'Our protocol https://example.org/x');
  await ben.pins(paper);
  await until(async () => (await kept()).length === 1, 'a document');
  await ben.uses('Save to the library', await ben.sees(/pinned a message/, { in: 'cop-wound-care' }));
  expect((await ben.sees(/only tells what happened here/)).onlyYou).toBe(true);
}, 30_000);

it('on Discord hears of what people unpin while a pin of its own waits until there is room', async () => {
  const { ben } = await opening('discord');
  const [paper, page] = [
    await ben.posts('cop-wound-care', 'https://example.org/x'),
    await ben.posts('cop-wound-care', 'https://example.org/y'),
  ];
  await ben.pins(paper);
  await until(async () => (await kept()).length === 1, 'a document');
  await ben.uses('Save to the library', page);
  await ben.form();
  await ben.submits({ Title: 'Page' });
  await ben.sees(/Saved: Page/);
  await ben.types('/cop docs find page', { in: 'cop-wound-care' });
  await ben.presses('More…', { with: /Page/ });
  it_.playground.injects({ on: 'PUT /channels/:id/messages/pins/:id', does: { refuse: '30003' } });
  await ben.presses('Pin', { with: /Looked after by/ });
  const waiting = () =>
    it_.store.db
      .selectFrom('effects')
      .selectAll()
      .where('kind', '=', 'pin-document')
      .where('settled_at', 'is', null)
      .execute();
  await until(async () => (await waiting()).some(one => one.error !== null), 'the pin to wait');
  await ben.unpins(paper);
  await until(async () => (await kept()).some(one => one.pinned === 0), 'an unpinned document');
  expect(await kept()).toMatchObject([{ pinned: 0 }, { title: 'Page', pinned: 1 }]);
});

it('on Discord what is offered, and let go in that moment since days have passed, holds nothing up', async () => {
  const { ben } = await opening('discord');
  const offered = () => it_.store.db.selectFrom('documents').selectAll().where('state', '=', 'offered');
  it_.playground.watch(async (moment, { name, request }) => {
    if (moment !== 'performed' || name !== 'POST /channels/:id/messages' || !/Protocol/.test(JSON.stringify(request)))
      return;
    const [{ id } = { id: undefined }] = await offered().execute();
    if (id) await it_.store.db.deleteFrom('documents').where('id', '=', id).execute();
  });
  await ben.posts('cop-wound-care', 'Our protocol', [file('Protocol.pdf')]);
  await ben.sees(/Keep Protocol/, { in: 'direct message' });
  await it_.settled();
  expect(await offered().execute()).toEqual([]);
  expect(it_.log.filter(one => 'level' in one && one.level === 'error')).toEqual([]);
});

const postgres = engines.find(one => one.engine === 'postgres');

it.skipIf(postgres?.skip)('on PostgreSQL keeps and finds the same', async () => {
  const { ben } = await opening('slack', { databaseUrl: await postgres?.migrated() });
  await ben.pins(await ben.posts('cop-wound-care', 'Our café protocol https://example.org/x'));
  await until(async () => (await kept()).length === 1, 'a document');
  await ben.types('/cop docs find CAFE prot', { in: 'cop-wound-care' });
  await ben.sees(/Our café protocol/, { with: /in the library of Wound Care/ });
  await ben.types('/cop docs list', { in: 'cop-wound-care' });
  await ben.sees(/The guides are part of it/);
});

describe.each(platformNames)('on %s', platform => {
  it('asks who posts a file, once and privately, whether to keep it', async () => {
    const { ben, amira } = await opening(platform);
    await ben.posts('cop-wound-care', 'For comments', [file('Leg ulcer audit.pdf')]);
    await ben.sees(/Keep Leg ulcer audit\.pdf in the library/, { in: privately[platform] });
    expect(amira.seesNow(/Keep Leg ulcer audit/)).toEqual([]);
    await ben.presses('Keep it…', { with: /Leg ulcer audit/ });
    const form = await ben.form();
    expect(form.fields.map(field => field.value)).toEqual(['Leg ulcer audit.pdf', '', '']);
    await ben.submits({ Title: 'Leg ulcer audit', 'Tags (optional)': 'audit, Leeds' });
    await ben.sees(/Saved: Leg ulcer audit is in the library/);
    await amira.types('/cop docs list', { in: 'cop-wound-care' });
    const list = await amira.sees(/The library of Wound Care/);
    expect(list.onlyYou).toBe(true);
    expect(list.text).toMatch(/Leg ulcer audit[\s\S]*File, shared by @?Ben Okafor/);
    expect(list.buttons.map(one => one.label)).toEqual(expect.arrayContaining(['audit (1)', 'leeds (1)']));
  });

  it('takes a link, says kindly what it can not take, and finds it by how its words begin', async () => {
    const { ben } = await opening(platform);
    const add = platform === 'slack' ? '/cop docs add file:///etc/passwd' : '/cop docs add link: file:///etc/passwd';
    await ben.types(add, { in: 'cop-wound-care' });
    await ben.form();
    await ben.submits({
      Title: 'Compression review',
      'Why does it matter? (optional)': 'It settles the bandage question',
    });
    if (platform === 'slack')
      await ben.form(form => form.fields.some(field => /web addresses/.test(field.error ?? '')));
    else {
      await ben.sees(/web addresses/);
      await ben.presses('Open the form again');
      await ben.form();
    }
    await ben.submits({ Link: 'https://example.org/review' });
    await ben.sees(/Saved: Compression review is in the library/);

    await ben.types('/cop docs find band compr', { in: 'cop-wound-care' });
    const found = await ben.sees(/in the library of Wound Care/, { with: /settles the/ });
    expect(found.buttons.map(button => [button.label, button.url])).toEqual([['More…', undefined]]);
    if (platform === 'slack') {
      await ben.types('/cop docs compression', { in: 'cop-wound-care' });
      await ben.sees(/“compression” in the library of Wound Care/);
    }
  });

  it('pins and unpins, edits and removes from the entry itself', async () => {
    const { ben, amira } = await opening(platform);
    const paper = await ben.posts('cop-wound-care', 'A review worth reading https://example.org/review');
    await ben.uses('Save to the library', paper);
    await ben.form();
    await ben.submits({ Title: 'Compression review' });
    await ben.sees(/Saved: Compression review/);
    await ben.types('/cop docs list', { in: 'cop-wound-care' });
    await ben.presses('More…', { with: /Compression review/ });
    await ben.presses('Pin', { with: /Looked after by/ });
    await ben.sees(/Pinned in the space/);
    await it_.settled();
    expect((await ben.pinsOf('cop-wound-care')).some(pin => pin.id === paper.id)).toBe(true);
    expect(await kept()).toMatchObject([{ pinned: 1 }]);
    await ben.presses('Unpin', { with: /Pinned in the space/ });
    await ben.sees(/Unpinned\. The library keeps it/);
    await it_.settled();
    expect((await ben.pinsOf('cop-wound-care')).some(pin => pin.id === paper.id)).toBe(false);

    await ben.presses('Edit', { with: /Unpinned/ });
    const form = await ben.form();
    expect(form.fields.map(field => field.value)).toEqual(['Compression review', '', '', 'Ben Okafor', 'As it is now']);
    await ben.submits({
      'Who looks after it?': 'Amira Haddad',
      'When should somebody look at it again?': 'In half a year',
    });
    await ben.sees(/Saved\.[\s\S]*Looked after by[\s\S]*Amira Haddad/);

    await amira.types('/cop docs list', { in: 'cop-wound-care' });
    await amira.presses('More…', { with: /Compression review/ });
    await amira.presses('Remove from the library', { with: /Looked after by/ });
    await amira.presses('Remove it', { with: /for a day you can have it back/ });
    await amira.sees(/Compression review is out of the library/);
    expect(await kept()).toEqual([]);
    await amira.presses('Put it back in the library');
    await amira.sees(/It's back in the library/);
    expect(await kept()).toHaveLength(1);
  });

  it('keeps the entry when its pin goes, and says so when its message goes', async () => {
    const { ben, amira } = await opening(platform);
    const paper = await ben.posts('cop-wound-care', 'Our protocol', [file('Protocol.pdf')]);
    await ben.pins(paper);
    await until(async () => (await kept()).some(one => one.pinned === 1), 'a pinned document');
    await ben.unpins(paper);
    await until(async () => (await kept()).some(one => one.pinned === 0), 'an unpinned document');
    await ben.deletes(paper);
    await until(async () => (await kept()).some(one => one.gone_at !== null), 'a document that is gone');
    await ben.types('/cop docs find protocol', { in: 'cop-wound-care' });
    await ben.sees(/Gone from the channel on/);
    await amira.types('/cop docs review', { in: 'cop-wound-care' });
    await amira.sees(/Its message was deleted on/);
  });

  it('says of a pin by hand, by the bot and by the entry the same: one document', async () => {
    const { ben } = await opening(platform);
    const paper = await ben.posts('cop-wound-care', 'Our protocol', [file('Protocol.pdf')]);
    await ben.pins(paper);
    await until(async () => (await kept()).length === 1, 'a document');
    await ben.uses('Save to the library', paper);
    await ben.form();
    await ben.submits({ Title: 'Protocol' });
    await ben.sees(/Protocol is in the library of Wound Care already/);
    await ben.unpins(paper);
    await ben.pins(paper);
    await until(async () => (await kept()).some(one => one.pinned === 1), 'a pin');
    expect(await rows()).toHaveLength(1);
  });

  it('asks about no file that was pinned before it could ask', async () => {
    const { ben } = await opening(platform);
    const whispers = platform === 'slack' ? 'chat.postEphemeral' : 'POST /channels/:id/messages';
    it_.playground.injects({ on: whispers, does: { late: 1500 } }); // what comes after it waits
    await ben.posts('cop-wound-care', 'For comments', [file('Audit.pdf')]);
    await ben.sees(/Keep Audit\.pdf/, { in: privately[platform] });
    await ben.pins(await ben.posts('cop-wound-care', 'Our protocol', [file('Protocol.pdf')]));
    await ben.sees(/Kept in the library of Wound Care as Protocol\.pdf/, { in: privately[platform] });
    await it_.settled();
    expect(ben.seesNow(/(Keep|Saved:) Protocol/)).toEqual([]);
  });

  it.skipIf(platform === 'slack')(
    'asks no more about a file that came into the library another way (what Slack shows to one person alone can’t be drawn anew)',
    async () => {
      const { ben } = await opening(platform);
      const paper = await ben.posts('cop-wound-care', 'Our protocol', [file('Protocol.pdf')]);
      const asked = await ben.sees(/Keep Protocol\.pdf in the library/, { in: privately[platform] });
      await ben.pins(paper);
      const after = await ben.sees(/Saved: Protocol\.pdf/, { in: privately[platform] });
      expect(after.id).toBe(asked.id);
      expect(after.buttons.map(button => button.label)).not.toContain('Keep it…');
    },
  );

  it('tells who pins something, alone, what it is kept as; on Discord once a day, and nobody once it is switched off', async () => {
    const { ben, amira } = await opening(platform);
    const pins = async (words: string) => {
      const before = (await kept()).length;
      await ben.pins(await ben.posts('cop-wound-care', words));
      await until(async () => (await kept()).length > before, 'a document');
      await it_.settled();
    };
    await pins('Our protocol https://example.org/x');
    const told = await ben.sees(/Kept in the library of Wound Care as Our protocol/, { in: privately[platform] });
    expect(told.buttons.map(button => button.label)).toEqual(['Change the title', 'Open it']);
    expect(amira.seesNow(/Kept in the library/)).toEqual([]);
    await ben.presses('Change the title', { message: told.id });
    await ben.form();
    await ben.submits({ Title: 'Protocol for dressings' });
    await ben.sees(/Kept in the library of Wound Care as Protocol for dressings/, { in: privately[platform] });
    expect((await kept()).map(one => one.title)).toEqual(['Protocol for dressings']);

    await pins('A second paper https://example.org/y');
    const second = ben.seesNow(/Kept in the library of Wound Care as A second paper/);
    expect(second).toHaveLength(platform === 'slack' ? 1 : 0);

    await amira.types('/cop docs review', { in: 'cop-wound-care' });
    await amira.presses('Stop asking', { with: /told its title in the library/ });
    await amira.sees(/or told the title of what they pin/);
    await pins('A third paper https://example.org/z');
    expect(ben.seesNow(/as A third paper/)).toEqual([]);
  });

  it.skipIf(platform === 'discord')('tells it in the thread, where a reply is pinned', async () => {
    const { ben } = await opening(platform);
    const asked = await ben.posts('cop-wound-care', 'What do we go by?');
    await ben.pins(await ben.replies(asked, 'Our protocol https://example.org/x'));
    const told = await ben.sees(/Kept in the library of Wound Care as Our protocol/);
    expect(told.permalink).toContain(`thread_ts=${asked.id}`);
  });

  it('asks a pin two calls at most', async () => {
    const { ben } = await opening(platform);
    const paper = await ben.posts('cop-wound-care', 'Our protocol https://example.org/x');
    it_.playground.clearTraffic();
    await ben.pins(paper);
    await until(async () => (await kept()).length === 1, 'a document');
    await it_.settled();
    const calls = it_.playground.traffic.filter(one => one.direction === 'call').map(one => one.name);
    expect(calls.filter(name => !/users\/@me\/channels/.test(name))).toEqual(
      platform === 'slack' ? ['chat.postEphemeral'] : ['GET /channels/:id/messages/:id', 'POST /channels/:id/messages'],
    );
  });

  it('tells who pinned something just now, while it was started again; nobody of what was pinned long before', async () => {
    const clock = movableClock();
    const { ben } = await opening(platform, { clock });
    const pins = async (words: string) => ben.pins(await ben.posts('cop-wound-care', words));
    await it_.away(() => pins('Our protocol https://example.org/x'));
    await ben.sees(/Kept in the library of Wound Care as Our protocol/, { in: privately[platform] });
    clock.passes(2 * 24 * 3600_000); // told again, where it is told once a day
    await it_.away(async () => {
      await pins('An older paper https://example.org/y');
      clock.passes(11 * 60_000);
    });
    await until(async () => (await kept()).length === 2, 'both documents');
    await it_.settled();
    expect(ben.seesNow(/Kept in the library/)).toHaveLength(1);
  });

  it('finds what was pinned and unpinned while it was away, with one call a space', async () => {
    const { ben } = await opening(platform);
    const before = await ben.posts('cop-wound-care', 'The old protocol https://example.org/old');
    await ben.pins(before);
    await until(async () => (await kept()).length === 1, 'a document');
    await it_.settled();
    await it_.away(async () => {
      const meanwhile = await ben.posts('cop-wound-care', 'Our protocol https://example.org/new');
      await ben.pins(meanwhile);
      await ben.unpins(before);
      await ben.posts('cop-wound-care', 'Not pinned https://example.org/other');
      it_.playground.clearTraffic();
    });
    await until(async () => (await kept()).length === 2, 'two documents');
    await until(async () => (await kept())[0]?.pinned === 0, 'the other unpinned');
    expect(await kept()).toMatchObject([
      { pinned: 0 },
      { title: 'Our protocol', pinned: 1, saved_by: (await kept())[0]?.saved_by },
    ]);
    const looked = { slack: 'pins.list', discord: 'GET /channels/:id/messages/pins' }[platform];
    const calls = it_.playground.traffic.filter(one => one.direction === 'call').map(one => one.name);
    expect(calls.filter(name => name === looked)).toHaveLength(1);
    expect(calls.filter(name => /history|^GET \/channels\/:id\/messages$/.test(name))).toEqual([]);
    await it_.away(async () => {});
    await it_.settled();
    expect(await rows()).toHaveLength(2);
  });

  it('waits as long as it is told when it looks at the pins, and still ends at once', async () => {
    const { ben } = await opening(platform);
    const looked = { slack: 'pins.list', discord: 'GET /channels/:id/messages/pins' }[platform];
    await it_.away(async () => {
      await ben.pins(await ben.posts('cop-wound-care', 'Our protocol https://example.org/x'));
      it_.playground.injects({ on: looked, does: { rateLimit: 1 } });
    });
    await until(async () => (await kept()).length === 1, 'a document');
    await it_.away(async () => it_.playground.injects({ on: looked, does: { rateLimit: 60 } }));
    await until(async () => it_.playground.traffic.filter(one => one.status === 429).length === 2, 'the second no');
  });

  it('does not bring back what was removed, though it is pinned still', async () => {
    const { ben } = await opening(platform);
    const paper = await ben.posts('cop-wound-care', 'Our protocol https://example.org/x');
    await ben.pins(paper);
    await until(async () => (await kept()).length === 1, 'a document');
    await ben.types('/cop docs list', { in: 'cop-wound-care' });
    await ben.presses('More…', { with: /Our protocol/ });
    await ben.presses('Remove from the library', { with: /Looked after by/ });
    await ben.presses('Remove it');
    await ben.sees(/is out of the library/);
    it_.playground.clearTraffic();
    await it_.away(async () => {});
    await until(() => Promise.resolve(it_.playground.traffic.some(one => /pins/.test(one.name))), 'a look at the pins');
    await it_.settled();
    expect(await kept()).toEqual([]);
  });

  it('tells the facilitator before there is no room for pins, and offers the oldest to unpin', async () => {
    const { ben, amira } = await opening(platform);
    const first = await ben.posts('cop-wound-care', 'Our protocol https://example.org/x');
    await ben.pins(first);
    await until(async () => (await kept()).length === 1, 'a document');
    const [one] = await rows();
    const { n: _, ...row } = one as NonNullable<typeof one>;
    const full = { slack: 90, discord: 240 }[platform];
    const more = Array.from({ length: full - 2 }, (_, i) => ({
      ...row,
      id: `01ARZ3NDEKTSV4RRFFQ69G${String(i).padStart(4, '0')}` as never,
      message_key: `x/${i}`,
      link_key: null,
      title: `Paper ${i}`,
      saved_at: row.saved_at + 1 + i,
    }));
    await it_.store.db.insertInto('documents').values(more).execute();
    const last = await ben.posts('cop-wound-care', 'The last https://example.org/last');
    await ben.pins(last);
    const told = await amira.sees(/hardly has room for another pin/, { in: 'direct message' });
    expect(told.text).toMatch(/Our protocol[\s\S]*Paper 0[\s\S]*Paper 3/);
    expect(told.text).not.toMatch(/guide/i);
    await it_.store.db.deleteFrom('documents').where('message_key', 'like', 'x/%').execute();
    await amira.presses('Unpin', { in: 'direct message', with: /hardly has room/ });
    await amira.sees(/hardly has room/, { in: 'direct message', with: /The last/ });
    await it_.settled();
    expect((await ben.pinsOf('cop-wound-care')).some(pin => pin.id === first.id)).toBe(false);
  });

  it.runIf(platform === 'discord')('keeps what an administrator of the server pinned who is no member', async () => {
    const { ben } = await opening(platform);
    const joan = it_.person('Joan');
    await joan.pins(await ben.posts('cop-wound-care', 'Our protocol https://example.org/x'));
    await until(async () => (await kept()).length === 1, 'a document');
    await ben.sees(/Kept in the library of Wound Care as Our protocol/, { in: 'direct message' });
  });

  it('shows nothing of it to who is no member', async () => {
    const { ben } = await opening(platform);
    const dev = it_.person('Dev');
    const paper = await ben.posts('cop-wound-care', 'Our protocol https://example.org/x');
    await ben.pins(paper);
    await until(async () => (await kept()).length === 1, 'a document');
    for (const line of ['list', 'find protocol', 'review']) {
      await dev.types(`/cop docs ${line}`, { in: 'general' });
      await dev.sees(/aren't in a CoP yet/);
    }
    expect(dev.seesNow(/protocol/)).toEqual([]);
  });
});
