/** Slack's own client, at the pace that Slack allows. Whatever goes wrong is a PlatformError. */
import { webApi } from '@slack/bolt';
import { tookEffect } from '../../platform/attempt.ts';
import { calling } from '../../platform/figures.ts';
import type { Pace } from '../../platform/pace.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { retryAfterMs } from '../../platform/retry-after.ts';
import { toPlatformError } from './errors.ts';
import { askingFor, isSeen } from './rates.ts';
import { timedOut, tokenRefused } from './refused.ts';
import { inTurn, readably } from './wire.ts';

type Given = Record<string, unknown>;

/** How long Slack is waited for, in milliseconds. */
export interface Times {
  /** An answer to a call. */
  readonly answer: number;
  /** The first word on a new connection. */
  readonly hello: number;
  /** Any sign of life on one: 2 s ends connections in a short stall. */
  readonly ping: number;
}
export const usualTimes: Times = { answer: 10_000, hello: 10_000, ping: 5000 };

export const clientOptionsFor = (apiUrl: string | undefined, { answer } = usualTimes): webApi.WebClientOptions => ({
  ...(apiUrl && { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: answer,
  fetch: readably,
});

/** What Slack says about the bot itself is heard, whichever call it was. */
interface Told {
  /** Its token. */
  refused(): void;
  /** A scope that it had not before. */
  allowed(): void;
}

export class SlackClient extends webApi.WebClient {
  readonly #pace: Pace;
  readonly #told: Told;
  /** Slack may be slow, and do it after all: it is waited for as long again, before anybody looks whether it stands there. */
  readonly #patienceMs: number;
  #scopes: ReadonlySet<string> | undefined;

  constructor(token: string, options: webApi.WebClientOptions, pace: Pace, told: Told) {
    super(token, options);
    this.#pace = pace;
    this.#told = told;
    this.#patienceMs = options.timeout ?? usualTimes.answer;
  }

  /** Its turn now, for when what it needs has been made ready. */
  async ahead(method: string, channel: string): Promise<void> {
    await this.#pace.ahead(askingFor(method, channel));
  }

  override async apiCall(method: string, given: Given = {}): Promise<webApi.WebAPICallResult> {
    await this.#pace.turn(askingFor(method, given.channel), given.cursor ? 'at-once' : undefined);
    const over = calling('slack', method);
    try {
      const answer = await super.apiCall(method, given);
      over('ok');
      if (isSeen(method, given)) tookEffect();
      this.#compare(answer.response_metadata?.scopes);
      return answer;
    } catch (error) {
      if (tokenRefused(error)) this.#told.refused();
      const heard = toPlatformError(error);
      const isLate = isSeen(method, given) && timedOut(error);
      const known = isLate ? heard.told({ retryAfterMs: this.#patienceMs }) : heard;
      over(known.kind === 'rate-limited' ? 'rate-limited' : 'failed');
      throw this.#heard(method, known, isSeen(method, given));
    }
  }

  /** A call to what isn't among Slack's methods: the host of files, a response_url. */
  async send(name: string, url: string, init: RequestInit, seen: boolean): Promise<Response> {
    await this.#pace.turn([{ name }]);
    const over = calling('slack', name);
    try {
      const answer = await inTurn(url, init);
      over(answer.status === 429 ? 'rate-limited' : answer.ok ? 'ok' : 'failed');
      if (answer.status === 429) {
        const wait = retryAfterMs(answer.headers.get('retry-after'));
        this.#pace.hold({ name }, wait);
      } else if (seen && answer.ok) tookEffect();
      return answer;
    } catch (error) {
      over('failed');
      throw this.#heard(name, toPlatformError(ownIn(error)), seen);
    }
  }

  /** Every answer names the scopes that the app has by now; no event does. */
  #compare(scopes: readonly string[] | undefined): void {
    if (!scopes) return;
    const before = this.#scopes;
    this.#scopes = new Set(scopes);
    if (before && scopes.some(one => !before.has(one))) this.#told.allowed();
  }

  #heard(name: string, error: PlatformError, seen: boolean): PlatformError {
    if (error.kind === 'rate-limited') this.#pace.hold({ name }, error.retryAfterMs ?? 1000);
    else if (error.kind === 'unknown-outcome' && seen) tookEffect();
    return error;
  }
}

/** What the body was read from may have failed, in our own words. */
const ownIn = (error: unknown): unknown => {
  const { cause } = error as { cause?: unknown };
  return cause instanceof PlatformError ? cause : error;
};
