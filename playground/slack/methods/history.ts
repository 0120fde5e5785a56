/** What was said in a conversation. docs.slack.dev/reference/methods/conversations.history and .replies */
import type { Call, Method } from '../call.ts';
import { flag, memberChannel, page, text } from '../call.ts';
import { isHidden } from '../plan.ts';
import { refuse } from '../refusal.ts';
import { messageShape } from '../shapes.ts';
import type { Channel, Json, Message } from '../state.ts';

const histories = ['groups:history', 'im:history', 'mpim:history', 'channels:history'];

/** Newest first, `oldest` and `latest` exclusive unless `inclusive`. */
function past(call: Call): Json {
  const channel = memberChannel(call, 'history');
  const inChannel = channel.messages.filter(m => !m.threadTs || m.threadTs === m.ts);
  const found = within(call, inChannel).reverse();
  const { items, next } = page(call, found);
  const more = next.response_metadata.next_cursor !== '';
  return {
    messages: shown(call, channel, items),
    has_more: more,
    pin_count: channel.pins.length,
    ...(inChannel.some(m => isHidden(call.world, call.team, m)) && { is_limited: true }),
    ...(more ? next : {}),
  };
}

function replies(call: Call): Json {
  const channel = memberChannel(call, 'history');
  const asked = text(call.args.ts);
  if (!channel.messages.some(m => m.ts === asked && !m.onlyFor && !isHidden(call.world, call.team, m)))
    refuse('thread_not_found');
  // A reply's own time shows that reply.
  const found = within(
    call,
    channel.messages.filter(m => m.ts === asked || m.threadTs === asked),
  );
  const { items, next } = page(call, found);
  return { messages: shown(call, channel, items), has_more: next.response_metadata.next_cursor !== '', ...next };
}

function within({ world, team, args }: Call, messages: readonly Message[]): Message[] {
  const [oldest, latest] = [text(args.oldest), text(args.latest)];
  if (oldest && Number.isNaN(Number(oldest))) refuse('invalid_ts_oldest');
  if (latest && Number.isNaN(Number(latest))) refuse('invalid_ts_latest');
  const same = flag(args.inclusive);
  return messages.filter(m => {
    if (m.onlyFor || isHidden(world, team, m)) return false;
    const at = Number(m.ts);
    if (oldest && !(at > Number(oldest) || (same && m.ts === oldest))) return false;
    return !latest || at < Number(latest) || (same && m.ts === latest);
  });
}

const shown = ({ world, team, args }: Call, channel: Channel, messages: readonly Message[]): Json[] =>
  messages.map(m => ({
    ...messageShape(world, team, m, { metadata: flag(args.include_all_metadata) }),
    ...(channel.pins.some(p => p.ts === m.ts) ? { pinned_to: [channel.id] } : {}),
  }));

export const history: Record<string, Method> = {
  'conversations.history': { tier: 3, scopes: histories, needs: ['channel'], run: past },
  'conversations.replies': { tier: 3, scopes: histories, needs: ['channel', 'ts'], run: replies },
};
