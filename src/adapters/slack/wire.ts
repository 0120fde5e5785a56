/** What goes over the wire to Slack, and what comes back, made so that Slack's client can read it. */
import type { webApi } from '@slack/bolt';
import { PlatformError } from '../../platform/platform-error.ts';
import { retryAfterMs } from '../../platform/retry-after.ts';
import { stillOurTurn } from '../../platform/turn.ts';

/** As close to the wire as can be. */
export const inTurn = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
  await stillOurTurn();
  return fetch(url, init);
};

/** For calls to Slack's methods. web-api 8 takes a 429 for a bug where its Retry-After isn't a number. */
export const readably: NonNullable<webApi.WebClientOptions['fetch']> = async (url, init) => {
  const answer = await inTurn(url, init as RequestInit);
  if (answer.status === 200) return ownAnswer(answer, new URL(String(url)).pathname.split('/').at(-1) ?? '');
  if (answer.status !== 429) return answer;
  const headers = new Headers(answer.headers);
  headers.set('retry-after', String(Math.ceil(retryAfterMs(headers.get('retry-after')) / 1000)));
  return new Response(answer.body, { status: 429, headers });
};

/** What a call was made for: a list that is left out is no empty one, nor was something made that has no name. */
const askedFor: Readonly<Record<string, string>> = {
  'auth.test': 'user_id',
  'chat.getPermalink': 'permalink',
  'chat.postMessage': 'ts',
  'conversations.create': 'channel',
  'conversations.history': 'messages',
  'conversations.info': 'channel',
  'conversations.members': 'members',
  'conversations.open': 'channel',
  'conversations.replies': 'messages',
  'files.getUploadURLExternal': 'upload_url',
  'files.info': 'file',
  'pins.list': 'items',
  'users.conversations': 'channels',
};

/**
 * Slack's own answer says whether it is `ok`. Slack's client takes any other JSON for a bug, and a line of plain text for Slack's code: that
 * is of whatever stands between, or of Slack in a bad moment. github.com/slackhq/slack-api-docs/issues/69, …/slackapi/python-slack-sdk/pull/985
 */
async function ownAnswer(answer: Response, method: string): Promise<Response> {
  const said = await answer.text();
  const { ok, ...told } = read(said);
  const name = askedFor[method];
  const isOwn = ok === false || (ok === true && (name === undefined || told[name] != null));
  if (!isOwn) throw new PlatformError('unknown-outcome', 'no_json');
  return new Response(said, { headers: answer.headers });
}

function read(said: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(said) as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
}
