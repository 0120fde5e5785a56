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
import { space, who } from './people.ts';

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
export function invitationCard({ invitation, cop, invitee, inviter }: InvitationView, why?: string): Card {
  const asked: Block = { kind: 'text', text: text`${who(inviter, cop)} invites you to **${cop.name}**.` };
  const when = { at: invitation.decidedAt ?? invitation.createdAt, style: 'ago' } as const;
  const settled = (words: Text, buttons: readonly Button[] = []): Card => ({
    body: [asked, { kind: 'text', text: words }],
    buttons,
  });
  switch (invitation.state) {
    case 'accepted':
      return settled(
        invitee.joining
          ? text`You said yes ${when}. Its space is being opened for you; I'll write to you once you're in.`
          : text`You said yes ${when}. Its space is ${space(cop)}.`,
      );
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
