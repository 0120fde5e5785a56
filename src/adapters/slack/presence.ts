/** Where the bot is, and who is there with it. docs.slack.dev/reference/methods/users.conversations, …/conversations.members */
import { passes } from '../../platform/again.ts';
import type { Channel, Inhabitant, Presence } from '../../platform/chat-platform.ts';
import type { SlackClient } from './client.ts';
import type { Reach } from './connected.ts';
import { toPlatformError } from './errors.ts';
import type { Profiles } from './profiles.ts';
import { isFromElsewhere } from './whose.ts';

const pageSize = 200;

const open = { types: 'private_channel', exclude_archived: true, limit: pageSize } as const;

/** Slack tells of each who made it. */
export async function ownSpacesOf({ client, team, botUserId }: Reach): Promise<ReadonlyMap<string, readonly string[]>> {
  const own: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.users.conversations({ ...open, cursor });
    own.push(...(page.channels ?? []).flatMap(({ id, creator }) => (id && creator === botUserId ? [id] : [])));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return new Map([[team, own]]);
}

/** To who isn't in it, a private channel looks the same whether it is archived, deleted or merely closed to them. */
export async function spacesOf(
  { client }: Reach,
  which: readonly string[],
  closed: readonly string[],
): Promise<ReadonlyMap<string, Presence>> {
  const wasClosed = new Set(closed);
  const all = new Map<string, Presence>(which.map(id => [id, { state: 'out of reach' }]));
  let cursor: string | undefined;
  do {
    const page = await client.users.conversations({ ...open, cursor });
    for (const { id = '', name = '' } of page.channels ?? [])
      if (all.has(id) || wasClosed.has(id)) all.set(id, { state: 'there', name, seenBy: [] });
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  for (const [id, { state }] of all)
    if (state === 'out of reach' && (await isPublic(client, id))) all.set(id, { state: 'public', seenBy: [{ id }] });
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

/** Who is deactivated is in no channel any more. A bot is nobody, and who is of another team; and whether somebody is one has to be told, or there is no list. */
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
    const profile = believed.has(id) ? undefined : await about.surely(id);
    if (profile && (profile.bot || (await isFromElsewhere({ team, about, botUserId }, profile)))) continue;
    people.push({ id, name: profile?.name ?? '' });
  }
  return people;
}
