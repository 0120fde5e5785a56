/** The words of the page that the world outside may read. */
import type { Language } from '../domain/language.ts';
import type { PlatformName } from '../domain/platforms.ts';
import { type Text, text } from '../platform/card.ts';
import { textIn, wordsIn } from './language.ts';

export { flat, type Text } from '../platform/card.ts';

export interface PageView {
  readonly name: string;
  readonly domain: string;
  readonly statement: string | undefined;
  readonly members: number;
  readonly facilitators: readonly string[];
  readonly platform: PlatformName;
}

export interface PageWords {
  readonly title: string;
  readonly what: Text;
  readonly facts: readonly { readonly label: string; readonly value: Text }[];
  readonly how: Text;
  readonly open: string;
}

export function pageWords({ name, domain, statement, members, facilitators, platform }: PageView): PageWords {
  return {
    title: name,
    what: text`A Community of Practice: people who care about the same thing and learn from each other.`,
    facts: [
      { label: 'What it cares about', value: text`${domain}` },
      ...(statement ? [{ label: 'Core statement', value: text`${statement}` }] : []),
      { label: 'People', value: members === 1 ? text`one person so far` : text`${members} people` },
      ...(facilitators.length > 0 ? [facilitating(facilitators)] : []),
    ],
    ...wayIn(name)[platform],
  };
}

const wayIn = (name: string): Readonly<Record<PlatformName, Pick<PageWords, 'how' | 'open'>>> => ({
  slack: {
    how: text`To ask in, open Slack and type ${{ slash: 'join-request make' }} **${name}** in any channel. Its facilitators answer you there.`,
    open: 'Open in Slack',
  },
  discord: {
    how: text`To ask in, open Discord and type ${{ slash: 'join-request make' }}, then choose ${name}. Its facilitators answer you there.`,
    open: 'Open in Discord',
  },
});

const facilitating = (names: readonly string[]) =>
  names.length === 1
    ? { label: 'Facilitator', value: text`${names[0] ?? ''}` }
    : { label: 'Facilitators', value: text`${names.join(', ')}` };

/** The name stays as it is. */
export const pageWordsIn = ({ title, what, facts, how, open }: PageWords, language: Language): PageWords => ({
  title,
  what: textIn(what, language),
  facts: facts.map(({ label, value }) => ({ label: wordsIn(label, language), value: textIn(value, language) })),
  how: textIn(how, language),
  open: wordsIn(open, language),
});

/** Whatever the reason is. */
const nothingHere = {
  title: 'Nothing here',
  words: text`There is no page at this address, or not any more. Whoever gave it to you may know more.`,
};

export const nothingHereIn = (language: Language) => ({
  title: wordsIn(nothingHere.title, language),
  words: textIn(nothingHere.words, language),
});
