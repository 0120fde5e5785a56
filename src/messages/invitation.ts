import type { Cop } from '../domain/cop.ts';
import { type Invitation, limits } from '../domain/invitation.ts';
import type { Known } from '../domain/person.ts';
import { beginning } from '../domain/words.ts';
import {
  type Block,
  type Button,
  type Card,
  type FormOf,
  optional,
  type Text,
  text,
  type Who,
} from '../platform/card.ts';
import { about } from './cop.ts';
import { asksIn } from './directory.ts';
import { inviteButton } from './doable.ts';
import { all, space, who } from './people.ts';

/** An invitation with everybody its cards name. */
export interface InvitationView {
  readonly invitation: Invitation;
  readonly cop: Cop;
  readonly invitee: Known;
  readonly inviter: Known;
}

export const mostInForm = 25;

export function inviteForm(cop: Cop, words = ''): FormOf<'cop invite'> {
  return {
    title: 'Invite people',
    intro: text`Each of them is asked privately whether they'd like to join **${cop.name}**. Nobody else hears of it, and a no is fine.`,
    fields: [
      {
        kind: 'people',
        name: 'people',
        label: 'Who would care about this?',
        hint: 'Up to 25 at a time',
        required: true,
        most: mostInForm,
      },
      {
        kind: 'words',
        name: 'words',
        label: 'Why them?',
        hint: 'A personal line does more than a long list',
        optional,
        long: true,
        max: limits.words,
        value: beginning(words, limits.words),
      },
    ],
    submit: 'Invite',
    does: { command: 'cop invite', options: { cop: cop.id } },
  };
}

export const invitationAnswers = (invitation: string, more: { readonly panel?: string } = {}): readonly Button[] => [
  { label: 'Join', does: { command: 'invitation accept', options: { invitation, ...more } }, style: 'primary' },
  { label: 'No, thanks', does: { command: 'invitation decline', options: { invitation, ...more } } },
];

/** To the one who is asked. */
export function invitationCard({ invitation, cop, inviter }: InvitationView, why?: string): Card {
  const asked: Block = { kind: 'text', text: text`${who(inviter, cop)} invites you to **${cop.name}**.` };
  const when = { at: invitation.decidedAt ?? invitation.createdAt, style: 'ago' } as const;
  const settled = (words: Text, buttons: readonly Button[] = []): Card => ({
    body: [asked, { kind: 'text', text: words }],
    buttons,
  });
  switch (invitation.state) {
    case 'accepted':
      return settled(text`You said yes ${when}. Its space is ${space(cop)}.`);
    case 'declined':
      return settled(
        text`You said no ${when}. That is fine; if you change your mind, ${{ slash: 'join-request make' }} asks to join.`,
        [asksIn(cop)],
      );
    case 'withdrawn':
      return settled(
        cop.state === 'closed'
          ? text`**${cop.name}** is closed, so there's nothing left for you to do.`
          : invitation.withdrawnAs === 'gone'
            ? text`This invitation was closed ${when}, while you weren't here. If you'd like to, ${{ slash: 'join-request make' }} asks to join.`
            : text`This invitation was taken back ${when}.`,
        invitation.withdrawnAs === 'gone' && cop.state !== 'closed' ? [asksIn(cop)] : [],
      );
    case 'pending':
      return {
        body: [
          asked,
          ...(why ? [{ kind: 'text', text: text`${why}`, tone: 'quoted' } as const] : []),
          { kind: 'facts', facts: about(cop) },
          {
            kind: 'text',
            text: text`It is a Community of Practice: people who learn from each other, in a private space. Press **Join** and you are in at once; you can leave whenever you like.`,
          },
        ],
        buttons: invitationAnswers(invitation.id),
      };
  }
}

/** They asked to join what they are invited to. */
export const alreadyInvitedCard = (cop: Cop, invitation: Pick<Invitation, 'id' | 'createdAt'>): Card => ({
  body: [
    {
      kind: 'text',
      text: text`You needn't ask: you were invited to **${cop.name}** ${{ at: invitation.createdAt, style: 'ago' }}. Press **Join** and you are in.`,
    },
  ],
  buttons: invitationAnswers(invitation.id),
});

/** What became of the people somebody named. */
export interface Outcome {
  readonly asked: readonly { who: Who }[];
  readonly letIn: readonly { who: Who }[];
  readonly alreadyIn: readonly { who: Who }[];
  readonly alreadyAsked: readonly { who: Who }[];
  readonly bots: readonly { who: Who }[];
  readonly gone: readonly { who: Who }[];
  readonly elsewhere: readonly { who: Who }[];
  /** Of those who are asked. */
  readonly guests: readonly { who: Who }[];
  /** As typed, beginning with `@`. */
  readonly unknown: readonly string[];
}

/** Few are named, many are counted. */
const few = 5;

export function invitedCard(cop: Cop, outcome: Outcome): Card {
  const { asked, letIn, alreadyIn, alreadyAsked, bots, gone, elsewhere, guests, unknown } = outcome;
  const lines: Text[] = [
    ...told(
      asked,
      named =>
        text`${named}: asked privately. I'll tell you if they say no; if they say yes, you'll find them in ${space(cop)}.`,
      many => text`${many} people are asked privately. Whoever says yes is in ${space(cop)} at once.`,
    ),
    ...told(
      letIn,
      named => text`${named}: had already asked to join, so that's a yes; being let in now.`,
      many => text`${many} people had already asked to join, so that's a yes; they are being let in now.`,
    ),
    ...told(
      alreadyIn,
      named => text`${named}: already in.`,
      many => text`${many} people are already in.`,
    ),
    ...told(
      alreadyAsked,
      named => text`${named}: already invited, and the answer is still to come. Nobody is asked twice.`,
      many => text`${many} people are already invited, and their answers are still to come. Nobody is asked twice.`,
    ),
    ...told(
      guests,
      named => text`${named}: a guest here. If they say yes, an administrator has to let them in; I can't.`,
      many => text`${many} of them are guests here. If they say yes, an administrator has to let them in; I can't.`,
    ),
    ...told(
      gone,
      named => text`${named}: no longer here, so not asked.`,
      many => text`${many} of them are no longer here, so not asked.`,
    ),
    ...told(
      elsewhere,
      named => text`${named}: of another workspace, so not asked: whoever joins has an account in this one.`,
      many => text`${many} of them are of another workspace, so not asked: whoever joins has an account in this one.`,
    ),
    ...told(
      bots,
      named => text`${named}: a bot. A community is for people.`,
      many => text`${many} of them are bots. A community is for people.`,
    ),
  ];
  if (unknown.length > 0)
    lines.push(
      text`I don't know who ${unknown.slice(0, few).join(', ')} is. Type **@** and choose from the list that opens, or use ${{ slash: 'cop invite' }} alone for a form.`,
    );
  const isNobody = lines.length === 0;
  if (isNobody)
    lines.push(
      text`Nobody was named, so nobody was asked. ${{ slash: 'cop invite' }} alone opens a form to choose from.`,
    );
  return {
    title: text`Invitations to ${cop.name}`,
    body: lines.map(words => ({ kind: 'text', text: words })),
    buttons: unknown.length > 0 || isNobody ? [inviteButton(cop)] : [],
  };
}

function told(
  people: readonly { who: Who }[],
  named: (names: Text) => Text,
  counted: (many: number) => Text,
): readonly Text[] {
  if (people.length === 0) return [];
  return [people.length > few ? counted(people.length) : named(all(people))];
}

/** In the space. */
export const welcomeInvitedCard = ({ cop, invitee, inviter }: InvitationView): Card => ({
  body: [
    {
      kind: 'text',
      text: text`Please welcome ${who(invitee, cop)}, who is here on the invitation of ${who(inviter, cop)}.`,
    },
  ],
});

/** To the one who asked. */
export const invitationDeclinedCard = ({ cop, invitee }: InvitationView): Card => ({
  body: [
    {
      kind: 'text',
      text: text`${who(invitee, cop)} says no, thanks, to **${cop.name}** this time. There's nothing you need to do; a word in person often says more than a second invitation.`,
    },
  ],
});

/** To the one who asked: the invitation never got to them. */
export const notDeliveredCard = ({ invitation, cop, invitee }: InvitationView): Card => ({
  body: [{ kind: 'text', text: notDelivered(invitation.state, cop, who(invitee, cop)) }],
});

function notDelivered(state: Invitation['state'], cop: Cop, invitee: { who: Who }): Text {
  if (state === 'accepted' || state === 'declined')
    return text`I couldn't write to ${invitee} about **${cop.name}** at first. They have answered since.`;
  return state === 'withdrawn'
    ? text`I couldn't ask ${invitee} to join **${cop.name}**: they are no longer here, or it is a bot. The invitation is taken back.`
    : text`I couldn't write to ${invitee} about **${cop.name}**: they take no direct messages from me, or have left. The invitation stands; if they are still around, ${{ slash: 'home show' }} shows it to them.`;
}

/** To the one who asked: they said yes, but the platform would not let the person in. */
export const invitedNotAdmittedCard = ({ invitation, cop, invitee }: InvitationView): Card => ({
  body: [
    {
      kind: 'text',
      text:
        invitation.state === 'withdrawn'
          ? text`${invitee.name} can't be brought into **${cop.name}**: they are no longer here. There's nothing left for you to do.`
          : text`${who(invitee, cop)} said yes to **${cop.name}**, but couldn't be brought in. Their invitation stands again; ask whoever runs this bot if it happens once more.`,
    },
  ],
});
