import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { meanings } from '../../../src/adapters/slack/codes.ts';
import { inView, ofCode, toPlatformError } from '../../../src/adapters/slack/errors.ts';
import { passes } from '../../../src/adapters/slack/refused.ts';
import { PlatformError } from '../../../src/platform/platform-error.ts';

const refusal = (error: string, more: object = {}) =>
  new webApi.WebAPIPlatformError({ ok: false, error, response_metadata: {}, ...more } as never);

const person = { person: { platform: 'slack', workspace: 'T1', id: 'U1' } };
const channel = { id: 'C1' };

describe('whose trouble it is', () => {
  it.each([
    ['user_not_found', 'person', 'gone'],
    ['user_disabled', 'person', 'gone'],
    ['user_is_restricted', 'person', 'forbidden'],
    ['cannot_dm_bot', 'person', 'forbidden'],
    ['is_archived', 'place', 'gone'],
    ['too_many_pins', 'place', 'forbidden'],
    ['message_not_found', 'message', 'gone'],
    ['edit_window_closed', 'nobody', 'gone'], // it stands
    ['cant_update_message', 'nobody', 'gone'],
    ['view_not_found', 'message', 'gone'],
    ['channel_not_found', 'bot', 'gone'],
    ['not_in_channel', 'bot', 'forbidden'],
    ['missing_scope', 'bot', 'forbidden'],
    ['restricted_action', 'bot', 'forbidden'],
    ['invalid_auth', 'bot', 'unreachable'],
    ['not_authed', 'bot', 'unreachable'],
    ['token_revoked', 'bot', 'unreachable'],
    ['token_expired', 'bot', 'unreachable'],
    ['account_inactive', 'bot', 'unreachable'],
    ['internal_error', 'nobody', 'unknown-outcome'],
    ['invalid_blocks', 'nobody', 'invalid'],
    ['rate_limited', 'nobody', 'rate-limited'],
    ['update_failed', 'nobody', 'unknown-outcome'],
    ['fetch_members_failed', 'nobody', 'unknown-outcome'],
    ['external_channel_migrating', 'nobody', 'unreachable'],
    ['invalid_cursor', 'nobody', 'unreachable'],
    ['message_limit_exceeded', 'bot', 'forbidden'],
    ['restricted_action_read_only_channel', 'bot', 'forbidden'],
    ['restricted_action_thread_locked', 'bot', 'forbidden'],
    ['posting_to_channel_denied', 'bot', 'forbidden'],
    ['invalid_channel', 'bot', 'gone'],
    ['is_inactive', 'place', 'gone'],
    ['org_user_not_in_team', 'person', 'forbidden'],
    ['user_not_visible', 'person', 'forbidden'],
    ['not_visible', 'message', 'gone'],
    ['accesslimited', 'bot', 'forbidden'],
    ['two_factor_setup_required', 'bot', 'forbidden'],
    ['enterprise_is_restricted', 'bot', 'forbidden'],
    ['invalid_user_combination', 'person', 'forbidden'],
    ['not_enough_users', 'person', 'forbidden'],
  ])('%s: the %s is %s', (code, whose, kind) => {
    expect(toPlatformError(refusal(code))).toMatchObject({ code, whose, kind });
  });

  it('says a remedy for all of its own trouble', () => {
    const without = Object.entries(meanings).filter(
      ([, { whose, kind, remedy }]) => whose === 'bot' && kind !== 'unsupported' && !remedy,
    );
    expect(without).toEqual([]);
  });

  it('names the scope that lacks', () => {
    const known = toPlatformError(refusal('missing_scope', { needed: 'pins:write' }));
    expect(known).toMatchObject({ needed: 'pins:write', remedy: expect.stringContaining('add the scope pins:write') });
  });
});

describe('the same code of another call', () => {
  it.each([
    ['a space', { space: channel }, { whose: 'bot', kind: 'gone', place: 'C1' }],
    ['a channel', { to: channel }, { whose: 'bot', kind: 'gone', place: 'C1' }],
    ['a message in a channel', { message: { channel } }, { whose: 'bot', kind: 'gone', place: 'C1' }],
    ['a person', { to: person }, { whose: 'person', kind: 'gone', place: undefined }],
    ['a direct message', { message: { channel: { id: 'D1' } } }, { whose: 'person', kind: 'gone' }],
  ])('channel_not_found of %s', (_of, meant, expected) => {
    expect(inView(ofCode('channel_not_found'), meant)).toMatchObject(expected);
  });

  it('what is about the token is so wherever it was to go', () => {
    expect(inView(ofCode('invalid_auth'), { to: person })).toMatchObject({ whose: 'bot', kind: 'unreachable' });
  });
});

it.each(['EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
  'a machine without a network yet (%s) is no wrong address',
  code => {
    expect(passes(new PlatformError('unreachable', code), false)).toBe(true);
    expect(passes(new PlatformError('unreachable', 'ECONNREFUSED'), false)).toBe(false);
  },
);

it.each([
  ['ECONNREFUSED', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['CERT_NOT_YET_VALID', 'unreachable'],
  ['407', 'unreachable'],
  ['network', 'unknown-outcome'],
] as const)("passes where its address is Slack's own (%s), and a token that is not taken does not", (code, kind) => {
  expect(passes(new PlatformError(kind, code), true)).toBe(true);
  expect(passes(refusal('invalid_auth'), true)).toBe(false);
  expect(passes(new TypeError('a bug of ours'), true)).toBe(false);
});
