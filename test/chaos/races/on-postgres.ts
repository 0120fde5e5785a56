/** A private PostgreSQL, and two processes that press on it. */

import pg from 'pg';
import { desk } from '../../support/desk.ts';
import { freshDatabase, ownPostgres } from '../../support/postgres.ts';
import { village } from '../../support/village.ts';
import { neighbour } from './door.ts';
import type { Ground } from './races.ts';

export async function onPostgres(): Promise<(Ground & { stop(): Promise<void> }) | { readonly skip: string }> {
  const server = await ownPostgres();
  if ('skip' in server) return server;
  const [one, other] = [neighbour(), neighbour()];
  let laid = '';
  let copies = 0;

  const { url: address } = server;

  async function once(query: string): Promise<void> {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    await client.query(query);
    await client.end();
  }
  const named = (name: string) => address.replace(/\/postgres$/, `/${name}`);

  return {
    engine: 'postgres, two processes',
    async lay(founded) {
      laid = await freshDatabase(address);
      const it = await village(laid);
      await founded(it);
      await it.store.close();
    },
    async copy() {
      const name = `race_${++copies}`;
      await once(`create database ${name} template ${new URL(laid).pathname.slice(1)}`);
      const url = named(name);
      const it = await desk(url);
      const doors = await Promise.all([one.opens(url), other.opens(url)]);
      return {
        it,
        doors,
        async end() {
          await Promise.all([...doors.map(door => door.leaves()), it.store.close()]);
          await once(`drop database ${name}`);
        },
      };
    },
    async stop() {
      one.end();
      other.end();
      await server.stop();
    },
  };
}
