/** One PostgreSQL for the whole run; tests ask `inject('postgres')`. `REQUIRE_POSTGRES=1`: none is a failure, not a skip. */
import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { dropTemplates, makeTemplates, startPostgres, type Templates } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { readonly url: string; readonly templates: Templates } | { readonly skip: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  if ('skip' in server) {
    if (process.env.REQUIRE_POSTGRES) throw new Error(`PostgreSQL is required: ${server.skip}`);
    console.log(`Tests on PostgreSQL are skipped: ${server.skip}`);
    project.provide('postgres', { skip: server.skip });
    return async () => {};
  }
  const templates = await makeTemplates(server.url, migrated);
  if (process.env.REQUIRE_POSTGRES && typeof templates.english !== 'string') throw new Error(templates.english.skip);
  project.provide('postgres', { url: server.url, templates });
  return async () => {
    await dropTemplates(server.url, templates);
    await server.stop();
  };
}

async function migrated(url: string): Promise<void> {
  const { db, close } = await openStore(url);
  await migrate(db);
  await close();
}
