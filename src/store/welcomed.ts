/** What was said privately to those who came in while a meeting was ahead: it tells when they meet next. */
import { sql } from 'kysely';
import type { About, Copy, Lane } from '../domain/effect.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { MessageName } from '../domain/message.ts';
import type { Reader } from './engine.ts';

/** Which messages those are. */
export const welcoming = ['join-request-admitted', 'invitation-admitted', 'brought-in'] as const;

export interface Welcomed {
  readonly message: (typeof welcoming)[number];
  readonly about: About;
  readonly copy: Copy;
  /** Of whom it was said to. */
  readonly lane: Lane;
}

type Called = Pick<Meeting, 'networkId' | 'copId' | 'id'>;

/** Since the meeting was thought of; nobody was told of it before. */
const welcomes = (reader: Reader, { networkId, copId, id }: Called) =>
  reader
    .selectFrom('effects')
    .innerJoin('posts', 'posts.effect_id', 'effects.id')
    .select(['posts.message', 'posts.about_kind', 'posts.about_id', 'posts.channel_id', 'posts.message_id'])
    .select('effects.lane')
    .where('effects.network_id', '=', networkId)
    .where('effects.kind', '=', sql.lit('post')) // as the index says it
    .where('effects.cop_id', '=', copId)
    .where('effects.id', '>', id as never)
    .where('posts.message', 'in', welcoming);

export async function since(reader: Reader, meeting: Called): Promise<readonly Welcomed[]> {
  return (await welcomes(reader, meeting).execute()).map(welcomedFrom);
}

/** With which of these messages about the meeting itself stand somewhere: in one statement. */
export async function sayingWhen<M extends MessageName>(
  reader: Reader,
  meeting: Called,
  messages: readonly M[],
): Promise<{ readonly said: ReadonlySet<M>; readonly welcomes: readonly Welcomed[] }> {
  const said = reader
    .selectFrom('posts')
    .select(['message', 'about_kind', 'about_id', 'channel_id', 'message_id'])
    .select(sql<Lane>`''`.as('lane'))
    .where('network_id', '=', meeting.networkId)
    .where('about_id', '=', meeting.id)
    .where('message', 'in', messages);
  const rows = await welcomes(reader, meeting).unionAll(said).execute();
  const isWelcome = ({ message }: (typeof rows)[number]) => welcoming.some(one => one === message);
  return {
    said: new Set(rows.filter(row => !isWelcome(row)).map(row => row.message as M)),
    welcomes: rows.filter(isWelcome).map(welcomedFrom),
  };
}

interface Row {
  readonly message: MessageName;
  readonly about_kind: About['kind'];
  readonly about_id: string;
  readonly channel_id: string;
  readonly message_id: string;
  readonly lane: Lane;
}

const welcomedFrom = (row: Row): Welcomed => ({
  message: row.message as Welcomed['message'],
  about: { kind: row.about_kind, id: row.about_id } as About,
  copy: { channel: row.channel_id, id: row.message_id },
  lane: row.lane,
});
