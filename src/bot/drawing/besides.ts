/** What a message tells of besides its record. */
import type { Cop } from '../../domain/cop.ts';
import { rolesWith, toOffer } from '../../domain/core-role.ts';
import { type About, lane } from '../../domain/effect.ts';
import type { NetworkId, PersonId, WorkspaceKey } from '../../domain/ids.ts';
import { standing } from '../../domain/message.ts';
import { type WhoseWord, whoseWord } from '../../domain/settings.ts';
import { cardsGoneCard, cardsGoneForOthers } from '../../messages/cards-gone.ts';
import { channelLostCard, channelOpenedCard } from '../../messages/chosen-channel.ts';
import { welcomeCard } from '../../messages/cop.ts';
import { differenceCard, differenceForOthers } from '../../messages/difference.ts';
import { draftCard } from '../../messages/first-conversation.ts';
import type { WaitedFor } from '../../messages/join-request.ts';
import { who } from '../../messages/people.ts';
import { rosterBlocks } from '../../messages/role.ts';
import { standInAnsweredCard } from '../../messages/stand-in-offer.ts';
import { conversationGoneCard, supportMovedCard } from '../../messages/support-cards.ts';
import { notHeardCard } from '../../messages/support-team.ts';
import type { Card } from '../../platform/card.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as channels from '../../store/chosen-channels.ts';
import * as coreRoles from '../../store/core-roles.ts';
import type { Reader } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as meetings from '../../store/meetings.ts';
import * as memberships from '../../store/memberships.ts';
import * as networkRoles from '../../store/network-roles.ts';
import * as nominations from '../../store/nominations.ts';
import * as people from '../../store/people.ts';
import * as posts from '../../store/posts.ts';
import * as reminders from '../../store/reminders.ts';
import * as settings from '../../store/settings.ts';
import type { Drawing } from './render.ts';
import { conversation, difference, isNobodys, standIn } from './told.ts';

/** Whom its starter named instead, until they have answered. */
export async function askedToFacilitate({ reader, cop }: Drawing) {
  const [pending] = await nominations.pendingOf(reader, cop.networkId, cop.id);
  if (!pending) return undefined;
  const { nomineeId } = pending;
  return (await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [nomineeId])).get(
    nomineeId,
  );
}

export async function facilitatorsOf({ reader, cop }: Drawing) {
  const all = await facilitating.ofCop(reader, cop.networkId, cop.id, cop.workspace);
  return all.map(one => who(one, cop));
}

/** Whoever facilitates it only since then hasn't been reminded of a request as often as it has waited. */
export async function waitedFor(drawing: Drawing<Extract<About, { kind: 'join-request' }>>): Promise<WaitedFor> {
  const { reader, cop, about } = drawing;
  const all = await facilitating.ofCop(reader, cop.networkId, cop.id, cop.workspace);
  const had = await reminders.ofRequest(reader, cop.networkId, about.id);
  const twice = all.filter(({ id }) => had.filter(one => one.reader === id).length >= 2);
  return {
    facilitators: all.map(one => who(one, cop)),
    reminded: twice.map(one => who(one, cop)),
    unreached: await isNobodys(drawing),
    isEmpty:
      all.length === 0 && (await memberships.everybody(reader, cop.networkId, cop.id, cop.workspace)).length === 0,
  };
}

export async function sharedBy({ reader, cop, shared }: Drawing) {
  if (!shared) return undefined;
  const known = await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [shared.by]);
  const sharer = known.get(shared.by);
  return sharer && { ...who(sharer, cop), words: shared.words };
}

/** What its reader asked before they decide has been answered. */
export const hasAnswer = async ({ reader, cop, about, addressee }: Drawing): Promise<boolean> =>
  addressee !== undefined &&
  (await posts.copyTo(reader, cop.networkId, 'join-request-talk', about, lane.person(addressee))) !== undefined;

/** Whose word a CoP of that place waits for. */
export const waitsFor = async ({ reader, cop }: Drawing): Promise<WhoseWord> =>
  whoseWord(await settings.of(reader, cop.networkId, cop.workspace));

/** Which of the channels that an administrator chose is lost, or open to others. */
export const chosenChannels = {
  'support-lost': (drawing: Drawing) => chosenChannel('support', channelLostCard, channels.lost.isSo, drawing),
  'forum-lost': (drawing: Drawing) => chosenChannel('forum', channelLostCard, channels.lost.isSo, drawing),
  'support-opened': (drawing: Drawing) => chosenChannel('support', channelOpenedCard, channels.opened.by, drawing),
  'forum-opened': (drawing: Drawing) => chosenChannel('forum', channelOpenedCard, channels.opened.by, drawing),
};

async function chosenChannel<T>(
  which: 'support' | 'forum',
  card: (which: 'support' | 'forum', stands: T) => Card,
  asked: (reader: Reader, network: NetworkId, workspace: WorkspaceKey, channel: string | undefined) => Promise<T>,
  { reader, cop: { networkId, workspace } }: Drawing,
): Promise<Card> {
  const { supportChannel, forumChannel } = await settings.of(reader, networkId, workspace);
  return card(which, await asked(reader, networkId, workspace, which === 'support' ? supportChannel : forumChannel));
}

/** Who facilitates it, who carries which role, and when it meets next. */
export async function welcome(drawing: Drawing): Promise<Card> {
  const { reader, cop } = drawing;
  const next = await meetings.next(reader, cop.networkId, cop.id);
  return welcomeCard(cop, await facilitatorsOf(drawing), await roster(drawing), next?.startsAt);
}

/** Who carries which role, and which are open. */
async function roster({ reader, cop, now }: Drawing) {
  const carrying = await coreRoles.ofCop(reader, cop.networkId, cop.id, cop.workspace);
  const roles = rolesWith(await networkRoles.all(reader, cop.networkId));
  const carried = carrying.map(one => one.carried);
  return rosterBlocks(cop, roles, carrying, toOffer(cop, carried, now));
}

/** What of a space's own cards was deleted, as it is now. */
export async function cardsGone(drawing: Drawing): Promise<Card> {
  const { bot, reader, cop, language } = drawing;
  const there = await posts.standing(reader, cop.networkId, standing, { kind: 'cop', id: cop.id });
  const missing = standing.filter(one => !there.has(one));
  if (missing.length > 0 && !(await decides(drawing))) return cardsGoneForOthers(cop);
  return cardsGoneCard(cop, missing, bot.guides[language]);
}

/** With what can be said to it for who may: those who facilitate, the Support Team, and a facilitator who is out themselves. */
export async function isItRight(drawing: Drawing<Extract<About, { kind: 'difference' }>>): Promise<Card> {
  const view = await difference(drawing);
  const { kind, people, settledAt } = view.difference;
  const isOut = kind === 'people' && people.some(one => one.id === drawing.addressee);
  const isOpen = settledAt === undefined && view.cop.state !== 'closed';
  if (isOpen && !isOut && !(await decides(drawing))) return differenceForOthers(view);
  return differenceCard(view);
}

/** Whether the card of a conversation that was deleted stands again. */
export async function conversationGone(
  drawing: Drawing<Extract<About, { kind: 'first-conversation' }>>,
): Promise<Card> {
  const { reader, cop, about } = drawing;
  const copies = await posts.copiesOf(reader, cop.networkId, 'first-conversation', about);
  return conversationGoneCard(await conversation(drawing), copies.length > 0);
}

/** With the button for whoever facilitates alone. */
export async function draftFor(drawing: Drawing<Extract<About, { kind: 'first-conversation' }>>): Promise<Card> {
  const view = await conversation(drawing);
  const asked = drawing.addressee === view.conversation.personId;
  return draftCard(view, { decides: await decides(drawing), asked });
}

/** Whoever asked, unless it was for somebody else. */
export async function conversationNotHeard(
  drawing: Drawing<Extract<About, { kind: 'first-conversation' }>>,
): Promise<Card> {
  return notHeardCard(await conversation(drawing), drawing.whom ? await whom(drawing) : undefined);
}

export async function supportMoved({ reader, cop, effect: { wish } }: Drawing): Promise<Card> {
  const { supportChannel } = await settings.of(reader, cop.networkId, cop.workspace);
  if (supportChannel === undefined) return supportMovedCard('nowhere');
  const isHere = wish.kind === 'revise' && wish.only?.channel === supportChannel;
  return supportMovedCard(isHere ? 'here' : 'elsewhere');
}

/** Whether its reader is still one of those who decide. */
export async function decides({ reader, cop, addressee }: Drawing): Promise<boolean> {
  return addressee === undefined || decidesIn(reader, cop, addressee);
}

export async function decidesIn(reader: Reader, cop: Cop, person: PersonId): Promise<boolean> {
  const they = await memberships.of(reader, cop.networkId, cop.id, person);
  return they?.role === 'facilitator' && they.state !== 'left';
}

/** What who offered to look after a CoP is told: whether the Support Team decides by now, and an administrator has the question too. */
export async function offerAnswered(drawing: Drawing<Extract<About, { kind: 'stand-in' }>>): Promise<Card> {
  const { reader, cop, about, now } = drawing;
  const view = await standIn(drawing);
  const { supportChannel } = await settings.of(reader, cop.networkId, cop.workspace);
  const { deciderId: admin } = view.standIn;
  const asked = admin && (await posts.copyTo(reader, cop.networkId, 'stand-in', about, lane.person(admin)));
  return standInAnsweredCard(view, { support: supportChannel !== undefined, admin: asked !== undefined, now });
}

/** Whom it tells of besides its record. */
export async function whom({ reader, cop, whom: id }: Drawing) {
  if (id === undefined) throw new PlatformError('gone', 'nobody');
  const known = await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [id]);
  const person = known.get(id);
  if (!person) throw new PlatformError('gone', 'nobody');
  return who(person, cop);
}
