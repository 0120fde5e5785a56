/** A message as Slack shows it to the bot → a SharedMessage. */
import type { SharedMessage } from '../../platform/chat-platform.ts';
import { type Emoji, emojiSeen, withEmoji } from './emoji.ts';
import { slackbot } from './profiles.ts';
import { readable } from './readable.ts';
import { unescaped } from './slash.ts';

export interface SlackMessage {
  readonly ts?: string;
  /** Of a reply, its first message's time; of a message that is answered, its own. */
  readonly thread_ts?: string;
  readonly user?: string;
  readonly bot_id?: string | null;
  /** Slack was asked: a person wrote it, through an app. */
  readonly by_person?: true;
  readonly subtype?: string;
  readonly text?: string;
  readonly blocks?: readonly object[] | null;
  readonly files?: readonly File[] | null;
  readonly attachments?: readonly Attachment[] | null;
}
interface File {
  readonly id?: string;
  readonly file_access?: string;
  readonly name?: string;
  readonly title?: string;
  readonly mimetype?: string;
  readonly size?: number;
  readonly mode?: string;
  readonly is_external?: boolean;
  readonly url_private?: string;
  readonly permalink?: string;
}
interface Attachment {
  readonly title?: string;
  readonly pretext?: string;
  readonly text?: string;
  readonly fallback?: string;
  readonly title_link?: string;
  readonly from_url?: string;
  readonly original_url?: string;
}

/** `home`: the team's own address, `https://team.slack.com/`. */
export function sharedMessage(message: SlackMessage, channel: string, team: string, home: string): SharedMessage {
  const ts = message.ts ?? '';
  const thread = threadOf(message);
  const text = message.text?.trim() ? message.text : besidesWords(message);
  return {
    channel: { platform: 'slack', workspace: team, id: channel },
    id: ts,
    ...(thread !== undefined && { thread }),
    author: message.user ?? '',
    byBot: (message.bot_id != null && !message.by_person) || message.user === slackbot,
    permalink: permalinkOf(home, channel, ts, message.thread_ts),
    at: Math.round(Number(ts) * 1000),
    words: readable(withEmoji(text, message.blocks)),
    files: (message.files ?? []).filter(isOnSlack).map(file => ({
      name: file.name ?? file.title ?? '',
      type: file.mimetype ?? '',
      bytes: file.size ?? (isUntold(file) ? undefined : 0),
    })),
    links: [...elsewhere(message), ...linksIn({ ...message, text })],
  };
}

/** What was sent to the channel as well stands there. docs.slack.dev/reference/events/message/thread_broadcast */
export const threadOf = ({ ts, thread_ts, subtype }: SlackMessage): string | undefined =>
  thread_ts === ts || subtype === 'thread_broadcast' ? undefined : thread_ts;

/** Of what an app has drawn: people see words there, though the message itself has none. */
function besidesWords({ blocks, attachments }: SlackMessage): string {
  const attached = (attachments ?? []).flatMap(({ pretext, title, text, fallback }) => {
    const said = [pretext, title, text].filter(one => one?.trim());
    return said.length > 0 ? said : [fallback ?? ''];
  });
  return [...textsIn(blocks ?? []), ...attached].filter(one => one?.trim()).join('\n');
}

/** Of buttons and menus, none. */
function textsIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== 'object' || part === null) return [];
  const { type, text, url, fields, elements, title } = part as Record<string, unknown>;
  if (type === 'emoji') return [emojiSeen(part as Emoji)];
  if (type === 'link') return [`<${url}|${text ?? url}>`];
  if (type === 'rich_text_section' || type === 'rich_text_quote' || type === 'rich_text_preformatted')
    return [textsIn(elements).join('')];
  if (typeof text === 'string') return [text];
  return type === 'actions' ? [] : [text, title, fields, elements].flatMap(textsIn);
}

/** Told by its id alone, as in a channel that is shared with another organisation; or somebody has it, and the bot may not see it. */
export const isUntold = ({ file_access }: Pick<File, 'file_access'>): boolean =>
  file_access === 'check_file_info' || file_access === 'access_denied';

/** Of one that was deleted a tombstone is left, or its id; of one that a free plan keeps to itself no more. github.com/zulip/zulip, zerver/data_import/slack.py */
const isKept = ({ mode = '', file_access }: Pick<File, 'mode' | 'file_access'>): boolean =>
  !['tombstone', 'hidden_by_limit'].includes(mode) && file_access !== 'file_not_found';

export const isOnSlack = (file: Pick<File, 'is_external' | 'mode' | 'mimetype' | 'file_access'>): boolean =>
  file.is_external !== true && isKept(file) && !isWrittenOn(file);

/** A canvas or a list: people go on writing on it, and what would be fetched is a page of HTML. Its name is its title with underscores. docs.slack.dev/surfaces/canvases, …/lists */
const isWrittenOn = ({ mimetype }: Pick<File, 'mimetype'>): boolean =>
  mimetype === 'application/vnd.slack-docs' || mimetype === 'application/vnd.slack-list';

/** A document of Google Drive, say: Slack has its name and its address, and nothing in it. docs.slack.dev/reference/methods/files.remote.info */
const elsewhere = ({ files }: SlackMessage): SharedMessage['links'] =>
  (files ?? []).flatMap(file => {
    const { is_external, url_private, permalink, title, name } = file;
    const url = is_external ? url_private : isWrittenOn(file) ? permalink : undefined;
    return url ? [{ url, ...((title ?? name) && { title: title ?? name }) }] : [];
  });

/** As chat.getPermalink gives it: a reply's leads into its thread, without which Slack opens the channel alone. */
export function permalinkOf(home: string, channel: string, ts: string, thread?: string): string {
  const within = thread && thread !== ts ? `?thread_ts=${thread}&cid=${channel}` : '';
  return new URL(`archives/${channel}/p${ts.replace('.', '')}${within}`, home).href;
}

/** Links stand in the text as `<url>` or `<url|label>`; what Slack unfurled has a title. */
function linksIn({ text = '', attachments }: SlackMessage): SharedMessage['links'] {
  const titles = new Map(
    (attachments ?? []).flatMap(one =>
      [one.from_url, one.original_url, one.title_link].flatMap(url =>
        url && one.title ? [[url, one.title] as const] : [],
      ),
    ),
  );
  const marked = [...text.matchAll(/<(https?:\/\/[^|>]+)(?:\|[^>]*)?>/g)].map(match => unescaped(match[1] ?? ''));
  const urls = [
    ...new Set([
      ...marked,
      ...(marked.length > 0 ? [] : [...text.matchAll(/https?:\/\/[^\s<>|]+/g)].map(match => unescaped(match[0]))),
    ]),
  ];
  return urls.map(url => {
    const title = titles.get(url);
    return title ? { url, title } : { url };
  });
}
