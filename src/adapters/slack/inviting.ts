/** People brought into a channel, many in one call. docs.slack.dev/reference/methods/conversations.invite */
import { webApi } from '@slack/bolt';
import type { Account, Channel } from '../../platform/chat-platform.ts';
import type { PlatformError } from '../../platform/platform-error.ts';
import type { SlackClient } from './client.ts';
import type { Reach } from './connected.ts';
import { ofCode, toPlatformError } from './errors.ts';
import { limits } from './limits.ts';

/** Whom Slack doesn't let in keeps out nobody else, however many calls it takes; of what is wrong with them, what somebody can mend is said. */
export async function invite(
  { client, botUserId }: Pick<Reach, 'client' | 'botUserId'>,
  space: Channel,
  who: readonly Account[],
): Promise<void> {
  const people = who.map(account => account.id).filter(id => id !== botUserId);
  const noes: PlatformError[] = [];
  for (let n = 0; n < people.length; n += limits.invite)
    noes.push(...(await together(client, space, people.slice(n, n + limits.invite))));
  const wrong = noes.find(one => one.kind === 'forbidden') ?? noes[0];
  if (wrong) throw wrong;
}

type Noes = readonly PlatformError[];

/** What is no one person's trouble is thrown: then nobody else is tried. */
async function together(client: SlackClient, space: Channel, people: readonly string[]): Promise<Noes> {
  if (people.length === 0) return [];
  const [only, ...others] = people;
  try {
    const force = others.length > 0 && { force: true };
    const { errors } = await client.conversations.invite({ channel: space.id, users: people.join(','), ...force });
    return noesOf(errors);
  } catch (error) {
    const known = toPlatformError(error);
    const named = namedIn(known);
    const rest = people.filter(one => !named.some(({ user }) => user === one));
    if (rest.length < people.length) return [...noesOf(named), ...(await together(client, space, rest))];
    if (known.whose !== 'person' && known.kind !== 'invalid') throw known;
    if (others.length === 0) return noesOf([{ user: only, error: known.code }]);
    const noes: PlatformError[] = [];
    for (const one of people) noes.push(...(await together(client, space, [one])));
    return noes;
  }
}

interface Named {
  readonly user?: string | undefined;
  readonly error?: string;
}

/** Who of them it was about: Slack says so beside its no. */
const namedIn = ({ cause }: PlatformError): readonly Named[] =>
  cause instanceof webApi.WebAPIPlatformError ? ((cause.data as { errors?: readonly Named[] }).errors ?? []) : [];

/** Who is in already is nobody to be said no to. */
const noesOf = (named: readonly Named[] = []): Noes =>
  named.flatMap(({ error: code = '' }) => (code === 'already_in_channel' ? [] : [ofCode(code)]));
