/**
 * A PostgreSQL for tests: `TEST_POSTGRES_URL`, else a private server on loopback from Debian's binaries, begun once for a whole run
 * (vitest's globalSetup) and ended by its pid. Where there is neither, the reason why.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** One that a test may stop and start again, with all that was in it. */
export interface OwnServer extends Server {
  /** The address of one of its databases through a Unix socket, whose file is there only while the server is. */
  bySocket(url: string): string;
  down(): Promise<void>;
  up(): Promise<void>;
}

const installed = '/usr/lib/postgresql';

export async function startPostgres(): Promise<Server | { readonly skip: string }> {
  const given = process.env.TEST_POSTGRES_URL;
  if (given) return { url: given, stop: async () => {} };
  const bin = newestBinaries();
  if (!bin) return { skip: `no PostgreSQL under ${installed}, and TEST_POSTGRES_URL is not set` };
  return privateServer(bin);
}

export async function ownPostgres(): Promise<OwnServer | { readonly skip: string }> {
  const bin = newestBinaries();
  return bin ? privateServer(bin) : { skip: `no PostgreSQL under ${installed}` };
}

export function newestBinaries(): string | undefined {
  if (!existsSync(installed)) return undefined;
  const [newest] = readdirSync(installed).sort((a, b) => Number(b) - Number(a));
  const bin = newest && path.join(installed, newest, 'bin');
  return bin && existsSync(path.join(bin, 'initdb')) ? bin : undefined;
}

/** initdb refuses root: then as the user that Debian made for it. */
async function privateServer(bin: string): Promise<OwnServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cop-postgres-'));
  const as: { uid?: number; gid?: number } = process.getuid?.() === 0 ? userOf('postgres') : {};
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = path.join(folder, 'data');
  execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...as,
    stdio: 'ignore',
    cwd: folder,
  });
  const port = await freePort();
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=500', // a machine of many processors runs many tests side by side, each with a pool or two
    `unix_socket_directories=${folder}`,
    'listen_addresses=127.0.0.1',
  ];
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;
  const down = async () => {
    if (server) await ended(server);
    server = undefined;
  };
  const up = async () => {
    if (server) return;
    server = spawn(
      path.join(bin, 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap(one => ['-c', one])],
      { ...as, stdio: 'ignore', cwd: folder, env: { ...process.env, ...withEnglish(folder) } },
    );
    await answering(url, server);
  };
  const stop = async () => {
    process.off('exit', left);
    await down();
    rmSync(folder, { recursive: true, force: true });
  };
  /** Nobody is left to stop it: a run that was cut off. */
  const left = () => {
    server?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', left);
  try {
    await up();
  } catch (error) {
    await stop();
    throw error;
  }
  const bySocket = (one: string) => `${one}?host=${encodeURIComponent(folder)}`;
  return { url, bySocket, down, up, stop };
}

/** The system's `en_US.UTF-8`, made for this server alone where the machine has only what it is made of. */
function withEnglish(folder: string): { LOCPATH?: string } {
  const locales = path.join(folder, 'locales');
  try {
    mkdirSync(locales, { recursive: true });
    execFileSync('localedef', ['-i', 'en_US', '-f', 'UTF-8', path.join(locales, 'en_US.UTF-8')], { stdio: 'ignore' });
    return { LOCPATH: locales };
  } catch {
    return {}; // then the machine's own, or ICU's
  }
}

function userOf(name: string): { uid: number; gid: number } {
  const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (const begun = Date.now(); ; ) {
    try {
      await once(url, 'select 1');
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() - begun > 20_000)
        throw new Error('the private PostgreSQL did not come up', { cause: error });
      await new Promise(resolve => setTimeout(resolve, 50)); // asks again; its answer decides
    }
  }
}

const ended = (server: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGINT'); // "fast": connections are cut
  });

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

let databases = 0;

/** A new, empty database on a server; its address. */
export async function freshDatabase(server: string): Promise<string> {
  const name = `test_${process.pid}_${++databases}`;
  await once(server, `create database ${name}`);
  return addressOf(server, name);
}

const copies = new Map<string, { readonly template: string; free: boolean }>();

/** A database as its template is, with nothing in its tables: one that a test has given back, else a new copy. */
export async function copyOf(server: string, template: string): Promise<string> {
  for (const [url, copy] of copies)
    if (copy.free && copy.template === template) {
      copy.free = false;
      await once(url, emptied);
      return url;
    }
  const name = `copy_${process.pid}_${copies.size + 1}`;
  await once(server, `create database ${name} template ${template}`);
  const url = addressOf(server, name);
  copies.set(url, { template, free: false });
  return url;
}

/** Whether it has had every table in it from the start. */
export const isCopy = (url: string): boolean => copies.has(url);

export function giveBack(url: string): void {
  const copy = copies.get(url);
  if (copy) copy.free = true;
}

/** Ends who is still connected; then every row goes, and what counts begins anew. */
const emptied = `
  select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid();
  set session_replication_role = replica;
  drop schema if exists pgboss cascade;
  do $$ declare one record; begin
    for one in select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely_%' loop
      if pg_relation_size(quote_ident(one.name)) > 1000000 then execute format('truncate %I cascade', one.name);
      else execute format('delete from %I', one.name); -- of a few rows, faster than truncating
      end if;
    end loop;
    for one in select sequencename as name from pg_sequences where schemaname = 'public' loop
      execute format('alter sequence %I restart', one.name);
    end loop;
  end $$`;

function addressOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export interface Templates {
  readonly migrated: string;
  /** Sorted as in English, which is not by the bytes; or why there is none. */
  readonly english: string | { readonly skip: string };
}

/** Databases with every table in them: to copy one takes a fraction of making it. */
export async function makeTemplates(server: string, migrate: (url: string) => Promise<void>): Promise<Templates> {
  const migrated = `template_${process.pid}`;
  await once(server, `create database ${migrated}`);
  await migrate(addressOf(server, migrated));
  const english = await makeEnglish(server, `template_${process.pid}_english`);
  if (typeof english === 'string') await migrate(addressOf(server, english));
  return { migrated, english };
}

/** The system's, which passes over hyphens; else ICU's, which is at least not by the bytes either. */
async function makeEnglish(server: string, name: string): Promise<Templates['english']> {
  const reasons: unknown[] = [];
  for (const sorted of ["locale 'en_US.UTF-8'", "locale_provider icu icu_locale 'en-US' locale 'C'"])
    try {
      await once(server, `create database ${name} template template0 encoding 'UTF8' ${sorted}`);
      return name;
    } catch (error) {
      reasons.push(error);
    }
  return { skip: `no English collation: ${reasons.join('; ')}` };
}

/** On a server that stays, nothing does. */
export async function dropTemplates(server: string, { migrated, english }: Templates): Promise<void> {
  for (const name of [migrated, english]) if (typeof name === 'string') await once(server, `drop database ${name}`);
}
