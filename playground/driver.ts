/**
 * A person at the keyboard, in either playground. Tests, the demo and the playground's page act and look through this,
 * so that a story about people is told once and holds on both platforms.
 *
 * Everything here is what a person could do or see in the platform's own client; nothing reaches past it.
 * Waiting methods wait for a condition (never for a time) and reject after `patienceMs` with what was there instead.
 */
import type { ByHand, ByHandOnDiscord } from './by-hand.ts';
import type { Screen, ScreenAsk } from './screen.ts';
import type { SeenForm, SeenMessage } from './seen.ts';

export type { SeenButton, SeenField, SeenForm, SeenMessage } from './seen.ts';

export type PlatformName = 'slack' | 'discord';

export type FormValue =
  | string
  | readonly string[]
  | { readonly name: string; readonly type: string; readonly body: Uint8Array };

export interface LookWhere {
  /** A channel's name, `'direct message'` (with the bot), `'form'` (an open modal's words), or anywhere (default). */
  readonly in?: string;
  /** Only what is older or newer than a message isn't told by words: narrow by another pattern that the same message must show. */
  readonly with?: RegExp;
  /** This message alone, by its id; of an open modal, the view's. */
  readonly message?: string;
  /** This button alone, where several are called the same: Slack's `block_id/action_id`, Discord's `custom_id`. */
  readonly control?: string;
}

export interface Completion {
  readonly label: string;
  readonly summary?: string;
  /** What may follow the command. */
  readonly options?: readonly { readonly name: string; readonly summary: string; readonly required: boolean }[];
}

export interface Persona extends ByHand, ByHandOnDiscord {
  readonly id: string;
  readonly name: string;

  /** Types a line and sends it. A line starting with `/` is a slash command; resolves when the platform has the app's first answer or says it did not respond. */
  types(line: string, where?: { in: string }): Promise<void>;
  /** What completion offers while typing: commands with summaries, or an option's suggestions (Discord's autocomplete). */
  completions(line: string, where?: { in: string }): Promise<readonly Completion[]>;
  /** Posts a message with optional files; answers the message. */
  posts(
    channel: string,
    text: string,
    files?: readonly { name: string; type: string; body: Uint8Array }[],
  ): Promise<SeenMessage>;

  /** Answers a message in its thread (Slack), or in reply to it (Discord). */
  replies(on: { id: string; channelId: string }, text: string): Promise<SeenMessage>;
  /** Changes the words of a message of one's own. */
  edits(on: { id: string; channelId: string }, text: string): Promise<void>;
  /** One of `quickEmoji`, put under a message, and taken away again. */
  reacts(on: { id: string; channelId: string }, emoji: string): Promise<void>;
  unreacts(on: { id: string; channelId: string }, emoji: string): Promise<void>;

  /** The form that is open, waiting for one to open (or for the open one to satisfy `until`). */
  form(until?: (form: SeenForm) => boolean): Promise<SeenForm>;
  /** Fills the open form's fields by label (people and choices by their visible names) and submits. Resolves with the app's answer to the submission. */
  submits(values?: Readonly<Record<string, FormValue>>): Promise<void>;
  /** Suggestions of an open form's field that asks the app for its options. */
  formSuggestions(label: string, typed: string): Promise<readonly string[]>;
  closesForm(): Promise<void>;
  hasForm(): boolean;

  /** Presses the newest enabled button with that label that this person can see (in messages, the open view, Slack's Home). Resolves with the app's first answer. */
  presses(label: string, on?: LookWhere): Promise<void>;
  /** A command that a message names, on Discord: answers what stands in the line then. Refused where no such command can be typed; Slack's client has nothing of the kind. */
  clicks(command: string, on?: LookWhere): Promise<string>;
  /** Chooses from a select menu on a message or view. */
  chooses(placeholder: string, option: string, on?: LookWhere): Promise<void>;
  /** Uses an app's entry of the message's menu ("Save to the library"). */
  uses(shortcut: string, on: { id: string; channelId: string }): Promise<void>;
  pins(on: { id: string; channelId: string }): Promise<void>;
  unpins(on: { id: string; channelId: string }): Promise<void>;
  deletes(on: { id: string; channelId: string }): Promise<void>;

  /** Waits until this person can see a message (or a form's words) that matches, and answers the newest such. */
  sees(pattern: RegExp, where?: LookWhere): Promise<SeenMessage>;
  /** All that matches and is visible right now, oldest first, without waiting. */
  seesNow(pattern: RegExp, where?: LookWhere): readonly SeenMessage[];
  /** A channel as this person sees it, oldest first, without what stands in threads; rejects if they can't see it. `'direct message'` is the one with the bot. */
  reads(channel: string): Promise<readonly SeenMessage[]>;
  pinsOf(channel: string): Promise<readonly SeenMessage[]>;
  channels(): Promise<
    readonly { name: string; id: string; private: boolean; archived: boolean; topic: string; purpose: string }[]
  >;
  membersOf(channel: string): Promise<readonly string[]>;
  /** What this person may do in a channel beyond reading and writing, in the platform's words (Discord's computed permission names; Slack: always empty). */
  rightsIn(channel: string): Promise<readonly string[]>;
  /** Slack's Home tab of the app, opened (the app is told) and read once it is there; Discord has none and rejects. */
  home(): Promise<SeenMessage>;
}

/** One thing that went over the wire, oldest first. */
export interface Traffic {
  /** Counts from 1. */
  readonly n: number;
  readonly at: number;
  /** `call`: the bot asked the platform. `event`: the platform told the bot. `answer`: the bot acknowledged or answered an event. */
  readonly direction: 'call' | 'event' | 'answer';
  /** Slack: the method (`chat.postMessage`) or envelope type. Discord: `POST /channels/:id/messages` (ids as `:id`), or the Gateway event's name. */
  readonly name: string;
  readonly status: number;
  /** The platform's error code when it refused (`name_taken`, `50035`). */
  readonly error?: string;
  readonly request: unknown;
  readonly response: unknown;
}

export interface Fault {
  /** As in `Traffic.name`. */
  readonly on: string;
  /** How many times; 1 unless told. */
  readonly times?: number;
  /** Lets this many matching calls pass first. */
  readonly after?: number;
  readonly does:
    | { readonly rateLimit: number | string; readonly inBody?: number } // 429, Retry-After in seconds, or just as it is told; Discord's body may say otherwise
    | { readonly status: number; readonly performed?: boolean } // 5xx; performed: the change was made, the answer was lost
    | { readonly hang: true; readonly performed?: boolean } // no answer at all until the client gives up
    | { readonly reset: true; readonly performed?: boolean } // the line is cut in the middle of the call
    | { readonly halfSaid: true } // performed, and the line is cut in the middle of the answer
    | { readonly warns: string } // performed, and Slack warns of how it was asked
    | { readonly late: number } // performed at once, answered so many milliseconds later: its events come first
    | { readonly page: number } // a web page with this status, of whatever stands between (a proxy, Cloudflare); nothing is done
    | { readonly refuse: string }; // the platform's own error code
}

/** Of an event: on the way for good, so many milliseconds late, or as ever. */
export type Carried = 'lost' | number | undefined;

export interface PlaygroundPerson {
  readonly name: string;
  readonly admin?: boolean;
  readonly guest?: boolean;
  readonly locale?: string;
  readonly timeZone?: string;
}

export interface PlaygroundWorkspace {
  readonly name: string;
  readonly people: readonly PlaygroundPerson[];
  /** What a Discord server prefers; `en-GB` if left out. */
  readonly locale?: string;
  /** Public channels there from the start; `general` if left out. */
  readonly channels?: readonly string[];
}

export interface PlaygroundOptions {
  readonly workspaces: readonly PlaygroundWorkspace[];
  /** 0 (default) takes a free port. Always on 127.0.0.1. */
  readonly port?: number;
  /** Milliseconds; how long an app may take for its first answer (3000) and how long a persona waits for a condition (5000). */
  readonly ackMs?: number;
  readonly patienceMs?: number;
  readonly now?: () => number;
  /** A state that `state()` gave earlier, to go on from. */
  readonly state?: string;
}

export type Watching = (
  moment: 'before' | 'performed',
  call: { readonly name: string; readonly request: unknown },
) => void | Promise<void>;

/** What both playgrounds offer; each adds its own (tokens, scopes, intents). */
export interface Playground {
  readonly platform: PlatformName;
  /** The API's base URL, to be given to the real client library. */
  readonly apiUrl: string;
  person(name: string, workspace?: string): Persona;
  /** All that this person's client shows. */
  screen(person: string, ask: ScreenAsk): Screen;
  /** A file, if this person may see it. */
  file(
    person: string,
    id: string,
  ): { readonly name: string; readonly type: string; readonly body: Uint8Array } | undefined;
  workspaceId(name?: string): string;
  /** Whether somebody of this name is in the workspace now: not before they arrive, nor after they have left. */
  isHere(name: string, workspace?: string): boolean;

  readonly traffic: readonly Traffic[];
  clearTraffic(): void;
  injects(fault: Fault): void;
  /** What goes wrong with each call for which no fault waits, until it is called with nothing. */
  failsBy(choose?: (call: string) => Fault['does'] | undefined): void;
  /** With how many calls something went wrong so far. */
  struck(): number;
  /** How each event gets to the bot, until it is called with nothing; what people press and type comes as ever. */
  carries(how?: (event: string) => Carried): void;
  /** Ends every socket now, in the platform's way; the bot is expected to come back. */
  dropsSockets(): void;
  /** Every event and interaction from now on is delivered this many times (the repeats with new ids where the platform does so). */
  delivers(times: number): void;
  /**
   * Calls back for each API call: `before` it is performed, and when it is `performed` but not answered yet. It is performed when what
   * is given back for `before` is kept, and the answer goes out when what is given back for `performed` is.
   */
  watch(listener: Watching): () => void;
  /** Something that a person could see, or the traffic, changed. */
  onChange(listener: () => void): () => void;
  /** Waits until `condition` holds, looking again at each change. */
  until<T>(condition: () => T | Promise<T>, what: string): Promise<NonNullable<T>>;
  /** Calls that are not answered yet, events that are late, and what was sent and the bot has not taken (as far as the platform hears that). */
  underWay(): number;
  /** Whether the bot is connected right now. */
  connected(): boolean;
  /** What is not as it was when the app was set up, in words: a token refused, a scope taken, an outage. */
  troubles(): readonly string[];
  /** Everything that would be lost with the process, as JSON text. */
  state(): string;
  stop(): Promise<void>;
}
