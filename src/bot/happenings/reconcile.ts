/** What people did in the platform's own way, without asking the bot: the store is kept true to it. What the bot did itself is an echo. */

import { forum, post, reviseCopies } from '../../commands/effects.ts';
import { type Cop, closed } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId, WorkspaceKey } from '../../domain/ids.ts';
import { settledByHand } from '../../domain/join-request.ts';
import { joining } from '../../domain/membership.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { Happening, Inbox } from '../../platform/chat-platform.ts';
import * as audit from '../../store/audit.ts';
import * as cops from '../../store/cops.ts';
import * as effects from '../../store/effects.ts';
import type { Tx } from '../../store/engine.ts';
import * as homes from '../../store/homes.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as memberships from '../../store/memberships.ts';
import * as people from '../../store/people.ts';
import * as settings from '../../store/settings.ts';
import { drawHomes } from '../drawing/homes.ts';
import { leaveRoles } from '../leave-roles.ts';
import type { Dispatch } from '../press/dispatch.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes, type Wishes, wishing } from '../wishes.ts';
import { inOrder } from './in-order.ts';
import { tendingOwnWay } from './own-way.ts';
import { type Platforms, tendingLibraries } from './tend-libraries.ts';

type Moved = Extract<Happening, { kind: 'joined' | 'left' }>;
type Gone = Extract<Happening, { kind: 'closed' }>;
type Ended = Extract<Happening, { kind: 'ended' }>;
type Returned = Extract<Happening, { kind: 'returned' }>;

const placeOf = (event: Exclude<Happening, Returned | Ended>): string => {
  if (event.kind === 'allowed') return `${event.workspace.platform}:${event.workspace.id}`;
  if (event.kind === 'home-opened') return `${event.who.platform}:${event.who.id}`;
  const { platform, id } = 'space' in event ? event.space : event.message.channel;
  return `${platform}:${id}`;
};

export function reconciling(
  bot: Bot,
  dispatch: Dispatch,
  platforms: Platforms = new Map(),
  ending?: AbortSignal,
): Inbox['happened'] {
  const tend = tendingLibraries(bot, dispatch, platforms, ending);
  const ownWay = tendingOwnWay(bot);
  const inTurn = inOrder(bot, ending);
  const awaited = new Map<string, Promise<void>>();

  return async event => {
    if (event.kind === 'ended') return;
    if (event.kind === 'returned') return returned(event);
    await inTurn(placeOf(event), event.kind, () => takeIn(event));
  };

  async function takeIn(event: Exclude<Happening, Returned | Ended>): Promise<void> {
    if (event.kind === 'joined' || event.kind === 'left') await moved(event);
    else if (event.kind === 'home-opened') await homeOpened(event);
    else if (event.kind === 'closed') await spaceGone(event);
    else if (event.kind === 'bot-out' || event.kind === 'bot-in' || event.kind === 'allowed') await ownWay(event);
    else await tend(event);
  }

  /** One look at a platform at a time; who comes before it has begun shares it. */
  function returned(event: Returned): Promise<void> {
    const waits = awaited.get(event.platform);
    if (waits) return waits;
    const look = inTurn(`returned ${event.platform}`, event.kind, async () => {
      awaited.delete(event.platform);
      await ownWay.goOn({ platform: event.platform });
      return tend(event);
    });
    awaited.set(event.platform, look);
    return look;
  }

  async function homeOpened({ who }: Extract<Happening, { kind: 'home-opened' }>): Promise<void> {
    if (who.workspace === undefined) return;
    const workspace = workspaceKey({ platform: who.platform, id: who.workspace });
    await bot.store.db.transaction().execute(async tx => {
      const now = bot.clock.now();
      const known = await people.whoIs(tx, workspace, who.id);
      const network = known?.networkId ?? (await people.meetWorkspace(tx, workspace, now));
      const person = known?.person ?? (await people.meet(tx, network, workspace, who, now));
      await homes.remember(tx, network, workspace, person.id, now);
    });
  }

  /** Its channel is archived or deleted: the CoP is closed, and its facilitators hear of it. */
  async function spaceGone(event: Gone): Promise<void> {
    const workspace = workspaceKey({ platform: event.space.platform, id: event.space.workspace });
    await bot.store.db.transaction().execute(async tx => {
      const here = await cops.bySpace(tx, workspace, event.space.id);
      const cop = here && (await cops.lock(tx, here.networkId, here.id));
      if (!cop || cop.state === 'closed') return;
      const now = bot.clock.now();
      const about = { kind: 'cop', id: cop.id } as const;
      const deed = { actor: undefined, command: 'cop closed', about, workspace, press: event.id };
      if (!(await audit.note(tx, cop.networkId, deed, now))) return;
      await cops.save(tx, closed(cop, now));
      const wishes = noWishes();
      const after = wishing(wishes, now);
      for (const one of await memberships.facilitators(tx, cop.networkId, cop.id, cop.workspace))
        after(lane.person(one.id), post(cop, event.how === 'archived' ? 'cop-archived' : 'cop-deleted', one.id, about));
      await saveWishes(bot.jobs, tx, wishes, workspace);
    });
  }

  async function moved(event: Moved): Promise<void> {
    const workspace = workspaceKey({ platform: event.space.platform, id: event.space.workspace });
    await bot.store.db.transaction().execute(async tx => {
      const cop = await cops.bySpace(tx, workspace, event.space.id);
      if (!cop) return supportMoved(tx, workspace, event);
      const known = await people.whoIs(tx, workspace, event.who.id);
      if (!known) return;
      const now = bot.clock.now();
      const person =
        known.person ??
        (event.kind === 'joined' ? await people.meet(tx, cop.networkId, workspace, event.who, now) : undefined);
      if (!person || (await effects.stillMoving(tx, cop.networkId, cop.id, person.id))) return;
      const wishes = noWishes();
      const changed =
        event.kind === 'joined'
          ? await joined(tx, cop, person.id, now, wishes)
          : await left(tx, cop, person.id, now, wishes);
      if (!changed) return;
      await drawHomes(tx, wishes, cop, [person.id], now);
      const deed = {
        actor: person.id,
        command: `membership ${event.kind}`,
        about: { kind: 'cop', id: cop.id },
        workspace,
        press: event.id,
      };
      await audit.note(tx, cop.networkId, deed, now);
      await saveWishes(bot.jobs, tx, wishes, workspace);
    });
  }

  /** Who is in the Support Team's channel is the Support Team. */
  async function supportMoved(tx: Tx, workspace: WorkspaceKey, { kind, space, who }: Moved): Promise<void> {
    const here = await settings.bySupportChannel(tx, workspace, space.id);
    const known = here && (await people.whoIs(tx, workspace, who.id));
    if (!here || !known) return;
    const { networkId } = here;
    if (kind === 'left') {
      if (known.person) await settings.leaveSupport(tx, networkId, workspace, known.person.id);
      return;
    }
    const now = bot.clock.now();
    const person = known.person ?? (await people.meet(tx, networkId, workspace, who, now));
    await settings.joinSupport(tx, networkId, workspace, person.id, now);
  }

  /** Somebody brought them in by hand: they are a member, and what they had asked for is settled. */
  async function joined(
    tx: Tx,
    cop: Cop,
    person: Parameters<typeof memberships.of>[3],
    now: number,
    wishes: Wishes,
  ): Promise<boolean> {
    const before = await memberships.of(tx, cop.networkId, cop.id, person);
    if (before?.state === 'member') return false;
    const role = before && before.state !== 'left' ? before.role : 'member';
    await memberships.save(tx, {
      ...joining({ networkId: cop.networkId, copId: cop.id, personId: person }, now, role),
      state: 'member',
    });
    const request = await joinRequests.pendingOf(tx, cop.networkId, cop.id, person);
    if (request) {
      await joinRequests.save(tx, settledByHand(request, now));
      wishing(wishes, now)(
        lane.cop(cop.id),
        reviseCopies(cop, 'join-request', { kind: 'join-request', id: request.id }),
      );
    }
    for (const id of await invitations.settle(tx, cop.networkId, cop.id, [person], now))
      wishing(wishes, now)(lane.person(person), reviseCopies(cop, 'invitation', { kind: 'invitation', id }));
    return true;
  }

  /** Who leaves a CoP facilitates it no longer: perhaps they are in the forum for another. */
  async function left(tx: Tx, cop: Cop, person: PersonId, now: number, wishes: Wishes): Promise<boolean> {
    const before = await memberships.of(tx, cop.networkId, cop.id, person);
    if ((await memberships.mark(tx, cop.networkId, cop.id, [person], 'member', 'left')) === 0) return false;
    await leaveRoles(tx, cop, person, now, wishes);
    if (before?.role === 'facilitator') wishing(wishes, now)(lane.workspace(cop.workspace), forum(cop, person));
    return true;
  }
}
