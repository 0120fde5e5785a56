import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Log } from '../platform/log.ts';
import type { Store } from '../store/engine.ts';
import { type Watched, webApp } from './app.ts';

export interface Web {
  readonly port: number;
  stop(): Promise<void>;
}

/** For who is slow, or never comes to an end: how long one has for a request's head, and for all of it. */
interface TimeForARequest {
  readonly headMs: number;
  readonly wholeMs: number;
  /** How often it is looked who is past that. */
  readonly lookMs: number;
}

const patient: TimeForARequest = { headMs: 10_000, wholeMs: 20_000, lookMs: 1000 };
/** Of a request's line and headers, in bytes; beyond that, 431. */
const largestHead = 8192;

/** Listens on all addresses of the machine, or at one alone; port 0 takes a free one. Fails where the port is taken. */
export const startWeb = (
  store: Pick<Store, 'db'>,
  port: number,
  platforms: readonly Watched[] = [],
  hostname?: string,
  log?: Log,
): Promise<Web> => listening(webApp(store, platforms, Date.now, log), port, hostname);

export async function listening(app: Hono, port: number, hostname?: string, patience = patient): Promise<Web> {
  const serverOptions = {
    headersTimeout: patience.headMs,
    requestTimeout: patience.wholeMs,
    connectionsCheckingInterval: patience.lookMs,
    maxHeaderSize: largestHead,
  };
  const fetch = (request: Request) => (hasBody(request) ? tooMuch() : app.fetch(request));
  // Its name is taken for one that isn't told: a probe that speaks HTTP/1.0 names none.
  const server = createAdaptorServer({ fetch, hostname: 'localhost', serverOptions }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, resolve);
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

/** Nothing here is asked for with one. None of it is read, and the connection ends. */
const hasBody = ({ headers }: Request): boolean =>
  headers.has('transfer-encoding') || Number(headers.get('content-length') ?? 0) > 0;

const tooMuch = (): Response =>
  new Response('Nothing is taken here.\n', { status: 413, headers: { connection: 'close' } });
