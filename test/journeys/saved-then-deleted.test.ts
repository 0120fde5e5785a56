/** What is kept in a library without a pin, and whose message somebody deletes while the bot is away. */
import { afterEach, expect, it } from 'vitest';
import { startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const asks = { slack: 'chat.getPermalink', discord: 'GET /channels/:id/messages/:id' } as const;

it.each(platformNames)(
  'on %s it is found to be gone from the channel, and what still stands is not',
  async platform => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    const papers: Awaited<ReturnType<typeof amira.posts>>[] = [];
    for (const title of ['Compression review', 'Our protocol']) {
      const paper = await amira.posts('cop-wound-care', `${title}, worth reading`);
      await amira.uses('Save to the library', paper);
      await amira.form();
      await amira.submits({ Title: title });
      await amira.sees(new RegExp(`Saved: ${title}`));
      papers.push(paper);
    }
    await it_.settled();
    const rows = () => it_.store.db.selectFrom('documents').select(['title', 'gone_at']).orderBy('n').execute();
    await it_.away(async () => {
      it_.playground.clearTraffic();
      await amira.deletes(papers[0] as (typeof papers)[number]);
    });
    await it_.playground.until(async () => (await rows())[0]?.gone_at !== null, 'the deleted one to be found');
    await it_.settled();
    expect((await rows())[1]).toEqual({ title: 'Our protocol', gone_at: null });
    await amira.types('/cop docs find compression', { in: 'cop-wound-care' });
    await amira.sees(/Gone from the channel on/);
    const asked = () =>
      it_.playground.traffic.filter(one => one.direction === 'call' && one.name === asks[platform]).length;
    expect(asked()).toBe(2);
    await it_.away(async () => it_.playground.clearTraffic());
    await it_.playground.until(() => asked() > 0, 'the one that stands to be asked after again');
    await it_.settled();
    expect(asked()).toBe(1); // of what is gone nobody asks again
  },
  30_000,
);

it('on discord it is not taken for gone where something between answers for Discord', async () => {
  it_ = await stage('discord');
  const amira = it_.person('Amira');
  await startCop(amira);
  await it_.settled();
  const paper = await amira.posts('cop-wound-care', 'Our protocol, worth reading');
  await amira.uses('Save to the library', paper);
  await amira.form();
  await amira.submits({ Title: 'Our protocol' });
  await amira.sees(/Saved: Our protocol/);
  await it_.settled();
  const rows = () => it_.store.db.selectFrom('documents').select(['title', 'gone_at']).execute();
  const asked = () => it_.playground.traffic.filter(one => one.name === asks.discord);
  await it_.away(async () => {
    it_.playground.clearTraffic();
    it_.playground.injects({ on: asks.discord, does: { status: 404 } });
  });
  await it_.playground.until(() => asked().length > 0, 'it to be asked after');
  await it_.away(async () => {});
  await it_.playground.until(() => asked().length > 1, 'it to be asked after again');
  await it_.settled();
  expect(asked().map(one => one.status)).toEqual([404, 200]);
  expect(await rows()).toEqual([{ title: 'Our protocol', gone_at: null }]);
}, 30_000);
