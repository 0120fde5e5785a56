/** Draws a named message from the rows as they are now. One line a message: what it is about, and the words for it. */

import { lookedFor } from '../../commands/stand-in/looked-for.ts';
import type { Cop } from '../../domain/cop.ts';
import { type About, isNeedless } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { AboutOf, MessageName } from '../../domain/message.ts';
import type { InTheirName, Said } from '../../domain/said.ts';
import * as carriedWords from '../../messages/carried-role.ts';
import { forumLeftCard } from '../../messages/chosen-channel.ts';
import * as copWords from '../../messages/cop.ts';
import * as differenceWords from '../../messages/difference.ts';
import * as documentWords from '../../messages/document.ts';
import * as fileWords from '../../messages/document-file.ts';
import * as editWords from '../../messages/edit.ts';
import * as facilitatorWords from '../../messages/facilitator.ts';
import * as conversationWords from '../../messages/first-conversation.ts';
import { forumHelloCard, forumOutCard, notAnsweredCard } from '../../messages/forum.ts';
import * as guideWords from '../../messages/guide.ts';
import * as invitationWords from '../../messages/invitation.ts';
import * as membershipWords from '../../messages/membership.ts';
import * as nominationWords from '../../messages/nomination.ts';
import * as answeredWords from '../../messages/nomination-answered.ts';
import { who } from '../../messages/people.ts';
import * as questionWords from '../../messages/question.ts';
import * as reviewWords from '../../messages/review.ts';
import * as suggestionWords from '../../messages/role-suggestion.ts';
import * as shareWords from '../../messages/share.ts';
import * as soughtWords from '../../messages/sought.ts';
import * as standInWords from '../../messages/stand-in.ts';
import * as offerWords from '../../messages/stand-in-offer.ts';
import * as supportWords from '../../messages/support-team.ts';
import { letInFirstCard, mendedCard, needsHandCard, noHandCard } from '../../messages/trouble.ts';
import type { Card } from '../../platform/card.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as effects from '../../store/effects.ts';
import type { Reader } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as libraries from '../../store/libraries.ts';
import * as memberships from '../../store/memberships.ts';
import * as people from '../../store/people.ts';
import type { Bot } from '../the-bot.ts';
import { pageOf } from '../wishes.ts';
import {
  askedToFacilitate,
  cardsGone,
  chosenChannels,
  conversationGone,
  conversationNotHeard,
  draftFor,
  facilitatorsOf,
  isItRight,
  offerAnswered,
  sharedBy,
  supportMoved,
  waitsFor,
  welcome,
  whom,
} from './besides.ts';
import { forumAnswer, forumIn, forumQuestion, inviteOver } from './chosen.ts';
import { followingOf, sharingOf } from './how-far.ts';
import { joinRequests } from './join-requests.ts';
import { life } from './life.ts';
import { meetings } from './meetings.ts';
import { newcomer } from './newcomer.ts';
import { answered, asked } from './questions.ts';
import { started } from './started.ts';
import {
  carriedRole,
  conversation,
  difference,
  document,
  invitation,
  nomination,
  standIn,
  suggestion,
} from './told.ts';

/** The one context of this room: an effect that draws, and from where it reads. */
export interface Drawing<A extends About = About> {
  readonly bot: Pick<Bot, 'guides' | 'seal' | 'publicUrl' | 'stepOf' | 'paced'>;
  readonly cop: Cop;
  readonly effect: effects.StoredEffect;
  readonly now: number;
  readonly reader: Reader;
  readonly language: Language;
  readonly about: A;
  /** What one person says to another, opened. */
  readonly said?: Said | undefined;
  readonly shared?: InTheirName | undefined;
  /** Somebody it tells of besides. */
  readonly whom?: PersonId | undefined;
  /** Who reads it, where that is one person. */
  readonly addressee?: PersonId | undefined;
}

const draw: { readonly [M in MessageName]: (drawing: Drawing<AboutOf<M>>) => Promise<Card> } = {
  'cop-progress': started,
  'cop-ready': async drawing => copWords.readyCard(drawing.cop, await askedToFacilitate(drawing)),
  'cop-welcome': welcome,
  'cop-invitation': async drawing =>
    shareWords.sharedCard(drawing.cop, await facilitatorsOf(drawing), await sharedBy(drawing)),
  'document-sought': async drawing => soughtWords.soughtCard(drawing.cop, await sharedBy(drawing)),
  'cop-shared': async ({ bot, reader, cop, effect }) =>
    shareWords.sharingCard(sharingOf(cop, await effects.ofBatch(reader, effect.batch), pageOf(bot.publicUrl, cop))),
  'cop-edited': async ({ reader, cop, effect }) =>
    editWords.editedCard(cop, followingOf(cop, await effects.ofBatch(reader, effect.batch))),
  'cards-gone': cardsGone,
  ...life,
  'is-it-right': isItRight,
  'take-it-back': async drawing => differenceWords.takeItBackCard(await difference(drawing), drawing.addressee),
  'needs-facilitator': async ({ reader, cop }) =>
    standInWords.needsFacilitatorCard(await lookedFor(reader, cop.networkId, cop)),
  'who-looks-after-it': async ({ reader, cop }) =>
    standInWords.whoLooksAfterItCard(await lookedFor(reader, cop.networkId, cop)),
  'starter-asked': async ({ reader, cop }) =>
    standInWords.starterAskedCard(await lookedFor(reader, cop.networkId, cop)),
  'looks-after-it': async ({ reader, cop }) =>
    standInWords.looksAfterItCard(cop, await facilitating.ofCop(reader, cop.networkId, cop.id, cop.workspace)),
  'stand-in': async drawing => offerWords.standInCard(await standIn(drawing), drawing.now),
  'stand-in-answered': offerAnswered,
  'guide-start-up': async ({ bot, language }) =>
    guideWords.guideInSpaceCard('start-up', bot.guides[language]['start-up']),
  'guide-dialogue-interviews': async ({ bot, language }) =>
    guideWords.guideInSpaceCard('dialogue-interviews', bot.guides[language]['dialogue-interviews']),
  'guide-virtuous-circle': async ({ bot, language }) =>
    guideWords.guideInSpaceCard('virtuous-circle', bot.guides[language]['virtuous-circle']),
  'whole-start-up': async ({ bot, language }) => guideWords.guideBelowCard(bot.guides[language]['start-up']),
  'whole-dialogue-interviews': async ({ bot, language }) =>
    guideWords.guideBelowCard(bot.guides[language]['dialogue-interviews']),
  'whole-virtuous-circle': async ({ bot, language }) =>
    guideWords.guideBelowCard(bot.guides[language]['virtuous-circle']),
  'first-week': async ({ cop }) => guideWords.firstWeekCard(cop),
  ...joinRequests,
  'membership-ended': async ({ reader, cop, said, addressee }) =>
    membershipWords.endedCard(
      cop,
      said,
      addressee && (await memberships.noted(reader, cop.networkId, cop.id, addressee, 'asks_again_at')),
    ),
  'membership-end-untold': async drawing => membershipWords.endUntoldCard(drawing.cop, await whom(drawing)),
  'facilitator-gone': async drawing => facilitatorWords.goneCard(drawing.cop, await whom(drawing)),
  'stepped-down': async drawing => facilitatorWords.othersToldCard(drawing.cop, await whom(drawing)),
  'facilitates-now': async drawing => answeredWords.facilitatesNowCard(await nomination(drawing)),
  nomination: async drawing => nominationWords.nominationCard(await nomination(drawing)),
  'nomination-answered': async drawing => answeredWords.nominationAnsweredCard(await nomination(drawing)),
  'nomination-not-delivered': async drawing => nominationWords.notDeliveredCard(await nomination(drawing)),
  'facilitator-trial': async drawing => nominationWords.trialCard(await nomination(drawing)),
  'nomination-unanswered': async drawing => nominationWords.unansweredCard(await nomination(drawing)),
  'cop-started': async ({ reader, cop }) => {
    const starter = (
      await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [cop.starterId])
    ).get(cop.starterId);
    if (!starter) throw new PlatformError('gone', 'no_starter');
    return supportWords.startedCard(cop, starter);
  },
  'first-conversation': async drawing => supportWords.conversationCard(await conversation(drawing)),
  'first-conversation-gone': conversationGone,
  'first-conversation-not-heard': conversationNotHeard,
  'support-moved': supportMoved,
  'first-conversation-taken': async drawing => conversationWords.takenCard(await conversation(drawing)),
  'first-conversation-draft': draftFor,
  'first-conversation-not-yet': async drawing =>
    conversationWords.notYetCard(await conversation(drawing), await waitsFor(drawing)),
  invitation: async drawing => invitationWords.invitationCard(await invitation(drawing), drawing.shared?.words),
  'invitation-welcome': async drawing => invitationWords.welcomeInvitedCard(await invitation(drawing)),
  'invitation-declined': async drawing => invitationWords.invitationDeclinedCard(await invitation(drawing)),
  'invitation-not-delivered': async drawing => invitationWords.notDeliveredCard(await invitation(drawing)),
  'invitation-not-admitted': async drawing => invitationWords.invitedNotAdmittedCard(await invitation(drawing)),
  'role-shared': async drawing => carriedWords.sharedRoleCard(await carriedRole(drawing)),
  'role-term': async drawing => carriedWords.termCard(await carriedRole(drawing), drawing.now),
  'role-suggestion': async drawing => suggestionWords.suggestionCard(await suggestion(drawing)),
  'role-suggestion-not-delivered': async drawing => suggestionWords.notDeliveredCard(await suggestion(drawing)),
  'role-suggestion-answered': async drawing => suggestionWords.suggestionAnsweredCard(await suggestion(drawing)),
  'document-title': async drawing => documentWords.askTitleCard(await document(drawing)),
  'document-kept': async drawing => documentWords.askTitleCard(await document(drawing)),
  'document-not-pinned': async drawing => documentWords.notPinnedCard(await document(drawing)),
  'document-not-shared': async drawing => fileWords.notSharedCard(await document(drawing)),
  'document-not-sent': async drawing => fileWords.notSentCard(await document(drawing)),
  'keep-it': async drawing => documentWords.keepItCard(await document(drawing)),
  'room-for-pins': async ({ reader, cop }) =>
    reviewWords.roomCard(cop, await libraries.pinned(reader, cop.networkId, cop.id, 5)),
  ...chosenChannels,
  'invite-over': inviteOver,
  'forum-left': async ({ cop }) => forumLeftCard(cop),
  'forum-in': forumIn,
  'forum-out': async () => forumOutCard,
  'forum-hello': async () => forumHelloCard,
  'forum-question': forumQuestion,
  'forum-answer': forumAnswer,
  ...meetings,
  question: asked,
  'question-answer': answered,
  'question-not-had': async drawing => questionWords.questionNotHadCard(drawing.cop, await whom(drawing)),
  'question-not-answered': async drawing => questionWords.questionNotAnsweredCard(drawing.cop, await whom(drawing)),
  'forum-not-answered': async drawing => notAnsweredCard(await whom(drawing)),
  ...newcomer,
  'needs-a-hand': async ({ reader, cop, about }) => {
    const effect = await effects.byId(reader, cop.networkId, about.id);
    if (!effect) throw new PlatformError('gone', 'no_effect');
    if (effect.state === 'done') return mendedCard(cop);
    if (isNeedless(effect)) return noHandCard(cop);
    const { wish } = effect;
    const undone = wish.kind === 'post' && wish.to === 'support' ? 'tell-support' : wish.kind;
    const [only, ...others] = wish.kind === 'admit' ? wish.people : [];
    const there = only && !others.length ? await people.known(reader, cop.networkId, inCop(cop), [only]) : undefined;
    const whom = only && there?.get(only);
    return needsHandCard(cop, undone, effect.error, effect.state !== 'failed', whom && who(whom, cop));
  },
  'let-in-first': async ({ cop }) => letInFirstCard(cop),
};

export const render = <M extends MessageName>(message: M, drawing: Drawing<AboutOf<M>>): Promise<Card> =>
  draw[message](drawing);

const inCop = ({ workspace, id }: Cop) => ({ workspace, cop: id });
