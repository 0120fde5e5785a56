import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, configFrom } from '../src/config.ts';
import { readEnvFile } from '../src/env-file.ts';
import { withoutSecrets } from '../src/log.ts';

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
      secretKey: undefined,
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

  it('takes a key that is long enough to be one', () => {
    expect(configFrom({ SECRET_KEY: 'k'.repeat(32) }).secretKey).toBe('k'.repeat(32));
    expect(complaint({ SECRET_KEY: 'my-own-key' })).toMatch(/SECRET_KEY is too short.*openssl rand/);
    expect(complaint({ SECRET_KEY: 'my-own-key' })).not.toContain('my-own-key');
  });

  it('takes a PostgreSQL address as pg does', () => {
    for (const address of [
      'postgres://db/cop',
      'postgres://cop:p%2Fw%23@db:5433/cop?sslmode=verify-full',
      'postgresql://cop@/cop?host=/run/postgresql',
      'postgres:///cop',
      'postgres://cop:p@ss@db/cop',
      'postgres://cop:50%off@db/cop',
      'postgres://cop:off50%@db/cop',
      'postgres://db/cop?user=amira@clinic',
    ])
      expect(configFrom({ DATABASE_URL: address }).databaseUrl).toBe(address);
  });

  it('takes a folder as it is called', () => {
    for (const folder of ['data/kept', '/mnt/else where/cop~1', 'C:\\cop bot', 'kept-$'])
      expect(configFrom({ BACKUP_DIR: folder }).backupDir).toBe(folder);
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
    [{ SLACK_BOT_TOKEN: 'xoxb-…', SLACK_APP_TOKEN: 'xapp-1' }, /^SLACK_BOT_TOKEN doesn't look like.*xoxb-/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1 2' }, /^SLACK_APP_TOKEN doesn't look like.*xapp-/],
    [{ DATABASE_URL: 'sqlite://' }, /^DATABASE_URL is neither/],
    [{ WEB_PORT: '8080', METRICS_PORT: '8080' }, /^METRICS_PORT is WEB_PORT's already: choose another/],
    [{ DATABASE_URL: 'postgres://cop:a/b@db/cop' }, /^DATABASE_URL can't be read as.*%2F/],
    [{ DATABASE_URL: 'postgres://cop:1/b@db/cop' }, /^DATABASE_URL can't be read as.*%2F/],
    [{ DATABASE_URL: 'postgres://cop:p@ss/w#rd@db/cop' }, /^DATABASE_URL can't be read as.*%2F/],
    [{ DATABASE_URL: 'postgres://cop:1?b@db/cop' }, /^DATABASE_URL can't be read as.*%2F/],
    [{ DATABASE_URL: 'postgres://cop:100%ff@db/cop' }, /^DATABASE_URL can't be read as.*%2F/],
    [{ DATABASE_URL: 'postgres://db:port/cop' }, /^DATABASE_URL can't be read as.*%2F/],
    [{ DATABASE_URL: 'sqlite:~/cop.sqlite' }, /^DATABASE_URL is no file as it stands there.*the whole path/],
    [{ BACKUP_DIR: '~/backups' }, /^BACKUP_DIR is no folder as it stands there.*the whole path/],
    [{ DOCUMENTS_DIR: '$HOME/kept' }, /^DOCUMENTS_DIR is no folder/],
    [{ GUIDES_DIR: '%USERPROFILE%\\guides' }, /^GUIDES_DIR is no folder/],
    [{ TZ: 'Mars/Olympus' }, /^TZ is no time zone.*Europe\/London/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is no level.*debug/],
    [{ SLACK_API_URL: 'nowhere' }, /^SLACK_API_URL is no http address/],
    [{ PUBLIC_URL: 'cops.example.org', WEB_PORT: '80' }, /^PUBLIC_URL is no http address.*https:/],
    [{ PUBLIC_URL: 'https://cops.example.org' }, /^WEB_PORT is missing: PUBLIC_URL needs it/],
    [{ WEB_PORT: 'http' }, /^WEB_PORT is no port/],
    [{ PLAYGROUND_PORT: '99999' }, /^PLAYGROUND_PORT is no port/],
  ])('says what is wrong with %j, and where to get it', (env, words) => {
    expect(complaint(env)).toMatch(words);
    expect(withoutSecrets(complaint(env))).toBe(complaint(env)); // what is hidden on the way out is no help
  });

  it('names every wrong variable at once, and none of their values', () => {
    const words = complaint({ DISCORD_TOKEN: 'my secret', LOG_LEVEL: 'loud' });
    expect(words.split('\n')).toHaveLength(2);
    expect(words).not.toContain('my secret');
  });
});

const discordToken = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(27)}`;
const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

describe('a variable that is written otherwise', () => {
  const slips = (written: Record<string, string>, env: Record<string, string> = {}): string => {
    try {
      configFrom({ ...written, ...env }, written);
    } catch (error) {
      if (error instanceof ConfigError) return error.message;
      throw error;
    }
    return '';
  };

  it.each([
    ['SLACK_BOT_TOKN', 'SLACK_BOT_TOKEN'],
    ['SLACK_BOT_TOEKN', 'SLACK_BOT_TOKEN'],
    ['SLACKBOT_TOKEN', 'SLACK_BOT_TOKEN'],
    ['slack_bot_token', 'SLACK_BOT_TOKEN'],
    ['SLACK-BOT-TOKEN', 'SLACK_BOT_TOKEN'],
    ['SLACK_TOKEN', 'SLACK_BOT_TOKEN or SLACK_APP_TOKEN'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['COP_DISCORD_TOKEN', 'DISCORD_TOKEN'],
    ['DISCORD_TOKE', 'DISCORD_TOKEN'],
    ['DATABASE_ULR', 'DATABASE_URL'],
    ['GUIDE_DIR', 'GUIDES_DIR'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['tz', 'TZ'],
  ])('%s is taken for %s', (name, meant) => {
    expect(slips({ [name]: 'my secret' })).toBe(
      `${name} in .env is nothing that this bot knows. Is it ${meant}? Then write it like that, else take it out.`,
    );
  });

  it('is known by its value too', () => {
    expect(slips({ BOT: 'xoxb-1' })).toMatch(/^BOT in \.env .* Is it SLACK_BOT_TOKEN\?/);
    expect(slips({ APP: 'xapp-1' })).toMatch(/Is it SLACK_APP_TOKEN\?/);
    expect(slips({ TOKEN: discordToken })).toMatch(/Is it DISCORD_TOKEN\?/);
  });

  it('is said beside a platform that is set up well', () => {
    expect(slips({ ...slack, DISCORD_BOT_TOKEN: 'x' })).toMatch(/Is it DISCORD_TOKEN\?/);
  });

  it('is said with all else that is wrong', () => {
    expect(slips({ SLACK_BOT_TOKN: 'x', LOG_LEVEL: 'loud' }).split('\n')).toHaveLength(2);
  });

  it('is looked for in the environment only where it begins like ours', () => {
    expect(slips({}, { SLACK_BOT_TOKN: 'x' })).toMatch(/^SLACK_BOT_TOKN is nothing that this bot knows/);
    expect(slips({}, { discord_token: 'x' })).toMatch(/Is it DISCORD_TOKEN\?/);
    expect(slips({}, { DATABASE_URI: 'x', GUIDE_DIR: 'y', SLACK_WEBHOOK_URL: 'z', BOT: 'xoxb-1' })).toBe('');
  });

  it('is nothing to say where it belongs to others, or the right one is there', () => {
    const others = { NODE_ENV: 'production', HTTPS_PROXY: 'http://proxy:3128', PGPASSWORD: 'x', POSTGRES_DB: 'cop' };
    expect(slips({ ...slack, ...others })).toBe('');
    expect(
      slips({ ...slack, SLACK_SIGNING_SECRET: 'x', SLACK_BOT_TOKEN_2: 'xoxb-2', SLACK_USER_TOKEN: 'xoxp-1' }),
    ).toBe('');
  });

  it('and nothing else in .env is no reason to play', () => {
    expect(slips({ SLACK_SIGNING_SECRET: 'x' })).toMatch(/It takes SLACK_BOT_TOKEN, SLACK_APP_TOKEN, DISCORD_TOKEN/);
  });

  it('or a token that is there and empty, unless a platform is set up', () => {
    expect(slips({ DISCORD_TOKEN: '' })).toMatch(/^DISCORD_TOKEN in \.env is empty/);
    expect(slips({ ...slack, DISCORD_TOKEN: ' ' })).toBe('');
  });
});

describe('.env', () => {
  const read = (content: Buffer | string, name = '.env') => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cop-env-'));
    try {
      writeFileSync(path.join(folder, name), content);
      return readEnvFile(path.join(folder, '.env'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const line = 'DISCORD_TOKEN=a.b.c\r\n';
  const utf16 = Buffer.from(line, 'utf16le');

  it.each([
    ['little-endian', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['big-endian', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ['unmarked', utf16],
  ])('in UTF-16 (%s) is said', (_, bytes) => {
    expect(() => read(bytes)).toThrow(/\.env is written in UTF-16, .*Save it as UTF-8/);
  });

  it('may begin with the mark of UTF-8', () => {
    expect(read(`\ufeff${line}`)).toEqual({ DISCORD_TOKEN: 'a.b.c' });
  });

  it('in another encoding, or out of reach, is said', () => {
    expect(() => read(Buffer.from('GUIDES_DIR=B\xfccher', 'latin1'))).toThrow(/is not written in UTF-8/);
    expect(() => readEnvFile(tmpdir())).toThrow(/can't be read: EISDIR/);
    expect(() => read(line, '.env.txt')).toThrow(/There is .*\.env\.txt, but no .*\.env\. Rename it/);
    expect(read(line, 'other')).toEqual({});
  });

  it.each(['SLACK_BOT_TOKEN xoxb-1', '$env:DISCORD_TOKEN = "a.b.c"', 'set DISCORD_TOKEN a', 'xoxb-1'])(
    'with a line that says nothing (%s) names the line, and not its words',
    words => {
      expect(() => read(`# mine\n\n${words}\n`)).toThrow(
        /line 3, is not understood\. Write it as NAME=value, as in \.env\.example\.$/,
      );
    },
  );

  it('leaves values over several lines, and what is nothing of ours', () => {
    expect(read('CERT="one\nslack token\n"\nexport A=1\nB: 2\nwhatever\n')).toEqual({
      CERT: 'one\nslack token\n',
      A: '1',
      B: '2',
    });
  });
});
