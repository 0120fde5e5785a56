/** Who is in a space, held against who is in the store; also in one that is closed, where it still stands: who is out of it is to read nothing of its library. */
import { holdAgainst } from '../../commands/difference/find.ts';
import { makeFacilitator, makeMember } from '../../commands/effects.ts';
import { comeIn } from '../../commands/membership/come-in.ts';
import { goOut } from '../../commands/membership/go-out.ts';
import type { Cop } from '../../domain/cop.ts';
import type { WasIn } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { NotedName } from '../../domain/noted.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import type { Inhabitant } from '../../platform/chat-platform.ts';
import * as audit from '../../store/audit.ts';
import * as cops from '../../store/cops.ts';
import * as differences from '../../store/differences.ts';
import * as echoes from '../../store/echoes.ts';
import type { Tx } from '../../store/engine.ts';
import { newId } from '../../store/ids.ts';
import * as lacks from '../../store/lacks.ts';
import * as memberships from '../../store/memberships.ts';
import * as people from '../../store/people.ts';
import { spaceHere } from '../addresses.ts';
import { drawHomes } from '../drawing/homes.ts';
import { inWork } from '../in-work.ts';
import { echoing } from '../outbox/effects/index.ts';
import type { Bot } from '../the-bot.ts';
import type { Platforms } from './tend-libraries.ts';

const givingRights = ['open-space', 'make-facilitator', 'unmake-facilitator'] as const;

/** Against what is believed. */
interface Found {
  readonly out: readonly PersonId[];
  readonly came: readonly Inhabitant[];
  readonly moving: ReadonlySet<PersonId>;
  readonly of: number;
}

/**
 * Whom the bot itself is moving is left alone, and so is who moved while the list was on its way: only who was in before it was asked
 * for and is still in, can be out by it.
 */
export function comparingMembers(bot: Bot, platforms: Platforms): (cop: Cop) => Promise<void> {
  const { db } = bot.store;

  return async cop => {
    const platform = platforms.get(workspaceOf(cop.workspace).platform);
    const before = await memberships.standing(db, cop.networkId, cop.id, cop.workspace);
    const moving = await echoes.moving(db, cop.networkId, cop.id, echoing('people'));
    const asked = bot.clock.now();
    const believed = new Set(before.filter(isBelieved).map(one => one.accountId));
    const lacking = new Map(before.flatMap(one => (one.lacking ? [[one.accountId, one.lacking]] : [])));
    const there = await platform?.members(spaceHere(cop), believed, undefined, lacking);
    if (!there || moving === 'everybody') return;
    const accounts = new Map(there.map(one => [one.id, one]));
    const out = before.filter(one => one.state === 'member' && !accounts.has(one.accountId)).map(one => one.id);
    const inBefore = new Set(before.filter(one => one.state !== 'left').map(one => one.accountId));
    const came = there.filter(one => !inBefore.has(one.id));
    const here = before.filter(one => one.state === 'member' && accounts.has(one.accountId));
    const isOpen = cop.state === 'open'; // in one that is closed nobody tends anything
    const weaker = here
      .filter(one => isOpen && one.role === 'facilitator' && accounts.get(one.accountId)?.tends === false)
      .map(({ id, role }) => ({ id, role }));
    const wasWeaker = isOpen && (await differences.holding(db, cop.networkId, cop.id, 'rights'));
    if (out.length > 0 || came.length > 0)
      await db.transaction().execute(tx => takeIn(bot, tx, cop, { out, came, moving, of: inBefore.size }));
    if (weaker.length > 0 || wasWeaker) await db.transaction().execute(tx => rightsOf(bot, tx, cop, weaker, asked));
    const owed = here.filter(one => accounts.get(one.accountId)?.owed?.includes(one.role));
    if (isOpen && owed.length > 0) await db.transaction().execute(tx => giveOwed(bot, tx, cop, owed));
    for (const { id, accountId, lacking: known } of here) {
      const left = accounts.get(accountId)?.lacking;
      if (known !== undefined && known !== left)
        await db.transaction().execute(tx => lacks.seen(tx, cop.networkId, cop.id, id, { before: known, left }));
    }
    for (const { id, name, accountId } of here) {
      const called = accounts.get(accountId)?.name;
      if (called && called !== name)
        await db.transaction().execute(tx => people.renamed(tx, cop.networkId, id, called));
    }
  };
}

/** Of who has no name the platform didn't tell when they came: they may be another app. */
const isBelieved = ({ state, role, name }: { state: string; role: string; name: string }): boolean =>
  state === 'member' && role === 'member' && name !== '';

/** Whom the bot itself is still giving or taking them, or did while the list was on its way, isn't compared. */
async function rightsOf(
  bot: Bot,
  tx: Tx,
  { networkId, id }: Cop,
  weaker: readonly WasIn[],
  asked: number,
): Promise<void> {
  const cop = await cops.lock(tx, networkId, id);
  if (cop?.state !== 'open' || (await echoes.stillChanging(tx, networkId, id, givingRights))) return;
  if (await echoes.changedSince(tx, networkId, id, givingRights, asked)) return;
  const found = { kind: 'rights', people: weaker, seenBy: [] } as const;
  await inWork(bot, tx, cop.workspace, working => holdAgainst(working, cop, found));
}

/** The bot itself lacked it when they came in: nobody took it from them, and nobody is asked. */
async function giveOwed(bot: Bot, tx: Tx, { networkId, id }: Cop, owed: readonly WasIn[]): Promise<void> {
  const cop = await cops.lock(tx, networkId, id);
  if (cop?.state !== 'open') return;
  await inWork(bot, tx, cop.workspace, async ({ after }) => {
    for (const { id: person, role } of owed)
      if (!(await echoes.stillChanging(tx, networkId, id, ['make-member', ...givingRights], person)))
        after(lane.cop(id), role === 'facilitator' ? makeFacilitator(cop, person) : makeMember(cop, person));
  });
}

/** Not where it was closed, or opened again, since the list was asked for. */
async function takeIn(
  bot: Bot,
  tx: Tx,
  { networkId, id, state }: Cop,
  { out, came, moving, of }: Found,
): Promise<void> {
  const cop = await cops.lock(tx, networkId, id);
  const still = await echoes.moving(tx, networkId, id, echoing('people'));
  if (cop?.state !== state || still === 'everybody') return;
  const byHand = (person: PersonId) => !moving.has(person) && !still.has(person);

  await inWork(bot, tx, cop.workspace, async working => {
    const { now, wishes } = working;
    const arrived: PersonId[] = [];
    for (const one of came) {
      const person = await personOf(tx, cop, one, now);
      if (byHand(person) && (await comeIn(working, cop, person))) arrived.push(person);
    }
    const gone = await goOut(working, cop, out.filter(byHand), of);

    const left = gone.map(one => one.id);
    await drawHomes(tx, wishes, cop, [...arrived, ...left], now);
    await note(tx, cop, 'membership joined', arrived, now);
    await note(tx, cop, 'membership left', left, now);
  });
}

async function personOf(tx: Tx, cop: Cop, one: Inhabitant, now: number): Promise<PersonId> {
  const known = await people.whoIs(tx, cop.workspace, one.id);
  return (known?.person ?? (await people.meet(tx, cop.networkId, cop.workspace, one, now))).id;
}

async function note(tx: Tx, cop: Cop, command: NotedName, whom: readonly PersonId[], now: number): Promise<void> {
  const about = { kind: 'cop', id: cop.id } as const;
  for (const actor of whom) {
    const press = `found ${newId<string>(now)}`;
    await audit.note(tx, cop.networkId, { actor, command, about, workspace: cop.workspace, press }, now);
  }
}
