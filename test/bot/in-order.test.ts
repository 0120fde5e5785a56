/** What happened waits its turn: so much of it, and of what was said twice only the last. */
import { expect, it } from 'vitest';
import { inOrder } from '../../src/bot/happenings/in-order.ts';
import { takingLatest } from '../../src/bot/happenings/latest.ts';
import { sharingLooks } from '../../src/bot/happenings/look-at-pins.ts';
import { oneLook } from '../../src/bot/happenings/one-look.ts';
import { systemClock } from '../../src/jobs/clock.ts';
import type { Happening } from '../../src/platform/chat-platform.ts';
import { quietly } from '../support/stage.ts';

type Changed = Extract<Happening, { kind: 'changed' }>;

const at = (id: string) => ({ platform: 'discord', workspace: '1', id }) as const;
const changed = (id: string, name: string, more: Partial<Changed> = {}): Changed => ({
  kind: 'changed',
  id: `${id}/${name}`,
  space: at(id),
  presence: { state: 'there', name, seenBy: [] },
  ...more,
});
const out = (id: string): Happening => ({ kind: 'bot-out', id: `${id}/out`, space: at(id) });
const unread = (id: string): Happening => ({ kind: 'pins-unread', id: `${id}/pins`, space: at(id) });

function queue() {
  const lines: object[] = [];
  const taken: Happening[] = [];
  const open = Promise.withResolvers<void>();
  const inTurn = inOrder({ clock: systemClock, log: quietly(lines) });
  const take = takingLatest(sharingLooks(inTurn), async (event: Happening) => {
    await open.promise;
    taken.push(event);
  });
  const happens = (...events: Happening[]) =>
    events.map(event => take(event, 'space' in event ? `discord:${event.space.id}` : ''));
  return { happens, taken, lines, open: () => open.resolve() };
}

it('takes in how a place stands once, as it was told last, though roles by the dozen change it in a large server', async () => {
  const { happens, taken, lines, open } = queue();
  const places = Array.from({ length: 300 }, (_, n) => `${n}`);
  const all = [];
  for (let role = 0; role < 12; role++) all.push(...happens(...places.map(id => changed(id, `after ${role}`))));
  all.push(...happens(out('7'), out('999')));
  open();
  await Promise.all(all);
  expect(lines).toEqual([]);
  expect(taken.filter(one => one.kind === 'bot-out')).toHaveLength(2);
  expect(taken).toContainEqual(changed('42', 'after 11'));
  expect(taken).toHaveLength(300 + 2);
});

it('keeps apart what was so before and after something else happened there, and forgets nobody who is concerned', async () => {
  const { happens, taken, open } = queue();
  const all = happens(
    changed('1', 'first'),
    changed('1', 'second', { people: true }),
    changed('1', 'third'),
    out('1'),
    changed('1', 'fourth'),
    changed('1', 'fifth'),
  );
  open();
  await Promise.all(all);
  expect(taken).toEqual([changed('1', 'third', { people: true }), out('1'), changed('1', 'fifth')]);
});

it('lets go of how places stand, which a look finds, before it lets go of anything that nobody tells again', async () => {
  const { happens, taken, lines, open } = queue();
  const many = (n: number, from: number) => Array.from({ length: n }, (_, i) => `${from + i}`);
  const all = happens(...many(2000, 0).map(id => changed(id, 'x')), ...many(300, 5000).map(out));
  expect(lines.length).toBeGreaterThan(0);
  open();
  await Promise.all(all);
  expect(taken.filter(one => one.kind === 'bot-out')).toHaveLength(300);
  const [again] = happens(changed('1999', 'later')); // what was let go of doesn't stand in the way of what comes after
  await again;
  expect(taken.at(-1)).toEqual(changed('1999', 'later'));
});

it('looks at pins again where a look was let go of', async () => {
  const { happens, taken, open } = queue();
  const all = happens(...Array.from({ length: 1200 }, (_, n) => out(`${n}`)), unread('x'));
  open();
  await Promise.all(all);
  expect(taken.some(one => one.kind === 'pins-unread')).toBe(false);
  await Promise.all(happens(unread('x')));
  expect(taken.at(-1)).toEqual(unread('x'));
});

it('looks at every space again where a look was let go of', async () => {
  const open = Promise.withResolvers<void>();
  const inTurn = inOrder({ clock: systemClock, log: quietly([]) });
  let looks = 0;
  const look = oneLook(inTurn, async () => void looks++);
  const all = Array.from({ length: 1000 }, (_, n) => inTurn(`${n}`, 'left', () => open.promise));
  await look('discord', 'an hour');
  open.resolve();
  await Promise.all(all);
  expect(looks).toBe(0);
  await look('discord', 'an hour');
  expect(looks).toBe(1);
});

it('keeps of how a place stands what only the one before told of it', async () => {
  const { happens, taken, open } = queue();
  const seenBy = [{ id: 'T2', elsewhere: true }] as const;
  const all = happens(
    unread('1'),
    changed('1', 'shared', { presence: { state: 'there', seenBy } as never }),
    changed('1', 'renamed', { presence: { state: 'there', name: 'renamed' } as never }),
    changed('1', 'away', { presence: { state: 'out of reach' } }),
  );
  open();
  await Promise.all(all);
  expect(taken.at(-1)).toMatchObject({ presence: { state: 'out of reach' } });
  const again = queue();
  const two = again.happens(
    unread('1'),
    changed('1', 'shared', { presence: { state: 'there', seenBy } as never }),
    changed('1', 'renamed', { presence: { state: 'there', name: 'renamed' } as never }),
  );
  again.open();
  await Promise.all(two);
  expect(again.taken.at(-1)).toMatchObject({ presence: { name: 'renamed', seenBy } });
});
