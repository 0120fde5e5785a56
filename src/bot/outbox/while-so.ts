/** What is told for as long as it is so: whoever could not be told by then, and never heard of it, doesn't hear that it is over. */
import { isStillSo, type ToldOfChosen } from '../../commands/settings/lost-not-told.ts';
import { underWay } from '../../domain/closing.ts';
import type { About } from '../../domain/effect.ts';
import type { JoinRequestId } from '../../domain/ids.ts';
import type { MessageName } from '../../domain/message.ts';
import { standing } from '../../domain/message.ts';
import * as closings from '../../store/closings.ts';
import * as requests from '../../store/join-requests.ts';
import * as posts from '../../store/posts.ts';
import * as told from '../../store/told.ts';
import * as unreached from '../../store/unreached.ts';
import type { Stage, WishOf } from './doing.ts';

const ofChosen =
  (which: ToldOfChosen) =>
  ({ bot, cop }: Stage): Promise<boolean> =>
    isStillSo(bot.store.db, cop, which);

const isLookedFor = async ({ cop }: Stage): Promise<boolean> =>
  cop.state === 'open' && cop.unattendedSince !== undefined;

const isToBeClosed = async ({ bot, cop }: Stage): Promise<boolean> =>
  cop.state === 'open' && underWay(await closings.of(bot.store.db, cop.networkId, cop.id));

const areGone = async ({ bot, cop }: Stage): Promise<boolean> => {
  const there = await posts.standing(bot.store.db, cop.networkId, standing, { kind: 'cop', id: cop.id });
  return standing.some(one => !there.has(one));
};

/** Nobody who could answer knows of it. */
const waitsForSomebody = async ({ bot, cop }: Stage, { id }: About): Promise<boolean> => {
  const { db } = bot.store;
  const found = await requests.withCop(db, cop.networkId, id as JoinRequestId);
  if (found?.request.state !== 'pending') return false;
  return found.cop.unattendedSince !== undefined || unreached.isNobodys(db, cop.networkId, cop.id, found.request.id);
};

const isSo: { readonly [M in MessageName]?: (stage: Stage, about: About) => Promise<boolean> } = {
  'support-lost': ofChosen('support-lost'),
  'forum-lost': ofChosen('forum-lost'),
  'support-opened': ofChosen('support-opened'),
  'forum-opened': ofChosen('forum-opened'),
  'needs-facilitator': isLookedFor,
  'who-looks-after-it': isLookedFor,
  'starter-asked': isLookedFor,
  'cop-closing': isToBeClosed,
  'cards-gone': areGone,
  'join-request-unreached': waitsForSomebody,
};

/** Once it was over and is so again, a later one tells it: of two that waited, both would. */
export async function isOver(stage: Stage, { message, about }: WishOf<'post'>): Promise<boolean> {
  const stillSo = isSo[message];
  if (!stillSo) return false;
  const { bot, cop, effect } = stage;
  return !(await stillSo(stage, about)) || told.isToldLater(bot.store.db, cop.networkId, effect, message, about);
}
