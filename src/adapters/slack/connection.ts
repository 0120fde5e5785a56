/**
 * Connected, or said so. The token is asked about, a socket is kept, and whatever ends is made anew: for as long as the bot runs
 * something of it is always under way, a socket, a call or a timer, and that keeps the process alive.
 */
import { App, webApi } from '@slack/bolt';
import type { Connection } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { monotonic, type PaceClock, pacing } from '../../platform/pace.ts';
import { clientOptionsFor, SlackClient, type Times, usualTimes } from './client.ts';
import { ofCode } from './errors.ts';
import { heard } from './heard.ts';
import { quiet } from './quiet.ts';
import { backingOff } from './refused.ts';
import { saying } from './saying.ts';
import { openSocket, type Socket, type SocketOptions } from './socket.ts';
import { pausing, type Trying, trying } from './trying.ts';
import { oneApp, twoApps } from './two-apps.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly appToken: string;
  readonly apiUrl?: string;
  readonly log: Log;
  readonly now?: () => number;
  /** Waits; ends early when the signal says so. */
  readonly pause?: (ms: number, ending: AbortSignal) => Promise<void>;
  readonly pace?: PaceClock;
  readonly times?: Partial<Times>;
  /** Through the proxy that the environment names. Slack's client makes its socket past the process's own dispatcher. */
  readonly proxied?: boolean;
  /** No other process shares the work. */
  readonly alone?: boolean;
  /** Another platform is served: for an address that can't be reached the bot does not end. */
  readonly beside?: boolean;
}

/** Who the bot is, as Slack tells. */
export type Me = webApi.AuthTestResponse;

export interface Hearing {
  /** The first time that Slack knows the bot. */
  known(me: Me): void;
  /** Connected again. What Slack sent meanwhile is lost. */
  returned(): Promise<void>;
  /** The app was given a scope. */
  allowed(): void;
}

export interface Line {
  readonly app: App;
  readonly client: SlackClient;
  standing(): Connection | undefined;
  /** Until it is connected, or what keeps it from it passes by itself: then it goes on by itself. Fails where somebody has to mend something. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function connection(options: SlackOptions, hearing: Hearing): Line {
  const { botToken, appToken, apiUrl, log, now = Date.now, pace = monotonic } = options;
  const { pause = pausing, proxied = false, alone = false, beside = false } = options;
  const ending = new AbortController();
  const { signal } = ending;
  const sure = beside || apiUrl === undefined; // Slack's own
  const way = trying({ log, now, pause, ending, returned: hearing.returned, sure });
  const logger = quiet(log);
  const times = { ...usualTimes, ...options.times };
  const clientOptions = clientOptionsFor(apiUrl, times);
  let me: Me | undefined;
  const client = new SlackClient(botToken, { ...clientOptions, logger }, pacing(pace), {
    refused: () => void (me && token.check()),
    allowed: hearing.allowed,
  });
  const asking = new webApi.WebClient(botToken, { ...clientOptions, logger });
  const token = minding(way, signal, async () => {
    const told = await asking.auth.test();
    if (signal.aborted) return;
    if (told.is_enterprise_install) throw ofCode('org_wide_token'); // nearly every method asks such a one for a team
    if (!me) {
      hearing.known(told);
      void sayIfTwo(told.bot_id);
    }
    me = told;
  });
  const sayIfTwo = async (bot: string | undefined) => {
    const two = await twoApps(asking, bot, appToken).catch(() => undefined); // the next start asks again
    if (two)
      log.error(
        { ...two, remedy: oneApp },
        'the tokens are of two apps: nothing that people press or type reaches this bot',
      );
  };
  const app = new App({
    authorize: async () => ({ botToken, botUserId: me?.user_id, botId: me?.bot_id }),
    receiver: { init() {}, start: async () => {}, stop: async () => {} },
    clientOptions,
    logger,
    ignoreSelf: false,
  });
  app.error(async error => log.error({ err: error }, 'what came from Slack could not be taken in'));
  for (const end of ['app_uninstalled', 'tokens_revoked'] as const) app.event(end, async () => void token.check());
  const { say, ...mouth } = saying(log, signal);
  const ears = heard({ log, signal, alone, wait: ms => pause(ms, signal), look: hearing.returned });
  const sockets = keeping(way, signal, now, mouth, {
    ...{ app, appToken, clientOptions, logger, say, proxied, times },
    heard: ears,
  });

  return {
    app,
    client,
    standing: way.standing,
    async start() {
      void token.identify().then(sockets.keep);
      await way.started;
    },
    async stop() {
      ending.abort();
      await sockets.hangUp();
    },
  };
}

/**
 * Slack is asked about the token at the start, and whenever a call was refused because of it, or Slack told that it, or another of the
 * app's, is no good any more: that may be a stray word. docs.slack.dev/reference/events/app_uninstalled, …/tokens_revoked
 */
function minding(way: Trying, signal: AbortSignal, ask: () => Promise<void>) {
  let asking = false;
  let again = false; // what is told while Slack is asked may come after its answer was true
  async function identify(): Promise<void> {
    for (const backoff = backingOff(); !signal.aborted; ) {
      try {
        await ask();
        return way.recovered('token');
      } catch (error) {
        await way.trouble('token', error, backoff);
      }
    }
  }
  return {
    identify,
    async check() {
      again = true;
      if (asking) return;
      asking = true;
      while (again && !signal.aborted) {
        again = false;
        await identify();
      }
      asking = false;
    },
  };
}

/** A connection that stood so long had nothing wrong with it. */
const steadyMs = 10_000;

/** One socket after the other; of one that Slack ends with a warning, the next is there before it goes. */
function keeping(
  way: Trying,
  signal: AbortSignal,
  now: () => number,
  mouth: Pick<ReturnType<typeof saying>, 'by' | 'none'>,
  options: SocketOptions,
) {
  const open = new Set<Socket>();
  async function another(): Promise<Socket> {
    const socket = await openSocket(options);
    open.add(socket);
    void socket.ended.then(() => open.delete(socket));
    return socket;
  }
  return {
    hangUp: async () => void (await Promise.all([...open].map(one => one.hangUp()))),
    async keep(): Promise<void> {
      let before: Socket | undefined;
      for (const backoff = backingOff(); !signal.aborted; ) {
        try {
          const socket = await another();
          if (signal.aborted) return socket.hangUp();
          if (before && !before.stands()) way.gone(); // it went sooner than this one came
          before = socket;
          const since = now();
          mouth.by(socket.say);
          way.recovered('socket');
          const why = await Promise.race([socket.ended, socket.warned]);
          mouth.none();
          if (now() - since >= steadyMs) backoff.reset();
          if (!signal.aborted) await way.lost(why, backoff, socket.stands());
        } catch (error) {
          await way.trouble('socket', error, backoff);
        }
      }
    },
  };
}
