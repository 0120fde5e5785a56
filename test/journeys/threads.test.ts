/** What stands in a thread of a space on Discord has pins of its own there, and belongs to the library all the same. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Persona, SeenMessage } from '../../playground/driver.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
let [amira, ben] = [] as unknown as [Persona, Persona];
let paper: SeenMessage;

const documents = () => it_.store.db.selectFrom('documents').selectAll().orderBy('n').execute();
const until = (condition: () => Promise<boolean>, what: string) => it_.playground.until(condition, what);
const pinned = async () => (await documents()).map(one => one.pinned);

beforeEach(async () => {
  it_ = await stage('discord');
  [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await askIn(ben);
  await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
  await amira.presses('Approve', { in: 'direct message' });
  await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
  await it_.settled();
  await startThread('bandages');
  paper = await ben.posts('bandages', 'Our protocol https://example.org/x');
});
afterEach(() => it_.stop());

async function startThread(name: string): Promise<void> {
  const { apiUrl, token } = it_.playground;
  const space = (await ben.channels()).find(channel => channel.name === 'cop-wound-care');
  const answer = await fetch(`${apiUrl}/v10/channels/${space?.id}/threads`, {
    method: 'POST',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, type: 11 }),
  });
  expect(answer.status).toBe(201);
}

async function closeAndLock(name: string): Promise<void> {
  const { apiUrl, token } = it_.playground;
  const thread = (await ben.channels()).find(channel => channel.name === name);
  const answer = await fetch(`${apiUrl}/v10/channels/${thread?.id}`, {
    method: 'PATCH',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ archived: true, locked: true }),
  });
  expect(answer.status).toBe(200);
}

it('hears of pins by hand there, and that one of several is gone', async () => {
  const other = await ben.posts('bandages', 'Another https://example.org/other');
  await ben.pins(paper);
  await ben.pins(other);
  await until(async () => (await documents()).length === 2, 'two documents');
  expect(await pinned()).toEqual([1, 1]);
  await ben.unpins(paper);
  await until(async () => String(await pinned()) === '0,1', 'one of them unpinned');
  await ben.unpins(other);
  await until(async () => String(await pinned()) === '0,0', 'the other one too');
});

it('finds what was unpinned there while it was away', async () => {
  await ben.pins(paper);
  await until(async () => (await documents()).length === 1, 'a document');
  await it_.away(() => ben.unpins(paper));
  await until(async () => String(await pinned()) === '0', 'an unpinned document');
});

it('finds the first that was pinned there while it was away, and asks after no thread in which nothing is', async () => {
  await startThread('splints');
  await it_.away(async () => {
    await ben.pins(paper);
    it_.playground.clearTraffic();
  });
  await until(async () => String(await pinned()) === '1', 'a document');
  await it_.settled();
  const asked = it_.playground.traffic.filter(one => one.name === 'GET /channels/:id/messages/pins');
  expect(asked).toHaveLength(2);
});

it('what was pinned or saved in a thread that is deleted is known to be gone, at once', async () => {
  await ben.pins(paper);
  await until(async () => String(await pinned()) === '1', 'a document');
  await ben.uses('Save to the library', await ben.posts('bandages', 'Another https://example.org/other'));
  await ben.form();
  await ben.submits({ Title: 'Another' });
  await ben.sees(/Saved: Another/);
  await amira.deletesChannel('bandages');
  await until(async () => String(await pinned()) === '0,0', 'the first to be gone');
  expect(await documents()).toMatchObject([{ gone_at: expect.any(Number) }, { gone_at: expect.any(Number) }]);
});

it('a thread deleted while it was away is dead, and the others are looked at all the same', async () => {
  await startThread('splints');
  const other = await ben.posts('splints', 'Another https://example.org/other');
  await ben.pins(paper);
  await ben.pins(other);
  await until(async () => String(await pinned()) === '1,1', 'two documents');
  await it_.away(async () => {
    await amira.deletesChannel('bandages');
    await ben.unpins(other);
  });
  await until(async () => String(await pinned()) === '0,0', 'both to be looked at');
  expect(await documents()).toMatchObject([{ gone_at: expect.any(Number) }, { gone_at: null }]);
});

it('what was saved elsewhere is looked for, though a thread that something was saved from can not be seen any more', async () => {
  const deleted = await ben.posts('cop-wound-care', 'Compression, worth reading');
  for (const [title, message] of [
    ['Compression', deleted],
    ['Protocol', paper],
  ] as const) {
    await ben.uses('Save to the library', message);
    await ben.form();
    await ben.submits({ Title: title });
    await ben.sees(new RegExp(`Saved: ${title}`));
  }
  await it_.settled();
  await it_.away(async () => {
    await ben.deletes(deleted);
    it_.playground.injects({ on: 'GET /channels/:id/messages/:id', does: { refuse: '50001' } }); // the latest is asked after first
  });
  await until(async () => (await documents())[0]?.gone_at !== null, 'the deleted one to be found');
  expect((await documents())[1]).toMatchObject({ title: 'Protocol', gone_at: null });
});

it('pins and unpins from the entry, though the thread is archived', async () => {
  await ben.uses('Save to the library', paper);
  await ben.form();
  await ben.submits({ Title: 'Protocol' });
  await ben.sees(/Saved: Protocol/);
  await amira.archives('bandages');
  await ben.types('/cop docs list', { in: 'cop-wound-care' });
  await ben.presses('More…', { with: /Protocol/ });
  await ben.presses('Pin', { with: /Looked after by/ });
  await ben.sees(/Pinned in the space/);
  await it_.settled();
  expect((await ben.pinsOf('bandages')).map(pin => pin.id)).toEqual([paper.id]);
  await amira.archives('bandages');
  await ben.presses('Unpin', { with: /Pinned in the space/ });
  await ben.sees(/Unpinned\. The library keeps it/);
  await it_.settled();
  expect(await ben.pinsOf('bandages')).toEqual([]);
  expect(await documents()).toMatchObject([{ pinned: 0, gone_at: null }]);
});

it('says so where it may not, and leaves the pin in the entry as it is', async () => {
  await ben.pins(paper);
  await until(async () => (await documents()).length === 1, 'a document');
  it_.playground.injects({ on: 'DELETE /channels/:id/messages/pins/:id', does: { refuse: '50021' } });
  await ben.types('/cop docs list', { in: 'cop-wound-care' });
  await ben.presses('More…', { with: /Our protocol/ });
  await ben.presses('Unpin', { with: /Looked after by/ });
  await ben.sees(/I couldn't change the pin/, { in: 'direct message' });
  expect(await pinned()).toEqual([1]);
});

it('who asks for something in a thread that was closed and locked is answered in their direct messages', async () => {
  await closeAndLock('bandages');
  await ben.types('/cop docs list', { in: 'bandages' });
  await ben.sees(/The library of Wound Care is still empty/, { in: 'direct message' });
});

it('what comes of it is drawn on what they were answered there', async () => {
  await closeAndLock('bandages');
  await ben.types('/startcop', { in: 'bandages' });
  await ben.form();
  await ben.submits({ Name: 'Leg Ulcers', 'What do you care about?': 'Legs that heal' });
  await ben.sees(/Your space is ready/, { in: 'direct message' });
  await it_.settled();
  expect(ben.seesNow(/Your space is ready/, { in: 'direct message' })).toHaveLength(1);
  expect(ben.seesNow(/Starting Leg Ulcers/, { in: 'direct message' })).toEqual([]);
}, 30_000);

it('where they take none, the thread is opened again for it', async () => {
  await closeAndLock('bandages');
  await ben.closesDirectMessages();
  await ben.types('/cop docs list', { in: 'bandages' });
  await ben.sees(/The library of Wound Care is still empty/, { in: 'bandages' });
});
