/**
 * Whether a change of a channel's pins may have taken one away. Discord tells first of the message, pinned or no longer, then that the
 * channel's pins changed. The time of the last pin says nothing of it: after an unpinning it may be that of the pin, some milliseconds
 * off, or the moment of the unpinning. Where it isn't sure, it may have been one.
 */
export interface Unpinning {
  /** MESSAGE_UPDATE, for whatever reason. */
  told(channel: string, pinned: boolean | undefined): void;
  /** CHANNEL_PINS_UPDATE. */
  mayBe(channel: string): boolean;
}

const most = 5000;

export function unpinning(): Unpinning {
  /** By channel, whether all messages told of since its pins last changed are pinned. */
  const allPinned = new Map<string, boolean>();
  return {
    told(channel, pinned) {
      const before = allPinned.get(channel) ?? true;
      allPinned.delete(channel);
      allPinned.set(channel, before && pinned === true);
      if (allPinned.size > most) allPinned.delete(allPinned.keys().next().value as string);
    },
    mayBe(channel) {
      const onlyPinned = allPinned.get(channel) === true;
      allPinned.delete(channel);
      return !onlyPinned;
    },
  };
}
