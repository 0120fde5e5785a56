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
  if (answer.status === 200) return ownAnswer(answer);
  if (answer.status !== 429) return answer;
  const headers = new Headers(answer.headers);
  headers.set('retry-after', String(Math.ceil(retryAfterMs(headers.get('retry-after')) / 1000)));
  return new Response(answer.body, { status: 429, headers });
};

/**
 * Slack's own answer says whether it is `ok`. Slack's client takes any other JSON for a bug, and a line of plain text for Slack's code: that
 * is of whatever stands between, or of Slack in a bad moment. github.com/slackhq/slack-api-docs/issues/69, …/slackapi/python-slack-sdk/pull/985
 */
async function ownAnswer(answer: Response): Promise<Response> {
  const said = await answer.text();
  if (!isOwn(said)) throw new PlatformError('unknown-outcome', 'no_json');
  return new Response(said, { headers: answer.headers });
}

function isOwn(said: string): boolean {
  try {
    return typeof (JSON.parse(said) as { readonly ok?: unknown } | null)?.ok === 'boolean';
  } catch {
    return false;
  }
}
