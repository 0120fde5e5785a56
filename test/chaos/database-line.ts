/** A bot's way to its database: straight, or one that can be held while what is kept of a moment is read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect as dial, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface DatabaseLine {
  readonly url: string;
  /** From here on, until the work is done, nothing that is sent arrives. */
  heldFor<T>(work: () => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

/** Of a world that is asked only when nothing moves. What goes through a line of ours costs a third of all processor time. */
export const straight = (url: string): DatabaseLine => ({ url, heldFor: work => work(), end: async () => {} });

/** Between the bot and its database, each through a Unix socket. */
export async function held(to: string): Promise<DatabaseLine> {
  const url = new URL(to);
  const folder = mkdtempSync(path.join(tmpdir(), 'cop-line-'));
  const named = `.s.PGSQL.${url.port}`;
  const server = path.join(url.searchParams.get('host') ?? '', named);
  url.searchParams.set('host', folder);
  const sockets = new Set<Socket>();
  let holds = 0;
  const line = createServer(client => {
    const there = dial(server);
    for (const [one, other] of [
      [client, there],
      [there, client],
    ] as const) {
      one.on('data', chunk => void other.write(chunk));
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    sockets.add(client);
    client.once('close', () => sockets.delete(client));
    if (holds > 0) client.pause();
  });
  await new Promise<void>(resolve => line.listen(path.join(folder, named), resolve));
  return {
    url: url.href,
    async heldFor(work) {
      if (holds++ === 0) for (const one of sockets) one.pause();
      try {
        return await work();
      } finally {
        if (--holds === 0) for (const one of sockets) one.resume();
      }
    },
    async end() {
      for (const one of sockets) one.destroy();
      await new Promise<void>(resolve => line.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
