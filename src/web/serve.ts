import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Store } from '../store/engine.ts';
import { type Watched, webApp } from './app.ts';

export interface Web {
  readonly port: number;
  stop(): Promise<void>;
}

/** Listens on all addresses of the machine, or at one alone; port 0 takes a free one. Fails where the port is taken. */
export const startWeb = (
  store: Pick<Store, 'db'>,
  port: number,
  platforms: readonly Watched[] = [],
  hostname?: string,
): Promise<Web> => listening(webApp(store, platforms), port, hostname);

export async function listening(app: Hono, port: number, hostname?: string): Promise<Web> {
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, port, ...(hostname ? { hostname } : {}) }, () =>
      resolve(starting),
    ) as Server;
    starting.once('error', reject);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
