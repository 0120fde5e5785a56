/** What becomes of a library's entries in the states they may be in: taken out meanwhile, their message gone, their people away. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { toComponents } from '../../src/adapters/discord/components.ts';
import { comparePins } from '../../src/bot/happenings/compare-pins.ts';
import { removeDocument } from '../../src/commands/document/remove.ts';
import type { CopId } from '../../src/domain/ids.ts';
import * as cops from '../../src/store/cops.ts';
import * as libraries from '../../src/store/libraries.ts';
import { draw } from '../support/consequences.ts';
import { invocation } from '../support/desk.ts';
import { amira, mo, shared, type Village, village } from '../support/village.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const here = { platform: 'discord', workspace: 'here', id: 'space-1' } as const;
const day = 24 * 3600_000;
const documents = () => it_.store.db.selectFrom('documents').selectAll().orderBy('n').execute();
const add = (link: string, more: Record<string, string> = {}, who = mo) =>
  it_.presses(who, 'document add', { cop: it_.cop, link, title: 'A page', ...more });

const pin = (message: ReturnType<typeof shared>, by = mo) =>
  it_.happened({ kind: 'pinned', id: `pin ${message.id}`, by: { ...here, id: by.id, name: by.name }, message });
const deleted = (...messages: string[]) =>
  it_.happened({ kind: 'message-deleted', id: `deleted ${messages[0]}`, space: here, messages });
const forgotten = () => it_.store.db.transaction().execute(tx => libraries.forget(tx, it_.bot.clock.now() - day));

/** In its new space. */
async function rebuilt(): Promise<void> {
  await it_.presses(amira, 'cop rebuild', { cop: it_.cop });
  await it_.store.db
    .updateTable('cops')
    .set({ state: 'open', space_id: 'space-9' })
    .where('name', '=', 'Wound Care')
    .execute();
}

it.each([
  ['pinned', 1, 0],
  ['unpinned', 0, 1],
] as const)('what is %s while the pins of a space are read stays so', async (_how, wanted, before) => {
  const change = { pinned: before } as const;
  await it_.store.db
    .updateTable('documents')
    .set(change)
    .where('id', '=', it_.document as never)
    .execute();
  const { network_id } = await it_.store.db.selectFrom('documents').select('network_id').executeTakeFirstOrThrow();
  const cop = await cops.byId(it_.store.db, network_id, it_.cop as CopId);
  const pins = async () => {
    const [there] = before ? [{ message: shared(mo.id), by: undefined, at: 1 }] : [];
    await it_.presses(amira, wanted ? 'document pin' : 'document unpin', { document: it_.document });
    await it_.store.db.deleteFrom('effects').execute(); // done at once
    return there ? [there] : [];
  };
  const platforms = new Map([['discord', { pins, capabilities: {} }]]) as never;
  if (!cop) throw new Error('no CoP');
  await comparePins({ bot: it_.bot, dispatch: it_, platforms }, cop, 'space-1', true);
  expect(await documents()).toMatchObject([{ pinned: wanted }]);
});

it('says of what is to be taken out that its message stays only where one stands', async () => {
  const asked = (document: string) => it_.presses(mo, 'document remove', { document });
  await add('https://example.org/none');
  const [kept, link] = await documents();
  expect(await asked(link?.id ?? '')).toMatch(/Nobody finds it there any more, and for a day you can have it back/);
  expect(await asked(kept?.id ?? '')).toMatch(/Its message stays where it is/);
  await deleted('m1');
  expect(await asked(kept?.id ?? '')).not.toMatch(/Its message stays/);
});

it.each([
  ['slack', 'open', undefined, /says so then/],
  ['slack', 'closed', undefined, /stays as it is/], // archived by hand
  ['slack', 'closed', 'archived', /stays as it is/],
  ['slack', 'closed', 'left', /says so then/],
  ['discord', 'closed', 'archived', /says so then/], // it is quiet, and the bot may write there
] as const)(
  'and of notes in a space on %s that is %s (%s) what becomes of their card',
  async (...[on, state, space, says]) => {
    const { db } = it_.store;
    const { network_id } = await db.selectFrom('documents').select('network_id').executeTakeFirstOrThrow();
    const cop = await cops.byId(db, network_id, it_.cop as CopId);
    const [asked_by] = (await db.selectFrom('persons').select('id').execute()).map(one => one.id);
    if (!cop || !asked_by) throw new Error('no CoP');
    const closing = { ...{ cop_id: cop.id, network_id, asked_by, asked_at: 1, due_at: 2 }, state: 'closed' as const };
    const ending = { keeps_roles: 0, keeps_library: 0, waits_for: null, story: null, other_story: null };
    if (space)
      await db
        .insertInto('closings')
        .values({ ...closing, ...ending, space })
        .execute();
    const subject = {
      document: { kind: 'notes', title: 'Notes', state: 'kept', place: 'C1' },
      cop: { ...cop, state, workspace: `${on}:T1` },
    };
    const said = await db.transaction().execute(tx => removeDocument.run({ tx, subject, options: {} } as never));
    expect(JSON.stringify(said)).toMatch(says);
  },
);

it('shows what there is where what was further on has been taken out', async () => {
  for (let n = 0; n < 10; n++) await add(`https://example.org/${n}`, { title: `Verband ${n}` });
  const further = { cop: it_.cop, from: '10' };
  expect(await it_.presses(mo, 'document page', further)).toMatch(/11–11 of 11\nDressing protocol/);
  await it_.presses(mo, 'document remove', { document: it_.document, sure: 'yes' });
  expect(await it_.presses(mo, 'document page', further)).toMatch(/The library of Wound Care\nVerband 9/);
  const sought = Buffer.from('wverband').toString('base64url');
  expect(await it_.presses(mo, 'document page', { ...further, for: sought })).toMatch(/Verband 9/);
});

it('a page whose message is gone stands where it is posted once more', async () => {
  await deleted('m1');
  expect(await it_.presses(mo, 'document list')).toMatch(/Gone from the channel/);
  await pin(shared(mo.id, 'm2'));
  expect(await documents()).toMatchObject([
    { message_key: 'space-1/m2', permalink: expect.stringMatching(/m2$/), pinned: 1, gone_at: null },
  ]);
  expect(await it_.presses(mo, 'document list')).toMatch(/Dressing protocol\nLink[^\n]*\nPinned/);
  await deleted('m2');
  expect(await it_.presses(mo, 'document list')).toMatch(/Gone from the channel/);
});

it('a page that was added by its address stands where it is posted, and can be pinned and unpinned there', async () => {
  await add('https://example.org/heels', { title: 'Heels' });
  await pin({ ...shared(mo.id, 'm3'), links: [{ url: 'https://example.org/heels' }] });
  const [, heels] = await documents();
  expect(heels).toMatchObject({ message_key: 'space-1/m3', place: 'space-1', pinned: 1, title: 'Heels' });
  expect(await it_.presses(mo, 'document unpin', { document: heels?.id ?? '' })).toMatch(/Unpinned/);
  await pin({ ...shared(mo.id, 'm4'), links: [{ url: 'https://example.org/heels' }] });
  expect(await documents()).toMatchObject([{}, { message_key: 'space-1/m3', pinned: 0 }]); // there it stands already
});

it('the same page is one entry though it was taken out long ago, and posted and pinned again', async () => {
  await it_.presses(mo, 'document remove', { document: it_.document, sure: 'yes' });
  it_.passes(2 * day);
  await forgotten();
  await pin(shared(mo.id));
  expect(await documents()).toMatchObject([{ state: 'kept', link_key: 'example.org/protocol' }]);
  expect(await add('https://example.org/protocol')).toMatch(/already/);
  expect(await documents()).toHaveLength(1);
});

it('the same page is one entry though it was taken out, added anew by its address, and its first message pinned again', async () => {
  await it_.presses(mo, 'document remove', { document: it_.document, sure: 'yes' });
  it_.passes(2 * day);
  await forgotten();
  await add('https://example.org/protocol', { title: 'Added anew' });
  await pin(shared(mo.id));
  expect(await documents()).toMatchObject([{ title: 'Added anew', message_key: 'space-1/m1', pinned: 1 }]);
});

it('whoever tidies gets to what comes after entries whose messages are gone, and to these once more half a year later', async () => {
  const save = (n: number) =>
    it_.presses(
      mo,
      'document save',
      { cop: it_.cop, title: `Paper ${n}` },
      { message: { ...shared(mo.id, `n${n}`), links: [], words: 'x' } },
    );
  for (let n = 1; n < 8; n++) await save(n);
  const [, first] = await documents();
  await it_.presses(mo, 'document edit', { document: first?.id ?? '', title: 'Paper 1', review: '12' });
  await deleted('n1', 'n2', 'n3', 'n4', 'n5', 'n6');
  const review = () => it_.presses(amira, 'document review');
  expect(await review()).toMatch(
    /Paper 1\nIts message was deleted[^\n]*\[Still good\][\s\S]*Paper 5[\s\S]*come up as these/,
  );
  for (const { id } of (await documents()).slice(1, 6)) await it_.presses(amira, 'document reviewed', { document: id });
  expect(await review()).toMatch(/^To look at[^\n]*\nPaper 6\nIts message was deleted/);
  const [, , , , , , sixth] = await documents();
  await it_.presses(amira, 'document reviewed', { document: sixth?.id ?? '' });
  expect(await review()).toMatch(/is tidy/);
  it_.passes(181 * day);
  expect(await review()).toMatch(/Paper 1\nIts message was deleted/);
});

it('whoever tidies is done with what was pinned, could not be read and was deleted since, once they say that it is still good', async () => {
  await it_.store.db.updateTable('documents').set({ untitled: 1, gone_at: it_.bot.clock.now() }).execute();
  expect(await it_.presses(amira, 'document review')).toMatch(/^To look at[^\n]*\n[^\n]*\nIts message was deleted/);
  expect(await it_.presses(amira, 'document reviewed', { document: it_.document })).toMatch(/is tidy/);
});

it('a tag that nothing has is said to be on nothing, beside those that there are', async () => {
  await add('https://example.org/heels', { title: 'Heels', tags: 'heels' });
  expect(await it_.presses(mo, 'document list', { tag: 'wounds' })).toMatch(
    /^Nothing tagged “wounds” in the library of Wound Care\n[\s\S]*\[heels \(1\)\]/,
  );
});

it('what stood in a space that is deleted is gone with it, and nothing of it is offered to be pinned in the next one', async () => {
  await pin(shared(mo.id));
  await add('https://example.org/heels', { title: 'Heels' });
  await it_.happened({ kind: 'closed', id: 'c', how: 'deleted', space: here });
  expect(await documents()).toMatchObject([{ pinned: 0, gone_at: it_.bot.clock.now() }, { gone_at: null }]);
  const shown = await it_.presses(mo, 'document show', { document: it_.document });
  expect(shown).toMatch(/its message was deleted on 2026-03-03[\s\S]*\[Open\]\n\[Edit\]/);
});

it('what stands in a space that was archived can be opened there, and not be pinned: not while its CoP is closed, not from its next space', async () => {
  await it_.happened({ kind: 'closed', id: 'c', how: 'archived', space: here });
  const show = () => it_.presses(mo, 'document show', { document: it_.document });
  expect(await show()).toMatch(/\[Open\]\n\[Edit\]/);
  expect(await it_.presses(amira, 'document review', { cop: it_.cop })).toMatch(/is tidy$/);
  await rebuilt();
  expect(await documents()).toMatchObject([{ gone_at: null }]);
  expect(await show()).toMatch(/\[Open\]\n\[Edit\]/);
  expect(await it_.presses(mo, 'document pin', { document: it_.document })).toMatch(/no message of it in the space/);
});

it('what stands in the space of a closed CoP is gone where that is deleted later', async () => {
  await it_.happened({ kind: 'closed', id: 'c', how: 'archived', space: here });
  await it_.happened({ kind: 'closed', id: 'd', how: 'deleted', space: here });
  expect(await documents()).toMatchObject([{ gone_at: it_.bot.clock.now() }]);
});

it('what stands in the space that a CoP has left is gone where that is deleted later', async () => {
  await it_.happened({ kind: 'closed', id: 'c', how: 'archived', space: here });
  await rebuilt();
  await pin({ ...shared(mo.id, 'new'), channel: { ...here, id: 'space-9' }, links: [] });
  expect(await documents()).toMatchObject([{ gone_at: null }, { gone_at: null }]);
  await it_.happened({ kind: 'closed', id: 'd', how: 'deleted', space: here });
  expect(await documents()).toMatchObject([{ gone_at: it_.bot.clock.now() }, { gone_at: null }]);
  expect(await it_.presses(mo, 'document show', { document: it_.document })).toMatch(/its message was deleted on/);
});

it('what stood in the space is gone where it is found to be so when its CoP is opened again', async () => {
  await it_.happened({ kind: 'closed', id: 'c', how: 'archived', space: here });
  const { network_id: networkId, workspace_id: workspace } = await it_.store.db
    .selectFrom('cops')
    .selectAll()
    .where('id', '=', it_.cop as never)
    .executeTakeFirstOrThrow();
  const by = (
    await it_.store.db.selectFrom('persons').select('id').where('name', '=', 'Amira').executeTakeFirstOrThrow()
  ).id;
  const gone = { reason: 'gone', whose: 'place' } as const;
  const does = { command: 'cop space-lost', options: { cop: it_.cop, by, ...gone } } as const;
  await draw(it_, { networkId, workspace }, does);
  expect(await documents()).toMatchObject([{ gone_at: it_.bot.clock.now() }]);
});

const file = (id: string) => ({
  ...shared(mo.id, id),
  links: [],
  files: [{ name: 'Heels.pdf', type: 'application/pdf', bytes: 9 }] as never,
});

it('nobody is asked about a file of which the platform shows nothing that could be kept', async () => {
  const nothing = { ...shared(mo.id, 'f0'), words: 'For comments', links: [], files: [] };
  await it_.happened({ kind: 'shared', id: 's', by: { ...here, id: mo.id, name: 'Mo' }, message: nothing });
  expect((await documents()).filter(one => one.state === 'offered')).toEqual([]);
  expect(await it_.store.db.selectFrom('effects').select('id').where('kind', '=', 'whisper').execute()).toEqual([]);
});

it('a file is not kept whose message was deleted since somebody was asked about it', async () => {
  await it_.happened({ kind: 'shared', id: 's', by: { ...here, id: mo.id, name: 'Mo' }, message: file('f1') });
  await deleted('f1');
  const [, offered] = await documents();
  expect(await it_.presses(mo, 'document keep', { document: offered?.id ?? '', title: 'Heels' })).toMatch(
    /was deleted/,
  );
  expect(await it_.presses(mo, 'document list')).not.toMatch(/Heels/);
});

it('tells whoever saves what an app has posted that it was an app, and what can be done', async () => {
  const message = { ...shared('u-app', 'a1'), byBot: true };
  expect(await it_.presses(mo, 'document save', { cop: it_.cop, title: 'x' }, { message })).toMatch(
    /from an app[\s\S]*\/cop docs add/,
  );
});

const contents = (part: unknown): string =>
  JSON.stringify(part, (key, value) => (key === 'custom_id' ? undefined : value));

/** Page after page, as Discord has room for it: which of these titles have been read. */
async function readOnDiscord(titles: readonly string[]): Promise<readonly string[]> {
  const read = new Set<string>();
  let press: [string, Record<string, string>] | undefined = ['document list', { cop: it_.cop }];
  while (press) {
    const answer: Awaited<ReturnType<Village['invoke']>> = await it_.invoke(invocation(mo, ...press));
    if (!('say' in answer)) throw new Error('no card');
    const { container } = toComponents(answer.say);
    for (const title of titles) if (contents(container).includes(`[${title}]`)) read.add(title);
    const next = answer.say.buttons?.find(one => one.label === 'Next page');
    press = next && 'does' in next ? [next.does.command, next.does.options] : undefined;
  }
  return titles.filter(title => !read.has(title));
}

it.each([
  ['addresses', (n: number) => [`https://example.org/${n}?${'a&'.repeat(900)}`, {}] as const],
  [
    'addresses to be read',
    (n: number) => [`https://example.org/${n}?${'a'.repeat(180)}`, { why: 'w '.repeat(140) }] as const,
  ],
])('shows all there is, page by page, though it has long %s', async (_what, page) => {
  const titles = Array.from({ length: 12 }, (_, n) => `Verband ${n}`);
  for (const [n, title] of titles.entries()) {
    const [link, more] = page(n);
    await add(link, { title, ...more });
    await pin({ ...shared(mo.id, `long${n}`), links: [{ url: link }] });
  }
  expect(await readOnDiscord(titles)).toEqual([]);
  const home = await it_.invoke(invocation(mo, 'home show'));
  if (!('say' in home)) throw new Error('no card');
  expect(contents(toComponents(home.say).container)).toMatch(/looks things up in a library/);
});
