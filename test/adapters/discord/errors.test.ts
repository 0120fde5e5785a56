import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { meanings } from '../../../src/adapters/discord/codes.ts';
import { neverReached } from '../../../src/adapters/discord/endings.ts';
import { toPlatformError } from '../../../src/adapters/discord/errors.ts';
import { PlatformError } from '../../../src/platform/platform-error.ts';

const secret = 'interaction-token';
const url = `https://discord.com/api/v10/webhooks/1/${secret}`;
const refusal = (code: number, status: number, more: object = {}) =>
  new DiscordAPIError({ code, message: 'No', ...more } as never, code, status, 'POST', url, {
    body: { secret },
    files: undefined,
  } as never);
const network = (code: string) => Object.assign(new Error(code), { code });
const limit = {
  global: false,
  method: 'POST',
  url,
  route: '/',
  majorParameter: '1',
  hash: '',
  limit: 1,
  scope: 'user',
};
const limited = new RateLimitError({ ...limit, timeToReset: 700, retryAfter: 1500, sublimitTimeout: 0 } as never);

describe('Discord says no', () => {
  it.each([
    [50001, 403, 'forbidden', 'bot'],
    [50013, 403, 'forbidden', 'bot'],
    [50007, 403, 'forbidden', 'person'],
    [50278, 403, 'forbidden', 'person'],
    [30003, 400, 'forbidden', 'place'],
    [30013, 400, 'forbidden', 'place'],
    [10003, 404, 'gone', 'place'],
    [10004, 404, 'forbidden', 'bot'],
    [10007, 404, 'gone', 'person'],
    [10008, 404, 'gone', 'message'],
    [10009, 404, 'gone', 'nobody'],
    [987_654, 401, 'unreachable', 'bot'],
    [987_654, 403, 'forbidden', 'bot'],
    [987_654, 404, 'gone', 'nobody'],
    [987_654, 400, 'invalid', 'nobody'],
    [10013, 404, 'gone', 'person'],
    [10015, 404, 'gone', 'message'],
    [30061, 400, 'forbidden', 'place'],
    [40004, 403, 'unreachable', 'nobody'],
    [40006, 403, 'unreachable', 'nobody'],
    [50005, 403, 'gone', 'message'],
    [50008, 400, 'forbidden', 'place'],
    [50021, 403, 'unsupported', 'message'],
    [50033, 400, 'forbidden', 'person'],
    [50045, 413, 'forbidden', 'place'],
    [50074, 400, 'forbidden', 'place'],
    [110001, 503, 'unreachable', 'nobody'],
    [160007, 400, 'forbidden', 'place'],
    [200000, 400, 'forbidden', 'place'],
    [400001, 403, 'forbidden', 'place'],
    [240000, 400, 'forbidden', 'place'],
    [350000, 400, 'forbidden', 'place'],
    [350001, 400, 'forbidden', 'place'],
    [350002, 400, 'forbidden', 'place'],
    [350003, 400, 'forbidden', 'place'],
    [50027, 401, 'gone', 'message'],
    [50035, 400, 'invalid', 'nobody'],
    [40060, 400, 'invalid', 'nobody'],
    [40001, 401, 'unreachable', 'bot'],
    [0, 401, 'unreachable', 'bot'],
    [0, 403, 'forbidden', 'bot'],
    [0, 404, 'unreachable', 'nobody'],
    [404, 404, 'unreachable', 'nobody'],
  ])('%i with %i is %s, of the %s', (code, status, kind, whose) => {
    expect(toPlatformError(refusal(code, status))).toMatchObject({ kind, whose });
  });

  it('says a remedy for all of its own trouble, but where it has to be reckoned which permission lacks', () => {
    const without = Object.entries(meanings).flatMap(([code, [, whose]]) =>
      whose === 'bot' && !toPlatformError(refusal(Number(code), 403)).remedy ? [Number(code)] : [],
    );
    expect(without).toEqual([50001, 50013, 160002]);
  });

  it('what to do about a token is told', () => {
    expect(toPlatformError(refusal(0, 401)).remedy).toContain('DISCORD_TOKEN');
  });

  it('what to do about a certificate that is not trusted is told', () => {
    expect(toPlatformError(network('SELF_SIGNED_CERT_IN_CHAIN')).remedy).toContain('NODE_EXTRA_CA_CERTS');
  });

  it('too often: how long to wait is told', () => {
    expect(toPlatformError(limited)).toMatchObject({ kind: 'rate-limited', retryAfterMs: 1500 });
    expect(toPlatformError(refusal(20028, 429, { retry_after: 12.5 }))).toMatchObject({
      kind: 'rate-limited',
      retryAfterMs: 12_500,
    });
  });
});

describe('Discord says nothing', () => {
  it.each([
    [new HTTPError(502, 'Bad Gateway', 'POST', url, {} as never), 'unknown-outcome'],
    [new DOMException('This operation was aborted', 'AbortError'), 'unknown-outcome'],
    [network('ECONNRESET'), 'unknown-outcome'],
    [network('UND_ERR_SOCKET'), 'unknown-outcome'],
    [network('ECONNREFUSED'), 'unreachable'],
    [network('ENOTFOUND'), 'unreachable'],
    [network('CERT_NOT_YET_VALID'), 'unreachable'], // this machine's clock is wrong
    [network('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 'unreachable'], // something between reads along
    [new TypeError('x is not a function'), 'invalid'],
  ])('%s', (error, kind) => {
    expect(toPlatformError(error).kind).toBe(kind);
  });
});

it('an error never carries an address, a token or what was sent', () => {
  for (const error of [
    refusal(50013, 403),
    new HTTPError(500, 'x', 'POST', url, { body: { secret } } as never),
    limited,
  ]) {
    const { message, code, cause, stack } = toPlatformError(error);
    expect(JSON.stringify({ message, code, cause, stack })).not.toContain(secret);
  }
});

it.each(['EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
  'a machine without a network yet (%s) is no wrong address',
  code => {
    expect(neverReached(new PlatformError('unreachable', code))).toBe(false);
    expect(neverReached(new PlatformError('unreachable', 'ECONNREFUSED'))).toBe(true);
  },
);
