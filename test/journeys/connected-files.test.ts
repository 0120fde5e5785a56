/** In a channel that is shared with another organisation, Slack tells a file by its id alone: what it is called has to be asked. */
import { afterEach, expect, it } from 'vitest';
import { startsShared } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = 'cop-wound-care';
const pdf = (name: string) => [{ name, type: 'application/pdf', body: new Uint8Array(9) }];

async function shared() {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  await startsShared(it_, amira);
  const called = async (...names: readonly string[]) => {
    const rows = await it_.store.db.selectFrom('documents').select('title').orderBy('title').execute();
    const titles = rows.map(row => row.title.replace(/\d{4}-\d\d-\d\d/, 'a day'));
    return titles.join() === names.join();
  };
  return { amira, called };
}

it('is asked again where Slack does not answer in that moment', async () => {
  const { amira, called } = await shared();
  it_.playground.injects({ on: 'files.info', does: { rateLimit: 1 } });
  await amira.posts(space, '', pdf('Protocol.pdf'));
  await it_.playground.until(() => called('Protocol.pdf'), 'it to be known by its name');
  it_.playground.injects({ on: 'files.info', does: { status: 503 } });
  await amira.pins(await amira.posts('cop-wound-care', 'For you', pdf('Audit.pdf')));
  await it_.playground.until(() => called('Audit.pdf', 'Protocol.pdf'), 'that one, too');
}, 30_000);

it('is asked again on a look, and kept all the same once it is there no more', async () => {
  const { amira, called } = await shared();
  await it_.away(async () => {
    await amira.pins(await amira.posts(space, '', pdf('Protocol.pdf')));
    it_.playground.injects({ on: 'files.info', does: { rateLimit: 1 } });
  });
  await it_.playground.until(() => called('Protocol.pdf'), 'it to be known by its name');
  it_.playground.injects({ on: 'files.info', times: 2, does: { refuse: 'file_not_found' } });
  await amira.pins(await amira.posts(space, '', pdf('Audit.pdf')));
  await it_.playground.until(() => called('Posted on a day', 'Protocol.pdf'), 'it to be kept');
  const sizes = await it_.store.db.selectFrom('documents').select(['title', 'file_bytes']).orderBy('title').execute();
  expect(sizes).toEqual([
    { title: expect.stringMatching(/^Posted on/), file_bytes: null }, // how large it is, nobody was told
    { title: 'Protocol.pdf', file_bytes: 9 },
  ]);
  await it_.settled();
  await amira.types('/cop docs find posted', { in: space });
  await amira.presses('More…');
  await amira.sees(/Kind:?\s+File(?!,)/);
}, 30_000);

it('is saved from the menu of its message, and never taken for an empty one', async () => {
  const { amira, called } = await shared();
  const message = await amira.posts(space, 'For you', pdf('Protocol.pdf'));
  await it_.playground.until(() => it_.playground.underWay() === 0, 'it to be told');
  await amira.uses('Save to the library', message);
  expect((await amira.form()).fields.find(one => one.label === 'Title')?.value).toBe('Protocol.pdf');
  await amira.closesForm();
  it_.playground.injects({ on: 'files.info', does: { hang: true } });
  await amira.uses('Save to the library', message);
  await amira.form();
  await amira.submits({ Title: 'Our protocol' });
  await it_.playground.until(() => called('Our protocol'), 'it to be kept');
}, 30_000);
