/** What was said privately to those who came in: it tells when they meet next. */
import { sql } from 'kysely';
import type { About, Copy, Lane } from '../domain/effect.ts';
import type { EffectId, MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { isWelcoming, type MessageName, type Welcoming, welcoming } from '../domain/message.ts';
import type { Reader } from './engine.ts';
import { idsFrom } from './ids.ts';

export interface Welcomed {
  readonly message: Welcoming;
  readonly about: About;
  readonly copy: Copy;
  /** Of whom it was said to. */
  readonly lane: Lane;
}

type Called = Pick<Meeting, 'networkId' | 'copId' | 'id' | 'changedAt'>;

/** Whoever came in longer ago knows how to find out. */
const followed = 90 * 24 * 3600_000;

/** Whichever was the next when they came, it may say so of another by now; before the first of them nobody was told of one. To who has left since, `revise` says nothing. */
const welcomes = (reader: Reader, { networkId, copId, id, changedAt }: Called) =>
  reader
    .selectFrom('effects')
    .innerJoin('posts', 'posts.effect_id', 'effects.id')
    .select(['posts.message', 'posts.about_kind', 'posts.about_id', 'posts.channel_id', 'posts.message_id'])
    .select('effects.lane')
    .where('effects.network_id', '=', networkId)
    .where('effects.kind', '=', sql.lit('post')) // as the index says it
    .where('effects.cop_id', '=', copId)
    .where('effects.id', '>', eb =>
      eb.fn.coalesce(
        eb
          .selectFrom('meetings')
          .select(sql<EffectId>`min(id)`.as('first'))
          .where('network_id', '=', networkId)
          .where('cop_id', '=', copId)
          .where('id', '>', idsFrom(changedAt - followed) as MeetingId),
        sql<EffectId>`${id}`,
      ),
    )
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
  return {
    said: new Set(rows.filter(row => !isWelcoming(row.message)).map(row => row.message as M)),
    welcomes: rows.filter(row => isWelcoming(row.message)).map(welcomedFrom),
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
  message: row.message as Welcoming,
  about: { kind: row.about_kind, id: row.about_id } as About,
  copy: { channel: row.channel_id, id: row.message_id },
  lane: row.lane,
});
