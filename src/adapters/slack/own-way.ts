/**
 * The bot's own going and coming. Of its coming it hears as of anybody's; of its going apart, or so too, or both: sources differ.
 * docs.slack.dev/reference/events/group_left, …/member_left_channel
 */
import type { App } from '@slack/bolt';
import { pause } from '../../platform/again.ts';
import type { Inbox } from '../../platform/chat-platform.ts';
import { placeIn, type Reach } from './connected.ts';

interface Went {
  readonly channel: string;
  readonly actor_id?: string;
  readonly event_ts?: string;
}

/** Who put it out is told apart alone, and that may come a little later. */
const apartMs = 2000;

export function hearingOfOwnWay(app: App, reach: Reach, inbox: Pick<Inbox, 'happened'>): void {
  const heardSince = new Set<string>();
  app.event('member_joined_channel', async ({ event, body }) => {
    const { channel, user, event_ts: at = body.event_id } = event;
    if (user !== reach.botUserId) return;
    heardSince.add(channel);
    await inbox.happened({ kind: 'bot-in', id: `in ${channel} ${at}`, space: placeIn(reach, channel) });
  });
  app.event('group_left', async ({ event, body }) => {
    const { channel, actor_id: by, event_ts: at = body.event_id } = event as Went;
    heardSince.add(channel);
    const space = placeIn(reach, channel);
    await inbox.happened({ kind: 'bot-out', id: `out ${channel} ${at}`, space, ...(by && { by }) });
  });
  app.event('member_left_channel', async ({ event, body }) => {
    const { channel, user, event_ts: at = body.event_id } = event;
    if (user !== reach.botUserId) return;
    heardSince.delete(channel);
    await pause(apartMs, reach.ended).catch(() => heardSince.add(channel)); // being stopped, it tells nothing more
    if (heardSince.has(channel)) return;
    await inbox.happened({ kind: 'bot-out', id: `out ${channel} ${at}`, space: placeIn(reach, channel) });
  });
}
