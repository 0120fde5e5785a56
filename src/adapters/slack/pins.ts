/** What is pinned in a channel: all of it in one call, a hundred at most; and whether a message still stands. docs.slack.dev/reference/methods/pins.list */
import type { Channel, Pin, Posted } from '../../platform/chat-platform.ts';
import type { Reach } from './connected.ts';
import { toPlatformError } from './errors.ts';
import { unlessHidden } from './hidden.ts';
import { messageTold } from './message-told.ts';
import type { Profiles } from './profiles.ts';
import { type SlackMessage, sharedMessage } from './shared-message.ts';

interface Item {
  readonly message?: SlackMessage;
  readonly created?: number;
  readonly created_by?: string;
}

export async function pinsOf(reach: Reach, about: Profiles, space: Channel): Promise<readonly Pin[]> {
  const { client, team, home } = reach;
  const { items = [] } = await client.pins.list({ channel: space.id });
  const told = (items as readonly Item[]).map(async ({ message, ...item }) => ({
    ...item,
    message: message && (await messageTold({ ...reach, about }, message)),
  }));
  return (await Promise.all(told)).flatMap(({ message, created = 0, created_by: by }) =>
    message
      ? [
          {
            message: sharedMessage(message, space.id, team, home),
            at: created * 1000,
            ...(by && { by: { platform: 'slack' as const, workspace: team, id: by, name: '' } }),
          },
        ]
      : [],
  );
}

/** A message's link is not given out once it is deleted. Replies have one, too. docs.slack.dev/reference/methods/chat.getPermalink */
export async function isThere(reach: Reach, message: Posted): Promise<boolean | undefined> {
  const { channel, id } = message;
  try {
    await unlessHidden(reach, message, reach.client.chat.getPermalink({ channel: channel.id, message_ts: id }));
    return true;
  } catch (error) {
    const known = toPlatformError(error);
    if (known.code !== 'message_not_found') throw known;
    return known.whose === 'message' ? false : undefined;
  }
}
