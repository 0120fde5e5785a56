/**
 * Somebody wrote to the bot or named it. In a channel the answer is for them alone; there Slack tells of a mention only, whatever else is said.
 * docs.slack.dev/reference/events/app_mention, docs.slack.dev/reference/events/message.im
 */
import type { App } from '@slack/bolt';
import type { Inbox } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { remembering } from '../../platform/remembering.ts';
import { toBlocks } from './blocks.ts';
import type { Reach } from './connected.ts';
import { type Profiles, slackbot } from './profiles.ts';
import { said, saidAlone } from './said.ts';

interface Words {
  readonly user?: string;
  readonly bot_id?: string;
  readonly subtype?: string;
  readonly channel: string;
  readonly ts?: string;
  readonly channel_type?: string;
  readonly thread_ts?: string;
}

/** Any other is a line of the platform's, and nobody's word. */
const words = new Set(['file_share', 'thread_broadcast']);

export function hearingWords(
  app: App,
  { client, team, botUserId }: Reach,
  inbox: Pick<Inbox, 'addressed'>,
  { about, log }: { readonly about: Profiles; readonly log: Log },
): void {
  /** Slack tells of a mention once more each time that somebody mends their words, and of anything perhaps again. */
  const answered = remembering<true>({ most: 500, forMs: Number.POSITIVE_INFINITY, now: () => 0 });
  const answer = async ({ user, bot_id, subtype, channel, ts, thread_ts }: Words, how: 'directly' | 'in a channel') => {
    if (!user || user === botUserId || user === slackbot || bot_id || (subtype && !words.has(subtype))) return;
    const one = `${channel} ${ts}`;
    if (answered.recall(one)) return;
    answered.keep(one, true);
    try {
      const by = { platform: 'slack', workspace: team, id: user, name: '' } as const;
      const card = await inbox.addressed(by, how, (await about(user))?.locale);
      if (!card) return;
      const drawn = toBlocks(card, team);
      const where = { channel, ...(thread_ts && { thread_ts }) };
      await (how === 'directly'
        ? client.chat.postMessage({ ...where, ...saidAlone(drawn) })
        : client.chat.postEphemeral({ ...where, ...said(drawn), user }));
    } catch (err) {
      log.debug({ err }, 'a word to the bot could not be answered');
    }
  };
  app.event('app_mention', ({ event }) => answer(event as unknown as Words, 'in a channel'));
  app.event('message', async ({ event }) => {
    const written = event as unknown as Words;
    const { channel_type: kind = written.channel.startsWith('D') ? 'im' : '' } = written;
    if (kind === 'im') await answer(written, 'directly');
  });
}
