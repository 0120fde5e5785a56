/** What the store says now, for whoever plays: read only, on this machine's loopback, and only beside the playground. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { sql } from 'kysely';
import type { WorkspaceKey } from '../domain/ids.ts';
import { manners } from '../domain/platforms.ts';
import { workspaceOf } from '../domain/workspace.ts';
import type { Db } from '../store/engine.ts';

interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const most = 12;

export interface Peek {
  readonly url: string;
  stop(): Promise<void>;
}

export async function openPeek(db: Db): Promise<Peek> {
  const app = new Hono().get('/peek', async context => context.json({ tables: await tables(db) }));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/peek`,
    async stop() {
      const closed = new Promise(done => server.close(done));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

const tables = (db: Db): Promise<readonly Table[]> =>
  Promise.all([communities(db), whoIsIn(db), joinRequests(db), library(db), outbox(db)]);

async function communities(db: Db): Promise<Table> {
  const found = await db
    .selectFrom('cops')
    .leftJoin('memberships', join =>
      join.onRef('memberships.cop_id', '=', 'cops.id').on('memberships.state', '=', 'member'),
    )
    .select([
      'cops.name',
      'cops.state',
      'cops.space_name',
      'cops.workspace_id',
      sql<number>`count(memberships.person_id)`.as('members'),
    ])
    .groupBy(['cops.id', 'cops.name', 'cops.state', 'cops.space_name', 'cops.workspace_id', 'cops.created_at'])
    .orderBy('cops.created_at', 'desc')
    .limit(most)
    .execute();
  return {
    title: 'Communities',
    columns: ['on', 'name', 'state', 'space', 'members'],
    rows: found.map(c => [on(c), c.name, c.state, c.space_name, Number(c.members)]),
  };
}

async function whoIsIn(db: Db): Promise<Table> {
  const found = await db
    .selectFrom('memberships')
    .innerJoin('persons', 'persons.id', 'memberships.person_id')
    .innerJoin('cops', 'cops.id', 'memberships.cop_id')
    .select([
      'persons.name as person',
      'cops.name as cop',
      'memberships.role',
      'memberships.state',
      'cops.workspace_id',
    ])
    .orderBy('memberships.since', 'desc')
    .limit(most)
    .execute();
  return {
    title: 'Who is in',
    columns: ['on', 'person', 'community', 'as', 'state'],
    rows: found.map(m => [on(m), m.person, m.cop, m.role, m.state]),
  };
}

async function joinRequests(db: Db): Promise<Table> {
  const found = await db
    .selectFrom('join_requests')
    .innerJoin('persons', 'persons.id', 'join_requests.person_id')
    .innerJoin('cops', 'cops.id', 'join_requests.cop_id')
    .select(['persons.name as person', 'cops.name as cop', 'join_requests.state', 'cops.workspace_id'])
    .orderBy('join_requests.created_at', 'desc')
    .limit(most)
    .execute();
  return {
    title: 'Join requests',
    columns: ['on', 'person', 'community', 'state'],
    rows: found.map(r => [on(r), r.person, r.cop, r.state]),
  };
}

async function library(db: Db): Promise<Table> {
  const found = await db
    .selectFrom('documents')
    .innerJoin('cops', 'cops.id', 'documents.cop_id')
    .select(['documents.title', 'documents.kind', 'cops.name as cop', 'cops.workspace_id'])
    .orderBy('documents.saved_at', 'desc')
    .limit(most)
    .execute();
  return {
    title: 'Library',
    columns: ['on', 'title', 'kind', 'community'],
    rows: found.map(d => [on(d), d.title, d.kind, d.cop]),
  };
}

async function outbox(db: Db): Promise<Table> {
  const found = await db
    .selectFrom('effects')
    .select(['kind', 'lane', 'state', 'attempts', 'workspace_id'])
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return {
    title: 'Outbox, newest first',
    columns: ['on', 'what', 'lane', 'state', 'attempts'],
    rows: found.map(e => [on(e), e.kind, laneName(e.lane), e.state, e.attempts]),
  };
}

const on = (row: { readonly workspace_id: WorkspaceKey }): string =>
  manners[workspaceOf(row.workspace_id).platform].name;
const laneName = (lane: string): string => lane.split(':')[0] ?? lane;
