/** Where the bot is, and who is there with it. docs.slack.dev/reference/methods/users.conversations, …/conversations.members */
import type { webApi } from '@slack/bolt';
import { unnamed } from '../../domain/difference.ts';
import { passes } from '../../platform/again.ts';
import type { Channel, Inhabitant, Presence } from '../../platform/chat-platform.ts';
import type { SlackClient } from './client.ts';
import type { Reach } from './connected.ts';
import { toPlatformError } from './errors.ts';
import { lookBelievedMs, type Profiles } from './profiles.ts';
import { isFromElsewhere } from './whose.ts';

const pageSize = 200;

const open = { types: 'private_channel', exclude_archived: true, limit: pageSize } as const;

type Listed = NonNullable<webApi.UsersConversationsResponse['channels']>[number];
type Told = Pick<Listed, 'name' | 'is_ext_shared' | 'shared_team_ids' | 'internal_team_ids'>;

/** Private ones that are open, with the bot in them. */
async function* channelsOf(client: SlackClient): AsyncGenerator<Listed & { readonly id: string }> {
  let cursor: string | undefined;
  do {
    const page = await client.users.conversations({ ...open, cursor });
    for (const channel of page.channels ?? []) if (channel.id) yield { ...channel, id: channel.id };
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
}

/** Slack tells of each who made it. */
export async function ownSpacesOf({ client, team, botUserId }: Reach): Promise<ReadonlyMap<string, readonly string[]>> {
  const own: string[] = [];
  for await (const { id, creator } of channelsOf(client)) if (creator === botUserId) own.push(id);
  return new Map([[team, own]]);
}

type There = Extract<Presence, { state: 'there' }>;

const thereAs = ({ team }: Reach, channel: Told): There => ({
  state: 'there',
  name: channel.name ?? '',
  seenBy: fromElsewhere(team, channel),
});

/** Other organisations that it is shared with by Slack Connect, by their teams. docs.slack.dev/apis/slack-connect */
function fromElsewhere(team: string, { is_ext_shared, shared_team_ids = [], internal_team_ids = [] }: Told) {
  if (!is_ext_shared) return [];
  const own = new Set([team, ...internal_team_ids]);
  const others = shared_team_ids.filter(id => !own.has(id));
  return (others.length > 0 ? others : [unnamed]).map(id => ({ id, elsewhere: true }) as const);
}

/** One of them, as a look tells it too; nothing where it is none of them. docs.slack.dev/reference/methods/conversations.info */
export async function presenceOf(reach: Reach, id: string): Promise<There | undefined> {
  const { channel } = await reach.client.conversations.info({ channel: id });
  const isOne = channel?.is_private === true && channel.is_member !== false && channel.is_archived !== true;
  return isOne ? thereAs(reach, channel) : undefined;
}

/**
 * Ids of private channels began with G once; shared with another organisation they begin with C, and the rest stays. Slack gives ids:
 * nobody comes by one by calling a channel something. docs.slack.dev/reference/events/channel_id_changed, github.com/Netflix/dispatch/pull/560
 */
const idOfOld = (id: string): string | undefined => (id.startsWith('C') ? `G${id.slice(1)}` : undefined);

/** To who isn't in it, a private channel looks the same whether it is archived, deleted or merely closed to them. */
export async function spacesOf(
  reach: Reach,
  which: readonly string[],
  closed: readonly string[],
): Promise<ReadonlyMap<string, Presence>> {
  const wasClosed = new Set(closed);
  const all = new Map<string, Presence>(which.map(id => [id, { state: 'out of reach' }]));
  for await (const channel of channelsOf(reach.client)) {
    const { id } = channel;
    const before = idOfOld(id);
    const isRenumbered = before !== undefined && (all.has(before) || wasClosed.has(before));
    if (isRenumbered) all.set(before, { state: 'another id', becomes: id });
    if (isRenumbered || all.has(id) || wasClosed.has(id)) all.set(id, thereAs(reach, channel));
  }
  for (const [id, { state }] of all)
    if (state === 'out of reach' && (await isPublic(reach.client, id)))
      all.set(id, { state: 'public', seenBy: [{ id }] });
  return all;
}

/** Of a private channel that isn't open to it the bot is told nothing; for a public one it lacks a scope that it never asked for. */
async function isPublic(client: SlackClient, channel: string): Promise<boolean> {
  try {
    const { channel: told } = await client.conversations.info({ channel });
    return told?.is_private === false && told.is_archived !== true;
  } catch (error) {
    const known = toPlatformError(error);
    const { code, needed } = known;
    if (passes(known)) throw known; // any other no is an answer, and about this one alone
    return code === 'missing_scope' && needed?.split(',').includes('channels:read') === true;
  }
}

/** Who is deactivated is in no channel any more, whether or not Slack still lists them (sources differ: github.com/adsr/irslackd/issues/67). A bot is nobody, and who is of another team, or shown to no app of ours; and whether somebody is one has to be told, or there is no list. */
export async function membersOf(
  { client, botUserId, team }: Reach,
  about: Profiles,
  space: Channel,
  believed: ReadonlySet<string>,
): Promise<readonly Inhabitant[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.conversations.members({ channel: space.id, limit: pageSize, cursor });
    ids.push(...(page.members ?? []));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  const people: Inhabitant[] = [];
  for (const id of ids) {
    if (id === botUserId) continue;
    if (believed.has(id)) {
      people.push({ id, name: '' });
      continue;
    }
    const profile = await about.surely(id, lookBelievedMs);
    if (!profile || profile.bot || profile.gone || (await isFromElsewhere({ team, about, botUserId }, profile)))
      continue;
    people.push({ id, name: profile.name });
  }
  return people;
}
