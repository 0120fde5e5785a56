/** A channel that other organisations come into, by Slack Connect. */
import { expect } from 'vitest';
import { type Row, space, type Village } from '../walk.ts';

const sharedWords = /Somebody shared the space of Wound Care with another organisation/;

/** The facilitators alone hear of it: in the space those would read it who are meant. */
async function toldInPrivate({ amira, stage }: Village, times: number): Promise<void> {
  await stage.playground.until(
    () => amira.seesNow(sharedWords, { in: 'direct message' }).length === times,
    'it to be told',
  );
  await stage.away(async () => {}); // looked at again: it isn't told twice
  await stage.settled();
  expect(amira.seesNow(sharedWords, { in: 'direct message' })).toHaveLength(times);
  expect(amira.seesNow(sharedWords, { in: space })).toEqual([]);
}

/** Of the first that came, it was said that it is right. */
const another: Row = {
  what: 'a space is shared with one organisation more, with one less, with that again, and in the end with none',
  skips: { discord: "Discord's channels are of one server" },
  async byHand(village) {
    const { amira, stage, when } = village;
    if (when === 'after an absence') await stage.away(async () => {}); // so that it hears of the first
    stage.playground.connects?.(space);
    await toldInPrivate(village, 1);
    const [card] = amira.seesNow(sharedWords, { in: 'direct message' });
    expect(card?.text).toMatch(/what was said before too/);
    expect(card?.buttons.map(one => one.label)).toEqual(["It's right"]);
    await amira.presses("It's right", { in: 'direct message' });
    await amira.sees(/it was meant so/, { in: 'direct message' });
    const more = async () => stage.playground.connects?.(space, 'T0THIRD');
    if (when === 'after an absence') await stage.away(more);
    else await more();
  },
  async becomes(village) {
    const { amira, stage, clock, when } = village;
    await toldInPrivate(village, 2);
    stage.playground.disconnectsFrom?.(space); // one is left, which is known
    await stage.settled();
    expect(amira.seesNow(/it was put back on/, { in: 'direct message' })).toEqual([]);
    await amira.presses("It's right", { in: 'direct message' });
    await amira.sees(/it was meant so/, { in: 'direct message' });
    const comes = async () => stage.playground.connects?.(space);
    if (when === 'at once') await comes();
    else await stage.away(comes);
    await toldInPrivate(village, 3); // it was right that the other is there, and this one had gone
    stage.playground.disconnectsFrom?.(space);
    if (when === 'at once') stage.playground.disconnectsFrom?.(space, 'T0THIRD');
    else await stage.away(async () => stage.playground.disconnectsFrom?.(space, 'T0THIRD'));
    await amira.sees(/it was put back on/, { in: 'direct message' });
    clock.passes(3600_000);
    await stage.settled();
    await toldInPrivate(village, 3);
  },
};

const first: Row = {
  what: 'a space is shared with another organisation',
  skips: { discord: "Discord's channels are of one server" },
  async byHand({ amira, stage, until, when }) {
    if (when === 'after an absence') {
      await stage.away(async () => {}); // so that it knows the channel
      stage.playground.makesOld?.(space);
      await until(
        async () =>
          (await stage.store.db.selectFrom('cops').select('space_id').executeTakeFirst())?.space_id?.[0] === 'G',
        'its id of old to be known',
      );
    }
    await amira.pins(await amira.posts(space, 'Leg ulcers: what helps'));
    const kept = () => stage.store.db.selectFrom('documents').select('id').execute();
    await until(async () => (await kept()).length === 1, 'the pin to be kept');
    const connects = async () => stage.playground.connects?.(space);
    if (when === 'after an absence') await stage.away(connects);
    else await connects();
  },
  async becomes({ amira, stage, stands, until }) {
    const { db } = stage.store;
    const [{ id } = { id: '' }] = (await amira.channels()).filter(one => one.name === space);
    await until(
      async () => (await db.selectFrom('cops').select('space_id').executeTakeFirst())?.space_id === id,
      'its other id to be known',
    );
    await stage.settled();
    expect(await db.selectFrom('documents').select(['place', 'permalink', 'message_key']).execute()).toEqual([
      {
        place: id,
        permalink: expect.stringContaining(`/archives/${id}/p`),
        message_key: expect.stringMatching(new RegExp(`^${id}/[0-9.]+$`)),
      },
    ]);
    await amira.types('/cop docs list', { in: space });
    await amira.sees(/Leg ulcers/);
    await amira.types('/cop edit', { in: space }); // the cards in it are drawn anew
    await amira.presses('Name and statement');
    await amira.form();
    await amira.submits({ 'What do you care about?': 'Wounds that heal' });
    await amira.sees(/Wounds that heal/, { in: space });
    await amira.posts(space, '', [{ name: 'Protocol.pdf', type: 'application/pdf', body: new Uint8Array(9) }]);
    await amira.pins(
      await amira.posts(space, 'For you', [{ name: 'Audit.pdf', type: 'application/pdf', body: new Uint8Array(9) }]),
    );
    await until(async () => {
      const all = await db.selectFrom('documents').select('title').execute();
      return all.some(one => one.title === 'Protocol.pdf') && all.some(one => one.title === 'Audit.pdf');
    }, 'both files to be known by their names');
    stage.playground.comesFrom?.('Carla Moreno', { id: 'T0ELSEWHERE', domain: 'elsewhere', told: 'beside-them' });
    await amira.brings('Carla Moreno', space); // nobody from there is a member
    await amira.brings('Ben Okafor', space);
    await stands('Ben', 'member member');
    await stage.away(() => amira.brings('Dev Patel', space));
    await stands('Dev', 'member member');
    await stage.settled();
    expect(amira.seesNow(sharedWords, { in: 'direct message' })).toHaveLength(1);
    expect(amira.seesNow(/can't get into|bring me back/, { in: 'direct message' })).toEqual([]);
    expect(await db.selectFrom('memberships').select('state').execute()).toHaveLength(3);
    expect(stage.person('Carla').seesNow(/./, { in: 'direct message' })).toEqual([]);
    expect((await db.selectFrom('cops').select('closed_at').executeTakeFirst())?.closed_at).toBeNull();
  },
};

export const connected: readonly Row[] = [first, another];
