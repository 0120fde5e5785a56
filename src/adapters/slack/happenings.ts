/** What people did in Slack's own way. What the bot itself did comes back as events too, and is left out. docs.slack.dev/reference/events */
import type { App } from '@slack/bolt';
import { untilAnswered } from '../../platform/again.ts';
import type { Inbox, Visitor } from '../../platform/chat-platform.ts';
import { inTurn } from '../../platform/in-turn.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Reach } from './connected.ts';
import { withFilesTold } from './files-told.ts';
import { presenceOf } from './presence.ts';
import { nameOf, type Profiles, type SlackUser } from './profiles.ts';
import { type SlackMessage, sharedMessage } from './shared-message.ts';
import { isFromElsewhere } from './whose.ts';

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

/** Whom it is told, and about which workspace. */
interface Ear {
  readonly app: App;
  readonly reach: Reach;
  readonly inbox: Inbox;
  readonly about: Profiles;
}

const placeIn = ({ team }: Reach, id: string) => ({ platform: 'slack', workspace: team, id }) as const;
const whoIn = ({ team }: Reach, id: string, name = '') => ({ platform: 'slack', workspace: team, id, name }) as const;

export function hearing(app: App, reach: Reach, inbox: Inbox, about: Profiles): void {
  const ear = { app, reach, inbox, about };
  hearOfPins(ear);
  hearOfMessages(ear);
  hearOfPeople(ear);
  hearOfSpaces(ear);
}

function hearOfPins({ app, reach, inbox }: Ear): void {
  const { team, botUserId, home } = reach;
  app.event('pin_added', async ({ event }) => {
    const pin = event as unknown as Pin;
    if (pin.user === botUserId || !pin.item.message) return;
    await inbox.happened({
      kind: 'pinned',
      id: `pin ${pin.channel_id} ${pin.item.message.ts} ${pin.event_ts}`,
      by: whoIn(reach, pin.user),
      message: sharedMessage(await withFilesTold(reach, pin.item.message), pin.channel_id, team, home),
    });
  });
  app.event('pin_removed', async ({ event }) => {
    const pin = event as unknown as Pin;
    const message = pin.item.message?.ts;
    if (pin.user === botUserId || !message) return;
    const space = placeIn(reach, pin.channel_id);
    await inbox.happened({ kind: 'unpinned', id: `unpin ${message} ${pin.event_ts}`, space, message });
  });
}

function hearOfMessages({ app, reach, inbox }: Ear): void {
  const { team, botUserId, home } = reach;
  app.event('message', async ({ event }) => {
    const said = event as unknown as Said;
    const deleted = deletedIn(said);
    if (deleted) {
      const id = `deleted ${said.channel} ${deleted}`;
      const space = placeIn(reach, said.channel);
      await inbox.happened({ kind: 'message-deleted', id, space, messages: [deleted] });
    }
    if (!said.files?.length || !said.user || said.user === botUserId || said.bot_id) return;
    await inbox.happened({
      kind: 'shared',
      id: `shared ${said.channel} ${said.ts}`,
      by: whoIn(reach, said.user),
      message: sharedMessage(await withFilesTold(reach, said), said.channel, team, home),
    });
  });
}

/** The bot hears of its own coming among those of everybody, of its own going apart. docs.slack.dev/reference/events/group_left */
function hearOfPeople({ app, reach, inbox, about }: Ear): void {
  const oneByOne = inTurn();
  app.event('member_joined_channel', async ({ event, body }) => {
    const { channel, user, event_ts: at = body.event_id } = event as unknown as Moved;
    const space = placeIn(reach, channel);
    if (user === reach.botUserId) return inbox.happened({ kind: 'bot-in', id: `in ${channel} ${at}`, space });
    const came = oneByOne(`${channel} ${user}`, async () => {
      const who = await whoCame(reach, about, user);
      if (who) await inbox.happened({ kind: 'joined', id: `joined ${channel} ${user} ${at}`, space, who });
    });
    await came.catch((error: unknown) => {
      if (!reach.ended.aborted) throw error;
    });
  });
  app.event('member_left_channel', async ({ event, body }) => {
    const { channel, user, event_ts: at = body.event_id } = event as unknown as Moved;
    if (user === reach.botUserId) return;
    const space = placeIn(reach, channel);
    const left = { kind: 'left', id: `left ${channel} ${user} ${at}`, space, who: whoIn(reach, user) } as const;
    await oneByOne(`${channel} ${user}`, () => inbox.happened(left));
  });
  app.event('group_left', async ({ event, body }) => {
    const { channel, actor_id: by, event_ts: at = body.event_id } = event as unknown as Gone;
    const space = placeIn(reach, channel);
    await inbox.happened({ kind: 'bot-out', id: `out ${channel} ${at}`, space, ...(by && { by }) });
  });
  /** Whatever of somebody changed, a status too. docs.slack.dev/reference/events/user_change */
  app.event('user_change', async ({ event, body }) => {
    const { user } = event as unknown as { readonly user: SlackUser };
    about.told(user);
    const who = whoIn(reach, user.id ?? '', nameOf(user));
    const { locale, deleted: gone = false } = user;
    await inbox.happened({ kind: 'person', id: `person ${body.event_id}`, who, gone, ...(locale && { locale }) });
  });
}

/** An event names them by their id alone; another app is nobody here, and so is who is of another team. */
async function whoCame(reach: Reach, about: Profiles, user: string): Promise<Visitor | undefined> {
  const profile = await untilAnswered(() => about.surely(user), reach.ended).catch((error: unknown) => {
    if (!(error instanceof PlatformError)) throw error; // the bot is being stopped
    return undefined;
  });
  const { team, botUserId } = reach;
  return profile && (profile.bot || (await isFromElsewhere({ team, botUserId, about }, profile)))
    ? undefined
    : whoIn(reach, user, profile?.name);
}

function hearOfSpaces({ app, reach, inbox }: Ear): void {
  /** When it is shared with another organisation. docs.slack.dev/reference/events/channel_id_changed */
  app.event('channel_id_changed', async ({ event }) => {
    const { old_channel_id: from, new_channel_id: becomes } = event;
    const space = placeIn(reach, from);
    await inbox.happened({ kind: 'another-id', id: `id ${from} ${becomes}`, space, becomes });
  });
  for (const name of ['channel_shared', 'channel_unshared'] as const)
    app.event(name, async ({ event: { channel }, body }) => sharedOtherwise(reach, inbox, channel, body.event_id));
  app.event('group_rename', async ({ event, body }) => {
    const { channel, event_ts: at = body.event_id } = event as unknown as Renamed;
    const presence = { state: 'there', name: channel.name } as const;
    const space = placeIn(reach, channel.id);
    await inbox.happened({ kind: 'changed', id: `renamed ${channel.id} ${at}`, space, presence });
  });
  app.event('group_unarchive', async ({ event, body }) => {
    const { channel, event_ts: at = body.event_id } = event as unknown as Gone;
    await inbox.happened({ kind: 'unarchived', id: `unarchived ${channel} ${at}`, space: placeIn(reach, channel) });
  });
  for (const [name, how] of [
    ['group_archive', 'archived'],
    ['group_deleted', 'deleted'],
  ] as const)
    app.event(name, async ({ event, body }) => {
      const { channel, event_ts: at = body.event_id } = event as unknown as Gone;
      await inbox.happened({ kind: 'closed', id: `${how} ${channel} ${at}`, how, space: placeIn(reach, channel) });
    });
}

/**
 * With another organisation, or with one less. With whom it is, is asked as a look asks it, so that both tell the same.
 * docs.slack.dev/reference/events/channel_shared
 */
async function sharedOtherwise(reach: Reach, inbox: Inbox, channel: string, event: string): Promise<void> {
  const presence = await untilAnswered(() => presenceOf(reach, channel), reach.ended).catch((error: unknown) => {
    if (!(error instanceof PlatformError) && !reach.ended.aborted) throw error;
    return undefined; // a later look finds it
  });
  if (!presence) return;
  await inbox.happened({ kind: 'changed', id: `shared ${channel} ${event}`, space: placeIn(reach, channel), presence });
}
