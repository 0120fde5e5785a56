/** The port's effects, as calls of Slack's Web API. docs.slack.dev/reference/methods */
import { attempting } from '../../platform/attempt.ts';
import type { ChatPlatform } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { toBlocks } from './blocks.ts';
import { posted, type Reach } from './connected.ts';
import { inView, toPlatformError } from './errors.ts';
import { findFile, sendFile } from './files.ts';
import { findPost, metadata } from './finding.ts';
import { unlessHidden } from './hidden.ts';
import type { Homes } from './home.ts';
import { invite } from './inviting.ts';
import { withPictures } from './pictures.ts';
import { redraw } from './replies.ts';
import { said, saidAlone } from './said.ts';
import { describeSpace, findSpace, openSpace, renameSpace } from './spaces.ts';

type Perform = ChatPlatform['perform'];

export function performing(connected: () => Reach, tabs: Homes): Perform {
  return {
    ...toSpaces(connected),
    ...toMessages(connected),
    'show-home': ({ of, home }) => tabs.show(of.id, home),

    /** Outside Enterprise, Slack knows no administrator of one channel: the bot acts for them. */
    'make-member': async () => undefined,
    'make-facilitator': async () => undefined,
    async 'unmake-facilitator'() {},
    async 'give-server-role'() {},
    async 'take-server-role'() {},
  };
}

type ToSpaces =
  | 'open-space'
  | 'describe-space'
  | 'rename-space'
  | 'close-space'
  | 'archive-space'
  | 'reopen-space'
  | 'admit'
  | 'remove';

function toSpaces(connected: () => Reach): Pick<Perform, ToSpaces> {
  return {
    'open-space': input => openSpace(connected(), input),
    'describe-space': input => describeSpace(connected(), input),
    'rename-space': input => renameSpace(connected(), input),

    /** admin.conversations.convertToPrivate is for Enterprise organisations. */
    async 'close-space'() {
      throw new PlatformError('unsupported', 'close_space');
    },

    /** Nobody can delete a channel but its people. */
    async 'archive-space'({ space }) {
      await unless(['already_archived'], connected().client.conversations.archive({ channel: space.id }));
    },

    /** Only its people can bring it back. docs.slack.dev/reference/methods/conversations.unarchive */
    async 'reopen-space'() {
      throw new PlatformError('unsupported', 'reopen_space');
    },

    admit: ({ space, who }) => invite(connected(), space, who).then(() => undefined),

    async remove({ space, who }) {
      const { client } = connected();
      for (const { id } of who) await unless(notThere, client.conversations.kick({ channel: space.id, user: id }));
    },
  };
}

/** Whom there is nothing to be taken from. */
const notThere = ['not_in_channel', 'user_not_in_channel', 'user_not_found'] as const;

type ToMessages = 'post' | 'open-thread' | 'send-file' | 'revise' | 'pin' | 'unpin' | 'whisper' | 'answer';

function toMessages(connected: () => Reach): Pick<Perform, ToMessages> {
  return {
    post: (input, key) => post(connected(), input, key),

    /** A reply makes it. */
    async 'open-thread'() {},

    'send-file': (input, key) => sendFile(connected(), input, key),

    async revise({ message, card }) {
      const reach = connected();
      const { client, team } = reach;
      const at = { channel: message.channel.id, ts: message.id };
      const drawing = withPictures(client, card, pictures =>
        client.chat.update({ ...at, ...said(toBlocks(card, team, pictures)) }),
      );
      await unlessHidden(reach, message, drawing);
    },

    async pin({ message }) {
      const reach = connected();
      const pinning = reach.client.pins.add({ channel: message.channel.id, timestamp: message.id });
      await unless(['already_pinned'], unlessHidden(reach, message, pinning));
    },

    async unpin({ message }) {
      const reach = connected();
      const unpinning = reach.client.pins.remove({ channel: message.channel.id, timestamp: message.id });
      await unless(['no_pin', 'not_pinned'], unlessHidden(reach, message, unpinning));
    },

    async whisper({ space, thread: thread_ts, to, card }) {
      const { client, team } = connected();
      const there = { channel: space.id, ...(thread_ts !== undefined && { thread_ts }) };
      await client.chat.postEphemeral({ ...there, user: to.id, ...said(toBlocks(card, team)) });
      return undefined;
    },

    async answer({ reply, card }) {
      const { client, team, answering } = connected();
      await answering.get(reply.token);
      await redraw(client, reply, card, team);
    },
  };
}

async function post(connection: Reach, { to, card }: Parameters<Perform['post']>[0], key: string) {
  const { client, team } = connection;
  const channel = 'person' in to ? to.person.id : 'below' in to ? to.below.channel.id : to.id;
  await client.ahead('chat.postMessage', channel);
  const sent = await withPictures(client, card, pictures =>
    client.chat.postMessage({
      channel,
      ...('below' in to && { thread_ts: to.below.id }),
      ...saidAlone(toBlocks(card, team, pictures)),
      metadata: metadata(key),
    }),
  );
  return posted(connection, sent.channel ?? channel, { ...sent.message, ts: sent.ts });
}

export function finding(connected: () => Reach): ChatPlatform['find'] {
  return {
    'open-space': (input, _key, since) => findSpace(connected(), input, since),
    post: ({ to }, key, since) => findPost(connected(), to, key, since),
    'send-file': (input, key, since) => findFile(connected(), input, key, since),
  };
}

/** Every failure leaves as a PlatformError. What is given second is the effect's key. */
export function speakingOurErrors<T extends Readonly<Record<string, (...given: never[]) => Promise<unknown>>>>(
  calls: T,
): T {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      (...given: never[]) =>
        asOurs(
          attempting(`${given[1]}`, async () => call(...given)),
          given[0],
        ),
    ]),
  ) as unknown as T;
}

export async function asOurs<T>(call: Promise<T>, meant: Parameters<typeof inView>[1] = {}): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw inView(toPlatformError(error), meant);
  }
}

/** What is so already is done. */
async function unless(codes: readonly string[], call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    const known = toPlatformError(error);
    if (!codes.includes(known.code)) throw known;
  }
}
