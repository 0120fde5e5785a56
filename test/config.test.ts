import { describe, expect, it } from 'vitest';
import { ConfigError, configFrom } from '../src/config.ts';

const complaint = (env: Record<string, string>): string => {
  try {
    configFrom(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
};

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(configFrom({})).toEqual({
      slack: undefined,
      discord: undefined,
      databaseUrl: 'sqlite:data/playground.sqlite',
      guidesDir: undefined,
      documents: undefined,
      webPort: undefined,
      publicUrl: undefined,
      logLevel: 'info',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      playgroundPort: 4321,
    });
    expect(configFrom({ DISCORD_TOKEN: 'a.b.c' }).databaseUrl).toBe('sqlite:data/cop.sqlite');
  });

  it('keeps no files unless it is told where', () => {
    expect(configFrom({ DOCUMENTS_MAX_MB: '5' }).documents).toBeUndefined();
    expect(configFrom({ DOCUMENTS_DIR: 'kept' }).documents).toEqual({ dir: 'kept', most: 25_000_000 });
    expect(configFrom({ DOCUMENTS_DIR: 'kept', DOCUMENTS_MAX_MB: '5' }).documents?.most).toBe(5_000_000);
    for (const size of ['0', 'much', '2000', '1.5'])
      expect(complaint({ DOCUMENTS_MAX_MB: size })).toMatch(/DOCUMENTS_MAX_MB is no size/);
  });

  it('takes an empty variable for a missing one', () => {
    expect(configFrom({ DISCORD_TOKEN: ' ', LOG_LEVEL: '' }).discord).toBeUndefined();
  });

  it('takes either platform alone, or both', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    const discord = { DISCORD_TOKEN: 'aaa.bbb.ccc' };
    expect(configFrom(slack)).toMatchObject({ slack: { botToken: 'xoxb-1', appToken: 'xapp-1' }, discord: undefined });
    expect(configFrom(discord)).toMatchObject({ slack: undefined, discord: { token: 'aaa.bbb.ccc' } });
    expect(configFrom({ ...slack, ...discord })).toMatchObject({ slack: {}, discord: {} });
  });

  it('takes the public address with or without a slash at its end', () => {
    expect(configFrom({ PUBLIC_URL: 'https://x.org/cops/', WEB_PORT: '8080' })).toMatchObject({
      publicUrl: 'https://x.org/cops',
      webPort: 8080,
    });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /^SLACK_APP_TOKEN is missing.*connections:write/],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /^SLACK_BOT_TOKEN is missing.*OAuth & Permissions/],
    [{ SLACK_BOT_TOKEN: 'hello', SLACK_APP_TOKEN: 'xapp-1' }, /^SLACK_BOT_TOKEN doesn't look like.*xoxb-/],
    [{ DISCORD_TOKEN: 'hello' }, /^DISCORD_TOKEN doesn't look like.*Reset Token/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL is neither.*postgres:/],
    [{ TZ: 'Mars/Olympus' }, /^TZ is no time zone.*Europe\/London/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is no level.*debug/],
    [{ SLACK_API_URL: 'nowhere' }, /^SLACK_API_URL is no http address/],
    [{ PUBLIC_URL: 'cops.example.org', WEB_PORT: '80' }, /^PUBLIC_URL is no http address.*https:/],
    [{ PUBLIC_URL: 'https://cops.example.org' }, /^WEB_PORT is missing: PUBLIC_URL needs it/],
    [{ WEB_PORT: 'http' }, /^WEB_PORT is no port/],
    [{ PLAYGROUND_PORT: '99999' }, /^PLAYGROUND_PORT is no port/],
  ])('says what is wrong with %j, and where to get it', (env, words) => {
    expect(complaint(env)).toMatch(words);
  });

  it('names every wrong variable at once, and none of their values', () => {
    const words = complaint({ DISCORD_TOKEN: 'my secret', LOG_LEVEL: 'loud' });
    expect(words.split('\n')).toHaveLength(2);
    expect(words).not.toContain('my secret');
  });
});
