/** Messages and views as their reader sees them. */
import type { SeenButton, SeenMessage } from '../driver.ts';
import { elementsOf } from './blocks.ts';
import { permalink } from './shapes.ts';
import type { Channel, Json, Message, Team, View } from './state.ts';
import { botName, slackbot } from './state.ts';
import { blocksWords, mrkdwnWords, textWords } from './words.ts';
import { personById } from './world.ts';

export const whereOf = (channel: Channel): string => (channel.kind === 'im' ? 'direct message' : channel.name);

const allBlocks = (message: Message): Json[] => [
  ...(message.blocks ?? []),
  ...(message.attachments ?? []).flatMap(a => a.blocks ?? []),
];

/** Every block, those within containers and carousels too. */
export const flat = (blocks: readonly Json[]): Json[] =>
  blocks.flatMap(b => [b, ...flat(b.child_blocks ?? (b.type === 'carousel' ? b.elements : []))]);

export const blocksOfMessage = (message: Message): Json[] => flat(allBlocks(message));

export interface Pressable {
  readonly block: Json;
  readonly element: Json;
  readonly label: string;
}

export const pressables = (team: Team, blocks: readonly Json[]): Pressable[] =>
  flat(blocks).flatMap(block =>
    block.type === 'carousel'
      ? []
      : elementsOf(block).flatMap(element =>
          element.type === 'button' || element.type === 'workflow_button'
            ? [{ block, element, label: textWords(team, element.text) }]
            : [],
        ),
  );

const buttonsOf = (team: Team, blocks: readonly Json[]): SeenButton[] =>
  pressables(team, blocks).map(({ element, label }) => ({
    label,
    style: element.style ?? (element.url ? 'link' : 'plain'),
    disabled: false,
    ...(element.url ? { url: element.url } : {}),
  }));

function picturesOf(team: Team, message: Message): { alt: string }[] {
  const inBlocks = blocksOfMessage(message).flatMap(b => [
    ...(b.type === 'image' ? [b] : []),
    ...elementsOf(b).filter(e => e.type === 'image'),
    ...(b.hero_image ? [b.hero_image] : []),
  ]);
  const shared = (message.files ?? [])
    .map(id => team.files.find(f => f.id === id)!)
    .filter(f => f.type.startsWith('image/'));
  return [...inBlocks.map(p => ({ alt: String(p.alt_text) })), ...shared.map(f => ({ alt: f.alt ?? f.title }))];
}

function wordsOf(team: Team, message: Message): string {
  const own = message.blocks ? blocksWords(team, message.blocks) : mrkdwnWords(team, message.text);
  const attached = (message.attachments ?? []).map(a =>
    a.blocks
      ? blocksWords(team, a.blocks)
      : [a.pretext, a.title, a.text, ...(a.fields ?? []).flatMap((f: Json) => [f.title, f.value])]
          .filter(Boolean)
          .map(t => mrkdwnWords(team, t))
          .join('\n'),
  );
  return [own, ...attached].filter(Boolean).join('\n');
}

export function seenMessage(team: Team, channel: Channel, message: Message): SeenMessage {
  const files = (message.files ?? []).map(id => team.files.find(f => f.id === id)!).filter(f => !f.deleted);
  return {
    id: message.ts,
    where: whereOf(channel),
    channelId: channel.id,
    author: message.user === slackbot ? 'Slackbot' : (personById(team, message.user)?.name ?? 'unknown'),
    byBot: message.byApp,
    text: wordsOf(team, message),
    buttons: buttonsOf(team, allBlocks(message)),
    pictures: picturesOf(team, message),
    files: files.map(f => ({
      id: f.id,
      name: f.name,
      type: f.type,
      bytes: Buffer.from(f.body ?? '', 'base64').length,
    })),
    onlyYou: message.onlyFor !== undefined,
    pinned: channel.pins.some(p => p.ts === message.ts),
    rings: message.rang.map(id => personById(team, id)!.name),
    edited: message.edited !== undefined,
    permalink: permalink(team, channel, message),
  };
}

/** A modal (`form`) or the app's Home (`home`), read from top to bottom with what stands at its fields. */
export function seenView(team: Team, view: View): SeenMessage {
  const errors = Object.values(view.errors);
  const words = [textWords(team, view.title), view.notice, blocksWords(team, view.blocks), ...errors]
    .filter(Boolean)
    .join('\n');
  const drawn: Message = { ts: view.ts, user: team.botUserId, byApp: true, text: '', blocks: view.blocks, rang: [] };
  return {
    id: view.id,
    where: view.type === 'home' ? 'home' : 'form',
    channelId: '',
    author: botName,
    byBot: true,
    text: words,
    buttons: buttonsOf(team, view.blocks),
    pictures: picturesOf(team, drawn),
    files: [],
    onlyYou: true,
    pinned: false,
    rings: [],
    edited: false,
    permalink: '',
  };
}
