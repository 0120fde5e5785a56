/** A private PostgreSQL, and two processes that press on it. The rows of the beginning are put back before each race. */
import pg from 'pg';
import { openStore } from '../../../src/store/engine.ts';
import { type Desk, deskOn } from '../../support/desk.ts';
import { freshDatabase, ownPostgres } from '../../support/postgres.ts';
import { village } from '../../support/village.ts';
import { type Door, neighbour } from './door.ts';
import type { Ground } from './races.ts';

const kept = `
  create schema kept;
  do $$ declare one record; begin
    for one in select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely_%' loop
      execute format('create table kept.%1$I as table public.%1$I', one.name);
    end loop;
  end $$`;

const putBack = `
  set session_replication_role = replica;
  do $$ declare one record; begin
    for one in select table_name as name, string_agg(quote_ident(column_name), ', ') as columns
        from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER'
        and table_name in (select tablename from pg_tables where schemaname = 'kept') group by table_name loop
      execute format('delete from public.%I', one.name);
      execute format('insert into public.%1$I (%2$s) overriding system value select %2$s from kept.%1$I', one.name, one.columns);
    end loop;
  end $$`;

export async function onPostgres(): Promise<Ground | { readonly skip: string }> {
  const server = await ownPostgres();
  if ('skip' in server) return server;
  const { url: address } = server;
  const neighbours = [neighbour(), neighbour()];
  let laid: { readonly client: pg.Client; readonly it: Desk; readonly doors: readonly Door[] } | undefined;

  async function left(): Promise<void> {
    await Promise.all([...(laid?.doors.map(door => door.leaves()) ?? []), laid?.it.store.close(), laid?.client.end()]);
    laid = undefined;
  }

  return {
    engine: 'postgres',
    async lay(founded) {
      await left();
      const url = await freshDatabase(address);
      const first = await village(url);
      await founded(first);
      await first.store.close();
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(kept);
      laid = {
        client,
        it: deskOn(await openStore(url)),
        doors: await Promise.all(neighbours.map(one => one.opens(url))),
      };
    },
    async copy() {
      if (!laid) throw new Error('nothing is laid yet');
      await laid.client.query(putBack);
      return { it: laid.it, doors: laid.doors, end: async () => {} };
    },
    async stop() {
      await left();
      for (const one of neighbours) one.end();
      await server.stop();
    },
  };
}
