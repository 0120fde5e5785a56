/** The bot's public pages, shown through this page, so that their address is the playground's; what leads to a platform leads into the playground's. */
import type { Context } from 'hono';
import type { Played } from './hands/index.ts';

const toPlatform =
  /href="((?:https:\/\/(?:discord\.gg|(?:\w+\.)?discord\.com|(?:[\w-]+\.)?slack\.com)\/|slack:\/\/)[^"]*)"/g;

const plainly = (html: string): string => html.replaceAll('&amp;', '&');

/** `context.req.path` is the bot's own path. */
export async function publicPage(context: Context, bot: string | undefined): Promise<Response> {
  if (!bot) return context.text('The bot serves no page here.', 404);
  const language = context.req.header('accept-language');
  const answer = await fetch(new URL(context.req.path, bot), {
    redirect: 'manual',
    headers: language ? { 'accept-language': language } : {},
  });
  const headers = new Headers(answer.headers);
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding', 'etag', 'date', 'connection'])
    headers.delete(name);
  const html = (await answer.text()).replace(
    toPlatform,
    (_, url: string) => `href="/#/in/${encodeURIComponent(plainly(url))}"`,
  );
  return new Response(html, { status: answer.status, headers });
}

/** Public pages whose address stands somewhere in what was said: somebody outside could have been handed them. */
export function handedOut(playgrounds: readonly Played[], url: string): string[] {
  const found = playgrounds.flatMap(one => [...one.state().matchAll(/\/c\/([\w%.~-]+-[0-9a-z]{10})\b/g)]);
  return [...new Set(found.map(([path]) => new URL(path, url).href))];
}
