/** Slack's free plan hides what is older than ninety days: nobody deleted it, and nobody hears that somebody did. */
import { afterEach, describe, expect, it } from 'vitest';
import { goesOn, movableClock } from '../support/clock.ts';
import { startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = 'cop-wound-care';
const documents = () =>
  it_.store.db.selectFrom('documents').select(['title', 'gone_at', 'review_at']).orderBy('n').execute();
const asked = (method: string) =>
  it_.playground.traffic.filter(one => one.direction === 'call' && one.name === method).length;
/** What anybody would be told of, or would have to mend. */
const undone = () =>
  it_.store.db
    .selectFrom('effects')
    .select(['kind', 'state', 'error'])
    .where('state', 'in', ['parked', 'failed'])
    .execute();

async function ninetyDaysOn() {
  const clock = movableClock();
  it_ = await stage('slack', { clock, now: clock.now });
  const amira = it_.person('Amira');
  await startCop(amira);
  for (const title of ['Compression review', 'Our protocol']) {
    const paper = await amira.posts(space, `${title}, worth reading`);
    await amira.uses('Save to the library', paper);
    await amira.form();
    await amira.submits({ Title: title });
    await amira.sees(new RegExp(`Saved: ${title}`));
  }
  await it_.settled();
  await it_.store.db
    .updateTable('documents')
    .set({ review_at: clock.now() + 100 * 24 * 3600_000 })
    .execute();
  const before = await documents();
  it_.playground.choosesPlan?.('free');
  goesOn(92, clock);
  await it_.settled();
  return { amira, before };
}

describe('on the free plan, after ninety days', { timeout: 60_000 }, () => {
  it('what the library holds is not taken for deleted, and its review stays', async () => {
    const { amira, before } = await ninetyDaysOn();
    expect(await amira.reads(space)).toEqual([]);
    await it_.away(async () => it_.playground.clearTraffic());
    await it_.playground.until(() => asked('chat.getPermalink') > 1, 'both to be asked after');
    await it_.settled();
    expect(await documents()).toEqual(before);
    await amira.types('/cop docs find protocol', { in: space });
    await amira.presses('More…', { with: /protocol/ });
    await amira.presses('Pin', { with: /Looked after by|Saved/ });
    await amira.sees(/I couldn't change the pin of Our protocol/, { in: 'direct message' });
    expect(await documents()).toEqual(before);
    await it_.away(async () => {
      it_.playground.choosesPlan?.('paid');
      it_.playground.clearTraffic();
    });
    await it_.playground.until(() => asked('chat.getPermalink') > 1, 'both to be asked after again');
    await it_.settled();
    expect(await documents()).toEqual(before);
  });

  it('its cards count as hidden: nobody hears that somebody deleted them, and nothing is left undone', async () => {
    const { amira } = await ninetyDaysOn();
    it_.playground.clearTraffic();
    await it_.away(async () => {});
    await it_.playground.until(() => asked('chat.update') > 1, 'its cards to be looked for');
    await it_.settled();
    expect(amira.seesNow(/Somebody deleted/)).toEqual([]);
    expect(await undone()).toEqual([]);
  });

  it('what was deleted since is found to be gone all the same', async () => {
    const { amira } = await ninetyDaysOn();
    const paper = await amira.posts(space, 'Leg ulcers, worth reading');
    await amira.uses('Save to the library', paper);
    await amira.form();
    await amira.submits({ Title: 'Leg ulcers' });
    await amira.sees(/Saved: Leg ulcers/);
    await it_.settled();
    await it_.away(() => amira.deletes(paper));
    await it_.playground.until(async () => (await documents())[2]?.gone_at !== null, 'it to be found');
    await it_.settled();
    expect((await documents()).filter(one => one.gone_at !== null)).toMatchObject([{ title: 'Leg ulcers' }]);
  });
});

it('nor does anybody hear so of a card that is too old to be changed, where a workspace says when', async () => {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  await startCop(amira);
  await it_.settled();
  const [welcome] = (await amira.pinsOf(space)).filter(one => /Welcome/.test(one.text));
  await it_.away(async () => {
    await amira.unpins(welcome as NonNullable<typeof welcome>);
    it_.playground.clearTraffic();
    it_.playground.injects({ on: 'chat.update', does: { refuse: 'edit_window_closed' } });
  });
  await it_.playground.until(() => asked('chat.update') > 0, 'it to be looked for');
  await it_.settled();
  expect(amira.seesNow(/Somebody deleted/)).toEqual([]);
  expect(await undone()).toEqual([]);
});
