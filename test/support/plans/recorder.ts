/**
 * Every statement of the store that any test has issued is planned once, on both engines: what is asked on SQLite is written for
 * PostgreSQL too. So none is forgotten, and none has to be named here.
 */
import {
  createQueryId,
  DefaultQueryCompiler,
  type KyselyPlugin,
  PostgresQueryCompiler,
  type QueryId,
  type RootOperationNode,
  SqliteQueryCompiler,
} from 'kysely';
import { openStore, type Store } from '../../../src/store/engine.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { copyOf } from '../postgres.ts';
import { faultOf, whole } from './judge.ts';
import { onPostgres, onSqlite } from './plans.ts';
import { fill } from './reference.ts';

interface Statement {
  readonly engine: 'sqlite' | 'postgres';
  readonly text: string;
  readonly parameters: readonly unknown[];
  /** The functions of the store that issued it, the innermost first, each with its file. */
  readonly from: readonly string[];
}

const known = new Set<string>();
let fresh: Statement[] = [];

/** Several of the same are the same, and so is what was asked at another moment. */
const alike = (text: string): string =>
  text.replace(/\((?:(?:\?|\$\d+)(?:, )?)+\)/g, '(…)').replace(/\b\d{13}\b/g, '…');
/** What both engines write alike is asked of both. */
const onlySqlite = /\binstr\(|documents_search|directory_search|json_each/;

/** `from`: whose it is. */
export function record(engine: Statement['engine'], from = functionsOfStore): KyselyPlugin {
  const asked = new WeakSet<QueryId>();
  return {
    transformQuery({ node, queryId }) {
      asked.add(queryId);
      unheard.set(queryId, { engine, from });
      return node;
    },
    async transformResult({ queryId, result }) {
      const it = asked.has(queryId) && compiled.get(queryId);
      if (it) keep(engine, it.node, it.from);
      return result;
    },
  };
}

interface Compiled {
  readonly node: RootOperationNode;
  readonly from: readonly string[];
}

const unheard = new WeakMap<
  QueryId,
  { readonly engine: Statement['engine']; readonly from: () => readonly string[] }
>();
const compiled = new WeakMap<QueryId, Compiled>();
const compile = DefaultQueryCompiler.prototype.compileQuery;

/** Called by whoever asks, so that the stack says who; of what is known already nobody asks, since there are thousands a test. */
DefaultQueryCompiler.prototype.compileQuery = function (node, queryId) {
  const query = compile.call(this, node, queryId);
  const whose = unheard.get(queryId);
  unheard.delete(queryId);
  if (!whose || known.has(`${whose.engine} ${alike(query.sql)}`)) return query;
  const from = whose.from();
  if (from.length > 0 && !from.some(one => whole[one.split(' ')[0] ?? ''])) compiled.set(queryId, { node, from });
  return query;
};

const compilers = { sqlite: new SqliteQueryCompiler(), postgres: new PostgresQueryCompiler() };

function keep(engine: Statement['engine'], node: RootOperationNode, from: readonly string[]): void {
  const { sql } = compilers[engine].compileQuery(node, createQueryId());
  for (const on of engine === 'postgres' || onlySqlite.test(sql) ? [engine] : (['sqlite', 'postgres'] as const)) {
    const { sql: text, parameters } = compilers[on].compileQuery(node, createQueryId());
    if (!/^\s*(select|insert|update|delete|with)\b/i.test(text) || known.has(`${on} ${alike(text)}`)) continue;
    known.add(`${on} ${alike(text)}`);
    fresh.push({ engine: on, text, parameters, from });
  }
}

/** Asked at every statement, so from the bare call sites: a stack in words, mapped line by line, took a fifth of a test's time. */
function functionsOfStore(): readonly string[] {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = 40;
  Error.prepareStackTrace = (_, sites) => sites;
  const sites = new Error().stack as unknown as readonly NodeJS.CallSite[];
  Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  return sites.flatMap(site => {
    const [file] = /src\/store\/(?!engine|migrate)[\w-]+\.ts$/.exec(site.getFileName() ?? '') ?? [];
    return file ? `${site.getFunctionName()} (${file})` : [];
  });
}

type Reference = Readonly<Record<Statement['engine'], Store | undefined>>;
let reference: Promise<Reference> | undefined;

async function referenceOf(engine: Statement['engine']): Promise<Store | undefined> {
  reference ??= Promise.all([migrated(), filledPostgres()]).then(([sqlite, postgres]) => ({ sqlite, postgres }));
  return (await reference)[engine];
}

async function migrated(): Promise<Store> {
  const store = await openStore('sqlite::memory:');
  await migrate(store.db);
  return store;
}

async function filledPostgres(): Promise<Store | undefined> {
  const { inject } = await import('vitest'); // bench/ has none
  const postgres = inject('postgres');
  if ('skip' in postgres) return undefined;
  const store = await openStore(await copyOf(postgres.url, postgres.templates.migrated));
  await fill(store.db as never);
  return store;
}

/** What is wrong with how those are found that nobody has looked at yet. */
export async function faults(): Promise<readonly string[]> {
  const found: string[] = [];
  const looking = fresh;
  fresh = [];
  for (const { engine, text, parameters, from } of looking) {
    const store = await referenceOf(engine);
    if (!store) continue;
    const looks =
      engine === 'sqlite'
        ? await onSqlite(store.db as never, text, parameters)
        : await onPostgres(store.db as never, text, parameters);
    const wrong = [...new Set(looks.flatMap(look => faultOf(look) ?? []))];
    if (wrong.length > 0) found.push(`${from[0]} on ${engine} ${wrong.join(', ')}:\n  ${text}`);
  }
  return found;
}
