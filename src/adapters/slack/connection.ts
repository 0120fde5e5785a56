/** Bolt over Socket Mode, such that we decide on retries and a lost connection never ends the process. */
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { EnvHttpProxyAgent } from 'undici';
import type { Log } from '../../platform/log.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly appToken: string;
  readonly apiUrl?: string;
  readonly log: Log;
  readonly now?: () => number;
  /** Through the proxy that the environment names. Slack's client makes its socket past the process's own dispatcher. */
  readonly proxied?: boolean;
}

const reconnectMs = 2000;

/** `returned`: connected again. What Slack sent meanwhile is lost. */
export function connection(
  { botToken, appToken, apiUrl, log, proxied }: SlackOptions,
  returned: () => Promise<void>,
): { app: App; stop(): Promise<void> } {
  const clientOptions = {
    ...(apiUrl && { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
  };
  const logger = quiet(log);
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: reconnectMs,
    ...(proxied && { dispatcher: new EnvHttpProxyAgent({ allowH2: false, proxyTunnel: true }) }),
    installerOptions: { clientOptions },
  });
  const guard = keepTrying(receiver.client, log);
  let before = false;
  receiver.client.on('connected', () => {
    if (before) void returned();
    before = true;
  });
  const app = new App({
    token: botToken,
    receiver,
    clientOptions,
    logger,
    deferInitialization: true,
    ignoreSelf: false,
  });
  app.error(async error => log.error({ err: error }, 'what came from Slack could not be taken in'));
  return {
    app,
    async stop() {
      guard.stop();
      await app.stop();
    },
  };
}

/** socket-mode 3.1 gives up, with a rejection nobody hears, when it is refused a new address while it reconnects. The first start may fail. */
function keepTrying(client: SocketModeReceiver['client'], log: Log): { stop(): void } {
  const start = client.start.bind(client);
  let connected = false;
  let stopped = false;
  client.start = async () => {
    for (let n = 1; ; n++) {
      try {
        const answer = await start();
        connected = true;
        return answer;
      } catch (error) {
        if (!connected || stopped) throw error;
        log.warn({ err: error, attempt: n }, 'Slack can not be reached; trying again');
        await new Promise(resolve => setTimeout(resolve, Math.min(n, 15) * reconnectMs).unref());
        if (stopped) throw error;
      }
    }
  };
  return {
    stop() {
      stopped = true;
    },
  };
}

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
