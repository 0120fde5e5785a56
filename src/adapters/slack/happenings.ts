/** What people did in Slack's own way. What the bot itself did comes back as events too, and is left out. docs.slack.dev/reference/events */
import type { App } from '@slack/bolt';
import { untilAnswered } from '../../platform/again.ts';
import type { Inbox, Visitor } from '../../platform/chat-platform.ts';
import { inTurn } from '../../platform/in-turn.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { placeIn, type Reach } from './connected.ts';
import { messageSurely } from './message-told.ts';
import { hearingOfOwnWay } from './own-way.ts';
import { presenceOf } from './presence.ts';
import { nameOf, type Profiles, type SlackUser } from './profiles.ts';
import { type SlackMessage, sharedMessage } from './shared-message.ts';
import { isFromElsewhere, surelyTold } from './whose.ts';

interface Pin {
  readonly user: string;
  readonly channel_id: string;
  readonly event_ts?: string;
  readonly item?: { readonly type?: string; readonly ts?: string; readonly message?: SlackMessage | null } | null;
}
interface Gone {
  readonly channel: string;
  readonly actor_id?: string;
  /** To another workspace of the organisation: nobody there can unarchive it, nor is it archived. */
  readonly is_moved?: number;
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

type OneByOne = (key: string, work: () => Promise<void>) => Promise<void>;

/** Whom it is told, and about which workspace. */
interface Ear {
  readonly app: App;
  readonly reach: Reach;
  readonly inbox: Inbox;
  readonly about: Profiles;
  /** What was told of one message, or of one person in a channel, in the order in which it was told. */
  readonly oneByOne: OneByOne;
}

const whoIn = ({ team }: Reach, id: string, name = '') => ({ platform: 'slack', workspace: team, id, name }) as const;

export function hearing(app: App, reach: Reach, inbox: Inbox, about: Profiles): void {
  const oneByOne = untilEnded(reach, inTurn());
  const ear = { app, reach, inbox, about, oneByOne };
  hearOfPins(ear);
  hearOfMessages(ear);
  hearOfPeople(ear);
  hearOfSpaces(ear);
  hearingOfOwnWay(app, reach, inbox);
}

/** What a bot that is being stopped leaves unasked is no fault: a look finds it. */
const untilEnded =
  ({ ended }: Reach, turns: ReturnType<typeof inTurn>): OneByOne =>
  (key, work) =>
    turns(key, work).catch((error: unknown) => {
      if (!ended.aborted) throw error;
    });

/** Slack doesn't promise that the message comes with it: where it doesn't, all that is pinned there is looked at. docs.slack.dev/reference/events/pin_added */
function hearOfPins({ app, reach, inbox, about, oneByOne }: Ear): void {
  const { team, botUserId, home } = reach;
  const look = ({ channel_id: channel }: Pin, at: string) =>
    inbox.happened({ kind: 'pins-unread', id: `pins ${channel} ${at}`, space: placeIn(reach, channel) });
  app.event('pin_added', async ({ event, body }) => {
    const pin = event as unknown as Pin;
    const { event_ts: at = body.event_id } = pin;
    if (pin.user === botUserId || isOfFile(pin)) return;
    const message = pin.item?.message;
    if (!message?.ts || !isTold(message)) return look(pin, at);
    await oneByOne(`${pin.channel_id} ${message.ts}`, async () =>
      inbox.happened({
        kind: 'pinned',
        id: `pin ${pin.channel_id} ${message.ts} ${at}`,
        by: whoIn(reach, pin.user),
        message: sharedMessage(await messageSurely(reach, about, message), pin.channel_id, team, home),
      }),
    );
  });
  app.event('pin_removed', async ({ event, body }) => {
    const pin = event as unknown as Pin;
    const { event_ts: at = body.event_id } = pin;
    if (pin.user === botUserId || isOfFile(pin)) return;
    const message = pin.item?.message?.ts ?? pin.item?.ts;
    if (!message) return look(pin, at);
    const space = placeIn(reach, pin.channel_id);
    const unpinned = { kind: 'unpinned', id: `unpin ${message} ${at}`, space, message } as const;
    await oneByOne(`${pin.channel_id} ${message}`, () => inbox.happened(unpinned));
  });
}

/** Pinned by itself, as files were once. */
const isOfFile = ({ item }: Pin): boolean => item?.type !== undefined && item.type !== 'message';

/** More than where it stands: who wrote it, at least. */
const isTold = ({ user, bot_id }: SlackMessage): boolean => (user ?? bot_id) != null;

function hearOfMessages({ app, reach, inbox, about, oneByOne }: Ear): void {
  const { team, botUserId, home } = reach;
  app.event('message', async ({ event }) => {
    const said = event as unknown as Said;
    const deleted = deletedIn(said);
    if (deleted) {
      const id = `deleted ${said.channel} ${deleted}`;
      const space = placeIn(reach, said.channel);
      const gone = { kind: 'message-deleted', id, space, messages: [deleted] } as const;
      await oneByOne(`${said.channel} ${deleted}`, () => inbox.happened(gone));
    }
    const { user } = said;
    if (!said.files?.length || !user || user === botUserId) return;
    await oneByOne(`${said.channel} ${said.ts}`, async () => {
      const message = sharedMessage(await messageSurely(reach, about, said), said.channel, team, home);
      const id = `shared ${said.channel} ${said.ts}`;
      if (!message.byBot) await inbox.happened({ kind: 'shared', id, by: whoIn(reach, user), message });
    });
  });
}

function hearOfPeople({ app, reach, inbox, about, oneByOne }: Ear): void {
  app.event('member_joined_channel', async ({ event, body }) => {
    const { channel, user, event_ts: at = body.event_id } = event as unknown as Moved;
    if (user === reach.botUserId) return;
    const space = placeIn(reach, channel);
    await oneByOne(`${channel} ${user}`, async () => {
      const who = await whoCame(reach, about, user);
      if (who) await inbox.happened({ kind: 'joined', id: `joined ${channel} ${user} ${at}`, space, who });
    });
  });
  app.event('member_left_channel', async ({ event, body }) => {
    const { channel, user, event_ts: at = body.event_id } = event as unknown as Moved;
    if (user === reach.botUserId) return;
    const space = placeIn(reach, channel);
    const left = { kind: 'left', id: `left ${channel} ${user} ${at}`, space, who: whoIn(reach, user) } as const;
    await oneByOne(`${channel} ${user}`, () => inbox.happened(left));
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

/** An event names them by their id alone; another app is nobody here, and so is who is of another team, or whom Slack shows to no app of ours. */
async function whoCame(reach: Reach, about: Profiles, user: string): Promise<Visitor | undefined> {
  const profile = await surelyTold(about, user, reach.ended);
  if (profile === 'untold') return whoIn(reach, user);
  const { team, botUserId } = reach;
  if (!profile || profile.bot || (await isFromElsewhere({ team, botUserId, about }, profile))) return undefined;
  return whoIn(reach, user, profile.name);
}

function hearOfSpaces({ app, reach, inbox, oneByOne }: Ear): void {
  /** When it is shared with another organisation. docs.slack.dev/reference/events/channel_id_changed */
  app.event('channel_id_changed', async ({ event }) => {
    const { old_channel_id: from, new_channel_id: becomes } = event;
    const space = placeIn(reach, from);
    await inbox.happened({ kind: 'another-id', id: `id ${from} ${becomes}`, space, becomes });
  });
  for (const name of ['channel_shared', 'channel_unshared'] as const)
    app.event(name, async ({ event: { channel }, body: { event_id: id } }) =>
      oneByOne(`${channel} shared`, () => sharedOtherwise(reach, inbox, channel, id)),
    );
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
      const { channel, is_moved, event_ts: at = body.event_id } = event as unknown as Gone;
      const space = placeIn(reach, channel);
      if (is_moved) return inbox.happened({ kind: 'bot-out', id: `moved ${channel} ${at}`, space });
      await inbox.happened({ kind: 'closed', id: `${how} ${channel} ${at}`, how, space });
    });
}

/**
 * With another organisation, or with one less. With whom it is, is asked as a look asks it, so that both tell the same.
 * docs.slack.dev/reference/events/channel_shared
 */
async function sharedOtherwise(reach: Reach, inbox: Inbox, channel: string, event: string): Promise<void> {
  const presence = await untilAnswered(() => presenceOf(reach, channel), reach.ended).catch((error: unknown) => {
    if (!(error instanceof PlatformError)) throw error; // the bot is being stopped
    return undefined; // a later look finds it
  });
  if (!presence) return;
  await inbox.happened({ kind: 'changed', id: `shared ${channel} ${event}`, space: placeIn(reach, channel), presence });
}
