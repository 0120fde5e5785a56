/** The process ends between two calls of one thing, and is started again: the rest of it is done too. */
import { afterEach, expect, it } from 'vitest';
import { type Act, life, prelude } from '../chaos/life/index.ts';
import { type Moment, type World, worldAt } from '../chaos/world.ts';
import { platformNames } from '../support/stage.ts';

let world: World | undefined;
afterEach(() => world?.stop());

const act = (name: string): Act => life.find(one => one.name === name) ?? prelude;
const play = async (it: World, ...acts: readonly Act[]) => {
  for (const one of acts) {
    await one.play(it);
    await it.settled();
  }
};

/** As it is the first time that this is so, told of a call to the platform. */
const caught = (
  it: World,
  is: (moment: string, call: { name: string; request: unknown }) => boolean,
): (() => Moment) => {
  let found: Moment | undefined;
  it.playground.watch((moment, call) => {
    if (!found && is(moment, call)) found = it.now();
  });
  return () => found ?? expect.fail('it never came to that');
};

const again = async (from: Moment): Promise<World> => {
  await world?.stop();
  world = await worldAt(from.platform, from);
  await world.settled();
  return world;
};

async function closes(it: World): Promise<void> {
  const amira = it.person('Amira');
  await amira.types('/cop tend close', { in: 'cop-wound-care' });
  await amira.form();
  await amira.submits({});
  await it.settled();
}

const putting = { slack: 'conversations.kick', discord: 'DELETE /channels/:id/permissions/:id' } as const;

it("the Facilitators' forum says what it is for, on Slack; on Discord it is made with it", async () => {
  world = await worldAt('slack');
  await play(world, prelude);
  const moment = caught(
    world,
    (when, { name, request }) =>
      when === 'before' && name === 'conversations.setTopic' && /facilitate a Community/.test(JSON.stringify(request)),
  );
  await play(world, act('start'));
  const { person } = await again(moment());
  const forum = (await person('Amira').channels()).filter(one => one.name === 'facilitators-forum');
  expect(forum).toMatchObject([{ topic: expect.stringContaining('For all who facilitate') }]);
});

it("the Facilitators' forum says what it is for, though Slack has a bad moment just as it is said", async () => {
  world = await worldAt('slack');
  await play(world, prelude);
  world.playground.injects({ on: 'conversations.setTopic', after: 1, does: { status: 503 } });
  await play(world, act('start'));
  expect(world.playground.struck()).toBe(1);
  const forum = (await world.person('Amira').channels()).filter(one => one.name === 'facilitators-forum');
  expect(forum).toMatchObject([{ topic: expect.stringContaining('For all who facilitate') }]);
});

it.each(platformNames)('who facilitates nothing more is told that they are out of the forum, on %s', async platform => {
  world = await worldAt(platform);
  await play(world, prelude, act('start'));
  await closes(world);
  const moment = caught(world, (when, { name }) => when === 'performed' && name === putting[platform]);
  await play(world, act('closed'));
  const { person } = await again(moment());
  const told = person('Amira').seesNow(/Goodbye from the Facilitators' forum/, { in: 'direct message' });
  expect(told).toHaveLength(1);
});

it('nothing is pinned in a new space that is pinned nowhere', async () => {
  world = await worldAt('slack');
  await play(world, prelude, act('start'));
  const amira = world.person('Amira');
  await amira.pins(await amira.posts('cop-wound-care', 'Our protocol https://example.org/protocol'));
  await world.settled();
  const pinned = () => world?.store.db.selectFrom('documents').select('pinned').execute();
  expect(await pinned()).toEqual([{ pinned: 1 }]);
  await closes(world);
  await play(world, act('closed'));
  await amira.types('/cop reopen', { in: 'general' });
  await amira.presses('Make a new space');
  await world.settled();
  expect(await pinned()).toEqual([{ pinned: 0 }]);
});

it.each(['before', 'performed'])(
  'who pinned something on Discord is told once what it is kept as, killed %s that',
  async when => {
    world = await worldAt('discord');
    await play(world, prelude, act('start'), act('ask in'), act('approve'));
    const moment = caught(
      world,
      (is, { name, request }) =>
        is === when && name === 'POST /channels/:id/messages' && /Kept in the library/.test(JSON.stringify(request)),
    );
    await play(world, act('pin by hand'));
    const { person } = await again(moment());
    expect(person('Ben').seesNow(/Kept in the library/, { in: 'direct message' })).toHaveLength(1);
  },
);

const drawing = { slack: 'chat.update', discord: 'POST /interactions/:id/:token/callback' } as const;

it.each(platformNames)(
  'a card whose answer was lost shows what came of it, not what was begun, on %s',
  async platform => {
    world = await worldAt(platform);
    await play(world, prelude, act('start'), act('ask in'));
    world.playground.injects({ on: drawing[platform], does: { status: 503 } });
    await act('approve').play(world);
    await world.settled();
    const failed = world.playground.traffic.filter(one => one.name === drawing[platform] && one.status === 503);
    expect(failed).toHaveLength(1);
    const card = await world.person('Amira').sees(/Ben Okafor asks to join/, { in: 'direct message' });
    expect(card.text).toMatch(/Ben Okafor is in\./);
    expect(card.buttons.map(one => one.label)).toEqual(['Say hello']);
  },
);

it.each(platformNames)(
  'a vote and a date that was taken are shown by one card, and told once, on %s',
  { timeout: 60_000 },
  async platform => {
    world = await worldAt(platform);
    await play(world, ...['start', 'ask in', 'approve', 'draft a meeting', 'offer another date', 'call it'].map(act));
    const card = { in: 'cop-wound-care', with: /heels/ };
    const voted = caught(
      world,
      (when, { name, request }) =>
        when === 'before' &&
        /^(chat.update|PATCH .channels)/.test(name) &&
        /✓ ("\},\{"type":"text","text":")?1/.test(JSON.stringify(request)),
    );
    await world.person('Amira').presses('✓ Suits me', card);
    await world.settled();
    const anew = await again(voted());
    const cards = () => anew.person('Amira').seesNow(/Which of these suit you|Nobody has said yet/, { in: card.in });
    expect(cards().map(one => /✓ 1/.test(one.text))).toEqual([true]);

    const told = caught(
      anew,
      (when, { request }) => when === 'performed' && /is settled/.test(JSON.stringify(request)),
    );
    await anew.person('Ben').presses('Take this one', card);
    await anew.settled();
    const { person } = await again(told());
    const amira = person('Amira');
    expect(amira.seesNow(/Nobody has said yet/, { in: card.in })).toHaveLength(1);
    expect(amira.seesNow(/The date of .* is settled/)).toHaveLength(1);
  },
);
