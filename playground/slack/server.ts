/** The HTTP side: the Web API, uploads, files, response_urls. docs.slack.dev/apis/web-api */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import type { Watching } from '../driver.ts';
import type { Astray } from '../wire/astray.ts';
import { sayHalf, webPage } from '../wire/faults.ts';
import type { Wire } from '../wire/record.ts';
import { useReplyUrl } from './answers.ts';
import type { Body } from './body.ts';
import { readable, readBody } from './body.ts';
import type { Method } from './call.ts';
import { needScope } from './call.ts';
import { unknownArguments } from './methods/arguments.ts';
import { botSeesFile } from './methods/files.ts';
import { methods } from './methods/table.ts';
import { fileUrl } from './pictures.ts';
import { Refused, refuse } from './refusal.ts';
import type { Sockets } from './socket.ts';
import type { Json, Team } from './state.ts';
import type { Throttle } from './throttle.ts';
import type { World } from './world.ts';

export interface ServerParts {
  readonly world: World;
  readonly wire: Wire;
  readonly faults: Pick<Astray, 'take' | 'minded'>;
  readonly throttle: Throttle;
  readonly sockets: Sockets;
  readonly appToken: string;
  readonly counts: () => boolean;
  readonly watched: (...given: Parameters<Watching>) => Promise<unknown>;
}

interface Answer {
  readonly status: number;
  readonly body: Json | string | Buffer;
  readonly headers?: Record<string, string>;
  readonly afterMs?: number;
  /** The line is cut in the middle of it. */
  readonly half?: boolean;
  /** What watches it has let it go. */
  readonly letGo?: Promise<unknown>;
}

const connect: Method = { tier: 3, appToken: true, run: () => ({}) };

export function slackServer(parts: ServerParts): Server {
  const { world, wire, faults, throttle, sockets, appToken, watched } = parts;

  function teamOf(token: string): Team {
    if (!token) refuse('not_authed');
    const team = world.state.teams.find(t => t.botToken === token);
    if (!team) refuse(token === appToken ? 'not_allowed_token_type' : 'invalid_auth');
    if (team.refused) refuse(team.refused);
    return team.uninstalled ? refuse('account_inactive') : team;
  }

  /** The method's own answer, after all that Slack looks at first. */
  function perform(name: string, token: string, args: Json): Answer {
    const method = name === 'apps.connections.open' ? connect : methods[name];
    if (!method) refuse('unknown_method', [], { req_method: name });
    if (method.appToken) {
      if (!token) refuse('not_authed');
      if (world.state.appRefused) refuse(world.state.appRefused);
      if (token !== appToken)
        refuse(world.state.teams.some(t => t.botToken === token) ? 'not_allowed_token_type' : 'invalid_auth');
      return { status: 200, body: { ok: true, url: sockets.ticket(world.origin()) } };
    }
    if (method.open)
      return { status: 200, body: { ok: true, ...method.run({ world, team: world.state.teams[0]!, args }) } };
    const team = teamOf(token);
    needScope(team, method.scopes ?? []);
    if (team.orgWide && ofWorkspaces.has(name) && !args.team_id) refuse('missing_argument');
    const wait = parts.counts() ? throttle.wait(name, method.tier, team.id, args.channel) : 0;
    if (wait > 0) return limited(wait);
    const unknown = world.strictArguments ? unknownArguments(name, args) : [];
    if (unknown.length)
      refuse(
        'invalid_arguments',
        unknown.map(key => `[ERROR] unknown argument: ${key} (Slack passes over it without a word)`),
      );
    const missing = (method.needs ?? []).filter(
      key => args[key] === undefined || args[key] === null || (args[key] === '' && !mayBeEmpty.has(key)),
    );
    if (missing.length)
      refuse(
        'invalid_arguments',
        missing.map(key => `[ERROR] missing required field: ${key}`),
      );
    const body = { ok: true, ...method.run({ world, team, args }) };
    return {
      status: 200,
      body,
      headers: { 'x-oauth-scopes': team.scopes.join(','), 'x-accepted-oauth-scopes': (method.scopes ?? []).join(',') },
    };
  }

  function upload(path: string, { file }: Body): Answer {
    const [, teamId, fileId] = path.match(/^\/upload\/v1\/(T\w+)-(F\w+)$/) ?? [];
    const found = world.state.teams.find(t => t.id === teamId)?.files.find(f => f.id === fileId);
    if (!found || !file || found.complete) return { status: 404, body: 'not found' };
    if (found.length !== undefined && found.length !== file.length) return { status: 400, body: 'wrong length' };
    found.body = file.toString('base64');
    world.changed();
    return { status: 200, body: `OK - ${file.length}` };
  }

  function reply(path: string, args: Json): Answer {
    const [, teamId, id = ''] = path.match(/^\/actions\/(T\w+)\/(R\w+)$/) ?? [];
    const team = world.state.teams.find(t => t.id === teamId) ?? refuse('invalid_url');
    useReplyUrl(world, team, team.replyUrls[id], args);
    return { status: 200, body: { ok: true } };
  }

  /** Without a token that may read it, in a conversation that the bot is in, Slack shows its sign-in page. */
  function file(path: string, token: string): Answer {
    const team = world.state.teams.find(
      t => t.botToken === token && t.scopes.includes('files:read') && !t.uninstalled && !t.refused,
    );
    const found = team?.files.find(f => new URL(fileUrl(world, team, f)).pathname === path && !f.deleted);
    if (!team || !found || !botSeesFile(team, found))
      return {
        status: 200,
        body: '<!doctype html><title>Sign in | Slack</title>',
        headers: { 'content-type': 'text/html' },
      };
    return { status: 200, body: Buffer.from(found.body ?? '', 'base64'), headers: { 'content-type': found.type } };
  }

  function guarded(run: () => Answer, status = 200): Answer {
    try {
      return run();
    } catch (error) {
      if (error instanceof Refused) return { status, body: error.answer };
      console.error(error);
      return { status: 500, body: { ok: false, error: 'internal_error' } };
    }
  }

  /** Runs it with the fault that waits for it, if any; nothing when there is to be no answer. */
  async function faulty(name: string, request: Json, run: () => Answer): Promise<Answer | 'reset' | undefined> {
    const watching = async (): Promise<Answer> => {
      await watched('before', { name, request });
      const answer = run();
      return { ...answer, letGo: watched('performed', { name, request }) };
    };
    const does = faults.take(name);
    if (!does) return watching();
    if ('rateLimit' in does) return limited(does.rateLimit);
    if ('refuse' in does) return { status: refusedStatus(name), body: { ok: false, error: does.refuse } };
    if ('page' in does) return { status: does.page, body: webPage, headers: { 'content-type': 'text/html' } };
    if ('warns' in does) return warned(await watching(), does.warns);
    if ('late' in does) return { ...(await watching()), afterMs: does.late };
    if ('halfSaid' in does) return { ...(await watching()), half: true };
    if (does.performed) await watching();
    if ('reset' in does) return 'reset';
    return 'status' in does ? { status: does.status, body: 'server error' } : undefined;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const body = await readBody(request);
    const token = (request.headers.authorization ?? '').replace(/^Bearer\s+/i, '') || String(body.args.token ?? '');
    const name = pathname.startsWith('/api/')
      ? pathname.slice(5)
      : pathname.startsWith('/upload/')
        ? 'upload'
        : pathname.startsWith('/actions/')
          ? 'response_url'
          : 'file';
    const seen = readable(body.args);
    const outcome = await faulty(name, seen, () => {
      if (name === 'upload') return upload(pathname, body);
      if (name === 'file') return file(pathname, token);
      return name === 'response_url'
        ? guarded(() => reply(pathname, body.args), refusedStatus(name))
        : guarded(() => perform(name, token, body.args));
    });
    const answer = outcome === 'reset' ? undefined : outcome;
    const said = typeof answer?.body === 'object' && !Buffer.isBuffer(answer.body) ? answer.body : undefined;
    wire.note({
      direction: 'call',
      name,
      status: answer?.status ?? 0,
      ...(said?.ok === false ? { error: said.error } : {}),
      request: seen,
      response: said ?? null,
    });
    if (outcome === 'reset') request.socket.resetAndDestroy();
    await answer?.letGo;
    if (answer?.afterMs) await after(answer.afterMs, undefined, { ref: false });
    if (answer) respond(response, answer);
  }

  const server = createServer((request, response) => void handle(request, response).catch(failed(response)));
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  return faults.minded(server, sockets.unanswered);
}

const failed = (response: ServerResponse) => (error: unknown) => {
  console.error(error);
  response.destroy();
};

/** The Web API says no with 200, a response_url with 404. */
const refusedStatus = (name: string): number => (name === 'response_url' ? 404 : 200);

/** An empty topic takes the topic away; an empty name has its own error. */
const mayBeEmpty = new Set(['topic', 'purpose', 'name', 'users']);

/** docs.slack.dev/enterprise/organization-ready-apps#methods */
const ofWorkspaces = new Set(['conversations.create', 'conversations.list', 'users.conversations', 'users.list']);

const limited = (seconds: number | string): Answer => ({
  status: 429,
  body: { ok: false, error: 'ratelimited' },
  headers: { 'retry-after': String(seconds) },
});

/** docs.slack.dev/apis/web-api#responses */
function warned(answer: Answer, warning: string): Answer {
  if (typeof answer.body !== 'object' || Buffer.isBuffer(answer.body)) return answer;
  const response_metadata = { ...answer.body.response_metadata, warnings: [warning] };
  return { ...answer, body: { ...answer.body, warning, response_metadata } };
}

function respond(response: ServerResponse, { status, body, headers, half }: Answer): void {
  const json = typeof body === 'object' && !Buffer.isBuffer(body);
  response.writeHead(status, { 'content-type': json ? 'application/json; charset=utf-8' : 'text/plain', ...headers });
  const said = json ? JSON.stringify(body) : body;
  if (half) sayHalf(response, said);
  else response.end(said);
}
