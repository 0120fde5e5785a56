/** How people without an account get in: what an administrator is asked, once. */
import type { WayIn } from '../domain/settings.ts';
import { type FormOf, optional, type Text, text } from '../platform/card.ts';

export const wayInErrors = {
  'no-link': 'Paste the whole address, as in https://example.org/join.',
  'not-the-web': 'Only addresses that begin with https:// or http:// can stand on the page.',
  private: 'Nobody outside your own network could open that address.',
  'too-long': 'That address is too long.',
  'with-password': 'There is a password in that address, and everybody would read it.',
  nobody: 'Write whom to ask, and how they are reached.',
} as const;

interface Values {
  readonly how?: string;
  readonly link?: string;
  readonly person?: string;
}

export const wayInValues = ({ wayIn }: { readonly wayIn: WayIn }): Values => ({
  how: wayIn.kind,
  ...(wayIn.kind === 'link' ? { link: wayIn.url } : {}),
  ...(wayIn.kind === 'person' ? { person: wayIn.words } : {}),
});

export const wayInForm = (
  values: Values,
  errors: Readonly<Record<string, string>>,
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
      ],
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

export function wayInLine(wayIn: WayIn): Text {
  if (wayIn.kind === 'link') return text`each CoP's public page leads them to ${{ url: wayIn.url, label: wayIn.url }}`;
  if (wayIn.kind === 'person') return text`each CoP's public page says whom to ask: ${wayIn.words}`;
  return text`no CoP's public page says how they would get an account`;
}
