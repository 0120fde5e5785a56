/** What Slack's client shows to one person. */
import type {
  OpenChannel,
  Screen,
  ScreenAsk,
  ScreenChannel,
  ScreenForm,
  ScreenMessage,
  ScreenPerson,
} from '../screen.ts';
import { isForm, seenForm } from './forms.ts';
import type { Eyes } from './looks.ts';
import { channelsSeen, nameOf, seesMessage } from './looks.ts';
import { emojiOf } from './reactions.ts';
import { permalink } from './shapes.ts';
import type { Channel, Message, Person, Team, View } from './state.ts';
import { slackbot } from './state.ts';
import { topView } from './views.ts';
import { textWords } from './words.ts';
import { isDirect, isIn, personById } from './world.ts';

const shownPerson = ({ id, name, bot, admin, guest }: Person): ScreenPerson => ({ id, name, bot, admin, guest });

export function screen(eyes: Eyes, connected: boolean, { channel: open, read }: ScreenAsk): Screen {
  const { world, team, person } = eyes;
  const seen = channelsSeen(eyes);
  const opened = seen.find(channel => channel.id === open);
  const view = topView(team, person.id);
  const home = team.homes[person.id];
  return {
    platform: 'slack',
    workspace: team.name,
    connected,
    me: { ...shownPerson(person), locale: person.locale, timeZone: person.timeZone },
    people: team.people.filter(one => !one.deleted).map(shownPerson),
    channels: seen.map(channel => shownChannel(eyes, channel, read)),
    ...(opened ? { open: openChannel(eyes, opened, read) } : {}),
    ...(view ? { form: shownForm(team, view) } : {}),
    ...(home ? { home: home.blocks } : {}),
    directComposer: world.app.messagesTab === 'open',
    hasHome: world.app.homeTab,
    shortcuts: world.app.shortcuts.map(one => one.name),
  };
}

function shownChannel(eyes: Eyes, channel: Channel, read: ScreenAsk['read']): ScreenChannel {
  const { team, person } = eyes;
  const last = Number(read[channel.id] ?? 0);
  const news = isIn(channel, person.id)
    ? channel.messages.filter(m => Number(m.ts) > last && m.user !== person.id && !isSystem(m) && seesMessage(eyes, m))
    : [];
  return {
    id: channel.id,
    name: channel.kind === 'im' ? nameOf(team, team.botUserId) : channel.name,
    kind: channel.kind === 'im' || channel.kind === 'mpim' ? 'direct' : channel.kind,
    joined: isIn(channel, person.id),
    archived: channel.archived,
    topic: channel.topic,
    news: news.length,
    rings: isDirect(channel) ? news.length : news.filter(m => m.rang.includes(person.id)).length,
  };
}

function openChannel(eyes: Eyes, channel: Channel, read: ScreenAsk['read']): OpenChannel {
  const { world, team, person } = eyes;
  return {
    ...shownChannel(eyes, channel, read),
    composer:
      !channel.archived && isIn(channel, person.id) && (channel.kind !== 'im' || world.app.messagesTab === 'open'),
    ...(read[channel.id] ? { readUpTo: read[channel.id] } : {}),
    members: channel.members.map(id => nameOf(team, id)),
    messages: channel.messages.filter(m => seesMessage(eyes, m)).map(m => shownMessage(eyes, channel, m)),
    pins: channel.pins.map(pin => pin.ts).reverse(),
  };
}

const isSystem = (message: Message): boolean =>
  message.subtype !== undefined && !['file_share', 'me_message', 'bot_message'].includes(message.subtype);

function shownMessage({ team, person }: Eyes, channel: Channel, message: Message): ScreenMessage {
  const author = personById(team, message.user);
  return {
    id: message.ts,
    at: Number(message.ts) * 1000,
    author: {
      id: message.user,
      name: message.user === slackbot ? 'Slackbot' : (author?.name ?? 'unknown'),
      bot: message.byApp || message.user === slackbot,
    },
    system: isSystem(message),
    edited: message.edited !== undefined && !message.byApp,
    onlyYou: message.onlyFor !== undefined,
    pinned: channel.pins.some(pin => pin.ts === message.ts),
    mine: message.user === person.id,
    permalink: permalink(team, channel, message),
    reactions: (message.reactions ?? []).map(({ name, users }) => ({
      emoji: emojiOf(name),
      people: users.map(id => nameOf(team, id)),
    })),
    ...(message.threadTs && message.threadTs !== message.ts ? { inThread: message.threadTs } : {}),
    ...(message.replies?.length ? { replies: message.replies.length } : {}),
    drawing: { text: message.text, blocks: message.blocks, attachments: message.attachments },
    files: (message.files ?? []).flatMap(id => {
      const file = team.files.find(one => one.id === id);
      const bytes = Buffer.byteLength(file?.body ?? '', 'base64');
      return file && !file.deleted
        ? [{ id, name: file.name, type: file.type, bytes, alt: file.alt ?? file.title }]
        : [];
    }),
  };
}

function shownForm(team: Team, view: View): ScreenForm {
  const { title } = view;
  const form = isForm(view)
    ? seenForm(team, view)
    : { title: textWords(team, title), text: '', submit: '', fields: [] };
  return {
    ...form,
    id: view.id,
    close: textWords(team, view.close ?? undefined) || 'Close',
    ...(view.notice ? { notice: view.notice } : {}),
    blocks: view.blocks,
  };
}

/** A file that stands in something they see. */
export function fileFor(eyes: Eyes, id: string): { name: string; type: string; body: Buffer } | undefined {
  const { team, person } = eyes;
  const file = team.files.find(one => one.id === id && !one.deleted && one.complete);
  const places = [
    ...channelsSeen(eyes).flatMap(channel => channel.messages.filter(m => seesMessage(eyes, m))),
    topView(team, person.id),
    team.homes[person.id],
  ];
  if (!file || !places.some(place => place && JSON.stringify(place).includes(id))) return undefined;
  return { name: file.name, type: file.type, body: Buffer.from(file.body ?? '', 'base64') };
}
