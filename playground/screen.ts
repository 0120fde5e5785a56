/**
 * What one person's client shows, as data: who and what is there, one channel's messages with the platform's own drawing
 * (blocks, components) left as they are, and the form that is open. The page draws it in the platform's manner.
 */
import type { SeenForm } from './driver.ts';

/** JSON of the platforms' many shapes: checked where the playground took it, read freely after. */
// biome-ignore lint/suspicious/noExplicitAny: a union of two platforms' shapes would be a copy of their documentation
export type Drawing = Record<string, any>;

export interface ScreenPerson {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  readonly admin: boolean;
  readonly guest: boolean;
}

/** Whoever looks: their client speaks their language and tells their time. */
export interface ScreenMe extends ScreenPerson {
  readonly locale: string;
  readonly timeZone?: string;
  /** Not in the workspace: not yet, or not any more. */
  readonly away?: boolean;
}

export interface ScreenChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct' | 'thread';
  /** The category on Discord; of a thread, its channel. */
  readonly under?: string;
  readonly joined: boolean;
  readonly archived: boolean;
  readonly topic: string;
  /** Messages of others since it was last read, and those among them that ring (a mention, anything said directly). */
  readonly news: number;
  readonly rings: number;
}

export interface ScreenFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly alt: string;
}

export interface ScreenMessage {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly author: { readonly id: string; readonly name: string; readonly bot: boolean };
  /** Said by the platform itself: somebody joined, somebody pinned. */
  readonly system: boolean;
  readonly edited: boolean;
  readonly onlyYou: boolean;
  readonly pinned: boolean;
  readonly mine: boolean;
  readonly permalink: string;
  readonly reactions: readonly { readonly emoji: string; readonly people: readonly string[] }[];
  /** Slack: the message whose thread it stands in. */
  readonly inThread?: string;
  /** Slack: how many answered it in its thread. */
  readonly replies?: number;
  /** Discord: what it replies to; words of nobody, once that is deleted. */
  readonly answers?: { readonly id: string; readonly author: string; readonly words: string };
  /** Slack: `text`, `blocks`, `attachments`. Discord: `content`, `embeds`, `components`, `thinking`. */
  readonly drawing: Drawing;
  readonly files: readonly ScreenFile[];
}

export interface OpenChannel extends ScreenChannel {
  /** Whether this person can type anything there: not in what is archived, nor in an app's read-only tab, nor without the right to. */
  readonly composer: boolean;
  /** The newest message that they had read before they opened it. */
  readonly readUpTo?: string;
  readonly members: readonly string[];
  readonly messages: readonly ScreenMessage[];
  /** Ids of what is pinned, newest first. */
  readonly pins: readonly string[];
}

/** Slack: a modal's blocks beside its fields. Discord: words and fields alone. */
export interface ScreenForm extends SeenForm {
  readonly id: string;
  readonly close: string;
  readonly notice?: string;
  readonly blocks?: readonly Drawing[];
}

export interface Screen {
  readonly platform: 'slack' | 'discord';
  readonly workspace: string;
  readonly connected: boolean;
  readonly me: ScreenMe;
  readonly people: readonly ScreenPerson[];
  readonly channels: readonly ScreenChannel[];
  readonly open?: OpenChannel;
  readonly form?: ScreenForm;
  /** Slack's Home tab, once the app has drawn it. */
  readonly home?: readonly Drawing[];
  readonly hasHome: boolean;
  /** Whether one can type to the app in the direct message with it, before there is one. */
  readonly directComposer: boolean;
  /** Discord: commands that can be typed in the open channel, and so be clicked where a text names them by their id. */
  readonly clickable?: readonly { readonly id: string; readonly label: string }[];
  /** What apps add to a message's menu. */
  readonly shortcuts: readonly string[];
}

export interface ScreenAsk {
  /** The channel that is open. */
  readonly channel?: string;
  /** The newest message read, by channel. */
  readonly read: Readonly<Record<string, string>>;
}
