/**
 * Socket Mode: one-use URLs, envelopes and their acknowledgements, retries.
 * docs.slack.dev/apis/events-api/using-socket-mode
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { Wire } from '../wire/record.ts';
import { limits } from './limits.ts';
import type { SlackPlayground } from './options.ts';
import { refuse } from './refusal.ts';
import { type OpenSockets, openSockets } from './sockets.ts';
import type { Json, State, Team } from './state.ts';
import { appId, nextId, verificationToken } from './state.ts';
import type { AppAnswer } from './world.ts';

export interface Sockets extends Pick<OpenSockets, 'farewell' | 'close' | 'withholds'> {
  /** A URL good for one connection. */
  ticket(origin: string): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connected(): boolean;
  /** Sent, and not acknowledged yet. */
  unanswered(): number;
  emit(team: Team, event: Json): void;
  ask(type: 'slash_commands' | 'interactive', payload: Json, again: () => Json): Promise<AppAnswer>;
  readonly hands: Pick<SlackPlayground, 'delivers' | 'hands' | 'connections'>;
  stop(): Promise<void>;
}

export interface SocketSettings {
  readonly state: State;
  readonly wire: Wire;
  readonly ackMs: number;
  readonly retriesAfterMs: readonly number[];
  readonly warnsAheadMs: number;
  readonly now: () => number;
  readonly changed: () => void;
}

interface Waiting {
  readonly type: string;
  readonly settle: (answer: AppAnswer) => void;
}

export function sockets({ state, wire, ackMs, retriesAfterMs, warnsAheadMs, now, changed }: SocketSettings): Sockets {
  const open = openSockets(changed, warnsAheadMs);
  const tickets = new Set<string>();
  const waiting = new Map<string, Waiting>();
  const timers = new Set<NodeJS.Timeout>();
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

  open.hears(hear);

  /** Sends to one of the connections; whether there was one. */
  function send(type: string, payload: Json, more: Json, settle: (answer: AppAnswer) => void): boolean {
    const socket = state.botsApp ? undefined : open.next();
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
      if (open.all.length >= limits.sockets) refuse('too_many_websockets');
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
      open.accept(request, socket, head);
    },
    unanswered: () => waiting.size,
    connected: () => open.all.some(socket => socket.readyState === WebSocket.OPEN),
    emit(team, event) {
      const about = { token: verificationToken, team_id: team.id, api_app_id: appId };
      if (event.type === 'app_rate_limited') return void deliverEvent({ ...about, ...event }, 0); // with no event in it: docs.slack.dev/apis/events-api#rate-limiting
      const payload = {
        ...about,
        context_team_id: team.id,
        context_enterprise_id: null,
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
    hands: {
      hands: (type, payload) => deliver(type, payload),
      connections: () => open.all.length,
      delivers(n) {
        times = n;
      },
    },
    farewell: open.farewell,
    close: open.close,
    withholds: open.withholds,
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await open.stop();
    },
  };
}
