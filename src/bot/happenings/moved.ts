/** Somebody came into a space by hand, or left it: told by the platform at once, or found when it is looked at. */
import { takerMoved } from '../../commands/first-conversation/taker-moved.ts';
import { comeIn } from '../../commands/membership/come-in.ts';
import { goOut } from '../../commands/membership/go-out.ts';
import type { Cop } from '../../domain/cop.ts';
import type { PersonId, WorkspaceKey } from '../../domain/ids.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { Happening, Visitor } from '../../platform/chat-platform.ts';
import * as audit from '../../store/audit.ts';
import * as cops from '../../store/cops.ts';
import * as differences from '../../store/differences.ts';
import * as echoes from '../../store/echoes.ts';
import type { Tx } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as memberships from '../../store/memberships.ts';
import * as parked from '../../store/parked.ts';
import * as people from '../../store/people.ts';
import * as settings from '../../store/settings.ts';
import { drawHomes } from '../drawing/homes.ts';
import { inWork, type Working } from '../in-work.ts';
import { echoing } from '../outbox/effects/index.ts';
import type { Bot } from '../the-bot.ts';
import { cameToForum, leftForum } from './forum-people.ts';

export type Moved = Extract<Happening, { kind: 'joined' | 'left' }>;

export async function moved(bot: Bot, event: Moved): Promise<void> {
  const workspace = workspaceKey({ platform: event.space.platform, id: event.space.workspace });
  await bot.store.db.transaction().execute(async tx => {
    const here = await cops.bySpace(tx, workspace, event.space.id);
    if (!here) {
      await forumMoved(bot, tx, workspace, event);
      return supportMoved(bot, tx, workspace, event);
    }
    const cop = (await cops.lock(tx, here.networkId, here.id)) ?? here;
    if (await audit.isNoted(tx, cop.networkId, workspace, event.id)) return; // told again: they may have moved since
    await inWork(bot, tx, workspace, working => inSpaceMoved(working, cop, event));
  });
}

async function inSpaceMoved(working: Working, cop: Cop, event: Moved): Promise<void> {
  const { tx, now, wishes } = working;
  const { networkId: network, id, workspace } = cop;
  const whom: PersonId[] = [];
  for (const who of everybodyOf(event)) {
    const known = await people.whoIs(tx, workspace, who.id);
    const person =
      known?.person ??
      (known && event.kind === 'joined' ? await people.meet(tx, network, workspace, who, now) : undefined);
    if (!person) continue;
    if (!(await echoes.stillChanging(tx, network, id, echoing('people'), person.id))) whom.push(person.id);
    else if (event.kind === 'joined')
      for (const one of await parked.unpark(tx, network, { cop: id, admits: person.id }, now)) wishes.lanes.add(one); // who waited to be let in, and was by hand
  }
  const changed = event.kind === 'joined' ? await cameIn(working, cop, whom) : await went(working, cop, whom);
  if (changed.length === 0) return;
  await drawHomes(tx, wishes, cop, changed, now);
  const about = { kind: 'cop', id } as const;
  for (const [n, actor] of changed.entries()) {
    const press = n === 0 ? event.id : `${event.id} ${n}`;
    await audit.note(tx, network, { actor, command: `membership ${event.kind}`, about, workspace, press }, now);
  }
}

const everybodyOf = (event: Moved): readonly Visitor[] => [
  event.who,
  ...((event.kind === 'left' && event.others) || []),
];

async function cameIn(working: Working, cop: Cop, whom: readonly PersonId[]): Promise<readonly PersonId[]> {
  const changed: PersonId[] = [];
  for (const one of whom) if (await comeIn(working, cop, one)) changed.push(one);
  return changed;
}

/** So near to one another they are one thing, whoever did it. */
const momentsMs = 10 * 60_000;

/** Together with who went a moment ago, unless that was said to be right. */
async function went(working: Working, cop: Cop, whom: readonly PersonId[]): Promise<readonly PersonId[]> {
  const { tx, now } = working;
  const said = await differences.holding(tx, cop.networkId, cop.id, 'people');
  const since = Math.max(now - momentsMs, said?.settledAt ?? 0);
  const lately = await memberships.leftSince(tx, cop.networkId, cop.id, since);
  const inNow = await memberships.everybody(tx, cop.networkId, cop.id, cop.workspace);
  const gone = await goOut(working, cop, whom, inNow.length + lately.length, { people: lately, since });
  return gone.map(one => one.id);
}

/** Who comes back by hand is in it again; of others than facilitators nothing is kept. */
async function forumMoved(bot: Bot, tx: Tx, workspace: WorkspaceKey, event: Moved): Promise<void> {
  const here = await settings.byForum(tx, workspace, event.space.id);
  if (!here) return;
  const { networkId: network } = here;
  await inWork(bot, tx, workspace, async working => {
    for (const who of everybodyOf(event)) {
      const person = (await people.whoIs(tx, workspace, who.id))?.person?.id;
      if (!person) continue;
      if (event.kind === 'left') await leftForum(working, { network, workspace }, person);
      else if (await facilitating.facilitatesAny(tx, network, workspace, person))
        await cameToForum(working, { network, workspace }, person);
    }
  });
}

/** Who is in the Support Team's channel is the Support Team. */
async function supportMoved(bot: Bot, tx: Tx, workspace: WorkspaceKey, event: Moved): Promise<void> {
  const here = await settings.bySupportChannel(tx, workspace, event.space.id);
  if (!here) return;
  const { networkId: network } = here;
  await inWork(bot, tx, workspace, async ({ now, after }) => {
    for (const who of everybodyOf(event)) {
      const known = await people.whoIs(tx, workspace, who.id);
      const isIn = event.kind === 'joined';
      const person = known?.person ?? (known && isIn ? await people.meet(tx, network, workspace, who, now) : undefined);
      if (!person) continue;
      if (isIn) await settings.joinSupport(tx, network, workspace, person.id, now);
      else await settings.leaveSupport(tx, network, workspace, person.id);
      await takerMoved({ tx, network, workspace, after }, person.id);
    }
  });
}
