/** What Slack tells → Invocations. docs.slack.dev/reference/interaction-payloads */
import type { Channel, Invocation, Invoke, Visitor } from '../../platform/chat-platform.ts';
import { decodeInvoke } from '../../platform/invoke.ts';
import type { Aside } from './aside.ts';
import { nowhere } from './elements.ts';
import { filesFrom, type Kept, optionsFrom, recalled, type Values } from './forms.ts';
import { quotedIn } from './quoted.ts';
import { halfHour, replyTo } from './replies.ts';
import { type SlackMessage, sharedMessage, threadOf } from './shared-message.ts';
import { namesIn } from './slash.ts';

interface Someone {
  readonly id: string;
  readonly name?: string;
  readonly username?: string;
  /** Their own; in an organisation, any of those that they are in. */
  readonly team_id?: string;
}
/** Who used something, as all interactions tell. */
export interface Used {
  readonly user: Someone;
  readonly team?: { readonly id: string } | null;
}
export interface Slash {
  readonly command: string;
  readonly text: string;
  readonly trigger_id: string;
  readonly user_id: string;
  readonly user_name: string;
  readonly team_id: string;
  readonly channel_id: string;
  /** Of several people's direct messages it begins with `mpdm-`. */
  readonly channel_name?: string;
  readonly response_url: string;
}
export interface Press extends Used {
  readonly trigger_id: string;
  readonly channel?: { readonly id: string };
  readonly container: {
    readonly type: string;
    readonly message_ts?: string;
    readonly thread_ts?: string;
    readonly channel_id?: string;
    readonly is_ephemeral?: boolean;
    readonly view_id?: string;
  };
  readonly view?: { readonly id: string; readonly type: string; readonly title?: { readonly text: string } };
  readonly response_url?: string;
  readonly message?: SlackMessage;
  readonly actions: readonly {
    readonly action_id: string;
    readonly action_ts: string;
    readonly value?: string;
    /** Of a menu. */
    readonly selected_option?: { readonly value: string } | null;
  }[];
}
export interface Submission extends Used {
  readonly trigger_id?: string;
  readonly view: {
    readonly id: string;
    readonly hash?: string;
    readonly callback_id: string;
    readonly private_metadata: string;
    readonly title?: { readonly text: string };
    readonly state: { readonly values: Values };
  };
}
/** The app's Home tab comes with the view that stands in it, if any. */
export interface Opened {
  readonly user: string;
  readonly tab: string;
  readonly event_ts: string;
  readonly view?: object | null;
}
export interface Shortcut extends Used {
  readonly trigger_id: string;
  readonly callback_id: string;
  readonly action_ts: string;
  readonly channel: { readonly id: string };
  readonly message: SlackMessage;
  readonly response_url?: string;
}

const visitor = (team: string, { id, name, username }: Someone): Visitor => ({
  platform: 'slack',
  workspace: team,
  id,
  name: name ?? username ?? '',
  handle: true,
});
const channel = (team: string, id: string): Channel => ({ platform: 'slack', workspace: team, id });

/** People's direct messages are no place: nothing stands there for a CoP, and the bot is in none but its own. */
const isDirect = ({ channel_id: id, channel_name: name = '' }: Slash): boolean =>
  id.startsWith('D') || name === 'directmessage' || name.startsWith('mpdm-');

/** A trigger belongs to one line typed. */
export const fromSlash = (slash: Slash, invoke: Invoke, now: number): Invocation => ({
  ...invoke,
  id: `slash ${slash.trigger_id}`,
  by: visitor(slash.team_id, { id: slash.user_id, name: slash.user_name }),
  ...(!isDirect(slash) && { at: channel(slash.team_id, slash.channel_id) }),
  people: namesIn(slash.text),
  from: 'slash',
  reply: replyTo({ url: slash.response_url }, now),
});

export const fromHome = ({ user, event_ts }: Opened, invoke: Invoke, team: string): Invocation => ({
  ...invoke,
  id: `home ${user} ${event_ts}`,
  by: visitor(team, { id: user }),
  from: 'home',
});

export const lineOf = (slash: Slash): string => `${slash.command.slice(1)} ${slash.text}`;

/** When it was pressed, on what, by whom: the same however often it is delivered. */
export function fromPress(press: Press, team: string, now: number): Invocation | undefined {
  const [action] = press.actions;
  const value = action?.value ?? action?.selected_option?.value;
  if (!action || !value || value === nowhere) return undefined; // a link: Slack tells of it, and nothing is to be done
  const { container, channel: at, response_url: url } = press;
  const inModal = press.view?.type === 'modal' ? press.view : undefined; // what is published as Home isn't answered
  const stays = container.type === 'message' && !container.is_ephemeral && at && container.message_ts;
  const reply = url ? replyTo({ url }, now) : inModal && replyTo({ view: inModal.id, name: inModal.title?.text }, now);
  const quoted = stays ? quotedIn(press.message) : undefined;
  return {
    ...decodeInvoke(value),
    id: `press ${container.message_ts ?? container.view_id} ${action.action_id} ${action.action_ts} ${press.user.id}`,
    by: visitor(team, press.user),
    ...(at && { at: channel(team, at.id) }),
    ...(stays && { on: { channel: channel(team, at.id), id: container.message_ts ?? '' } }),
    ...(quoted !== undefined && { quoted }),
    from: press.view?.type === 'home' ? 'home' : stays ? 'card' : 'panel',
    ...(reply && { reply, ...(!stays && { panel: reply }) }),
  };
}

/** A view is sent once: what is mended is the same view again, and nothing of it was kept. */
export function fromSubmission({ view, user }: Submission, team: string, now: number): Invocation {
  const { on, panel, message } = recalled(view.private_metadata);
  const invoke = decodeInvoke(view.callback_id);
  return {
    command: invoke.command,
    options: { ...invoke.options, ...optionsFrom(view.state.values) },
    id: `view ${view.id}`,
    by: visitor(team, user),
    files: filesFrom(view.state.values),
    ...(on && { on, at: on.channel }),
    ...(message && { message, at: message.channel }),
    from: 'form',
    reply: replyTo({ view: view.id, name: view.title?.text }, now),
    ...(panel && { panel: replyTo({ url: panel }, now) }),
  };
}

export function fromShortcut(shortcut: Shortcut, command: string, team: string, home: string): Invocation {
  return {
    command,
    options: {},
    id: `shortcut ${shortcut.message.ts} ${shortcut.action_ts} ${shortcut.user.id}`,
    by: visitor(team, shortcut.user),
    at: channel(team, shortcut.channel.id),
    from: 'shortcut',
    message: sharedMessage(shortcut.message, shortcut.channel.id, team, home),
  };
}

/** Where who pressed it, or used it from a menu, is answered alone. */
export function asideOf(used: Press | Shortcut): Aside | undefined {
  const { response_url: url, channel } = used;
  const { message_ts, thread_ts } = 'container' in used ? used.container : {};
  const ts = threadOf(used.message ?? { ts: message_ts, thread_ts }); // of what only they see no message is told
  return url ? { url, ...(channel && ts !== undefined && { thread: { channel: channel.id, ts } }) } : undefined;
}

/** A panel that only the presser sees can be drawn anew through its own address alone; the Home tab by whose it is. */
export const keptFrom = (invocation: Invocation, now: number, aside?: Aside): Kept => ({
  ...(invocation.on && { on: invocation.on }),
  ...(!invocation.on && invocation.from === 'panel' && aside && { panel: aside.url }),
  ...(aside && { answer: { ...aside, until: now + halfHour } }),
  ...(invocation.from === 'home' && { home: true }),
  ...(invocation.message && { message: invocation.message }),
});
