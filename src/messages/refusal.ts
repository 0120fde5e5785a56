/** Every no of the community's rules, in words that say what to do instead. */

import type { Reason, Refusal, Refusals, Refusing } from '../domain/refusal.ts';
import { type Block, type Button, type Card, type Text, text } from '../platform/card.ts';
import {
  asksIn,
  findButton,
  requestButton,
  startButton,
  whichCard,
  whichServerCard,
  whichToJoinCard,
} from './directory.ts';
import { homeButton, rolesButton, spaceButton } from './doable.ts';
import { documentRefusals } from './document-refusals.ts';
import { alreadyInvitedCard } from './invitation.ts';
import { meetingRefusals } from './meeting-refusals.ts';
import { notForNow } from './membership.ts';
import { space, who } from './people.ts';
import { askedLatelyCard } from './question.ts';
import { noClosedCard } from './reopening.ts';
import { roleRefusals } from './role.ts';
import { suggestionDecided } from './role-suggestion.ts';
import { standInRefusals } from './stand-in-offer.ts';
import { nameTaken, startedMany } from './start-form.ts';
import { othersTurn, talkOver, talkWithNobody } from './talk.ts';

type Words = { readonly [R in keyof Refusals]: (about: Refusals[R]) => Card };

const say = (words: Text, buttons: readonly Button[] = [], more: readonly Block[] = []): Card => ({
  body: [{ kind: 'text', text: words }, ...more],
  buttons,
});

const words: Words = {
  'closed-door': () =>
    say(text`That isn't here any more, or it isn't open to you. ${{ slash: 'home show' }} shows what is yours.`, [
      homeButton,
    ]),
  'from-elsewhere': () =>
    say(
      text`These communities belong to another Slack workspace than yours, so nothing was done. Whoever posted this can bring you in there: once you have an account in that workspace, press again.`,
    ),
  'perhaps-from-elsewhere': () =>
    say(
      text`Slack hasn't told me just now whether you are in this workspace, so nothing was done. Please try again in a moment.`,
    ),
  'facilitators-only': ({ cop, invites }) =>
    invites
      ? say(
          text`Only the facilitators of **${cop.name}** invite people to it. You can share it in a channel, though: whoever sees it there can ask to join.`,
          [{ label: 'Share it instead', does: { command: 'cop share', options: { cop: cop.id } }, style: 'primary' }],
        )
      : say(text`Only the facilitators of **${cop.name}** can decide this.`),
  'members-only': ({ cop }) =>
    cop.state === 'open'
      ? say(text`Only the members of **${cop.name}** can do this. You could ask to join.`, [requestButton(cop)])
      : say(text`Only the members of **${cop.name}** can do this.`),
  'on-the-way-in': ({ cop }) =>
    say(
      text`You're expected in **${cop.name}**, but aren't in its space yet. If that takes longer than a moment, an administrator has to let you in; its facilitators can ask for it.`,
    ),
  'support-only': () =>
    say(text`This is for the Support Team. ${{ slash: 'first-conversation ask' }} asks it for a chat.`),
  'admins-only': ({ could }) =>
    say(
      could
        ? text`Only administrators can do this. ${who(could.person, could)} set me up here and can do it.`
        : text`Only administrators can do this. Please ask one of them to do it.`,
    ),
  'admin-not-told': () =>
    say(text`I couldn't find out whether you're an administrator here. Please try again in a moment.`),
  'admins-start': ({ could }) =>
    say(
      could
        ? text`Here, administrators start new CoPs. Tell ${who(could.person, could)} your idea; meanwhile, have a look at what is there.`
        : text`Here, administrators start new CoPs. Tell one of them your idea; meanwhile, have a look at what is there.`,
      [findButton()],
    ),
  'request-decided': ({ request }) =>
    say(
      request.state === 'withdrawn'
        ? 'decidedBy' in request && request.decidedBy !== request.personId
          ? text`The request doesn't stand any more, so there's nothing left for you to do.`
          : text`The request was taken back, so there's nothing left for you to do.`
        : request.state === 'approved'
          ? text`This was answered with a yes ${{ at: request.decidedAt ?? request.createdAt, style: 'ago' }}, so there's nothing left for you to do.`
          : text`This was answered with a no ${{ at: request.decidedAt ?? request.createdAt, style: 'ago' }}, so there's nothing left for you to do.`,
    ),
  'talk-over': ({ request }) => say(talkOver(request), [homeButton]),
  'talk-others-turn': ({ request }) => say(othersTurn(request), [homeButton]),
  'talk-with-nobody': ({ cop }) => say(talkWithNobody(cop), [homeButton]),
  'nomination-decided': ({ nomination }) =>
    nomination.state === 'withdrawn'
      ? say(text`Nobody needs an answer to this any more, so there's nothing left for you to do.`)
      : say(
          nomination.state === 'accepted'
            ? text`You said yes to this ${{ at: nomination.decidedAt ?? nomination.createdAt, style: 'ago' }}.`
            : text`You said no to this ${{ at: nomination.decidedAt ?? nomination.createdAt, style: 'ago' }}.`,
        ),
  'conversation-taken': ({ cop, taker }) =>
    say(
      taker
        ? text`${who(taker, cop)} has already taken this conversation, so there's nothing left for you to do.`
        : text`Somebody has already taken this conversation, so there's nothing left for you to do.`,
    ),
  'conversation-over': ({ conversation }) =>
    say(
      conversation.withdrawnAs === 'gone'
        ? text`Whoever asked for it was no longer here, so there's nothing left for you to do.`
        : conversation.state === 'withdrawn'
          ? text`This was taken back, so there's nothing left for you to do.`
          : text`This conversation is done already, so there's nothing left for you to do.`,
    ),
  'conversation-asked': ({ conversation, cop, taker }) =>
    say(
      taker
        ? text`You are in good hands: ${who(taker, cop)} takes the conversation that was asked for ${{ at: conversation.createdAt, style: 'ago' }}, and will be in touch.`
        : text`The Support Team was asked ${{ at: conversation.createdAt, style: 'ago' }} already; as soon as somebody takes it, whoever asked hears who will be in touch.`,
    ),
  'no-support-team': () =>
    say(
      text`Nobody has told me yet who the Support Team is here. An administrator can, with ${{ slash: 'settings choose' }}.`,
    ),
  'started-already': ({ conversation, cop }) =>
    say(
      conversation.withdrawnAs === 'gone'
        ? text`Whoever would have started **${cop.name}** was no longer here, so there's nothing left for you to do.`
        : cop.state === 'not-started'
          ? text`**${cop.name}** was taken back, so there's nothing left for you to do.`
          : text`**${cop.name}** has the go-ahead already, so there's nothing left for you to do.`,
    ),
  'no-draft': () =>
    say(text`There is no draft in the notes yet. Write what it is about or the core statement into them first.`),
  'asked-already': ({ cop, nominee }) =>
    say(
      text`${who(nominee, cop)} was asked to facilitate **${cop.name}** already. You'll get the answer by direct message.`,
    ),
  'invitation-decided': ({ invitation }) =>
    say(
      {
        pending: text`This invitation hasn't been answered yet.`,
        accepted: text`This invitation was accepted ${{ at: invitation.decidedAt ?? invitation.createdAt, style: 'ago' }}, so there's nothing left for you to do.`,
        declined: text`You said no to this ${{ at: invitation.decidedAt ?? invitation.createdAt, style: 'ago' }}. If you change your mind, ${{ slash: 'join-request make' }} asks to join.`,
        withdrawn:
          invitation.withdrawnAs === 'gone'
            ? text`This invitation was closed while you weren't here. You can still ask to join with ${{ slash: 'join-request make' }}.`
            : text`This invitation was taken back. You can still ask to join with ${{ slash: 'join-request make' }}.`,
      }[invitation.state],
      invitation.state === 'declined' || invitation.state === 'withdrawn' ? [asksIn({ id: invitation.copId })] : [],
    ),
  'already-invited': ({ cop, invitation }) => alreadyInvitedCard(cop, invitation),
  'already-member': ({ cop }) => say(text`You are in **${cop.name}** already: ${space(cop)}.`, spaceButton(cop)),
  ...meetingRefusals,
  'asked-lately': ({ cop, again }) => askedLatelyCard(cop, again),
  'not-for-now': ({ cop, again }) => notForNow(cop, again),
  'already-asked': ({ cop, request }) =>
    say(
      cop.unattendedSince === undefined
        ? text`You asked to join **${cop.name}** ${{ at: request.createdAt, style: 'ago' }}; there is no answer yet. You'll get it by direct message.`
        : text`You asked to join **${cop.name}** ${{ at: request.createdAt, style: 'ago' }}. Nobody looks after it just now; your request is kept, and whoever takes it on finds it. I'll write to you then.`,
      [{ label: 'Withdraw the request', does: { command: 'join-request withdraw', options: { request: request.id } } }],
    ),
  'not-open-yet': ({ cop }) =>
    say(
      cop.state === 'proposed'
        ? text`**${cop.name}** isn't open yet: the Support Team talks it over with its starter first. Please ask again later.`
        : text`**${cop.name}** is being set up and will be open in a moment. Please ask again then.`,
    ),
  'cop-closed': ({ cop }) =>
    say(text`**${cop.name}** is closed. ${{ slash: 'cop find' }} lists those that are open.`, [findButton()]),
  'not-started': ({ cop }) =>
    say(
      text`**${cop.name}** was not started, so there is nothing to join or to change. ${{ slash: 'cop find' }} lists those that are open.`,
      [findButton()],
    ),
  'too-many-at-once': ({ most }) =>
    say(
      text`That is more than ${most} people at once. Please invite them in a few turns: a personal word brings more than a long list.`,
    ),
  'started-many': ({ again }) => say(startedMany(again)),
  'name-taken': ({ cop, members }) =>
    say(nameTaken(cop, members), cop.unlisted ? [] : [requestButton(cop, 'Ask to join it')]),
  'which-cop': ({ cops, command, options }) => whichCard(cops, command, options),
  'no-such-cop': ({ typed, near, command, options }) =>
    near.length === 0
      ? say(text`There is no CoP called “${typed}”. See all there are, or start it.`, [
          findButton('See all CoPs'),
          startButton(typed),
        ])
      : { ...whichCard(near, command, options), title: text`There is no CoP called exactly “${typed}”. One of these?` },
  'which-to-join': ({ found, more }) => whichToJoinCard(found, more),
  'no-cop-of-yours': () =>
    say(text`You aren't in a CoP yet. See what there is and ask to join, or start one of your own.`, [
      findButton(),
      startButton(),
    ]),
  'no-closed-cop': () => noClosedCard,
  'choose-in-the-space': ({ cop, typed }) =>
    say(
      cop?.spaceId
        ? text`Here, in a direct message, I can't show you who there is to choose. Type ${{ slash: typed }} in ${space(cop)}, please, and choose there.`
        : text`Here, in a direct message, I can't show you who there is to choose. Type ${{ slash: typed }} in your server, please, and choose there.`,
      cop ? spaceButton(cop) : [],
    ),
  'only-in-a-server': () =>
    say(
      text`Just now I can't see which server of yours this is about. Please do it there, in any channel: then I know.`,
    ),
  'which-server': ({ servers, command, options }) => whichServerCard(servers, command, options),
  'a-bot': ({ name }) => say(text`${name} is a bot. Please choose a person.`),
  ...documentRefusals,
  'carried-already': ({ cop, role, since }) => roleRefusals.carried(cop, role, since),
  'role-ended': ({ carried }) => say(roleRefusals.ended(carried)),
  'looked-after': ({ cop }) => say(standInRefusals.lookedAfter(cop)),
  'stand-in-offered': ({ cop, standIn, person }) => say(standInRefusals.offered(cop, standIn, person)),
  'stand-in-contested': ({ cop }) => say(standInRefusals.contested(cop)),
  'stand-in-decided': ({ standIn }) => say(standInRefusals.decided(standIn)),
  'decided-by-others': ({ cop }) => say(standInRefusals.byOthers(cop)),
  'difference-settled': ({ difference }) =>
    say(
      text`That was settled ${{ at: difference.settledAt ?? difference.foundAt, style: 'ago' }}, so there's nothing left for you to do.`,
    ),
  'role-gone': () => say(roleRefusals.gone),
  'role-carried': ({ role }) => say(roleRefusals.stillCarried(role)),
  'too-many-roles': ({ most }) => say(roleRefusals.tooMany(most)),
  'suggestion-decided': ({ suggestion }) => say(suggestionDecided(suggestion), [rolesButton({ id: suggestion.copId })]),
};

const inWords = <R extends Reason>({ reason, about }: Refusing<R>): Card => words[reason](about);

export const refusalCard = (refusal: Refusal): Card => inWords(refusal);
