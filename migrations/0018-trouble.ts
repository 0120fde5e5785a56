import type { Kysely } from 'kysely';

interface Effects {
  effects: { id: string; error: string | null };
}

/** What kept an effect from being done was a sentence, `forbidden 50013`; it is three fields now. */
export async function up(db: Kysely<Effects>): Promise<void> {
  const rows = await db.selectFrom('effects').select(['id', 'error']).where('error', 'is not', null).execute();
  for (const { id, error } of rows) {
    const [kind = '', code = ''] = (error ?? '').split(' ');
    const trouble = JSON.stringify({ whose: 'nobody', kind, code });
    await db.updateTable('effects').set({ error: trouble }).where('id', '=', id).execute();
  }
}
