/** What is pinned in a channel: all of it in one call, a hundred at most. docs.slack.dev/reference/methods/pins.list */
import type { Channel, Pin } from '../../platform/chat-platform.ts';
import type { Reach } from './connected.ts';
import { type SlackMessage, sharedMessage } from './shared-message.ts';

interface Item {
  readonly message?: SlackMessage;
  readonly created?: number;
  readonly created_by?: string;
}

export async function pinsOf({ client, team, home }: Reach, space: Channel): Promise<readonly Pin[]> {
  const { items = [] } = await client.pins.list({ channel: space.id });
  return (items as readonly Item[]).flatMap(({ message, created = 0, created_by: by }) =>
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
