/** Spreading the word: the card in a channel, and what its sharer hears of it. */
import type { Cop } from '../domain/cop.ts';
import type { PlatformName } from '../domain/platforms.ts';
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
import type { Channel } from '../platform/chat-platform.ts';
import { about } from './cop.ts';
import { requestButton } from './directory.ts';
import { editButton, inviteButton, shareButton } from './doable.ts';
import { all, facilitatorsFact } from './people.ts';
import { restsBlocks } from './rest.ts';
import { permissions } from './trouble-cause.ts';

/** How long one's own line may be. */
export const limits = { words: 300 } as const;

export interface SharedBy {
  readonly who: Who;
  readonly words: string | undefined;
}

const what = text`A Community of Practice: people who care about the same thing and learn from each other. You're welcome to ask to join.`;

/** For everybody in a channel: name, what it cares about, who facilitates, who shares it. Never members, talk or papers. */
export function sharedCard(cop: Cop, facilitators: readonly { who: Who }[], by: SharedBy | undefined): Card {
  const line: Text | undefined = by && text`Shared by ${{ who: by.who }}`;
  return {
    title: text`${cop.name}`,
    body: [
      ...(by?.words ? [{ kind: 'text', text: text`${by.words}`, tone: 'quoted' } as const] : []),
      { kind: 'text', text: what },
      { kind: 'facts', facts: factsOf(cop, facilitators) },
      ...restsBlocks(cop),
      ...(line ? [{ kind: 'text', text: line, tone: 'quiet' } as const] : []),
    ],
    buttons: cop.state === 'open' ? [requestButton(cop)] : [],
  };
}

const factsOf = (cop: Cop, facilitators: readonly { who: Who }[]) => [...about(cop), facilitatorsFact(facilitators)];

export const shareErrors = {
  none: 'Choose a channel.',
  untold: "Slack hasn't told me just now whether you may write there. Please try again in a moment.",
  home: 'Everybody there is in it already. Choose a channel where others would see it.',
} as const;

/** Where, and with which line; its words show what people there will see. */
export function shareForm(
  cop: Cop,
  facilitators: readonly { who: Who }[],
  values: { readonly channel?: string | undefined; readonly words?: string | undefined },
  error?: string,
): FormOf<'cop share'> {
  const statement = cop.statement ? text`\n${cop.statement}` : [];
  const by =
    facilitators.length > 0
      ? text`\nFacilitated by ${all(facilitators)}`
      : text`\nNobody facilitates it at the moment; whoever asks to join is answered once somebody does.`;
  return {
    title: 'Share your CoP',
    intro: text`This is what people see there, with your name and a button to ask to join:\n**${cop.name}**\n${cop.domain}${statement}${by}`,
    fields: [
      {
        kind: 'channel',
        name: 'channel',
        label: 'In which channel?',
        required: true,
        value: values.channel,
        error,
      },
      {
        kind: 'words',
        name: 'words',
        label: 'A line of your own',
        hint: 'Why you are in it, or who would fit',
        optional,
        long: true,
        max: limits.words,
        value: values.words,
      },
    ],
    submit: 'Share it',
    does: { command: 'cop share', options: { cop: cop.id } },
  };
}

export interface Sharing {
  readonly cop: Cop;
  readonly channel: Channel;
  readonly step: 'under way' | 'done' | 'there already' | 'not theirs' | 'not allowed' | 'did not work';
  /** The public page, where there is one. */
  readonly link: string | undefined;
}

/** What would let the bot in. */
const notAllowed: Readonly<Record<PlatformName, (where: { space: Channel; name: string }) => Text>> = {
  slack: where =>
    text`I can't post in ${where}, since I'm not in it. Type **/invite** there and choose me, then share once more with ${{ slash: 'cop share' }}; or choose a channel that is open to everybody.`,
  discord: where =>
    text`I can't post in ${where}. Somebody who manages that channel can allow me ${permissions.ViewChannel} and ${permissions.SendMessages} there; then share once more with ${{ slash: 'cop share' }}, or choose another channel.`,
};

export function sharingCard({ cop, channel, step, link }: Sharing): Card {
  const where = { space: channel, name: 'channel' };
  const words = {
    'under way': text`The invitation to **${cop.name}** is on its way to ${where}.`,
    done: text`The invitation to **${cop.name}** is in ${where}. Whoever presses **Request to join** there asks its facilitators.`,
    'there already': text`The invitation to **${cop.name}** was shared in ${where} within the last hour; once is enough there.`,
    'not theirs': text`You can't write in ${where} yourself, so I don't either. Choose a channel where you may, with ${{ slash: 'cop share' }}.`,
    'not allowed': notAllowed[channel.platform](where),
    'did not work': text`The invitation to **${cop.name}** could not be posted in ${where}. Please try another channel with ${{ slash: 'cop share' }}.`,
  }[step];
  const isUndone = /^(not|did not) /.test(step);
  return {
    body: [{ kind: 'text', text: words }, ...(step === 'under way' ? [] : linkLine(cop, link))],
    buttons: isUndone ? [shareButton(cop, 'Choose another channel')] : [],
  };
}

function linkLine(cop: Cop, link: string | undefined): readonly Block[] {
  if (!link) return [];
  if (cop.unlisted)
    return [
      {
        kind: 'text',
        tone: 'quiet',
        text: text`It is unlisted, so it has no page outside of this chat. Its facilitators can change that, with ${{ slash: 'cop edit' }}.`,
      },
    ];
  return [
    {
      kind: 'text',
      text: text`For people who aren't here yet, this page tells what it is about: ${{ url: link, label: link }}`,
    },
  ];
}

/** The two ways to bring somebody in: asking them, which is the facilitators', and a card for all, which is everybody's. */
export function spreadCard(
  cop: Cop,
  facilitates: boolean,
  facilitators: readonly { who: Who }[],
  link: string | undefined,
): Card {
  const asked: Block = facilitates
    ? {
        kind: 'text',
        text: text`**Invite people by name.** Each is asked privately, and is in as soon as they say yes.`,
        buttons: [{ ...inviteButton(cop), style: 'primary' } as Button],
      }
    : {
        kind: 'text',
        text:
          facilitators.length === 0
            ? text`**Somebody in mind?** Tell them its name: with ${{ slash: 'join-request make' }} they ask to join.`
            : text`**Somebody in mind?** Tell ${all(facilitators)}, who can invite them by name.`,
      };
  return {
    title: text`Bring people to ${cop.name}`,
    body: [
      asked,
      {
        kind: 'text',
        text: text`**Share it in a channel.** Whoever presses **Request to join** on the card asks its facilitators.`,
        buttons: [shareButton(cop, 'Share it')],
      },
      ...linkLine(cop, link),
    ],
    buttons: facilitates && cop.unlisted && link ? [editButton(cop)] : [],
  };
}
