/** The bot's own tab, kept current for those who look at it: what happens to them is drawn a moment later, once for all of it. */
import type { Cop } from '../../domain/cop.ts';
import { lane, type Wish } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { StoredEffect } from '../../store/effects.ts';
import type { Tx } from '../../store/engine.ts';
import * as homes from '../../store/homes.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as memberships from '../../store/memberships.ts';
import * as nominations from '../../store/nominations.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import * as settings from '../../store/settings.ts';
import { type Wishes, wishing } from '../wishes.ts';

/** What happens within this time is one drawing. */
const soonMs = 1000;

export async function drawHomes(
  tx: Tx,
  wishes: Wishes,
  cop: Pick<Cop, 'id' | 'networkId' | 'workspace'>,
  whose: readonly PersonId[],
  now: number,
): Promise<void> {
  for (const person of await homes.toBeDrawn(tx, cop.networkId, cop.workspace, whose))
    wishing(wishes, now)(
      lane.home(person),
      { cop, wish: { kind: 'show-home', cop: cop.id, person } },
      { notBefore: now + soonMs },
    );
}

/** Whom an effect that is settled has to do with, as far as it shows in their Home. */
export async function drawHomesAfter(tx: Tx, wishes: Wishes, effect: StoredEffect, now: number): Promise<void> {
  const cop = { id: effect.copId, networkId: effect.networkId, workspace: effect.workspace };
  await drawHomes(tx, wishes, cop, [...new Set(await concerned(tx, cop, effect.wish))], now);
}

type Within = Parameters<typeof drawHomes>[2];

async function concerned(tx: Tx, cop: Within, wish: Wish): Promise<readonly PersonId[]> {
  switch (wish.kind) {
    case 'post':
      return [
        ...(typeof wish.to === 'object' || wish.to === 'space' || wish.to === 'support' ? [] : [wish.to]),
        ...(wish.to === 'support' ? await settings.supportPeople(tx, cop.networkId, cop.workspace) : []),
        ...(wish.message === 'join-request' ? await asking(tx, cop, wish) : []),
      ];
    case 'revise':
      return wish.about.kind === 'join-request'
        ? [...(await asking(tx, cop, wish)), ...(await deciding(tx, cop))]
        : asked(tx, cop, wish);
    case 'admit':
    case 'remove':
      return wish.people;
    case 'make-facilitator':
    case 'unmake-facilitator':
      return [wish.person];
    case 'open-space':
    case 'describe-space':
      return (await memberships.everybody(tx, cop.networkId, cop.id, cop.workspace)).map(one => one.id);
    default:
      return [];
  }
}

type Told = Extract<Wish, { kind: 'post' | 'revise' }>;

async function asking(tx: Tx, { networkId }: Within, { about }: Told): Promise<readonly PersonId[]> {
  if (about.kind !== 'join-request') return [];
  const found = await joinRequests.withCop(tx, networkId, about.id);
  return found ? [found.request.personId] : [];
}

/** The facilitators, and the Support Team, who may have been told that it waits. */
async function deciding(tx: Tx, { id, networkId, workspace }: Within): Promise<readonly PersonId[]> {
  const facilitators = await memberships.facilitators(tx, networkId, id, workspace);
  return [...facilitators.map(one => one.id), ...(await settings.supportPeople(tx, networkId, workspace))];
}

async function asked(tx: Tx, { networkId }: Within, { about }: Told): Promise<readonly PersonId[]> {
  if (about.kind === 'role-suggestion') {
    const found = await suggestions.withCop(tx, networkId, about.id);
    return found ? [found.suggestion.personId] : [];
  }
  if (about.kind !== 'nomination') return [];
  const found = await nominations.withCop(tx, networkId, about.id);
  return found ? [found.nomination.nomineeId, found.nomination.nominatorId] : [];
}
