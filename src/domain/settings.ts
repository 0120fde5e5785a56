import type { NetworkId, WorkspaceKey } from './ids.ts';
import type { Language } from './language.ts';

/** How people without an account get in: over the administrators' own link or sign-up page, or by asking somebody; else nothing is told of it. */
export type WayIn =
  | TellsWayIn
  /** By invites of the bot's own; once they have run out, whom to ask. */
  | { readonly kind: 'bot'; readonly invites: readonly MadeInvite[]; readonly otherwise?: string };

/** What a reader from outside is told. */
export type TellsWayIn =
  | { readonly kind: 'untold' }
  | { readonly kind: 'link'; readonly url: string }
  /** Who, and how they are reached, as an administrator wrote it. */
  | { readonly kind: 'person'; readonly words: string };

/** An invite that the bot made, into which channel, and until when (epoch milliseconds) it is good. */
export interface MadeInvite {
  readonly channel: string;
  readonly url: string;
  readonly until: number;
}

/** All of them together let in so many; the platform's longest is a week. */
export const inviteBounds = { people: 100, forMs: 7 * 24 * 3600_000, most: 5 } as const;

/** Those that still let somebody in. */
export const goodInvites = (way: WayIn, now: number): readonly MadeInvite[] =>
  way.kind === 'bot' ? way.invites.filter(one => one.until > now) : [];

/** What is told now to whoever asks for the CoP whose card stands in that channel: the invite that leads there, else any. */
export function wayInNow(way: WayIn, now: number, channel: string | undefined): TellsWayIn {
  if (way.kind !== 'bot') return way;
  const good = goodInvites(way, now);
  const invite = good.find(one => one.channel === channel) ?? good[0];
  if (invite) return { kind: 'link', url: invite.url };
  return way.otherwise ? { kind: 'person', words: way.otherwise } : { kind: 'untold' };
}

/** In days; nothing: for good. */
export const requestsKept = { 'three-months': 90, year: 365, 'three-years': 1095, always: undefined } as const;
export type RequestsKept = keyof typeof requestsKept;
export const requestsKeptCalled = (name: string | undefined): RequestsKept =>
  (Object.keys(requestsKept) as RequestsKept[]).find(one => one === name) ?? 'year';

/** What was done, and closed CoPs. Of what was done nothing younger than a year may go: so the database holds it as well. */
export const longKept = { year: 365, 'two-years': 730, 'five-years': 1826, always: undefined } as const;
export type LongKept = keyof typeof longKept;
export const longKeptCalled = (name: string | undefined): LongKept =>
  (Object.keys(longKept) as LongKept[]).find(one => one === name) ?? 'always';
/** Nothing: for good. */
export const longKeptMs = (kept: LongKept): number | undefined => {
  const days = longKept[kept];
  return days === undefined ? undefined : days * 24 * 3600_000;
};

/** What the people who install it chose for a workspace. Nothing breaks without any of it. */
export interface Chosen {
  readonly workspace: WorkspaceKey;
  /** The Support Team's channel: who is in it is the Support Team. */
  readonly supportChannel: string | undefined;
  /** `wanted`: made when the first facilitator is to be in it. */
  readonly forum: 'none' | 'wanted' | 'there';
  readonly forumChannel: string | undefined;
  readonly starters: 'anyone' | 'admins';
  readonly startPolicy: 'open' | 'after-conversation';
  /** Where a platform tells no person's own: an IANA name. */
  readonly timeZone: string | undefined;
  /** Of what several read at once; of who starts a CoP, if nothing was chosen. */
  readonly language: Language | undefined;
  readonly wayIn: WayIn;
  /** For how long answered requests to join can be looked back at. */
  readonly keepsRequests: RequestsKept;
  /** For how long it is remembered who did what. */
  readonly keepsAudit: LongKept;
  /** For how long a CoP is kept after it was closed. */
  readonly keepsClosed: LongKept;
  /** Invites of the bot's that are to let nobody in any more, until the platform has taken them back. */
  readonly takingBack: readonly MadeInvite[];
  /** When the first admin was offered to choose. */
  readonly offeredAt: number | undefined;
  readonly chosenAt: number | undefined;
  /** 0: nothing is kept yet. */
  readonly version: number;
}

/** Whose word a CoP that was proposed waits for: a Support Team's; where there is none, an administrator's, where they alone may start one. */
export const whoseWord = ({ supportChannel, starters }: Pick<Chosen, 'supportChannel' | 'starters'>): WhoseWord =>
  supportChannel !== undefined ? 'support' : starters === 'admins' ? 'admins' : 'nobody';
export type WhoseWord = 'support' | 'admins' | 'nobody';

/** As they are kept. */
export interface Settings extends Chosen {
  readonly networkId: NetworkId;
}

export const nothingChosen = (workspace: WorkspaceKey): Chosen => ({
  workspace,
  supportChannel: undefined,
  forum: 'none',
  forumChannel: undefined,
  starters: 'anyone',
  startPolicy: 'open',
  timeZone: undefined,
  language: undefined,
  wayIn: { kind: 'untold' },
  keepsRequests: 'year',
  keepsAudit: 'always',
  keepsClosed: 'always',
  takingBack: [],
  offeredAt: undefined,
  chosenAt: undefined,
  version: 0,
});

export const unchosen = (networkId: NetworkId, workspace: WorkspaceKey): Settings => ({
  ...nothingChosen(workspace),
  networkId,
});

/** A conversation can only come first where there is somebody to have it with. */
export const conversationFirst = (settings: Chosen): boolean =>
  settings.startPolicy === 'after-conversation' && settings.supportChannel !== undefined;

/** As it is written in the zone database, whatever the case it was typed in; nothing, for what is no time zone. */
export function timeZoneCalled(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Another way: what the bot made for the one before is to be taken back. */
export const withWayIn = (before: Settings, wayIn: WayIn): Settings => ({
  ...before,
  wayIn,
  takingBack: [...before.takingBack, ...(before.wayIn.kind === 'bot' ? before.wayIn.invites : [])],
});
