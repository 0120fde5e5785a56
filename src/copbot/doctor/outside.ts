/** Where it answers over HTTP, and what people outside of chat reach, as far as it is set. */
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Config } from '../../config.ts';
import type { Finding } from '../../platform/finding.ts';
import { unheard } from '../../unheard.ts';

const patienceMs = 5000;

type Variable = Parameters<typeof unheard>[0];

export async function outside({ publicUrl, webPort, metrics }: Config): Promise<readonly Finding[]> {
  const counted = metrics ? [await local('METRICS_PORT', metrics.port, metrics.host)] : [];
  if (!webPort) return counted;
  const here = await local('WEB_PORT', webPort);
  return [here, ...(publicUrl ? [await abroad(publicUrl, webPort, here)] : []), ...counted];
}

/** The bot itself answers, or it could; else that it will not start. */
async function local(variable: Variable, port: number, host?: string): Promise<Finding> {
  const what = `${variable} ${port}`;
  const said = await directly(`http://${nearBy(host)}:${port}/healthz`);
  if (isBot(said)) return { grade: 'good', what, says: 'answers' };
  if (said === silent) return { grade: 'unseen', what, ...atLongWork };
  const trouble = await whyUnheard(variable, port, host);
  if (trouble === undefined) return { grade: 'unseen', what, says: 'does not answer; it does once the bot runs' };
  return { grade: 'mend', what, says: trouble.replace(`${variable} `, ''), costs: 'the bot does not start' };
}

/** Somebody listens there; the bot is at one thing at a time, and the largest of those take as long. */
const silent = Symbol('no answer in time');
const atLongWork = {
  says: `somebody listens there, and did not answer within ${patienceMs / 1000} s: the bot at long work, or another program`,
  remedy: 'ask again in a moment; if it stays like that, see what holds the port',
};

async function abroad(publicUrl: string, webPort: number, here: Finding): Promise<Finding> {
  const what = publicUrl;
  if (await answers(publicUrl)) return { grade: 'good', what, says: 'leads to the bot' };
  if (here.says === atLongWork.says)
    return {
      grade: 'unseen',
      what,
      says: 'could not be tried: nothing was heard of the bot here either',
      remedy: 'ask again in a moment',
    };
  if (here.grade !== 'good') return { grade: 'unseen', what, says: 'could not be tried: the bot is not running' };
  return {
    grade: 'mend',
    what,
    says: 'does not lead to the bot from here',
    costs: 'links from /cop share open nothing',
    remedy: `have whatever does TLS for you hand it on to port ${webPort}; if only this machine can't get there, it may still be right`,
  };
}

/** What listens on all addresses is asked at this machine's own. */
function nearBy(host = '0.0.0.0'): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host.includes(':') ? `[${host === '::' ? '::1' : host}]` : host;
}

async function answers(address: string): Promise<boolean> {
  const answer = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(patienceMs) }).catch(() => undefined);
  return isBot(answer?.ok ? await answer.json().catch(() => undefined) : undefined);
}

/** Past any proxy: to that, this machine would be its own. */
function directly(address: string): Promise<unknown> {
  const signal = AbortSignal.timeout(patienceMs);
  return new Promise(resolve => {
    let isThere = false;
    const nothing = () => resolve(isThere && signal.aborted ? silent : undefined);
    get(address, { agent: new Agent(), signal }, answer => {
      json(answer).then(answer.statusCode === 200 ? resolve : nothing, nothing);
    })
      .once('socket', socket => socket.once('connect', () => (isThere = true)))
      .once('error', nothing);
  });
}

/** This bot, and not whatever else may be there and say yes to everything. */
function isBot(said: unknown): boolean {
  const { status, version } = (said ?? {}) as Record<string, unknown>;
  return status === 'ok' && typeof version === 'string';
}

/** Listened on for a moment, as the bot would. */
function whyUnheard(variable: Variable, port: number, host?: string): Promise<string | undefined> {
  const server = createServer();
  const tried = new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return tried
    .then(() => new Promise<void>(resolve => void server.close(() => resolve())))
    .catch(unheard(variable))
    .then(
      () => undefined,
      (error: Error) => error.message,
    );
}
