/** One PostgreSQL for the whole run; tests ask `inject('postgres')`. `REQUIRE_POSTGRES=1`: none is a failure, not a skip. */
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { readonly url: string } | { readonly skip: string };
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
  project.provide('postgres', { url: server.url });
  return () => server.stop();
}
