/**
 * Everything this Slack holds, as plain JSON. Times are epoch milliseconds unless they are Slack's own `ts`
 * (`1700000000.000100`: seconds and microseconds, unique within the workspace).
 */
import type { KeptBack } from './kept-back.ts';

/** JSON of Slack's many shapes: checked where it is taken, read freely after. */
// biome-ignore lint/suspicious/noExplicitAny: a union of all of Slack's shapes would be a copy of @slack/types
export type Json = Record<string, any>;
/** One value in such JSON. */
export type Loose = Json[string];

export interface State {
  /** Counts ids. */
  seq: number;
  /** The last `ts` given out, in microseconds. */
  micros: number;
  teams: Team[];
  /** Why the app's own token is refused, while it is. */
  appRefused?: string | undefined;
  /** The app that bots' tokens are of, where it isn't the one whose app-level token this is. */
  botsApp?: string | undefined;
}

export type Plan = 'free' | 'paid';

export interface Team {
  id: string;
  name: string;
  domain: string;
  botUserId: string;
  botId: string;
  botToken: string;
  scopes: string[];
  uninstalled: boolean;
  /** Its token is a whole organisation's. */
  orgWide?: boolean;
  /** Why its bot's token is refused, while it is. */
  refused?: string | undefined;
  restrictsPrivateChannels: boolean;
  plan?: Plan;
  people: Person[];
  channels: Channel[];
  files: SharedFile[];
  /** Open modals by person, the newest on top (last). */
  modals: Record<string, View[]>;
  homes: Record<string, View>;
  triggers: Record<string, Trigger>;
  replyUrls: Record<string, ReplyUrl>;
}

export interface Person {
  id: string;
  name: string;
  handle: string;
  bot: boolean;
  admin: boolean;
  guest: boolean;
  deleted: boolean;
  /** The channels that they were in when they were deactivated. */
  wasIn?: readonly string[];
  locale: string;
  timeZone: string;
  elsewhere?: Elsewhere;
  /** What they post is posted by this app, which they let speak for them. */
  through?: OtherApp;
}

export interface OtherApp {
  readonly id: string;
  readonly bot: string;
  readonly name: string;
}

/** Of another team, in a channel that is connected with it. */
export interface Elsewhere {
  readonly id: string;
  readonly domain: string;
  /** Where presses name that team: in the app's place unless told, or beside the person alone. */
  readonly told?: 'beside-them';
  /** They and the team that the app is in are of organisations; these are the teams that theirs has them in. */
  readonly organisation?: { readonly id: string; readonly teams: readonly string[] };
}

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export interface Channel {
  id: string;
  /** Empty for direct messages. */
  name: string;
  kind: ChannelKind;
  general: boolean;
  creator: string;
  created: number;
  archived: boolean;
  /** Shared with other organisations, by Slack Connect: the ids of their teams. */
  connected?: string[];
  members: string[];
  topic: string;
  purpose: string;
  messages: Message[];
  pins: Pin[];
  bookmarks: Bookmark[];
}

export interface Pin {
  ts: string;
  by: string;
  at: number;
}

export interface Bookmark {
  id: string;
  title: string;
  link: string;
  emoji: string;
  by: string;
  at: number;
}

export interface Message {
  ts: string;
  /** `USLACKBOT` for what Slack itself says. */
  user: string;
  byApp: boolean;
  /** Another app posted it, for its writer. */
  through?: OtherApp;
  text: string;
  subtype?: string;
  blocks?: Json[];
  attachments?: Json[];
  threadTs?: string;
  /** Who wrote what it answers. */
  parentUser?: string;
  /** Of what begins a thread: who replied when, oldest first. */
  replies?: { user: string; ts: string }[];
  edited?: { user: string; ts: string };
  files?: string[];
  metadata?: Json;
  /** Ephemeral: the one person who sees it. */
  onlyFor?: string;
  reactions?: { name: string; users: string[] }[];
  /** Whom it rang for when it was posted. */
  rang: string[];
  /** What has been chosen or typed in its menus and inputs: `values[block_id][action_id]`. */
  values?: Values;
}

export type Values = Record<string, Record<string, Json>>;

export interface SharedFile {
  id: string;
  name: string;
  title: string;
  type: string;
  by: string;
  at: number;
  /** Base64; absent until uploaded. */
  body?: string;
  complete: boolean;
  /** Completed, but Slack doesn't know yet what it is; here it does once somebody has looked. */
  settling?: boolean;
  channels: string[];
  /** Uploaded in a form of the app's: it may read that, though it lies in no conversation. */
  forApp?: boolean;
  /** As announced; the bytes have to be as many. */
  length?: number;
  alt?: string;
  keptBack?: KeptBack;
  deleted: boolean;
}

export interface View {
  id: string;
  type: 'modal' | 'home';
  hash: string;
  title?: Json;
  submit?: Json | null;
  close?: Json | null;
  blocks: Json[];
  private_metadata: string;
  callback_id: string;
  external_id: string;
  clear_on_close: boolean;
  notify_on_close: boolean;
  root: string;
  previous: string | null;
  values: Values;
  /** What stands at its fields, by block_id. */
  errors: Record<string, string>;
  /** What Slack says above it when the app didn't answer. */
  notice?: string;
  ts: string;
}

export interface Trigger {
  user: string;
  until: number;
  used: boolean;
  /** From an interaction within a modal, whose stack may be pushed on. */
  inModal: boolean;
}

export interface ReplyUrl {
  user: string;
  channel: string;
  /** The message it came from, if any. */
  ts?: string;
  until: number;
  uses: number;
}

export const slackbot = 'USLACKBOT';
export const botName = 'CoP Bot';
export const appId = 'A0PLAYGROUND';
export const verificationToken = 'playground-verification';

/** `C` → `C0000000A1`: an id of Slack's look, never given twice. */
export function nextId(state: State, letter: string): string {
  state.seq += 1;
  return `${letter}0${state.seq.toString(36).toUpperCase().padStart(8, '0')}`;
}

/** A `ts` later than all before it. */
export function nextTs(state: State, now: number): string {
  state.micros = Math.max(now * 1000, state.micros + 1);
  return `${Math.floor(state.micros / 1_000_000)}.${String(state.micros % 1_000_000).padStart(6, '0')}`;
}
