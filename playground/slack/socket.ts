/**
 * Socket Mode: one-use URLs, hello, envelopes and their acknowledgements, retries, and goodbye.
 * docs.slack.dev/apis/events-api/using-socket-mode
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { limits } from './limits.ts';
import type { Wire } from './record.ts';
import { refuse } from './refusal.ts';
import type { Json, State, Team } from './state.ts';
import { appId, nextId, verificationToken } from './state.ts';
import type { AppAnswer } from './world.ts';

export interface Sockets {
  /** A URL good for one connection. */
  ticket(origin: string): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connected(): boolean;
  emit(team: Team, event: Json): void;
  ask(type: 'slash_commands' | 'interactive', payload: Json, again: () => Json): Promise<AppAnswer>;
  delivers(times: number): void;
  /** Asks every connection to come anew, and ends it. */
  drop(): void;
  stop(): Promise<void>;
}

export interface SocketSettings {
  readonly state: State;
  readonly wire: Wire;
  readonly ackMs: number;
  readonly retriesAfterMs: readonly number[];
  readonly now: () => number;
  readonly changed: () => void;
}

interface Waiting {
  readonly type: string;
  readonly settle: (answer: AppAnswer) => void;
}

export function sockets({ state, wire, ackMs, retriesAfterMs, now, changed }: SocketSettings): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, Waiting>();
  const timers = new Set<NodeJS.Timeout>();
  let turn = 0;
  let times = 1;
  let stopped = false;

  function later(ms: number, then: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer);
      then();
    }, ms);
    timer.unref();
    timers.add(timer);
    return timer;
  }

  function greet(socket: WebSocket): void {
    open.push(socket);
    socket.on('message', data => hear(String(data)));
    const gone = (): void => {
      if (open.includes(socket)) open.splice(open.indexOf(socket), 1);
      changed();
    };
    socket.on('close', gone);
    socket.on('error', gone);
    const hello = {
      type: 'hello',
      num_connections: open.length,
      debug_info: { host: 'playground', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: appId },
    };
    socket.send(JSON.stringify(hello));
    changed();
  }

  function hear(data: string): void {
    let message: Json;
    try {
      message = JSON.parse(data);
    } catch {
      return;
    }
    const { envelope_id, payload = {} } = message;
    const asked = waiting.get(envelope_id);
    waiting.delete(envelope_id);
    wire.note({
      direction: 'answer',
      name: asked?.type ?? 'late',
      status: 200,
      ...(asked ? {} : { error: 'too_late' }),
      request: { envelope_id },
      response: payload,
    });
    asked?.settle({ acked: true, payload });
  }

  /** Sends to one of the connections in turn; whether there was one. */
  function send(type: string, payload: Json, more: Json, settle: (answer: AppAnswer) => void): boolean {
    const ready = open.filter(socket => socket.readyState === WebSocket.OPEN);
    const socket = ready[turn++ % Math.max(1, ready.length)];
    if (!socket) return false;
    const envelope_id = crypto.randomUUID();
    waiting.set(envelope_id, { type, settle });
    socket.send(
      JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== 'events_api', ...more }),
    );
    wire.note({ direction: 'event', name: type, status: 200, request: payload, response: more });
    return true;
  }

  function deliver(type: string, payload: Json, more: Json = {}): Promise<AppAnswer> {
    return new Promise(resolve => {
      let settled = false;
      const settle = (answer: AppAnswer): void => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        timers.delete(timer);
        resolve(answer);
      };
      const timer = later(ackMs, () => {
        for (const [id, one] of waiting) if (one.settle === settle) waiting.delete(id);
        settle({ acked: false, why: 'operation_timeout' });
      });
      if (!send(type, payload, more, settle)) {
        wire.note({
          direction: 'event',
          name: type,
          status: 0,
          error: 'dispatch_failed',
          request: payload,
          response: more,
        });
        settle({ acked: false, why: 'dispatch_failed' });
      }
    });
  }

  async function deliverEvent(payload: Json, attempt: number): Promise<void> {
    const more =
      attempt === 0 ? { retry_attempt: 0, retry_reason: '' } : { retry_attempt: attempt, retry_reason: 'timeout' };
    const answer = await deliver('events_api', payload, more);
    const pause = retriesAfterMs[attempt];
    if (answer.acked || pause === undefined || stopped) return;
    later(pause, () => void deliverEvent(payload, attempt + 1));
  }

  return {
    ticket(origin) {
      if (open.length >= limits.sockets) refuse('too_many_websockets');
      const ticket = nextId(state, 'w') + crypto.randomUUID();
      tickets.add(ticket);
      return `${origin.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${appId}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, greet);
    },
    connected: () => open.some(socket => socket.readyState === WebSocket.OPEN),
    emit(team, event) {
      const payload = {
        token: verificationToken,
        team_id: team.id,
        context_team_id: team.id,
        context_enterprise_id: null,
        api_app_id: appId,
        event,
        type: 'event_callback',
        event_id: nextId(state, 'Ev'),
        event_time: Math.floor(now() / 1000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: team.id,
            user_id: team.botUserId,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: false,
        event_context: `4-${team.id}`,
      };
      void deliverEvent(payload, 0);
      for (let i = 1; i < times; i += 1)
        void deliver('events_api', payload, { retry_attempt: i, retry_reason: 'timeout' });
    },
    ask(type, payload, again) {
      const first = deliver(type, payload);
      for (let i = 1; i < times; i += 1) void deliver(type, again());
      return first;
    },
    delivers(n) {
      times = n;
    },
    drop() {
      for (const socket of open.splice(0)) {
        socket.send(
          JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'playground' } }),
        );
        socket.close(1000);
      }
      changed();
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
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
