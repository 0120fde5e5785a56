/**
 * A PostgreSQL for tests: `TEST_POSTGRES_URL`, else a private server on loopback from Debian's binaries, begun once for a whole run
 * (vitest's globalSetup) and ended by its pid. Where there is neither, the reason why.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

function newestBinaries(): string | undefined {
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
    'max_connections=200',
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
      { ...as, stdio: 'ignore', cwd: folder },
    );
    await answering(url, server);
  };
  const stop = async () => {
    await down();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await up();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, down, up, stop };
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
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
