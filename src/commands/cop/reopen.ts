import { type Cop, freeName, reopened } from '../../domain/cop.ts';
import { offeredFrom } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import type { EffectId } from '../../domain/ids.ts';
import type { JoinRequest } from '../../domain/join-request.ts';
import { settlesAfterMs } from '../../domain/newcomer.ts';
import * as cops from '../../store/cops.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as lapsedRequests from '../../store/lapsed-requests.ts';
import * as endings from '../../store/meeting-endings.ts';
import * as memberships from '../../store/memberships.ts';
import * as spaceEffects from '../../store/space-effects.ts';
import type { Scope } from '../command.ts';
import { describeSpace, forum, post, reviseCopies } from '../effects.ts';
import { retellSupport } from '../first-conversation/retell.ts';
import { drawCard, saidBeforeFollows, saidBelow } from '../meeting/card.ts';
import { settlesFrom } from '../newcomer/settles-in.ts';
import { askAfterTrials } from '../nomination/trial.ts';
import { offerFromMonthThree } from '../role/offers-begin.ts';
import { needFacilitator } from './need-facilitator.ts';

/**
 * Its space is back, and the bot in it: it lives on as it was. What was settled when it was closed stays so, and is said: in the space,
 * to the facilitators, and to those who had asked in.
 */
export async function reopen(working: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>, cop: Cop): Promise<void> {
  const { tx, now, after } = working;
  const { networkId: network, id } = cop;
  const isTaken = async (name: string) => (await cops.byName(tx, network, name)) !== undefined;
  const lapsed = await lapsedRequests.whenClosedAt(tx, network, id, cop.closedAt ?? 0);
  const open = reopened(cop, await freeName(cop.name, isTaken));
  await cops.save(tx, open);
  const about = { kind: 'cop', id } as const;
  after(lane.name(id), describeSpace(open));
  after(lane.cop(id), post(open, 'cop-reopened', 'space', about));
  after(lane.cop(id), reviseCopies(open, 'cop-welcome', about));
  after(lane.cop(id), reviseCopies(open, 'cop-closing', about));
  after(lane.cop(id), reviseCopies(open, 'cop-rests', about));
  after(lane.workspace(open.workspace), reviseCopies(open, 'closing-waits', about));
  for (const one of await endings.endedAt(tx, network, id, cop.closedAt ?? 0)) {
    await drawCard(working, open, one);
    await saidBeforeFollows(working, open, one, saidBelow);
  }
  await spaceEffects.takeOutNow(tx, network, id);
  if (offeredFrom(open) > now) await offerFromMonthThree(tx, open);
  await liveOn(working, open, { ...cop, lapsed });
  await needFacilitator(working, open);
}

/** What time would have brought: it was closed meanwhile, and clocks of a closed CoP stand still for good. */
async function goOnCounting(
  { tx, now }: Pick<Scope<unknown>, 'tx' | 'now'>,
  open: Cop,
  closedAt: number,
): Promise<void> {
  const { networkId: network, id } = open;
  await askAfterTrials(tx, open, closedAt);
  for (const { id: person, since } of await memberships.cameSince(tx, network, id, now - settlesAfterMs))
    await settlesFrom(tx, open, person, since);
}

const none = { needs: [], follows: [] };

/** What follows wherever it lives on: whoever facilitates it, and whoever had asked in, hears of it; `needs`: once its space is there; `follows`: and they were brought in, or can't be just now; `lapsed`: by its closing, which was at `closedAt`. */
export async function liveOn(
  working: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>,
  open: Cop,
  { closedAt = 0, lapsed }: Pick<Cop, 'closedAt'> & { readonly lapsed: readonly JoinRequest[] },
  { needs, follows }: { readonly needs: readonly EffectId[]; readonly follows: readonly EffectId[] } = none,
): Promise<void> {
  const { tx, after } = working;
  const { networkId: network, id, workspace } = open;
  for (const one of await facilitating.ofCop(tx, network, id, workspace)) {
    after(lane.workspace(workspace), forum(open, one.id), { needs });
    after(lane.person(one.id), post(open, 'cop-lives-on', one.id, { kind: 'cop', id }), { needs, follows });
  }
  await goOnCounting(working, open, closedAt);
  retellSupport(working, open);
  for (const message of ['cop-invitation', 'cop-goes'] as const)
    after(lane.workspace(workspace), reviseCopies(open, message, { kind: 'cop', id }));
  for (const one of lapsed)
    after(lane.person(one.personId), reviseCopies(open, 'join-request-lapsed', { kind: 'join-request', id: one.id }), {
      needs,
    });
}
