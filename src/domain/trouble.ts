import type { Cop } from './cop.ts';

/** What a platform's no was about. Only the first says anything about the person; the bot's own trouble is never a final no. */
export type Whose =
  | 'person' // has left, is deactivated, takes no messages
  | 'place' // the channel or thread: gone, archived, full, or not to be written in
  | 'message' // deleted, or not to be changed any more
  | 'bot' // its own way in: token, scope, permission, its place in the space, the server
  | 'nobody'; // the network, a limit, a bug of ours

/** How a platform says no. */
export type TroubleKind =
  | 'rate-limited' // not done; again later
  | 'unreachable' // not done: nothing was heard of the platform
  | 'unknown-outcome' // perhaps done: find it before doing it again
  | 'forbidden' // a human can mend it: a permission, a policy, closed direct messages
  | 'gone' // what it was about is no longer there
  | 'unsupported' // this platform has no such thing
  | 'invalid'; // our bug

/** As it is kept beside what could not be done. `code`: the platform's own. */
export interface Trouble {
  readonly whose: Whose;
  readonly kind: TroubleKind;
  readonly code: string;
  /** The permissions or scopes that are missing, by the platform's own names, joined by commas. */
  readonly needed?: string;
  /** The channel that it is about, where it is about that one alone. */
  readonly place?: string;
}

/** Whom it was for is gone, or its CoP closed: nobody has to mend that. */
export const isOver = ({ kind, whose, code }: Trouble): boolean =>
  kind === 'gone' && (whose === 'person' || code === 'closed');

export const outOnSlack: ReadonlySet<string> = new Set(['channel_not_found', 'invalid_channel', 'not_in_channel']);
/** Without it, nothing of a channel is to be seen: the bot is as good as out. */
export const noView = 'ViewChannel';
/** The bot was put out of the CoP's own space, or it is gone: at a glance the two look alike. */
export const isOut = (
  { spaceId }: Pick<Cop, 'spaceId'>,
  {
    code,
    place,
    needed,
  }: Pick<Trouble, 'code'> & { readonly place?: string | undefined; readonly needed?: string | undefined },
): boolean => place !== undefined && place === spaceId && (outOnSlack.has(code) || needed === noView);
/** A place in the list of roles above the role that it is about: no permission lacks. */
export const higherRole = 'HigherRole';
/** Somebody has put the bot in a timeout: no permission lacks once that is over. */
export const timedOut = 'TimedOut';

/** What is to be mended is one and the same. */
export const isSameTrouble = (a: Trouble | undefined, b: Trouble): boolean =>
  a?.whose === b.whose && a.code === b.code && a.needed === b.needed && a.place === b.place;

/** Nothing was heard of a platform, or not what came of it: that is no word of its. */
export const isSilence = ({ kind }: Pick<Trouble, 'kind'>): boolean =>
  kind === 'unreachable' || kind === 'unknown-outcome';

/** Not there any more. Who only takes no messages, or can't be let in by an app, still is. */
export const hasLeft = ({ whose, reason }: { readonly whose?: Whose; readonly reason?: TroubleKind }): boolean =>
  whose === 'person' && reason === 'gone';
/** A channel may not be called what it was to be called: Slack's codes, and the Discord adapter's. */
export const isOfName = (code: string): boolean => /^(invalid_name|50035\.name$)/.test(code);
/** Whoever runs the bot has called it off. */
export const calledOff: Trouble = { whose: 'nobody', kind: 'unsupported', code: 'called_off' };
/** And has thought better of it: whoever was told of trouble before hears how it ends. */
export const triedAgain: Trouble = { whose: 'nobody', kind: 'unreachable', code: 'tried_again' };
