/** How people without an account get in: what an administrator is asked, once. */

import type { OptionsOf } from '../domain/deed.ts';
import { manners } from '../domain/platforms.ts';
import { type Chosen, goodInvites, inviteBounds, type WayIn } from '../domain/settings.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { type Card, type ErrorsOf, type FormOf, optional, type Text, text } from '../platform/card.ts';

export const wayInErrors = {
  'no-link': 'Paste the whole address, as in https://example.org/join.',
  'not-the-web': 'Only addresses that begin with https:// or http:// can stand on the page.',
  private: 'Nobody outside your own network could open that address.',
  'too-long': 'That address is too long.',
  'with-password': 'There is a password in that address, and everybody would read it.',
  'not-allowed':
    "I'm not allowed to make invites here. Give me Create Invite (Server Settings, Roles, my role), then save this again.",
  'not-now': "I couldn't make an invite just now, so nothing was changed. Please try again in a moment.",
  nobody: 'Write whom to ask, and how they are reached.',
} as const;

type Values = Pick<OptionsOf<'settings choose'>, 'how' | 'link' | 'person'>;

export const wayInValues = ({ wayIn }: { readonly wayIn: WayIn }): Values => ({
  how: wayIn.kind,
  ...(wayIn.kind === 'link' ? { link: wayIn.url } : {}),
  ...(wayIn.kind === 'person' ? { person: wayIn.words } : {}),
  ...(wayIn.kind === 'bot' ? { person: wayIn.otherwise } : {}),
});

export const wayInForm = (
  values: Values,
  { workspace }: Pick<Chosen, 'workspace'>,
  errors: ErrorsOf<'settings choose'>,
): Omit<FormOf<'settings choose'>, 'does'> => ({
  title: 'People from outside',
  intro: text`Each CoP's public page is read by anybody who has its link. It can tell people without an account how to get one here.`,
  fields: [
    {
      kind: 'choice',
      name: 'how',
      label: 'How do they get an account?',
      choices: [
        { value: 'untold', label: 'The page says nothing about it' },
        { value: 'link', label: 'Through the link below' },
        { value: 'person', label: 'By asking the person below' },
        ...(invites(workspace) ? [{ value: 'bot', label: 'Through an invite that I make' } as const] : []),
      ],
      ...(invites(workspace) && {
        hint: 'My invite is for up to 100 people and 7 days. I need the permission Create Invite for it',
      }),
      value: values.how ?? 'untold',
      error: errors.how,
    },
    {
      kind: 'words',
      name: 'link',
      label: 'The link',
      optional,
      hint: 'For example an invite link of yours, or your own sign-up page',
      max: 500,
      value: values.link,
      error: errors.link,
    },
    {
      kind: 'words',
      name: 'person',
      label: 'Whom to ask, and how',
      optional,
      hint: 'Everybody with the link reads this, so ask the person first',
      max: 200,
      value: values.person,
      error: errors.person,
    },
  ],
  submit: 'Save',
});

const invites = (workspace: Chosen['workspace']): boolean => manners[workspaceOf(workspace).platform].makesInvites;

export function wayInLine(wayIn: WayIn, now: number): Text {
  if (wayIn.kind === 'bot') return inviteLine(wayIn, now);
  if (wayIn.kind === 'link') return text`Each CoP's public page leads them to ${{ url: wayIn.url, label: wayIn.url }}`;
  if (wayIn.kind === 'person') return text`Each CoP's public page says whom to ask: ${wayIn.words}`;
  return text`No CoP's public page says how they would get an account`;
}

type Invited = Extract<WayIn, { kind: 'bot' }>;

function inviteLine(wayIn: Invited, now: number): Text {
  const [first] = goodInvites(wayIn, now);
  if (first)
    return text`Each CoP's public page leads them to an invite of mine, for up to ${inviteBounds.people} people until ${{ at: first.until }}`;
  return text`My invite has run out. ${otherwiseLine(wayIn)}`;
}

const otherwiseLine = ({ otherwise }: Invited): Text =>
  otherwise
    ? text`Each CoP's public page says whom to ask instead: ${otherwise}`
    : text`Each CoP's public page says to ask whoever gave the link.`;

/** To the administrator who had it made, once it has run out; and what has become of that. */
export function inviteOverCard(wayIn: WayIn, now: number): Card {
  const title = text`The way in from outside`;
  if (wayIn.kind !== 'bot' || goodInvites(wayIn, now).length > 0)
    return { title, body: [{ kind: 'text', text: text`That is settled. ${wayInLine(wayIn, now)}.` }], buttons: [] };
  return {
    title,
    body: [
      {
        kind: 'text',
        text: text`The invite that you had me make for people without an account has run out. ${otherwiseLine(wayIn)}`,
      },
    ],
    buttons: [
      {
        label: 'Make a new one',
        does: { command: 'settings choose', options: { section: 'way-in', how: 'bot' } },
        style: 'primary',
      },
    ],
  };
}
