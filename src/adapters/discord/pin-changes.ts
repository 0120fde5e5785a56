/**
 * What a change of a channel's pins was: Discord tells first of the message, pinned or no longer, then that the channel's pins changed, and
 * last, by a line in the channel, who pinned it. The time of the last pin says nothing of it: after an unpinning it may be that of the pin,
 * some milliseconds off, or the moment of the unpinning. A pin whose line doesn't come, because it is lost or nobody writes one, is looked for.
 */
import { remembering } from '../../platform/remembering.ts';
import type { Reach } from './reach.ts';

export interface PinChanges {
  /** MESSAGE_UPDATE, for whatever reason. */
  told(channel: string, pinned: boolean | undefined): void;
  /** CHANNEL_PINS_UPDATE. */
  changed(channel: string, guild: string): void;
  /** The line that says who pinned something. It may be there before the other two. */
  noticed(channel: string): void;
}

export interface PinsHeard {
  /** Surely something is pinned no longer, and nothing else. */
  unpinned(channel: string, guild: string): void;
  /** It may have been either, and of a pin nobody has told. */
  untold(channel: string, guild: string): void;
}

const most = 5000;

export function pinChanges(
  { now, noticeMs, ended }: Pick<Reach, 'now' | 'noticeMs' | 'ended'>,
  found: PinsHeard,
): PinChanges {
  const lately = { most, forMs: noticeMs, now };
  /** By channel, whether no message told of since its pins last changed is pinned. */
  const nonePinned = remembering<boolean>(lately);
  /** Lines that came first. */
  const ahead = remembering<number>(lately);
  const waiting = new Map<string, NodeJS.Timeout[]>();

  function letGo(channel: string): void {
    for (const timer of waiting.get(channel) ?? []) clearTimeout(timer);
    waiting.delete(channel);
  }
  /** One look finds all that changed before it. */
  function untold(channel: string, guild: string): void {
    letGo(channel);
    found.untold(channel, guild);
  }

  ended.addEventListener('abort', () => [...waiting.keys()].forEach(letGo), { once: true });
  return {
    told: (channel, pinned) => nonePinned.keep(channel, (nonePinned.recall(channel) ?? true) && pinned === false),
    changed(channel, guild) {
      const isOff = nonePinned.recall(channel);
      const lines = ahead.recall(channel) ?? 0;
      nonePinned.forget(channel);
      if (isOff) return found.unpinned(channel, guild);
      if (lines > 0) return ahead.keep(channel, lines - 1);
      const timer = setTimeout(untold, noticeMs, channel, guild);
      waiting.set(channel, [...(waiting.get(channel) ?? []), timer]);
    },
    noticed(channel) {
      const [timer, ...others] = waiting.get(channel) ?? [];
      if (!timer) return ahead.keep(channel, (ahead.recall(channel) ?? 0) + 1);
      clearTimeout(timer);
      if (others.length > 0) waiting.set(channel, others);
      else waiting.delete(channel);
    },
  };
}
