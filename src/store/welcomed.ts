/** What was said privately to those who came in while a meeting was ahead: it tells when they meet next. */
import { sql } from 'kysely';
import type { About, Copy, Lane } from '../domain/effect.ts';
import type { Meeting } from '../domain/meeting.ts';
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

/** Since the meeting was thought of; nobody was told of it before. */
export async function since(
  reader: Reader,
  { networkId, copId, id }: Pick<Meeting, 'networkId' | 'copId' | 'id'>,
): Promise<readonly Welcomed[]> {
  const rows = await reader
    .selectFrom('effects')
    .innerJoin('posts', 'posts.effect_id', 'effects.id')
    .select(['message', 'about_kind', 'about_id', 'channel_id', 'message_id', 'lane'])
    .where('effects.network_id', '=', networkId)
    .where('effects.kind', '=', sql.lit('post')) // as the index says it
    .where('effects.cop_id', '=', copId)
    .where('effects.id', '>', id as never)
    .where('message', 'in', welcoming)
    .execute();
  return rows.map(row => ({
    message: row.message as Welcomed['message'],
    about: { kind: row.about_kind, id: row.about_id } as About,
    copy: { channel: row.channel_id, id: row.message_id },
    lane: row.lane,
  }));
}
