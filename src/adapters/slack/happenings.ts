/** What people did in Slack's own way. What the bot itself did comes back as events too, and is left out. docs.slack.dev/reference/events */
import type { App } from '@slack/bolt';
import type { Inbox } from '../../platform/chat-platform.ts';
import type { Reach } from './connected.ts';
import { nameOf, type SlackUser } from './profiles.ts';
import { type SlackMessage, sharedMessage } from './shared-message.ts';

interface Pin {
  readonly user: string;
  readonly channel_id: string;
  readonly event_ts: string;
  readonly item: { readonly type: string; readonly message?: SlackMessage };
}
interface Gone {
  readonly channel: string;
  readonly actor_id?: string;
  readonly event_ts?: string;
}
interface Renamed {
  readonly channel: { readonly id: string; readonly name: string };
  readonly event_ts?: string;
}
interface Said extends SlackMessage {
  readonly subtype?: string;
  readonly channel: string;
  readonly deleted_ts?: string;
  /** Of a change. */
  readonly message?: SlackMessage & { readonly subtype?: string };
}

/** Under replies a deleted message stays as a tombstone, and its going is told as a change. */
const deletedIn = ({ subtype, deleted_ts, message }: Said): string | undefined =>
  subtype === 'message_deleted'
    ? deleted_ts
    : subtype === 'message_changed' && message?.subtype === 'tombstone'
      ? message.ts
      : undefined;

interface Moved {
  readonly user: string;
  readonly channel: string;
  readonly event_ts?: string;
}

export function hearing(app: App, { team, botUserId, home }: Reach, inbox: Inbox): void {
  const broughtIn = ({ channel, event_ts }: Moved, event: string) =>
    inbox.happened({
      kind: 'bot-in',
      id: `in ${channel} ${event_ts ?? event}`,
      space: { platform: 'slack', workspace: team, id: channel },
    });
  app.event('pin_added', async ({ event }) => {
    const pin = event as unknown as Pin;
    if (pin.user === botUserId || !pin.item.message) return;
    await inbox.happened({
      kind: 'pinned',
      id: `pin ${pin.channel_id} ${pin.item.message.ts} ${pin.event_ts}`,
      by: { platform: 'slack', workspace: team, id: pin.user, name: '' },
      message: sharedMessage(pin.item.message, pin.channel_id, team, home),
    });
  });
  app.event('pin_removed', async ({ event }) => {
    const pin = event as unknown as Pin;
    const message = pin.item.message?.ts;
    if (pin.user === botUserId || !message) return;
    const space = { platform: 'slack', workspace: team, id: pin.channel_id } as const;
    await inbox.happened({ kind: 'unpinned', id: `unpin ${message} ${pin.event_ts}`, space, message });
  });
  app.event('message', async ({ event }) => {
    const said = event as unknown as Said;
    const space = { platform: 'slack', workspace: team, id: said.channel } as const;
    const deleted = deletedIn(said);
    if (deleted) {
      const id = `deleted ${said.channel} ${deleted}`;
      await inbox.happened({ kind: 'message-deleted', id, space, messages: [deleted] });
    }
    if (!said.files?.length || !said.user || said.user === botUserId || said.bot_id) return;
    await inbox.happened({
      kind: 'shared',
      id: `shared ${said.channel} ${said.ts}`,
      by: { platform: 'slack', workspace: team, id: said.user, name: '' },
      message: sharedMessage(said, said.channel, team, home),
    });
  });
  for (const [name, kind] of [
    ['member_joined_channel', 'joined'],
    ['member_left_channel', 'left'],
  ] as const)
    app.event(name, async ({ event, body }) => {
      const moved = event as unknown as Moved;
      if (moved.user === botUserId) return kind === 'joined' ? broughtIn(moved, body.event_id) : undefined;
      const id = `${kind} ${moved.channel} ${moved.user} ${moved.event_ts ?? body.event_id}`;
      const who = { platform: 'slack' as const, workspace: team, id: moved.user, name: '' };
      await inbox.happened({ kind, id, space: { platform: 'slack', workspace: team, id: moved.channel }, who });
    });
  /** The bot hears of its own going by this alone. docs.slack.dev/reference/events/group_left */
  app.event('group_left', async ({ event, body }) => {
    const { channel, actor_id: by, event_ts } = event as unknown as Gone;
    const space = { platform: 'slack', workspace: team, id: channel } as const;
    await inbox.happened({
      kind: 'bot-out',
      id: `out ${channel} ${event_ts ?? body.event_id}`,
      space,
      ...(by && { by }),
    });
  });
  app.event('group_rename', async ({ event, body }) => {
    const { channel, event_ts } = event as unknown as Renamed;
    const space = { platform: 'slack', workspace: team, id: channel.id } as const;
    const presence = { state: 'there', name: channel.name } as const;
    await inbox.happened({
      kind: 'changed',
      id: `renamed ${channel.id} ${event_ts ?? body.event_id}`,
      space,
      presence,
    });
  });
  app.event('group_unarchive', async ({ event, body }) => {
    const { channel, event_ts } = event as unknown as Gone;
    const space = { platform: 'slack', workspace: team, id: channel } as const;
    await inbox.happened({ kind: 'unarchived', id: `unarchived ${channel} ${event_ts ?? body.event_id}`, space });
  });
  /** Whatever of somebody changed, a status too. docs.slack.dev/reference/events/user_change */
  app.event('user_change', async ({ event, body }) => {
    const { user } = event as unknown as { readonly user: SlackUser };
    const who = { platform: 'slack', workspace: team, id: user.id ?? '', name: nameOf(user) } as const;
    await inbox.happened({ kind: 'person', id: `person ${body.event_id}`, who, gone: user.deleted === true });
  });
  for (const [name, how] of [
    ['group_archive', 'archived'],
    ['group_deleted', 'deleted'],
  ] as const)
    app.event(name, async ({ event, body }) => {
      const { channel, event_ts } = event as unknown as Gone;
      const id = `${how} ${channel} ${event_ts ?? body.event_id}`;
      await inbox.happened({ kind: 'closed', id, how, space: { platform: 'slack', workspace: team, id: channel } });
    });
}
