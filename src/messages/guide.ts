import type { Cop } from '../domain/cop.ts';
import { type GuideName, guideNames } from '../domain/guide.ts';
import type { MeetingFormat } from '../domain/meeting.ts';
import { type Block, type Button, type Card, type Text, text, textOf } from '../platform/card.ts';
import { inviteButton, spaceButton } from './doable.ts';

/** What it is called where its own title is not at hand. */
export const guideLabels: Readonly<Record<GuideName, string>> = {
  'start-up': 'Start-up guide',
  'dialogue-interviews': 'Dialogue Interviews guide',
  'virtuous-circle': 'The Virtuous Circle',
  'step-by-step': 'Step-by-step guide',
};

/** A guide as its file holds it: the first heading, and all below it; or where it is to be read. */
export interface Guide {
  readonly name: GuideName | MeetingFormat;
  readonly title: string;
  readonly markdown: string;
  /** Of a guide that is kept elsewhere; it has no text here. */
  readonly link?: string;
  readonly picture?: { readonly png: Uint8Array; readonly name: string; readonly alt: string };
}
export type Guides = Readonly<Record<GuideName | MeetingFormat, Guide>>;

/** The whole text, with its picture before it; of one that is kept elsewhere, the way there. */
export function guideCard({ title, markdown, link, picture }: Guide): Card {
  const before: readonly Block[] = picture ? [{ kind: 'picture', ...picture }] : [];
  if (link === undefined) return { body: [...before, { kind: 'guide', title, markdown }] };
  return {
    title: text`${title}`,
    body: [...before, { kind: 'text', text: text`This guide is kept here: ${{ url: link, label: link }}` }],
    buttons: [{ label: 'Open the guide', goesTo: { url: link } }],
  };
}

/** What stands in the space: what it is good for, its picture, and the way to the whole. */
export const guideInSpaceCard = (name: GuideName, { title, link, picture }: Guide): Card => ({
  title: text`${title}`,
  body: [{ kind: 'text', text: textOf(whatFor[name]) }, ...(picture ? [{ kind: 'picture', ...picture } as const] : [])],
  buttons: [
    link === undefined ? readButton(name, undefined, 'Read it') : { label: 'Open the guide', goesTo: { url: link } },
  ],
});

/** Below that, so that it is still there when the bot is not. */
export const guideBelowCard = ({ picture: _above, ...guide }: Guide): Card => guideCard(guide);

/** To who facilitates for the first time, privately: what their guide begins with, each with its button. */
export function firstWeekCard(cop: Cop): Card {
  const row = (words: Text, buttons: readonly Button[]): Block => ({ kind: 'text', text: words, buttons });
  return {
    title: text`For you, as facilitator of ${cop.name}`,
    body: [
      { kind: 'text', text: text`Five small things for this week. If you manage two of them, it was a good week.` },
      row(text`**1. Look around.** The guides are pinned in your space.`, spaceButton(cop)),
      row(text`**2. Write down three to five names.** Who else loses sleep over this?`, [readButton('start-up', cop)]),
      row(text`**3. Talk with one of them** for half an hour. Not sure what to ask? There's a guide for that.`, [
        readButton('dialogue-interviews', cop),
      ]),
      row(text`**4. Invite two people.** Tell them yourself why you thought of them.`, [inviteButton(cop)]),
      row(
        text`**5. Ask for help there.** Post one real question from your own work; that makes it safe for others to ask.`,
        spaceButton(cop, 'Ask in the space'),
      ),
    ],
    buttons: [readButton('step-by-step', cop, 'The whole guide')],
  };
}

/** `cop`: where the button is pressed in a direct message, which tells of no workspace. */
export const readButton = (name: GuideName, cop?: Cop, label = guideLabels[name]): Button => ({
  label,
  does: { command: 'guide show', options: { name, ...(cop && { cop: cop.id }) } },
});

/** All of them, a button each; `typed`: a name that none of them has. */
export const guidesCard = (guides: Guides, typed?: string): Card => ({
  title: typed ? text`There's no guide called “${typed}”` : text`The guides`,
  body: [
    {
      kind: 'text',
      text: typed
        ? text`It may be one of these. Only you will see it.`
        : text`Which one would you like? Only you will see it.`,
    },
    ...guideNames.map(
      (name): Block => ({
        kind: 'text',
        text: text`**${guides[name].title}**\n${textOf(whatFor[name])}`,
        buttons: [readButton(name, undefined, 'Read it')],
      }),
    ),
  ],
});

const whatFor: Readonly<Record<GuideName, string>> = {
  'start-up': 'Is it a CoP? From the first idea to the first meeting.',
  'dialogue-interviews': 'Three to five conversations to have before you meet, and what to ask.',
  'virtuous-circle': 'How a CoP grows, what feeds it, and what to do this week.',
  'step-by-step': 'For facilitators: five things for this week, and how everything works.',
};

/** The one guide that is meant by what was typed: the one with the most of its words, begun alike. */
export function guideCalled(guides: Guides, typed: string): Guide | undefined {
  const words = wordsIn(typed).filter(word => !idle.has(word));
  const ranked = guideNames
    .map(name => ({ name, hits: words.filter(word => begunIn(word, guides[name])).length }))
    .sort((one, other) => other.hits - one.hits);
  const [best, second] = ranked;
  return best && best.hits > (second?.hits ?? 0) ? guides[best.name] : undefined;
}

const idle = new Set(['the', 'a', 'of', 'guide', 'cop']);
const wordsIn = (words: string): readonly string[] => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const begunIn = (word: string, { name, title }: Guide): boolean => {
  const own = wordsIn(`${name} ${title}`).filter(one => !idle.has(one));
  return own.some(one => one.startsWith(word)) || own.join('').includes(word);
};
