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

async function tables(db: Db): Promise<readonly Table[]> {
  const cops = await db
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
  const members = await db
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
  const requests = await db
    .selectFrom('join_requests')
    .innerJoin('persons', 'persons.id', 'join_requests.person_id')
    .innerJoin('cops', 'cops.id', 'join_requests.cop_id')
    .select(['persons.name as person', 'cops.name as cop', 'join_requests.state', 'cops.workspace_id'])
    .orderBy('join_requests.created_at', 'desc')
    .limit(most)
    .execute();
  const documents = await db
    .selectFrom('documents')
    .innerJoin('cops', 'cops.id', 'documents.cop_id')
    .select(['documents.title', 'documents.kind', 'cops.name as cop', 'cops.workspace_id'])
    .orderBy('documents.saved_at', 'desc')
    .limit(most)
    .execute();
  const effects = await db
    .selectFrom('effects')
    .select(['kind', 'lane', 'state', 'attempts', 'workspace_id'])
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return [
    table(
      'Communities',
      ['on', 'name', 'state', 'space', 'members'],
      cops.map(c => [on(c), c.name, c.state, c.space_name, Number(c.members)]),
    ),
    table(
      'Who is in',
      ['on', 'person', 'community', 'as', 'state'],
      members.map(m => [on(m), m.person, m.cop, m.role, m.state]),
    ),
    table(
      'Join requests',
      ['on', 'person', 'community', 'state'],
      requests.map(r => [on(r), r.person, r.cop, r.state]),
    ),
    table(
      'Library',
      ['on', 'title', 'kind', 'community'],
      documents.map(d => [on(d), d.title, d.kind, d.cop]),
    ),
    table(
      'Outbox, newest first',
      ['on', 'what', 'lane', 'state', 'attempts'],
      effects.map(e => [on(e), e.kind, laneName(e.lane), e.state, e.attempts]),
    ),
  ];
}

const table = (title: string, columns: readonly string[], rows: Table['rows']): Table => ({ title, columns, rows });
const on = (row: { readonly workspace_id: WorkspaceKey }): string =>
  manners[workspaceOf(row.workspace_id).platform].name;
const laneName = (lane: string): string => lane.split(':')[0] ?? lane;
