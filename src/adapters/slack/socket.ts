/**
 * One socket, from its address to its end. Bolt's client makes each, but none anew: it gives some failures up for good, and may
 * stand without a word from Slack for ever. docs.slack.dev/apis/events-api/using-socket-mode
 */
import { type App, type Logger, SocketModeReceiver, type webApi } from '@slack/bolt';
import { EnvHttpProxyAgent } from 'undici';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Times } from './client.ts';
import { type Envelope, hears, type LineHeard } from './heard.ts';
import { shrugged } from './whole.ts';

type Client = SocketModeReceiver['client'];
/** The acknowledgement of an envelope. */
export type Say = (envelope: string, body?: Record<string, unknown> | string) => Promise<void>;

export interface Socket {
  readonly say: Say;
  /** Slack is about to end it, and says why: another can be opened while this one stands. */
  readonly warned: Promise<string>;
  /** Why. */
  readonly ended: Promise<string>;
  /** It takes what is said, and brings what Slack tells. */
  stands(): boolean;
  hangUp(): Promise<void>;
}

export interface SocketOptions {
  readonly app: App;
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
  /** Answers what this socket brought and can't answer any more, on whichever is there then. */
  readonly say: Say;
  readonly heard: LineHeard;
  readonly proxied: boolean;
  readonly times: Times;
}

const goodbyeMs = 1000;

/** Slack ends it some seconds later, and uses it until then. docs.slack.dev/apis/events-api/using-socket-mode */
const warnings: ReadonlySet<string> = new Set(['warning', 'refresh_requested']);
const leavingMs = 20_000;

export async function openSocket({
  app,
  appToken,
  clientOptions,
  logger,
  say,
  heard,
  proxied,
  times,
}: SocketOptions): Promise<Socket> {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    clientPingTimeout: times.ping,
    ...(proxied && { dispatcher: new EnvHttpProxyAgent({ allowH2: false, proxyTunnel: true }) }),
    installerOptions: { clientOptions },
  });
  receiver.init(app);
  const { client } = receiver;
  const inside = client as unknown as Inside;
  const own = inside.send.bind(client);
  inside.send = (...given) => own(...given).catch(() => say(...given));
  const { warned, ended, goodbye } = endOf(client);
  goingOn(client, logger, inside.send, heard, goodbye);
  const hangUp = async (patience = goodbyeMs) => {
    const gone = closed(client);
    void client.disconnect();
    await Promise.race([gone, after(patience)]);
    void client.disconnect(); // a second time, it waits for nobody
  };
  try {
    await hello(client, times.hello);
  } catch (error) {
    void hangUp(0);
    throw error;
  }
  void ended.then(() => hangUp());
  void warned.then(() => setTimeout(() => void hangUp(), leavingMs).unref());
  const stands = () => inside.websocket?.isActive() ?? false;
  return { say: own, warned, ended, stands, hangUp: () => hangUp() };
}

/** Theirs alone, by their types. */
interface Inside {
  send: Say;
  readonly websocket?: { isActive(): boolean } | null;
}

/**
 * Where there is no event in what Slack tells, theirs fails and nobody hears it, nor does Slack that it came.
 * github.com/slackapi/node-slack-sdk/issues/2167
 */
function goingOn(client: Client, logger: Logger, say: Say, heard: LineHeard, goodbye: (reason: string) => void): void {
  const reading = client.listeners('ws_message') as ((...given: readonly unknown[]) => unknown)[];
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...given: readonly unknown[]) => {
    const said = read<Envelope>(given[0]) ?? {};
    if (said.type === 'disconnect') goodbye(said.reason ?? said.type);
    if (said.type === 'disconnect' && warnings.has(said.reason ?? '')) return; // theirs would hang up
    if (hears(heard, said)) return said.envelope_id && say(said.envelope_id);
    const shrug = said.envelope_id ? shrugged(said) : undefined;
    if (shrug?.kind)
      logger.warn(`Slack sent ${shrug.kind} without what it always has: acknowledged, and nothing is done`);
    if (said.envelope_id && shrug) return say(said.envelope_id, shrug.with);
    try {
      for (const one of reading) await one(...given);
    } catch (error) {
      logger.error('something that Slack told could not be taken in; going on:', error);
      if (said.envelope_id) await say(said.envelope_id);
    }
  });
}

async function hello(client: Client, patienceMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    client.once('authenticated', () => {
      timer = setTimeout(() => reject(silent('no_hello')), patienceMs);
    });
  });
  try {
    await Promise.race([client.start(), silence]);
  } catch (error) {
    throw error ?? silent('closed_before_hello');
  } finally {
    clearTimeout(timer);
  }
}

const silent = (code: string) => new PlatformError('unknown-outcome', code);

const closed = (client: Client): Promise<void> => new Promise(resolve => client.once('disconnected', () => resolve()));
const after = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** Slack says goodbye before it closes, and sends nothing more, but where it only warns; the close itself may never come. */
function endOf(client: Client) {
  const warned = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<string>();
  client.once('disconnected', () => ended.resolve('closed'));
  const goodbye = (reason: string) => (warnings.has(reason) ? warned : ended).resolve(reason);
  return { warned: warned.promise, ended: ended.promise, goodbye };
}

function read<T>(data: unknown): T | undefined {
  try {
    return JSON.parse(String(data)) as T;
  } catch {
    return undefined;
  }
}
