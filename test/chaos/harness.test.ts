/** What harms the bot for the count must itself be sound: it waits for what is late, hears a process that dies, and draws the same chances again. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startCop } from '../support/scenes.ts';
import { platformNames } from '../support/stage.ts';
import { castOf } from './crashes.ts';
import { knownAmong } from './known.ts';
import { difference } from './look.ts';
import { onPostgres } from './on-postgres.ts';
import { partNames, parts } from './parts.ts';
import { neighbour } from './races/door.ts';
import { type Line, wrongOf } from './report.ts';
import { seeded } from './seeded.ts';
import { inProcesses, sharesOf } from './shares.ts';
import { worldAt } from './world.ts';

it('what only lets time pass lets no more of it pass where it is played again, since nothing was seen of it yet', async () => {
  const world = await worldAt('slack');
  try {
    const cast = castOf(world, world.time());
    cast.goesOn(3);
    const then = world.time();
    cast.goesOn(3);
    expect(world.time() - then).toBeLessThan(60_000);
    castOf(world, world.time()).goesOn(3);
    expect(world.time() - then).toBeGreaterThan(2 * 24 * 3600_000);
  } finally {
    await world.stop();
  }
}, 60_000);

describe.each(platformNames)('on %s', platform => {
  it('nothing has settled while an event is late, or a call is not answered', async () => {
    const world = await worldAt(platform);
    try {
      await startCop(world.person('Amira'));
      await world.settled();
      const members = async () =>
        (await world.store.db.selectFrom('memberships').select('state').where('state', '=', 'member').execute()).length;
      expect(await members()).toBe(1);
      world.playground.carries(() => 400);
      const brings = platform === 'slack' ? world.person('Amira') : world.person('Joan');
      await brings.brings('Ben Okafor', 'cop-wound-care');
      expect(world.playground.underWay()).toBeGreaterThan(0);
      await world.settled();
      expect(await members()).toBe(2);
      expect(world.playground.struck()).toBe(0);
    } finally {
      await world.stop();
    }
  }, 60_000);
});

it('on PostgreSQL a world begins where another was, with what the dead process had in hand', async context => {
  const ground = await onPostgres();
  if ('skip' in ground) return context.skip(ground.skip);
  try {
    const first = await worldAt('slack', undefined, { ground, patienceMs: 45_000 }); // a server begun a moment ago, on a busy machine
    await startCop(first.person('Amira'));
    await first.settled();
    const [before, moment] = [await first.look(), first.now()];
    await first.stop();
    const second = await worldAt('slack', moment, { ground });
    await second.settled();
    expect(difference(before, await second.look())).toEqual([]);
    expect(before.length).toBeGreaterThan(20);
    await second.stop();
  } finally {
    await ground.stop();
  }
}, 90_000);

it('all that is asked for is in one share or another, once', () => {
  const asked = { engines: ['sqlite', 'postgres'], platforms: platformNames } as const;
  const shares = sharesOf(parts, { ...asked, only: partNames, seed: 1, short: true, acts: [], most: 1, many: 1 });
  const each = shares.flatMap(({ names, engines, platforms }) =>
    names.flatMap(name => engines.flatMap(engine => platforms.map(platform => `${name}, ${engine}, ${platform}`))),
  );
  const all = partNames.flatMap(name =>
    asked.engines.flatMap(engine => platformNames.map(platform => `${name}, ${engine}, ${platform}`)),
  );
  expect(each.toSorted()).toEqual(all.toSorted());
});

it('a share whose process fails is no share that went well, and keeps no other from being run', async () => {
  const told: Line[] = [];
  const stopped = sharesOf(parts, {
    engines: ['sqlite'],
    platforms: ['slack'],
    only: ['stopped'],
    seed: 1,
    short: true,
    acts: [],
    most: 1,
    many: 1,
  });
  const program = path.join(import.meta.dirname, 'chaos.ts');
  await inProcesses(program, stopped, ['--seed=1'], line => void told.push(line));
  expect(told).toEqual([]); // on SQLite nothing stands still
  await inProcesses(program, [...stopped, ...stopped], ['--seed=one'], line => void told.push(line));
  expect(told.map(({ run, wrong }) => [run, wrong.map(one => one.what)])).toEqual(
    told.map(() => [1, [expect.stringMatching(/--only=stopped .*could not be played to its end/)]]),
  );
  expect(told).toHaveLength(2);
}, 60_000);

it('a case that can not be played to its end is one that went wrong, and those after it are played', async () => {
  const played: number[] = [];
  const wrong = await wrongOf([1, 2, 3], async one => {
    if (one === 2) throw new Error('the bot was never connected');
    played.push(one);
    return undefined;
  });
  expect(played.toSorted()).toEqual([1, 3]);
  expect(wrong).toEqual([
    {
      what: 'number 2 of 3 could not be played to its end',
      differs: expect.arrayContaining(['Error: the bot was never connected']),
    },
  ]);
});

it('a process beside this one that dies is heard, by who waits and by who comes later', async () => {
  const one = neighbour();
  const asked = one.opens('postgres://nobody@127.0.0.1:1/none');
  one.end();
  await expect(asked).rejects.toThrow(/has ended by itself: SIGKILL/);
  await expect(one.opens('')).rejects.toThrow(/has ended by itself/);
}, 30_000);

it('chance of a call is its own: whatever else is drawn, and in whichever order', () => {
  const draw = (...calls: string[]) => {
    const chance = seeded(7);
    const drawn = new Map(calls.map(call => [call, chance.of(call).next()]));
    return ['a', 'b'].map(call => drawn.get(call));
  };
  expect(draw('a', 'b')).toEqual(draw('c', 'b', 'a'));
  expect(draw('a', 'b')[0]).not.toBe(draw('a', 'b')[1]);
  expect(seeded(8).of('a').next()).not.toBe(seeded(7).of('a').next());
});

it('what is the same but for a handle, in the line that notifications show, is counted apart', () => {
  const message = (text: string, blocks = '[]') =>
    `message in ‹#general› by ‹CoP Bot› {"text":"${text}","blocks":${blocks}}`;
  const apart = (expected: string, found: string, blocks?: string) =>
    knownAmong([`- ${message(expected)}`, '+ persons {}', `+ ${message(found, blocks)}`]);
  const asks = 'Ben Okafor asks to join Wound Care (a "pilot").'.replaceAll('"', '\\"');
  expect(apart(asks, asks.replace('Ben Okafor', 'ben.okafor'))).toEqual({
    wrong: ['+ persons {}'],
    seen: ['a notification calls somebody by their handle'],
  });
  expect(apart('Please welcome Ada ‹it›.', 'Please welcome Somebody.').wrong).toHaveLength(1);
  expect(apart(asks, asks.replace('Ben Okafor', 'Dev Patel')).wrong).toHaveLength(3);
  expect(apart(asks, asks.replace('Ben Okafor', 'ben.okafor'), '[1]').wrong).toHaveLength(3);
});
