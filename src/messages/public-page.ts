/** The words of the page that the world outside may read. */
import type { Language } from '../domain/language.ts';
import type { PlatformName } from '../domain/platforms.ts';
import type { TellsWayIn } from '../domain/settings.ts';
import { type Text, text } from '../platform/card.ts';
import { textIn, wordsIn } from './language.ts';

export { flat, type Text } from '../platform/card.ts';

export interface PageView {
  readonly name: string;
  readonly domain: string;
  readonly statement: string | undefined;
  readonly platform: PlatformName;
  readonly wayIn: TellsWayIn;
  /** Whether its card stands in a channel there. */
  readonly hasCard: boolean;
  /** Somebody facilitates it at the moment. */
  readonly lookedAfter: boolean;
  readonly rests: boolean;
}

/** `to`: where its button leads; within the platform, if it is left out. */
export interface WayStep {
  readonly title: string;
  readonly words: Text;
  readonly button?: string;
  readonly to?: string;
}

export interface PageWords {
  readonly title: string;
  readonly what: Text;
  readonly facts: readonly { readonly label: string; readonly value: Text }[];
  readonly steps: readonly WayStep[];
}

export function pageWords(view: PageView): PageWords {
  const { name, domain, statement } = view;
  return {
    title: name,
    what: text`A Community of Practice: people who care about the same thing and learn from each other.`,
    facts: [
      { label: 'What it cares about', value: text`${domain}` },
      ...(statement ? [{ label: 'Core statement', value: text`${statement}` }] : []),
    ],
    steps: [getAccount(view), askIn(view)],
  };
}

const places: Readonly<Record<PlatformName, { title: string; open: string; getIn: string; ask: Text }>> = {
  slack: {
    title: '1. Get into our Slack',
    open: 'Open in Slack',
    getIn: 'Get an account',
    ask: text`Whoever gave you this link may know how people get an account in our Slack.`,
  },
  discord: {
    title: '1. Get into our Discord server',
    open: 'Open in Discord',
    getIn: 'Join the server',
    ask: text`Whoever gave you this link may know how people get into our Discord server.`,
  },
};

function getAccount({ platform, wayIn }: PageView): WayStep {
  const { title, ask, getIn } = places[platform];
  if (wayIn.kind === 'link')
    return {
      title,
      words: text`If you aren't in it yet, begin here. It takes a few minutes.`,
      button: getIn,
      to: wayIn.url,
    };
  if (wayIn.kind === 'person') return { title, words: text`If you aren't in it yet, ask: **${wayIn.words}**` };
  return { title, words: ask };
}

/** Nothing about a last day of rest: a page knows no reader's hours. */
function whoAnswers({ lookedAfter, rests }: PageView): Text {
  if (!lookedAfter)
    return text`Nobody facilitates it at the moment: your request is kept, and whoever takes it on answers you there.`;
  if (rests) return text`Its facilitators answer you there. It rests for now, so that may take a little longer.`;
  return text`Its facilitators answer you there.`;
}

function askIn(view: PageView): WayStep {
  const { name, platform, hasCard } = view;
  const shared = {
    title: '2. Ask to join',
    button: places[platform].open,
  };
  const answered = whoAnswers(view);
  if (hasCard)
    return {
      ...shared,
      words: text`Find the card of **${name}** there and press **Request to join**. ${answered}`,
    };
  return { ...shared, words: wayTyped(name, answered)[platform] };
}

const wayTyped = (name: string, answered: Text): Readonly<Record<PlatformName, Text>> => ({
  slack: text`Type ${{ slash: 'join-request make' }} **${name}** in any channel there. ${answered}`,
  discord: text`Type ${{ slash: 'join-request make' }} there, then choose **${name}**. ${answered}`,
});

/** The name stays as it is. */
export const pageWordsIn = ({ title, what, facts, steps }: PageWords, language: Language): PageWords => ({
  title,
  what: textIn(what, language),
  facts: facts.map(({ label, value }) => ({ label: wordsIn(label, language), value: textIn(value, language) })),
  steps: steps.map(({ title, words, button, ...rest }) => ({
    ...rest,
    title: wordsIn(title, language),
    words: textIn(words, language),
    ...(button ? { button: wordsIn(button, language) } : {}),
  })),
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
