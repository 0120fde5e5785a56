/** The sockets themselves: greeted, pinged, listened to, closed; and what goes wrong with them, when it is told to. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { appId } from './state.ts';

export const farewells = ['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets'] as const;
export type Farewell = (typeof farewells)[number];
/** `everything`: nothing is read either, and a close is not answered, as from a peer whose cable was pulled. */
export type Withheld = 'hello' | 'pings' | 'pongs' | 'everything';

export interface OpenSockets {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly all: readonly WebSocket[];
  /** What the app sends. */
  hears(listener: (data: string) => void): void;
  /** One of them in turn, that is ready. */
  next(): WebSocket | undefined;
  /** Says goodbye to all of them, and closes them; where it only warns, some seconds later, and goes on with them until then. */
  farewell(reason: Farewell): void;
  /** Without a word; 1006 cuts the line. */
  close(code: number): void;
  withholds(what: readonly Withheld[]): void;
  stop(): Promise<void>;
}

/** docs.slack.dev/apis/events-api/using-socket-mode: Slack pings, and takes a connection that doesn't answer for dead. */
const pingMs = 5000;

export function openSockets(changed: () => void, warnsAheadMs: number): OpenSockets {
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const open: WebSocket[] = [];
  let withheld: readonly Withheld[] = [];
  let heard: (data: string) => void = () => {};
  let turn = 0;
  const keeps = (what: Withheld): boolean => withheld.includes(what) || withheld.includes('everything');

  function greet(socket: WebSocket): void {
    open.push(socket);
    socket.on('message', data => heard(String(data)));
    socket.on('ping', data => {
      if (!keeps('pongs')) socket.pong(data);
    });
    const gone = (): void => {
      if (open.includes(socket)) open.splice(open.indexOf(socket), 1);
      changed();
    };
    socket.on('close', gone);
    socket.on('error', gone);
    if (keeps('everything')) socket.pause();
    if (!keeps('hello')) socket.send(JSON.stringify(hello(open.length)));
    changed();
  }

  const pinging = setInterval(() => {
    if (!keeps('pings')) for (const socket of open) if (socket.readyState === WebSocket.OPEN) socket.ping();
  }, pingMs);
  pinging.unref();

  return {
    all: open,
    accept: (request, socket, head) => server.handleUpgrade(request, socket, head, greet),
    hears(listener) {
      heard = listener;
    },
    next() {
      const ready = open.filter(socket => socket.readyState === WebSocket.OPEN);
      return ready[turn++ % Math.max(1, ready.length)];
    },
    farewell(reason) {
      const warned = reason === 'warning';
      for (const socket of warned ? open : open.splice(0)) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'playground' } }));
        if (warned) setTimeout(() => socket.close(1000), warnsAheadMs).unref();
        else socket.close(1000);
      }
      changed();
    },
    close(code) {
      for (const socket of open.splice(0)) code === 1006 ? socket.terminate() : socket.close(code);
      changed();
    },
    withholds(what) {
      withheld = what;
      for (const socket of open) keeps('everything') ? socket.pause() : socket.resume();
    },
    async stop() {
      clearInterval(pinging);
      const clients = [...server.clients];
      const closed = clients.map(
        socket =>
          new Promise<void>(done =>
            socket.readyState === WebSocket.CLOSED ? done() : socket.once('close', () => done()),
          ),
      );
      for (const socket of clients) socket.close(1000);
      const lingering = setTimeout(() => clients.map(socket => socket.terminate()), 200);
      await Promise.all(closed);
      clearTimeout(lingering);
      server.close();
    },
  };
}

const hello = (connections: number) => ({
  type: 'hello',
  num_connections: connections,
  debug_info: { host: 'playground', build_number: 1, approximate_connection_time: 18_060 },
  connection_info: { app_id: appId },
});
