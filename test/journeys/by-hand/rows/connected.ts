/** A channel that other organisations come into, by Slack Connect. */
import { expect } from 'vitest';
import { type Row, space } from '../walk.ts';

export const connected: Row = {
  what: 'a space is shared with another organisation',
  skips: {
    discord: "Discord's channels are of one server",
    slack: { 'after an absence': 'Slack tells of the other id once; later it looks like being put out' },
  },
  async byHand({ amira, stage, until }) {
    await amira.pins(await amira.posts(space, 'Leg ulcers: what helps'));
    const kept = () => stage.store.db.selectFrom('documents').select('id').execute();
    await until(async () => (await kept()).length === 1, 'the pin to be kept');
    stage.playground.connects?.(space);
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
    expect(amira.seesNow(/can't get into|bring me back/, { in: 'direct message' })).toEqual([]);
    expect(await db.selectFrom('memberships').select('state').execute()).toHaveLength(3);
    expect(stage.person('Carla').seesNow(/./, { in: 'direct message' })).toEqual([]);
    expect((await db.selectFrom('cops').select('closed_at').executeTakeFirst())?.closed_at).toBeNull();
  },
};
