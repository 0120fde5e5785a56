/** What two or three do at the same moment. Whatever comes of it must be what would have come, had one been after the other. */
import { al, amira, ivy, mo, type Village, yan } from '../../support/village.ts';
import type { Doing } from './door.ts';
import { forgets, forgetting } from './forgetting.ts';

export interface Race {
  readonly name: string;
  /** What has to be so before. */
  readonly before?: (it: Village) => Promise<unknown>;
  readonly doings: (it: Village) => readonly Doing[];
}

const together = async (it: Village): Promise<void> => {
  await it.presses(amira, 'nomination ask', { cop: it.cop, person: mo.id, way: 'with' });
  const asked = await it.store.db
    .selectFrom('nominations')
    .select('id')
    .where('way', '=', 'with')
    .executeTakeFirstOrThrow();
  await it.presses(mo, 'nomination accept', { nomination: asked.id });
};

const approves = (it: Village, who = amira): Doing => ({
  who,
  command: 'join-request approve',
  options: { request: it.request },
});
const accepts = (it: Village): Doing => ({
  who: ivy,
  command: 'invitation accept',
  options: { invitation: it.invitation },
});
const goes = (it: Village, who: Doing['who'], sure: string): Doing => ({
  who,
  command: 'membership go',
  options: { cop: it.cop, sure },
});
const starts = (who: Doing['who']): Doing => ({
  who,
  command: 'cop start',
  options: { name: 'Night Shifts', domain: 'Sleeping well' },
});

const meets = (
  it: Village,
  who: Doing['who'],
  command: string,
  more: Readonly<Record<string, string>> = {},
): Doing => ({
  who,
  command,
  options: { meeting: it.meeting, ...more },
});
const moves = (it: Village, who: Doing['who'], when: string) => meets(it, who, 'meeting move', { when, minutes: '60' });
/** Thursday or Friday; Mo has called it, and Amira could come on Friday. */
const votedFor = async (it: Village): Promise<void> => {
  const heels = { about: 'Heels', format: 'check-in', when: '2026-03-12 14:00', minutes: '60' };
  await it.presses(mo, 'meeting call', { cop: it.cop, ...heels });
  const { id } = await it.store.db
    .selectFrom('meetings')
    .select('id')
    .where('state', '=', 'drafted')
    .executeTakeFirstOrThrow();
  await it.presses(mo, 'meeting offer', { meeting: id, second: '2026-03-13 14:00' });
  await it.presses(mo, 'meeting post', { meeting: id });
  await it.presses(amira, 'meeting vote', { meeting: id, at: String(friday), says: 'yes' });
};
const wasHeld = (it: Village) =>
  it.store.db
    .updateTable('meetings')
    .set({ state: 'over', starts_at: Date.UTC(2026, 2, 2, 14) })
    .execute();
const friday = Date.UTC(2026, 2, 13, 14);
const takes = (who: Doing['who'], at: number): Doing => ({
  who,
  command: 'meeting take',
  options: { meeting: 'latest', at: String(at) },
});

export const races: readonly Race[] = [
  { name: 'two approve', before: together, doings: it => [approves(it), approves(it, mo)] },
  {
    name: 'approve and withdraw',
    doings: it => [approves(it), { who: al, command: 'join-request withdraw', options: { request: it.request } }],
  },
  {
    name: 'approve and decline',
    before: together,
    doings: it => [
      approves(it),
      { who: mo, command: 'join-request decline', options: { request: it.request, reason: 'Full' } },
    ],
  },
  { name: 'the same press with a new id', doings: it => [approves(it), approves(it)] },
  {
    name: 'invite and approve',
    before: together,
    doings: it => [{ who: amira, command: 'cop invite', options: { cop: it.cop, people: al.id } }, approves(it, mo)],
  },
  {
    name: 'accept, ask and accept',
    doings: it => [
      accepts(it),
      { who: ivy, command: 'join-request make', options: { cop: it.cop, words: 'Hello' } },
      accepts(it),
    ],
  },
  {
    name: 'accept and decline',
    doings: it => [accepts(it), { who: ivy, command: 'invitation decline', options: { invitation: it.invitation } }],
  },
  { name: 'two start the same', doings: () => [starts(amira), starts(yan)] },
  { name: 'one starts the same twice', doings: () => [starts(amira), starts(amira)] },
  {
    name: 'a hand-over taken and its giver leaving',
    before: it => it.presses(amira, 'nomination ask', { cop: it.cop, person: mo.id, way: 'instead' }),
    doings: it => [
      { who: mo, command: 'nomination accept', options: { nomination: 'latest' } },
      goes(it, amira, 'as-the-last'),
    ],
  },
  {
    name: 'close and approve',
    before: together,
    doings: it => [{ who: amira, command: 'cop close', options: { cop: it.cop } }, approves(it, mo)],
  },
  {
    name: 'its channel archived, and approve',
    doings: it => [{ who: amira, gone: 'space-1' }, approves(it)],
  },
  { name: 'forget and approve', doings: it => [forgets(al), approves(it)] },
  { name: 'forget and leave', doings: it => [forgets(mo), goes(it, mo, 'yes')] },
  {
    name: 'forget and pin',
    doings: it => [forgets(mo), { who: mo, command: 'document pin', options: { document: it.document } }],
  },
  {
    name: 'forget and be approved by who is forgotten',
    before: together,
    doings: it => [forgets(mo), approves(it, mo)],
  },
  {
    name: 'a meeting moved, and pressed',
    doings: it => [moves(it, mo, '2026-03-12 14:00'), meets(it, amira, 'meeting come'), meets(it, amira, 'meeting calendar')], // biome-ignore format: one race
  },
  {
    name: 'a meeting moved by two',
    doings: it => [moves(it, mo, '2026-03-12 14:00'), moves(it, amira, '2026-03-13 14:00')],
  },
  {
    name: 'a meeting moved and cancelled',
    before: it => it.presses(amira, 'meeting calendar', { meeting: it.meeting }),
    doings: it => [moves(it, mo, '2026-03-12 14:00'), meets(it, amira, 'meeting cancel', { sure: 'yes' })],
  },
  {
    name: 'a date taken twice, and voted for',
    before: votedFor,
    doings: () => [
      takes(mo, friday),
      takes(amira, friday - 24 * 3600_000),
      { who: mo, command: 'meeting vote', options: { meeting: 'latest', at: String(friday), says: 'yes' } },
    ],
  },
  {
    name: 'coming, and leaving the CoP',
    doings: it => [meets(it, mo, 'meeting come'), goes(it, mo, 'yes')],
  },
  {
    name: 'coming, and the CoP closed',
    doings: it => [meets(it, mo, 'meeting calendar'), { who: amira, command: 'cop close', options: { cop: it.cop } }],
  },
  {
    name: 'asking something, and forgotten',
    doings: it => [meets(it, mo, 'meeting ask', { words: 'Does a cushion help?' }), forgets(mo)],
  },
  {
    name: 'written up by two',
    before: wasHeld,
    doings: it => [
      meets(it, mo, 'meeting write', { learned: 'Offload early', promised: '@Amira asks the ward' }),
      meets(it, amira, 'meeting write', { learned: 'Offload', promised: '' }),
    ],
  },
  {
    name: 'written up, and forgotten',
    before: wasHeld,
    doings: it => [meets(it, mo, 'meeting write', { learned: 'Offload early', promised: 'Mo asks' }), forgets(mo)],
  },
  {
    name: 'a part taken, and saying no',
    doings: it => [meets(it, amira, 'meeting take-part', { part: 'write' }), meets(it, amira, 'meeting not')],
  },
  {
    name: 'a part taken by two, and the meeting moved',
    doings: it => [
      meets(it, amira, 'meeting take-part', { part: 'write' }),
      meets(it, mo, 'meeting will-write'),
      moves(it, mo, '2026-03-13 10:00'),
    ],
  },
  {
    name: 'a part taken, and leaving the CoP',
    doings: it => [meets(it, mo, 'meeting take-part', { part: 'time' }), goes(it, mo, 'yes')],
  },
  ...forgetting,
];
