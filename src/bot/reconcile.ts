/** What people did in the platform's own way, without asking the bot: the store is kept true to it. What the bot did itself is an echo. */

import { reviseCopies } from '../commands/effects.ts';
import type { Cop } from '../domain/cop.ts';
import { lane } from '../domain/effect.ts';
import { settledByHand } from '../domain/join-request.ts';
import { joining } from '../domain/membership.ts';
import type { Happening, Inbox } from '../platform/chat-platform.ts';
import * as audit from '../store/audit.ts';
import * as cops from '../store/cops.ts';
import * as effects from '../store/effects.ts';
import type { Tx } from '../store/engine.ts';
import * as joinRequests from '../store/join-requests.ts';
import * as memberships from '../store/memberships.ts';
import * as people from '../store/people.ts';
import type { Dispatch } from './dispatch.ts';
import { noWishes, saveWishes, type Wishes, wishing } from './scope.ts';
import type { Bot } from './shared.ts';
import { type Platforms, tendingLibraries } from './tend-libraries.ts';

type Moved = Extract<Happening, { kind: 'joined' | 'left' }>;

export function reconciling(
  bot: Bot,
  dispatch: Dispatch,
  platforms: Platforms = new Map(),
  ending?: AbortSignal,
): Inbox['happened'] {
  const tend = tendingLibraries(bot, dispatch, platforms, ending);
  return async event => {
    try {
      if (event.kind === 'joined' || event.kind === 'left') await moved(event);
      else await tend(event);
    } catch (error) {
      bot.log.error({ err: error, happened: event.kind }, 'what happened could not be taken in');
    }
  };

  async function moved(event: Moved): Promise<void> {
    const workspace = people.workspaceKey({ platform: event.space.platform, id: event.space.workspace });
    await bot.store.db.transaction().execute(async tx => {
      const cop = await cops.bySpace(tx, workspace, event.space.id);
      const known = cop && (await people.whoIs(tx, workspace, event.who.id));
      if (!cop || !known) return;
      const now = bot.clock.now();
      const person =
        known.person ??
        (event.kind === 'joined' ? await people.meet(tx, cop.networkId, workspace, event.who, now) : undefined);
      if (!person || (await effects.stillMoving(tx, cop.networkId, cop.id, person.id))) return;
      const wishes = noWishes();
      const changed =
        event.kind === 'joined' ? await joined(tx, cop, person.id, now, wishes) : await left(tx, cop, person.id);
      if (!changed) return;
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
    return true;
  }

  async function left(tx: Tx, cop: Cop, person: Parameters<typeof memberships.of>[3]): Promise<boolean> {
    return (await memberships.mark(tx, cop.networkId, cop.id, [person], 'member', 'left')) > 0;
  }
}
