/** The HTTP side: the REST API, and files. discord.com/developers/docs/reference#http-api */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import type { Watching } from '../driver.ts';
import type { Astray } from '../wire/astray.ts';
import { sayHalf, webPage } from '../wire/faults.ts';
import type { Wire } from '../wire/record.ts';
import { type Body, readBody, readRaw } from './body.ts';
import { Created } from './call.ts';
import type { Gateway } from './gateway.ts';
import { isGood } from './message-shape.ts';
import { Refused, refusals } from './refusal.ts';
import { routeOf, unknownName } from './routes/table.ts';
import type { Json } from './state.ts';
import { limitedAs, type Throttle } from './throttle.ts';
import type { World } from './world.ts';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly lateMs?: number;
  /** The line is cut in the middle of it. */
  readonly half?: boolean;
  /** What watches it has let it go. */
  readonly letGo?: Promise<unknown>;
}

export interface ServerParts {
  readonly world: World;
  readonly wire: Wire;
  readonly faults: Pick<Astray, 'take' | 'minded'>;
  readonly throttle: Throttle;
  readonly gateway: () => Gateway;
  readonly counts: () => boolean;
  readonly watched: (...given: Parameters<Watching>) => Promise<unknown>;
}

interface Incoming {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  readonly read: Body;
}

/** `50035.name`: with the field, and what server discovery says of words that it forbids. */
/** `50035.name`: of that field; `987654@403`: a code that is newer than all of ours, with that status. */
const refused = (told: number | string): Answer => {
  const [said = '', asked = '400'] = String(told).split('@');
  const [number, field] = said.split('.');
  const code = Number(number);
  const [status, message] = refusals[code] ?? [Number(asked), `Error ${code}`];
  const _errors = [{ code: 'INVALID_COMMUNITY_PROPERTY_NAME', message: 'Contains words that are not allowed.' }];
  return { status, body: { message, code: code === 1 ? 0 : code, ...(field && { errors: { [field]: { _errors } } }) } };
};

export function discordServer(parts: ServerParts): Server {
  const { world, wire, faults, throttle, watched } = parts;

  function perform({ method, path, query, authorization, read }: Incoming): Answer {
    const found = routeOf(method, path);
    if (!found) return refused(1);
    if (!found.open && authorization !== `Bot ${world.token()}`) return refused(0);
    const limit = found.open || !parts.counts() ? { headers: {} } : throttle.pass(found.name, found.ids[0] ?? '');
    if ('refused' in limit && limit.refused) return limit.refused;
    try {
      const said = found.route({ world, ids: found.ids, query, body: read.json, files: read.files });
      const { headers } = limit;
      if (said instanceof Created) return { status: 201, body: said.body, headers };
      return { status: said === undefined ? 204 : 200, body: said, headers };
    } catch (error) {
      if (error instanceof Refused)
        return { status: error.status, body: error.body, headers: { ...limit.headers, ...error.headers } };
      console.error(error);
      return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
    }
  }

  /** With the fault that waits for it, if any; nothing when there is to be no answer. */
  async function faulty(
    incoming: Incoming,
    request: unknown,
  ): Promise<(Answer & { readonly afterMs?: number }) | 'reset' | undefined> {
    const { name } = incoming;
    const watching = async (): Promise<Answer> => {
      await watched('before', { name, request });
      const answer = perform(incoming);
      return { ...answer, letGo: watched('performed', { name, request }) };
    };
    const does = faults.take(name);
    if (!does) return watching();
    if ('rateLimit' in does) return limitedAs(does);
    if ('refuse' in does) return refused(does.refuse);
    if ('page' in does) return { status: does.page, body: webPage, headers: { 'content-type': 'text/html' } };
    if ('warns' in does) return watching(); // Discord warns of nothing
    if ('late' in does) return { ...(await watching()), afterMs: does.late };
    if ('halfSaid' in does) return { ...(await watching()), half: true };
    if (does.performed) await watching();
    if ('reset' in does) return 'reset';
    return 'status' in does ? { status: does.status, body: { message: 'server error', code: 0 } } : undefined;
  }

  async function api(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method ?? 'GET';
    const path = decodeURIComponent(url.pathname).replace(/^\/api(\/v\d+)?/, '');
    const name = routeOf(method, path)?.name ?? unknownName(method, path);
    const raw = await readRaw(request);
    const read = await readBody(request.headers['content-type'] ?? '', raw).catch(error => error as Refused);
    const { authorization = '' } = request.headers;
    const body = read instanceof Error ? {} : read;
    const seen = requestAsSeen(url, body);
    const incoming = { name, method, path, query: url.searchParams, authorization, read: body as Body };
    const outcome = read instanceof Error ? { status: read.status, body: read.body } : await faulty(incoming, seen);
    const answer = outcome === 'reset' ? undefined : outcome;
    const said = (answer?.body ?? null) as Json | null;
    const error = (answer?.status ?? 0) >= 400 && said?.code !== undefined ? { error: String(said.code) } : {};
    const direction = name.startsWith('POST /interactions/') ? 'answer' : 'call';
    wire.note({
      direction,
      name,
      status: answer?.status ?? 0,
      ...error,
      request: seen,
      response: structuredClone(said),
    });
    if (outcome === 'reset') request.socket.resetAndDestroy();
    if (answer && 'letGo' in answer) await answer.letGo;
    if (answer && 'afterMs' in answer) await after(answer.afterMs, undefined, { ref: false });
    if (answer) respond(response, answer);
  }

  /** `/attachments/CHANNEL/ID/NAME`, open to whoever has the address, for as long as that is good. */
  function file(response: ServerResponse, url: URL): void {
    const [, , channelId, fileId = ''] = url.pathname.split('/');
    const channel = world.state.channels.find(c => c.id === channelId);
    const found = channel?.messages.flatMap(m => m.attachments).find(a => a.id === fileId);
    const body = world.state.files[fileId];
    if (body === undefined || !isGood(world, url)) {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('This content is no longer available.');
    } else {
      void watched('performed', { name: 'GET /attachments', request: {} });
      response.writeHead(200, { 'content-type': found?.type ?? 'application/octet-stream' });
      response.end(Buffer.from(body, 'base64'));
    }
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/attachments/')) return file(response, url);
    api(request, response, url).catch(error => {
      console.error(error);
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => parts.gateway().upgrade(request, socket, head));
  return faults.minded(server);
}

function requestAsSeen(url: URL, { json, files }: Partial<Body>): unknown {
  const query = Object.fromEntries(url.searchParams);
  if (Array.isArray(json)) return json;
  return {
    ...query,
    ...json,
    ...(files?.length ? { files: files.map(f => ({ name: f.name, type: f.type, bytes: f.body.length })) } : {}),
  };
}

function respond(response: ServerResponse, { status, body, headers, half }: Answer): void {
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers });
  const said = body === undefined || body === webPage ? body : JSON.stringify(body);
  if (half) sayHalf(response, said);
  else response.end(said);
}
