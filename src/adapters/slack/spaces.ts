/** Private channels: made, and found again when nobody heard that they were. */
import { plainSlug } from '../../domain/cop.ts';
import { beginning } from '../../domain/words.ts';
import type { Channel, Effects } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { SlackClient } from './client.ts';
import type { Reach } from './connected.ts';
import { toPlatformError } from './errors.ts';
import { clockSlackMs } from './finding.ts';
import { cut, limits } from './limits.ts';
import { unescaped } from './slash.ts';

type Opening = Effects['open-space']['in'];
type Opened = Effects['open-space']['out'];

/** Lower-case, no spaces, no full stops; letters of any script. docs.slack.dev/reference/methods/conversations.create#naming */
export const channelName = (name: string): string =>
  beginning(
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
      .replace(/-{2,}/g, '-')
      .replace(/^-+|-+$/g, ''),
    limits.channelName - 4,
  ).replace(/-+$/, '') || 'cop';

const isCalled = (wanted: string, name = ''): boolean =>
  name === wanted || (name.startsWith(`${wanted}-`) && /^\d+$/.test(name.slice(wanted.length + 1)));
/** As Slack may have it: a name is brought into its own form when a channel is made. docs.slack.dev/reference/methods/conversations.rename#naming */
const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || name;

const isMadeAs = (wanted: string, { name = '', name_normalized = name }: Named): boolean =>
  [wanted, plainSlug(wanted)].some(one =>
    [name, name_normalized].some(got => isCalled(one, got) || isCalled(folded(one), folded(got))),
  );

interface Named {
  readonly name?: string;
  readonly name_normalized?: string;
}

const numbered = (name: string, n: number): string => (n === 1 ? name : `${name}-${n}`);

export async function openSpace({ client, team }: Reach, input: Opening): Promise<Opened> {
  return namedAs(channelName(input.name), async name => {
    const { channel } = await client.conversations.create({ name, is_private: true });
    return opened(team, channel?.id ?? '', channel?.name ?? name);
  });
}

/** Names are taken by channels that the bot can't see, too. After a few, in strides that double: Slack takes twenty tries a minute. */
const numbers = [1, 2, 3, 4, 6, 10, 18, 34, 66, 130, 258, 514, 1026] as const;

async function firstFree<T>(wanted: string, take: (name: string) => Promise<T>): Promise<T> {
  for (const n of numbers) {
    try {
      return await take(numbered(wanted, n));
    } catch (error) {
      const known = toPlatformError(error);
      if (known.code !== 'name_taken' || n === numbers.at(-1)) throw known;
    }
  }
  return take(wanted);
}

/** Which scripts a channel's name may be in, Slack doesn't say; what every workspace takes is tried where the name isn't taken. */
async function namedAs<T>(wanted: string, take: (name: string) => Promise<T>): Promise<T> {
  try {
    return await firstFree(wanted, take);
  } catch (error) {
    const plain = plainSlug(wanted);
    if (!isOfName(error) || plain === wanted) throw error;
    return firstFree(plain, take);
  }
}

const isOfName = (error: unknown): boolean =>
  error instanceof PlatformError && error.code.startsWith('invalid_name') && error.kind === 'invalid';

type Described = Effects['describe-space']['in'];

export async function describeSpace({ client }: Reach, described: Described): Promise<void> {
  const { channel } = await client.conversations.info({ channel: described.space.id });
  await describe(client, described, channel);
}

interface Before {
  readonly topic?: { readonly value?: string };
  readonly purpose?: { readonly value?: string };
}

/** What is so already isn't set again: the channel would say so once more. Slack tells it as it tells messages: links marked, three characters escaped. */
async function describe(client: SlackClient, { space, ...words }: Described, before: Before = {}): Promise<void> {
  const [topic, purpose] = [cut(words.topic, limits.topic), cut(words.purpose, limits.topic)];
  const isSaid = (words: string, value = '') => value === words || asTyped(value) === words;
  await Promise.all([
    !isSaid(topic, before.topic?.value) && client.conversations.setTopic({ channel: space.id, topic }),
    !isSaid(purpose, before.purpose?.value) && client.conversations.setPurpose({ channel: space.id, purpose }),
  ]);
}

const asTyped = (told: string): string =>
  unescaped(told.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_mark, target: string, label?: string) => label || target));

/** Whether it has the name already is asked first: done again, nothing is changed and nothing said in the channel. */
export async function renameSpace(
  connection: Reach,
  { name, ...described }: Effects['rename-space']['in'],
): Promise<{ name: string }> {
  const wanted = channelName(name);
  const { client } = connection;
  const { channel: before } = await client.conversations.info({ channel: described.space.id });
  const got =
    isCalled(wanted, before?.name) || isCalled(plainSlug(wanted), before?.name)
      ? (before?.name ?? wanted)
      : await namedAs(wanted, async free => {
          const { channel } = await client.conversations.rename({ channel: described.space.id, name: free });
          return channel?.name ?? free;
        });
  await describe(client, described, before);
  return { name: got };
}

/** By its name, made by us, not long before it was intended (by our clock), and not known to be another CoP's. */
export async function findSpace(
  { client, team, botUserId }: Reach,
  input: Opening,
  since: number,
): Promise<Opened | undefined> {
  const wanted = channelName(input.name);
  let cursor: string | undefined;
  do {
    const page = await client.users.conversations({
      types: 'private_channel',
      exclude_archived: true,
      limit: 200,
      cursor,
    });
    const candidates = (page.channels ?? []).filter(
      one => one.creator === botUserId && (one.created ?? 0) * 1000 >= since - clockSlackMs && isMadeAs(wanted, one),
    );
    const others = await input.others(candidates.map(one => one.id ?? ''));
    const found = candidates.find(one => !others.includes(one.id ?? ''));
    if (found) return opened(team, found.id ?? '', found.name ?? '');
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return undefined;
}

const opened = (team: string, id: string, name: string): Channel & { name: string } => ({
  platform: 'slack',
  workspace: team,
  id,
  name,
});
