/** One connection to Discord: everything that lives from start to stop. */
import { once } from 'node:events';
import { type Client, Events, GatewayDispatchEvents, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { CommandSpec, Inbox } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { type Calls, calling } from './calls.ts';
import { mayReadContent, newClient } from './client.ts';
import { type Answering, deskOf } from './desk.ts';
import { listening } from './echoes.ts';
import { type Doing, effects } from './effects.ts';
import { toPlatformError } from './errors.ts';
import { guildsOf } from './guilds.ts';
import { hearing } from './happenings.ts';
import { inbound } from './inbound.ts';
import { register } from './registering.ts';
import { remembering } from './remembering.ts';
import { toApplicationCommands } from './slash.ts';
import { within } from './within.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Discord's own unless told; for instance `http://127.0.0.1:4000/api`. */
  readonly apiUrl?: string;
  readonly log: Log;
  readonly now?: () => number;
}

export interface Connection {
  /** Once connected. */
  readonly doing: Doing | undefined;
  open(commands: readonly CommandSpec[], inbox: Inbox): Promise<void>;
  close(): Promise<void>;
}

/** What people wait for gets this long to reach them when the bot is stopped. */
const lastWordsMs = 1000;

export function connection({ token, apiUrl, log, now = Date.now }: DiscordOptions): Connection {
  const calls = calling(token, apiUrl);
  const answering: Answering = new Map();
  const ended = new AbortController();
  let client: Client | undefined;
  let doing: Doing | undefined;

  async function open(specs: readonly CommandSpec[], inbox: Inbox): Promise<void> {
    client = newClient(apiUrl, await mayReadContent(calls, log));
    complaining(client, log);
    const seen = remembering<true>({ most: 1000, forMs: 15 * 60_000, now });
    client.ws.on(
      GatewayDispatchEvents.InteractionCreate,
      inbound(deskOf(calls, log, specs, inbox, now), answering, seen),
    );
    const ready = once(client, Events.ClientReady, { signal: ended.signal });
    await Promise.all([ready, client.login(token)]);
    const echoes = listening(now);
    const guilds = guildsOf(client as Client<true>, calls, echoes);
    const reach = { calls, guilds, echoes, answering, now, apiUrl, ended: ended.signal };
    doing = effects(reach);
    hearing(reach, log, inbox);
    await tellCommands(calls, log, client as Client<true>, toApplicationCommands(specs));
  }

  return {
    get doing() {
      return doing;
    },
    open: (specs, inbox) =>
      open(specs, inbox).catch((error: unknown) => {
        throw toPlatformError(error);
      }),
    async close() {
      ended.abort();
      await client?.destroy();
      await within(Promise.allSettled(answering.values()), lastWordsMs);
      calls.end();
    },
  };
}

/** Guild after guild: for discord.js they share one bucket. Who adds the bot later has the commands at once too. */
async function tellCommands(
  calls: Calls,
  log: Log,
  client: Client<true>,
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<void> {
  const tell = (guild: string) => register(calls, log, client.application.id, guild, commands);
  client.on(Events.GuildCreate, guild => void tell(guild.id));
  for (const guild of client.guilds.cache.keys()) await tell(guild);
}

function complaining(client: Client, log: Log): void {
  client.on(Events.Error, err => log.error({ err }, 'the connection to Discord has trouble'));
  client.on(Events.ShardError, (err, shard) =>
    log.warn({ err, shard }, 'the connection to Discord broke off; it is made again'),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    log.error(
      { code, shard },
      'Discord ended the connection for good; look at the token and the intents, and start again',
    ),
  );
}
