/**
 * One session with the Gateway: a client of discord.js, from its login to its end. By itself discord.js makes a broken connection again,
 * but not always (1.2 of @discordjs/ws: after a close with 4200, or where RESUME is never answered, nothing more happens; a peer that
 * is gone is waited for half a minute). So it is given a time to be back, and else there is to be another session.
 */
import {
  type APIInteraction,
  type Client,
  type ClientOptions,
  Events,
  GatewayDispatchEvents,
  type IIdentifyThrottler,
  SimpleShardingStrategy,
} from 'discord.js';
import type { Log } from '../../platform/log.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { newClient } from './client.ts';
import { mustHaveSessions, whyEnded, whyNoLogin } from './endings.ts';
import { within } from './within.ts';

export interface Times {
  /** Milliseconds until a session that broke off, or begins, must be there. */
  readonly back: number;
  /** Discord asks for a sign of life every 41 seconds, and answers it. */
  readonly silence: number;
  /** Until a socket is open. */
  readonly handshake: number;
  /** Until it has said HELLO. Longer than the one before: of a socket that it no longer waits for, discord.js hears no error either. */
  readonly hello: number;
  readonly goodbye: number;
  /** Until what was asked over the Gateway is answered. */
  readonly answer: number;
  /** Until Discord has said, in the channel, who pinned something. */
  readonly notice: number;
  /** Between two IDENTIFY. */
  readonly identify: number;
  /** Until a press is told that its answer will come: Discord waits three seconds for the first response, and the way there takes some of them. */
  readonly promise: number;
}
export const usualTimes: Times = {
  back: 90_000,
  silence: 100_000,
  handshake: 8000,
  hello: 10_000,
  goodbye: 1000,
  answer: 20_000,
  notice: 2000,
  identify: 5000,
  promise: 2500,
};

export interface Session {
  /** Fails where there will be none. */
  readonly ready: Promise<Client<true>>;
  /** Why there is to be another one. */
  readonly over: Promise<PlatformError>;
  end(): Promise<void>;
}

export interface Beginning {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly readsContent: boolean;
  readonly identifying: IIdentifyThrottler;
  readonly times: Times;
  readonly log: Log;
  /** Heard from the first moment: a server that is down keeps a client from being ready for a while. */
  pressed(interaction: APIInteraction): void;
  lost(): void;
  /** `anew`: what happened meanwhile is not told of. */
  back(anew: boolean): void;
}

export function beginSession(beginning: Beginning): Session {
  const { token, times, log } = beginning;
  const { ws, abandon } = gatewayOf(beginning, () => alive());
  const client = newClient(beginning.apiUrl, beginning.readsContent, ws);
  goingOn(client, log);
  const over = Promise.withResolvers<PlatformError>();
  const ready = Promise.withResolvers<Client<true>>();
  let state: 'entering' | 'here' | 'lost' | 'ended' = 'entering';
  let patience: NodeJS.Timeout;

  function expect(ms: number): void {
    clearTimeout(patience);
    patience = setTimeout(() => fail(new PlatformError('unreachable', 'silent')), ms);
  }
  const alive = () => void (state === 'here' && expect(times.silence));
  function lost(): void {
    if (state !== 'here') return;
    state = 'lost';
    expect(times.back);
    beginning.lost();
  }
  function back(anew: boolean): void {
    state = 'here';
    alive();
    beginning.back(anew);
  }
  function fail(error: PlatformError): void {
    ready.reject(error);
    over.resolve(error);
    void end();
  }
  async function end(): Promise<void> {
    if (state === 'ended') return;
    state = 'ended';
    clearTimeout(patience);
    ready.reject(new PlatformError('unreachable', 'stopped'));
    const sockets = abandon();
    client.removeAllListeners();
    client.ws.removeAllListeners();
    await within(client.destroy(), times.goodbye); // a peer that is gone is waited for half a minute
    for (const socket of sockets) socket.terminate();
  }

  client.ws.on(GatewayDispatchEvents.InteractionCreate, beginning.pressed);
  client.on(Events.ShardReconnecting, lost);
  client.on(Events.ShardResume, () => back(false));
  client.on(Events.ShardReady, () => back(true));
  client.on(Events.ShardDisconnect, ({ code }) => fail(whyEnded(code)));
  client.on(Events.ClientReady, here => ready.resolve(here));
  client.on(Events.Error, err => log.error({ err }, 'the connection to Discord has trouble'));
  client.on(Events.ShardError, err => log.warn({ err }, 'the connection to Discord has trouble'));
  ready.promise.catch(() => {});
  expect(times.back);
  client.login(token).catch((error: unknown) => fail(whyNoLogin(error)));
  return { ready: ready.promise, over: over.promise, end };
}

interface Packets {
  handlePacket(packet?: { readonly t?: string }, shard?: unknown): boolean;
}

/**
 * What discord.js can't read, because Discord tells it otherwise than it used to, it throws where nobody hears it; and while a server is
 * down, that ends the process. github.com/discordjs/discord.js/issues/9696, …/10401
 */
function goingOn(client: Client, log: Log): void {
  const packets = client.ws as unknown as Packets; // theirs alone, by their types
  const taken = packets.handlePacket.bind(packets);
  packets.handlePacket = (packet, shard) => {
    try {
      return taken(packet, shard);
    } catch (err) {
      log.error({ err, event: packet?.t }, 'something that Discord told could not be taken in; going on');
      return true;
    }
  };
}

const never = new Promise<never>(() => {});

interface Socket {
  on(event: 'error', listener: () => void): void;
  terminate(): void;
}

/**
 * `abandon`: a shard that is between two sockets when its client is destroyed would open the next one all the same; but it asks for its
 * session first. And of a socket that is still being opened then, nobody would hear an error: that ends the process.
 */
function gatewayOf({ identifying, times }: Beginning, alive: () => void) {
  let abandoned = false;
  let shards: ReadonlyMap<number, { readonly connection: Socket | null }> = new Map();
  const buildStrategy: NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']> = manager => {
    const { retrieveSessionInfo } = manager.options;
    const fetched = manager.fetchGatewayInformation.bind(manager);
    manager.fetchGatewayInformation = async force => {
      const told = await fetched(force);
      mustHaveSessions(told.session_start_limit);
      return told;
    };
    manager.options.handshakeTimeout = times.handshake;
    manager.options.helloTimeout = times.hello;
    manager.options.retrieveSessionInfo = shard => (abandoned ? never : retrieveSessionInfo(shard));
    manager.on('heartbeat' as Parameters<typeof manager.on>[0], alive);
    const strategy = new SimpleShardingStrategy(manager);
    ({ shards } = strategy as unknown as { shards: typeof shards });
    return strategy;
  };
  const ws: ClientOptions['ws'] = { buildStrategy, buildIdentifyThrottler: () => identifying };
  return {
    ws,
    /** Answers the sockets that it leaves. */
    abandon(): readonly Socket[] {
      abandoned = true;
      const sockets = [...shards.values()].flatMap(({ connection }) => connection ?? []);
      for (const socket of sockets) socket.on('error', () => {});
      return sockets;
    },
  };
}
