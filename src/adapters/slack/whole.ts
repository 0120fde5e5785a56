/**
 * What comes as nothing that this app has asked for, or not whole. Nobody waits for an answer to it but Slack, for three seconds: it is
 * acknowledged, and nothing is done. docs.slack.dev/reference/interaction-payloads
 */
import type { Envelope } from './heard.ts';

type Has = (given: unknown) => boolean;

const words: Has = given => typeof given === 'string';
const perhaps =
  (has: Has): Has =>
  given =>
    given == null || has(given);
/** Bolt looks into what is null. */
const maybe =
  (has: Has): Has =>
  given =>
    given === undefined || has(given);
const parts =
  (shape: Readonly<Record<string, Has>>): Has =>
  given =>
    isObject(given) && Object.entries(shape).every(([name, has]) => has(given[name]));
const listOf =
  (has: Has): Has =>
  given =>
    Array.isArray(given) && given.every(has);
const allOf =
  (has: Has): Has =>
  given =>
    isObject(given) && Object.values(given).every(has);
const written =
  (has: Has): Has =>
  given =>
    given === '' || (typeof given === 'string' && has(read(given)));

const isThere: Has = given => given !== null;
const isObject = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const named = parts({ id: words });
const placed = parts({ id: words, channel: named });
const someone = { user: named, team: perhaps(named) };

/** What a form has to remember, as the bot wrote it. */
const kept = parts({
  on: perhaps(placed),
  message: perhaps(placed),
  panel: perhaps(words),
  answer: perhaps(parts({ url: words })),
});

const slash = parts({
  command: words,
  text: words,
  trigger_id: words,
  user_id: words,
  team_id: words,
  channel_id: words,
  response_url: words,
});

const nested = parts({ elements: perhaps(listOf(parts({ elements: perhaps(listOf(isObject)) }))) });

const action = parts({
  action_id: words,
  action_ts: perhaps(words),
  value: perhaps(words),
  selected_option: perhaps(parts({ value: words })),
});

/** Without an event in it, Bolt's client fails by itself, and is minded. */
const told = parts({
  event: maybe(parts({ user: maybe(isThere), channel: maybe(isThere) })),
  authorizations: maybe(listOf(isObject)),
});

/** By the type of the payload. */
const interactions: Readonly<Record<string, Has>> = {
  block_actions: parts({
    ...someone,
    trigger_id: perhaps(words),
    channel: maybe(named),
    container: parts({ type: words }),
    view: perhaps(named),
    message: perhaps(parts({ blocks: perhaps(listOf(nested)) })),
    actions: given => listOf(action)(given) && (given as readonly unknown[]).length > 0,
  }),
  view_submission: parts({
    ...someone,
    response_urls: maybe(listOf(isObject)),
    view: parts({
      id: words,
      callback_id: words,
      private_metadata: perhaps(written(kept)),
      state: parts({ values: allOf(allOf(isObject)) }),
    }),
  }),
  message_action: parts({
    ...someone,
    trigger_id: words,
    callback_id: words,
    action_ts: perhaps(words),
    channel: named,
    message: parts({ ts: words, text: perhaps(words) }),
  }),
};

export interface Shrug {
  /** What it is acknowledged with. */
  readonly with: Readonly<Record<string, unknown>>;
  /** Of what this app does take, which isn't whole. */
  readonly kind?: string;
}

/** Nothing, where it is heard. */
export function shrugged({ type, payload }: Envelope): Shrug | undefined {
  if (type === undefined) return undefined;
  if (type === 'events_api') return told(payload) ? undefined : { with: {}, kind: type };
  if (type === 'slash_commands') return slash(payload) ? undefined : { with: {}, kind: type };
  const { type: kind = '' } = payload ?? {};
  if (type !== 'interactive' || !Object.hasOwn(interactions, kind))
    return { with: kind === 'block_suggestion' ? { options: [] } : {} };
  return interactions[kind]?.(payload) ? undefined : { with: {}, kind };
}
