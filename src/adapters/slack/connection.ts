/**
 * Connected, or said so. The token is asked about, a socket is kept, and whatever ends is made anew: for as long as the bot runs
 * something of it is always under way, a socket, a call or a timer, and that keeps the process alive.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { App, LogLevel, type webApi } from '@slack/bolt';
import type { Standing } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { clientOptionsFor, listeningClient } from './client.ts';
import { toPlatformError } from './errors.ts';
import { type Backoff, backingOff, passes, refused } from './refused.ts';
import { openSocket, type Say, type Socket } from './socket.ts';
import { type Part, standing } from './standing.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly appToken: string;
  readonly apiUrl?: string;
  readonly log: Log;
  readonly now?: () => number;
  /** Waits; ends early when the signal says so. */
  readonly pause?: (ms: number, ending: AbortSignal) => Promise<void>;
}

/** Who the bot is, as Slack tells. */
export type Me = webApi.AuthTestResponse;

export interface Hearing {
  /** The first time that Slack knows the bot. */
  known(me: Me): void;
  /** Connected again. What Slack sent meanwhile is lost. */
  returned(): Promise<void>;
}

export interface Line {
  readonly app: App;
  readonly client: webApi.WebClient;
  standing(): Standing | undefined;
  /** Until it is connected, or what keeps it from it passes by itself: then it goes on by itself. Fails where somebody has to mend something. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A connection that stood so long had nothing wrong with it. */
const steadyMs = 10_000;
/** So long the bot's start waits for Slack; the rest of it doesn't depend on it. */
const startMs = 3000;
/** What was heard on a connection that ended is acknowledged on the next, if that comes soon: Slack waits three seconds. */
const ackMs = 2000;

export function connection(options: SlackOptions, hearing: Hearing): Line {
  const { botToken, appToken, apiUrl, log } = options;
  const now = options.now ?? Date.now;
  const clientOptions = clientOptionsFor(apiUrl);
  const logger = quiet(log);
  const ending = new AbortController();
  const { signal } = ending;
  const keeping = standing(now);
  const client = listeningClient(botToken, { ...clientOptions, logger }, () => void checkToken());
  let me: Me | undefined;
  let socket: Socket | undefined;
  let live = Promise.withResolvers<Say>();
  let begun: PromiseWithResolvers<void> | undefined;
  let checking = false;

  const app = new App({
    authorize: async () => ({ botToken, botUserId: me?.user_id, botId: me?.bot_id }),
    receiver: { init() {}, start: async () => {}, stop: async () => {} },
    clientOptions,
    logger,
    ignoreSelf: false,
  });
  app.error(async error => log.error({ err: error }, 'what came from Slack could not be taken in'));

  const pause = async (ms: number): Promise<void> => {
    if (ms > 0) await (options.pause ?? abortable)(ms, signal);
  };

  /** The start is answered once: what comes later is waited out, whatever it is. */
  function answerStart(error?: unknown): void {
    if (error === undefined) begun?.resolve();
    else begun?.reject(error);
    begun = undefined;
  }

  /** Says what it is and waits; who called tries again. */
  async function trouble(part: Part, error: unknown, backoff: Backoff): Promise<void> {
    if (signal.aborted) return;
    if (begun && !passes(error)) {
      ending.abort();
      return answerStart(error);
    }
    keeping.is(part, refused(error) ? 'stopped' : 'reconnecting');
    const ms = backoff.after(error);
    const fields = { err: error, code: toPlatformError(error).code, againInMs: ms };
    if (refused(error))
      log.error(fields, 'Slack does not let the bot in: see to its tokens and its app there; trying again');
    else log.warn(fields, 'Slack can not be reached; trying again');
    answerStart();
    await pause(ms);
  }

  async function identify(): Promise<void> {
    for (const backoff = backingOff(); !signal.aborted; ) {
      try {
        const told = await client.auth.test();
        if (signal.aborted) return;
        if (!me) hearing.known(told);
        me = told;
        return recovered('token');
      } catch (error) {
        await trouble('token', error, backoff);
      }
    }
  }

  /** A call was refused because of the token. That may be a stray word: Slack is asked. */
  async function checkToken(): Promise<void> {
    if (checking || !me) return;
    checking = true;
    await identify();
    checking = false;
  }

  function recovered(part: Part): void {
    const before = keeping.now()?.state;
    keeping.is(part, 'ok');
    if (keeping.now()?.state !== 'ok' || before === 'ok') return;
    log.info({ team: me?.team_id }, 'connected to Slack');
    if (begun) answerStart();
    else void hearing.returned();
  }

  async function keepSocket(): Promise<void> {
    for (const backoff = backingOff(); !signal.aborted; ) {
      try {
        socket = await openSocket({ app, appToken, clientOptions, logger, say });
        if (signal.aborted) return socket.hangUp();
        live.resolve(socket.say);
        recovered('socket');
        await lost(socket, backoff);
      } catch (error) {
        await trouble('socket', error, backoff);
      }
    }
  }

  async function lost({ ended }: Socket, backoff: Backoff): Promise<void> {
    const since = now();
    const why = await ended;
    live = Promise.withResolvers();
    if (signal.aborted) return;
    keeping.is('socket', why === 'link_disabled' ? 'stopped' : 'reconnecting');
    if (now() - since >= steadyMs) backoff.reset();
    const ms = backoff.after();
    log.info({ why, againInMs: ms }, 'the connection to Slack ended; trying again');
    await pause(ms);
  }

  /** Never fails: what has come in is gone on with, though Slack may not hear that it came. */
  async function say(...given: Parameters<Say>): Promise<void> {
    const soon = new AbortController();
    try {
      const own = await Promise.race([live.promise, abortable(ackMs, AbortSignal.any([signal, soon.signal]))]);
      if (!own) throw new Error('no connection came soon enough');
      await own(...given);
    } catch (error) {
      log.warn({ err: error }, 'Slack could not be told that something has come in');
    } finally {
      soon.abort();
    }
  }

  return {
    app,
    client,
    standing: keeping.now,
    start() {
      begun = Promise.withResolvers();
      const { promise } = begun;
      void identify().then(keepSocket);
      void abortable(startMs, signal).then(() => {
        if (!begun || signal.aborted) return;
        keeping.is('socket', 'reconnecting');
        log.warn({}, 'Slack has not answered yet; the bot starts without it and goes on trying');
        answerStart();
      });
      return promise;
    },
    async stop() {
      ending.abort();
      await socket?.hangUp();
    },
  };
}

const abortable = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);

/** Bolt's own lines are for who debugs Bolt; its warnings and errors matter to an operator. */
function quiet(log: Log) {
  const nothing = () => {};
  return {
    debug: nothing,
    info: nothing,
    warn: (...words: unknown[]) => log.warn({ from: 'bolt' }, words.map(String).join(' ')),
    error: (...words: unknown[]) => log.error({ from: 'bolt' }, words.map(String).join(' ')),
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  };
}
