/**
 * Private addresses of calendars. What stands in an address is kept nowhere, only a fingerprint of it. Whoever has an address reads by it
 * alone: like the public page it is an exception to "the network first", and so it answers these few words and never a record.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Cop } from '../domain/cop.ts';
import type { NetworkId, PersonId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Reader, Tx } from './engine.ts';
import { meetingFrom } from './meetings.ts';

const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export async function since(reader: Reader, network: NetworkId, person: PersonId): Promise<number | undefined> {
  const row = await reader
    .selectFrom('calendar_feeds')
    .select('created_at')
    .where('network_id', '=', network)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row?.created_at;
}

/** Whether there is one CoP or more that they are in. */
export async function hasCops(reader: Reader, network: NetworkId, person: PersonId): Promise<boolean> {
  return (await locales(reader, network, person)).length > 0;
}

/** A new one, in place of what they had: answered once, and known to nobody afterwards. */
export async function give(tx: Tx, network: NetworkId, person: PersonId, now: number): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const row = { secret_hash: fingerprint(secret), created_at: now };
  await tx
    .insertInto('calendar_feeds')
    .values({ network_id: network, person_id: person, ...row })
    .onConflict(conflict => conflict.column('person_id').doUpdateSet(row))
    .execute();
  return secret;
}

/** Whether there was one. */
export async function takeAway(tx: Tx, network: NetworkId, person: PersonId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('calendar_feeds')
    .where('network_id', '=', network)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whoever has one, wherever. */
export const everyOwner = (reader: Reader): Promise<readonly { networkId: NetworkId; person: PersonId }[]> =>
  reader.selectFrom('calendar_feeds').select(['network_id as networkId', 'person_id as person']).execute();

export interface Feed {
  /** In which they last read what the bot says. */
  readonly locale: string | undefined;
  readonly meetings: readonly { readonly meeting: Meeting; readonly cop: Pick<Cop, 'name' | 'spaceName'> }[];
}

/** What a calendar has use for. */
const backMs = 60 * 24 * 3600_000;
const most = 500;

/** The meetings of all CoPs that they are in by now, but for those that they said no to. Nothing alike for what isn't there, was taken away, and who is in no CoP any more. */
export async function feedOf(reader: Reader, secret: string, now: number): Promise<Feed | undefined> {
  const owner = await reader
    .selectFrom('calendar_feeds')
    .select(['network_id', 'person_id'])
    .where('secret_hash', '=', fingerprint(secret))
    .executeTakeFirst();
  if (!owner) return undefined;
  const [first, ...others] = await locales(reader, owner.network_id, owner.person_id);
  if (!first) return undefined;
  const rows = await reader
    .selectFrom('memberships as m')
    .innerJoin('cops as c', 'c.id', 'm.cop_id')
    .innerJoin('meetings as x', 'x.cop_id', 'm.cop_id')
    .leftJoin('meeting_answers as a', join =>
      join.onRef('a.meeting_id', '=', 'x.id').onRef('a.person_id', '=', 'm.person_id').on('a.says', '=', 'not'),
    )
    .selectAll('x')
    .select(['c.name as cop_name', 'c.space_name'])
    .where('m.network_id', '=', owner.network_id)
    .where('m.person_id', '=', owner.person_id)
    .where('m.state', '=', 'member')
    .where('c.closed_at', 'is', null)
    .where('x.state', 'in', ['called', 'over', 'cancelled'])
    .where('x.starts_at', '>', now - backMs)
    .where('a.meeting_id', 'is', null)
    .orderBy('x.starts_at', 'desc')
    .orderBy('x.id')
    .limit(most)
    .execute();
  return {
    locale: [first, ...others].find(one => one.locale !== null)?.locale ?? undefined,
    meetings: rows.map(({ cop_name, space_name, ...row }) => ({
      meeting: meetingFrom(row),
      cop: { name: cop_name, spaceName: space_name ?? undefined },
    })),
  };
}

/** Of each CoP that they are in, with the language that they read there. */
const locales = (reader: Reader, network: NetworkId, person: PersonId) =>
  reader
    .selectFrom('memberships as m')
    .innerJoin('cops as c', 'c.id', 'm.cop_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'm.person_id').onRef('a.workspace_id', '=', 'c.workspace_id'),
    )
    .select('a.locale')
    .where('m.network_id', '=', network)
    .where('m.person_id', '=', person)
    .where('m.state', '=', 'member')
    .where('c.closed_at', 'is', null)
    .orderBy('c.id')
    .execute();
