/**
 * The port: everything the bot knows of a chat platform, and everything a platform may bring to the bot.
 * Two adapters stand behind it; one contract suite runs over both.
 */
import type { MadeInvite } from '../domain/settings.ts';
import type { Capabilities } from './capabilities.ts';
import type { Block, Card, Form } from './card.ts';
import type { EffectKind, Effects, FindableEffect } from './effects.ts';
import type { Download, GivenFile } from './file.ts';
import type { Happening } from './happening.ts';
import type { Invoke } from './invoke.ts';
import type { Account, Channel, PlatformName, Posted, Workspace } from './place.ts';
import type { Inhabitant, Looks } from './presence.ts';

export type * from './capabilities.ts';
export * from './effects.ts';
export type * from './file.ts';
export type { Happening } from './happening.ts';
export type { Invoke } from './invoke.ts';
export type * from './place.ts';
export type { Inhabitant, Presence } from './presence.ts';

/** Who pressed. A Discord direct message carries no guild: then only the record that the Invoke names says which workspace it is about. */
export interface Visitor {
  readonly platform: PlatformName;
  readonly workspace?: string;
  readonly id: string;
  readonly name: string;
  /** That is what they log in as: the platform hasn't told, just now, how people call them. */
  readonly handle?: true;
  /** Whether they administer the workspace; told where the command's spec asks for it, and where the platform could be asked in time. */
  readonly admin?: boolean | 'not-told';
  /** Of another workspace than the bot's, in a channel that both share (Slack Connect): they press with their own team's id. `perhaps`: the platform hasn't told, just now. */
  readonly foreign?: true | 'perhaps';
}

/** A workspace that somebody is in right now, together with the bot; and what they are called there. */
export interface SharedServer {
  readonly workspace: string;
  readonly name: string;
  readonly called: string;
  readonly admin: boolean;
}

/** A message of a person's, as the platform showed it to the bot; words and files are missing where the bot may not read them. */
export interface SharedMessage {
  /** Where it counts as said: the space, even if it stands in a thread of it. */
  readonly channel: Channel;
  /** The channel where it really stands, if that is another. */
  readonly within?: string;
  /** The message that it is a reply to, where that makes no channel of its own (Slack). */
  readonly thread?: string;
  readonly id: string;
  readonly author: string;
  readonly byBot: boolean;
  readonly permalink: string;
  readonly at: number;
  readonly words?: string;
  /** Where the platform doesn't tell: no `bytes`, and an empty `name`. */
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: number | undefined }[];
  readonly links: readonly { readonly url: string; readonly title?: string }[];
}

/** How to go on answering an invocation after its first answer: the adapter's own words, kept encrypted, useless after `expiresAt`. */
export interface ReplyRef {
  readonly platform: PlatformName;
  readonly token: string;
  readonly expiresAt: number;
}

/** What a platform tells of somebody besides their id. `guest`: let into some channels only, and not by an app (Slack). `gone`: no longer in the workspace. `elsewhere`: of another one. */
export interface Told {
  readonly name: string;
  readonly bot: boolean;
  readonly guest?: boolean;
  readonly gone?: boolean;
  readonly elsewhere?: boolean;
}

export interface Invocation extends Invoke {
  /** The platform's own id of this press: the same id is the same press. */
  readonly id: string;
  readonly by: Visitor;
  readonly at?: Channel;
  /** The card it was pressed on, when it is one that stays (not one that only the presser sees). */
  readonly on?: Posted;
  /** What stands quoted on that card, as it was written, as far as the platform shows it to the bot again. */
  readonly quoted?: string;
  /** BCP 47, as the platform tells it: `en-GB`, `de`. Not told of what nobody pressed. */
  readonly locale?: string;
  readonly from: 'slash' | 'card' | 'panel' | 'home' | 'form' | 'shortcut';
  /** Milliseconds that have passed since it came: who pressed waits for the rest of the platform's three seconds. */
  readonly waited?: number;
  readonly reply?: ReplyRef;
  /** The card that only the presser sees, if it was pressed on one or its form was opened there: how it is drawn anew. */
  readonly panel?: ReplyRef;
  /** In a direct message where nobody and no channel can be chosen (Discord); its workspace was found out otherwise. */
  readonly direct?: true;
  /** What a message shortcut was used on. */
  readonly message?: SharedMessage;
  /** Files chosen in the form, by field; the field's value is not empty either. */
  readonly files?: Readonly<Record<string, GivenFile>>;
  /** People named in options of kind `people`, as far as the platform told more than their ids. */
  readonly people?: Readonly<Record<string, Told>>;
  /** Channels, by their ids, where who pressed may not write, or else the bot; as far as the platform tells. `untold`: it hasn't, just now. */
  readonly barred?: Readonly<Record<string, 'presser' | 'bot' | 'untold'>>;
  /** Invites that were just made for it, or why none could be: of want of a permission, or of anything else for now. */
  readonly invites?: readonly MadeInvite[] | 'not-allowed' | 'not-now';
  /** Of the channel that was chosen: whether everybody in the workspace can read it, and who is in it; as far as the platform has told. */
  readonly chosen?: { readonly isOpen: boolean; readonly people: readonly Inhabitant[] | undefined };
  /** With a form that lets a server role be chosen: the roles, by their ids, that nobody can be given, or that who pressed could give to nobody. `untold`: the platform hasn't told, just now. */
  readonly ungivable?: Readonly<Record<string, 'by anybody' | 'by the presser'>> | 'untold';
}

export interface OptionSpec {
  /** Given as: `people` the account ids, joined by commas (what was typed but is nobody's begins with `@`); `channel` its id. */
  readonly kind: 'words' | 'cop' | 'people' | 'channel' | 'message' | 'choice' | 'record';
  readonly summary: string;
  /** By language (`de`). */
  readonly summaries?: Readonly<Record<string, string>>;
  readonly required?: boolean;
  /** Offered while typing (Discord's autocomplete). */
  readonly suggests?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What an adapter needs to know of a command: how it is called, what it asks, how it answers. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** By language (`de`). */
  readonly summaries?: Readonly<Record<string, string>>;
  /** As typed, without the slash: `startcop`, `cop docs find`. Commands without it are reached by buttons alone. */
  readonly slash?: string;
  /** The label of its entry in a message's menu: `Save to the library`. */
  readonly shortcut?: string;
  /** By language (`de`), where a platform's menu knows several. */
  readonly shortcuts?: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Both platforms fix visibility at the acknowledgement: a private answer, or the pressed card drawn anew. */
  readonly answers: 'privately' | 'on-the-card';
  /** Whether it is answered by a form first. */
  readonly asks: boolean;
  /** Whether it matters if an administrator gives it: then `by.admin` is told. */
  readonly weighsAdmin?: boolean;
  /** Not if this option was given. */
  readonly asksUnless?: string;
}

/** `mend`: the form again, values kept, errors at their fields. `shows: 'card'` draws the pressed card anew; `'person'` answers the presser alone. */
export type Answer =
  | {
      readonly say: Card;
      readonly shows: 'person' | 'card';
      /** It is drawn anew while what it tells of goes on. */
      readonly goesOn?: true;
      /** The same panel without what was said of this press: how it is drawn from then on. */
      readonly lasting?: Card;
      /** To be called once the card stands as it says: until then the bot goes on trying by itself. `perhaps`: the platform didn't say that it does. */
      readonly stands?: (sure?: 'perhaps') => Promise<void>;
    }
  | { readonly mend: Form };

/** A mark of what somebody's Home shows, for all processes side by side; nothing, where nobody is sure: as long as it is being drawn, say. */
export interface DrawnHomes {
  of(account: Account): Promise<string | undefined>;
  note(account: Account, mark: string | undefined): Promise<void>;
}

export interface Inbox {
  readonly homes: DrawnHomes;
  /** The acknowledgement itself: database reads only, well within three seconds. */
  form(invocation: Invocation): Promise<{ readonly show: Form } | { readonly say: Card }>;
  suggest(invocation: Invocation, option: string, typed: string): Promise<readonly Choice[]>;
  /** Never rejects: a refusal and a bug are answers too. Committed when it resolves. */
  invoke(invocation: Invocation): Promise<Answer>;
  /** An adapter's own words, in the language of a locale. */
  wordsIn(words: string, locale: string | undefined): string;
  /** Somebody wrote to the bot, or named it in a channel: what is said to that; nothing, where it was said a moment ago. */
  addressed(by: Visitor, how: 'directly' | 'in a channel', locale: string | undefined): Promise<Card | undefined>;
  /** What people did without asking the bot. */
  happened(event: Happening): Promise<void>;
}

export interface InviteBounds {
  readonly to: string | undefined;
  /** How many it lets in. */
  readonly people: number;
  readonly forMs: number;
}

/** A pinned message; who pinned it and when, as far as the platform tells. */
export interface Pin {
  readonly message: SharedMessage;
  readonly by?: Visitor;
  readonly at: number;
}

/** How the connection stands, and since when (epoch milliseconds). `stopped`: the platform ended it for good; it is tried again all the same. */
export interface Connection {
  readonly state: 'ok' | 'reconnecting' | 'stopped';
  readonly since: number;
}

export interface ChatPlatform extends Looks {
  readonly name: PlatformName;
  readonly capabilities: Capabilities;
  /** For whoever watches from outside; nothing before it is started. */
  standing(): Connection | undefined;
  /** Connects, tells the platform the commands, and begins to bring invocations. */
  start(commands: readonly CommandSpec[], inbox: Inbox): Promise<void>;
  stop(): Promise<void>;
  /** BCP 47: the language that somebody chose for themselves, where the platform knows it and can be asked. */
  localeOf(account: Account): Promise<string | undefined>;
  /** The time zone that somebody chose for themselves (an IANA name), where the platform knows it and can be asked. */
  timeZoneOf(account: Account): Promise<string | undefined>;
  /** Another process has heard that somebody is otherwise than was believed; nobody named: anybody may be. */
  forgets(account: Account | undefined): void;
  /** Where a press may have come from that tells no workspace; `likely`: where they were seen before. It never fails; on a platform that always tells, there is none. Nor does asking whether somebody administers one. */
  serversOf(person: string, likely: readonly string[]): Promise<readonly SharedServer[]>;
  administers(who: Account): Promise<boolean | 'not-told'>;
  /** Into a workspace, at that channel or else where newcomers arrive. Fails with a PlatformError; where people aren't invited by an app (`manners.makesInvites`), always. */
  makeInvite(workspace: Workspace, bounds: InviteBounds): Promise<Omit<MadeInvite, 'until'>>;
  /** It lets nobody in any more; as little did one that is over or gone. */
  revokeInvite(workspace: Workspace, invite: MadeInvite): Promise<void>;
  /** `key` is the effect's own: stable over repeats, unique over effects. Fails with a PlatformError only. */
  readonly perform: {
    readonly [E in EffectKind]: (input: Effects[E]['in'], key: string) => Promise<Effects[E]['out']>;
  };
  /** Somebody may soon be shown this picture: what takes long of that is done ahead, as far as it can be. */
  ready(picture: Extract<Block, { kind: 'picture' }>): void;
  /** The first file of a message, or one that was given with a form (`GivenFile.at`); only ever from the platform's own file host. */
  download(from: Posted | { readonly given: string }): Promise<Download>;
  /** What is pinned in a space right now, or in a thread of it that has pins of its own; the bot's own too, the latest first. */
  pins(space: Channel, within?: string): Promise<readonly Pin[]>;
  /** Whether a message, anybody's, still stands where it stood; nothing where it is hidden, and nobody can tell. */
  isThere(message: Posted): Promise<boolean | undefined>;
  /** Whether an effect that was begun at `since` (epoch milliseconds) came to be, though nobody heard. */
  readonly find: {
    readonly [E in FindableEffect]: (
      input: Effects[E]['in'],
      key: string,
      since: number,
    ) => Promise<Effects[E]['out'] | undefined>;
  };
}
