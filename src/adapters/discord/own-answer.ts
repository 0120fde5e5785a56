/**
 * Whether an answer is Discord's own. Whatever stands between, a proxy or its wall, answers with a page, with JSON of its own or with
 * nothing, under any status; Discord's no always names a code, and its yes what it is about.
 * docs.discord.com/developers/reference#error-messages, github.com/restcord/restcord/pull/26, github.com/discord/discord-api-docs/issues/5887
 */
import type { ResponseLike } from 'discord.js';
import { PlatformError } from '../../platform/platform-error.ts';
import { ofPage } from './errors.ts';

/** Where there is nothing to be told when all is done. */
const isSilent = (method: string, path: string): boolean =>
  method === 'DELETE' ||
  (method === 'PUT' && !path.endsWith('/commands')) ||
  (method === 'PATCH' && /\/guilds\/\d+\/(channels|roles)$/.test(path)) || // their order
  path.endsWith('/callback');

const isList = (method: string, path: string): boolean =>
  method === 'GET' ? /\/(messages|channels|guilds|commands)$/.test(path) : method === 'PUT';

/** What goes by something else than an `id`. */
const names: readonly (readonly [RegExp, string])[] = [
  [/\/invites$/, 'code'],
  [/\/members\/\d+$/, 'user'],
  [/\/thread-members\/\d+$/, 'user_id'],
  [/\/messages\/pins$/, 'items'],
  [/\/threads\/(active|archived\/private)$/, 'threads'],
  [/\/gateway\/bot$/, 'url'],
];

const has = (told: unknown, name: string, of: 'string' | 'number' | 'object'): boolean =>
  typeof (told as Readonly<Record<string, unknown>> | null | undefined)?.[name] === of;

function isAnswer(method: string, path: string, told: unknown): boolean {
  if (isSilent(method, path)) return true;
  if (isList(method, path)) return Array.isArray(told);
  const name = names.find(([route]) => route.test(path))?.[1] ?? 'id';
  return has(told, name, 'string') || has(told, name, 'object');
}

/** As it was, read; where it isn't Discord's, a PlatformError. */
export async function ownAnswer(method: string, url: string, answer: ResponseLike): Promise<ResponseLike> {
  const { status } = answer;
  if (status >= 500) return answer;
  const said = await answer.text();
  const told = read(said);
  const path = new URL(url).pathname;
  if (status >= 300 && !has(told, 'code', 'number')) throw ofPage(status); // a way to another page, too: discord.js would take it for done
  if (status < 300 && (told === notJson || !isAnswer(method, path, told)))
    throw new PlatformError('unknown-outcome', `page-${status}`);
  const headers = new Headers([...answer.headers]);
  if (said === '') headers.delete('content-type');
  else headers.set('content-type', 'application/json');
  return new Response(said || null, { status, headers });
}

const notJson = Symbol('not JSON');

function read(said: string): unknown {
  if (said === '') return undefined;
  try {
    return JSON.parse(said);
  } catch {
    return notJson;
  }
}
