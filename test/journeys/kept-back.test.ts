/** Of some files Slack tells next to nothing: of one that a free plan keeps to itself, that is no more, or that the bot may not see. */
import { afterEach, expect, it } from 'vitest';
import { startCop, startsShared } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = 'cop-wound-care';
const pdf = [{ name: 'Protocol.pdf', type: 'application/pdf', body: new Uint8Array(9) }];

/** Posted while the bot was away, and pinned; what was said with it is all that can be read. */
async function pinnedMeanwhile(
  how: 'hidden_by_limit' | 'tombstone' | 'access_denied' | 'file_not_found',
  words = 'How we dress a wound',
) {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  await startCop(amira);
  await it_.settled();
  await it_.away(async () => {
    const posted = await amira.posts(space, words, pdf);
    it_.playground.keepsBack?.('Protocol.pdf', how);
    await amira.pins(posted);
  });
  const rows = () => it_.store.db.selectFrom('documents').select(['title', 'kind', 'file_bytes']).execute();
  await it_.playground.until(async () => (await rows()).length > 0, 'it to be kept');
  return (await rows())[0];
}

it.each(['hidden_by_limit', 'tombstone', 'file_not_found'] as const)(
  '%s: the words of its message are kept',
  async how => {
    expect(await pinnedMeanwhile(how)).toEqual({ title: 'How we dress a wound', kind: 'message', file_bytes: null });
  },
);

it('one that the bot may not see is there all the same, and nobody says that it is empty', async () => {
  expect(await pinnedMeanwhile('access_denied')).toEqual({
    title: 'How we dress a wound',
    kind: 'file',
    file_bytes: null,
  });
});

it('one without a word, that the bot may not see, is called something by who pinned it', async () => {
  const kept = await pinnedMeanwhile('access_denied', '');
  expect(kept).toEqual({ title: expect.stringMatching(/^Pinned on \d{4}-\d\d-\d\d$/), kind: 'file', file_bytes: null });
  const amira = it_.person('Amira');
  await amira.sees(/I can't read it. What should it be called\?/, { in: 'direct message' });
  await amira.presses('Give it a title', { in: 'direct message' });
  expect((await amira.form()).fields.find(one => one.label === 'Title')?.value).toBe('');
  await amira.submits({ Title: 'Our protocol' });
  const titles = () => it_.store.db.selectFrom('documents').select('title').execute();
  await it_.playground.until(async () => (await titles())[0]?.title === 'Our protocol', 'it to be called so');
});

it('who posts one without a word, of which Slack tells nothing, is asked in words what to call it', async () => {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  await startsShared(it_, amira);
  it_.playground.injects({ on: 'files.info', does: { refuse: 'access_denied' } });
  await amira.posts(space, '', pdf);
  await amira.sees(/Keep Posted on \d{4}-\d\d-\d\d in the library/, { in: space });
  await amira.presses('Keep it…', { in: space });
  expect((await amira.form()).fields.find(one => one.label === 'Title')?.value).toBe('');
});
