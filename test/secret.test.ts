import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Seal, sealWith } from '../src/bot/seal.ts';
import { ConfigError, configFrom } from '../src/config.ts';
import { secretsOf } from '../src/secret.ts';
import { quietly } from './support/stage.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cop-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines: object[] = [];
const sealed = (engine: 'sqlite' | 'postgres', env: Record<string, string>): Seal => {
  lines.length = 0;
  const url = engine === 'sqlite' ? path.join(folder, 'cop.sqlite') : 'postgres://host/cop';
  const { secret, before } = secretsOf(configFrom(env), { engine, url }, quietly(lines));
  return sealWith(secret, before);
};
const old = { DISCORD_TOKEN: 'a.b.c' };
const renewed = { DISCORD_TOKEN: 'a.b.d' };
const SECRET_KEY = 'k'.repeat(43);
const asItWas = sealWith(JSON.stringify([undefined, 'a.b.c']));

describe('on SQLite', () => {
  it('words that wait are opened after a token was renewed, by a key of our own that only its owner reads', () => {
    const words = sealed('sqlite', old).close('a word', 'ben');
    expect(sealed('sqlite', renewed).open(words, 'ben')).toBe('a word');
    const file = path.join(folder, 'cop.sqlite.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain('a.b');
    expect(lines).toEqual([]);
  });

  it('what was sealed before there was a key opens still, and so does what was before SECRET_KEY', () => {
    const words = asItWas.close('a word', 'ben');
    const later = sealed('sqlite', old);
    expect(later.open(words, 'ben')).toBe('a word');
    const given = sealed('sqlite', { ...old, SECRET_KEY });
    expect(given.open(words, 'ben')).toBe('a word');
    expect(given.open(later.close('another', 'ben'), 'ben')).toBe('another');
    expect(later.open(given.close('a third', 'ben'), 'ben')).toBeUndefined();
  });

  it('a key that was cut is said, and not taken', () => {
    writeFileSync(path.join(folder, 'cop.sqlite.key'), 'short\n');
    expect(() => sealed('sqlite', old)).toThrow(ConfigError);
    expect(() => sealed('sqlite', old)).toThrow(/cop\.sqlite\.key holds no key.*Bring it back/);
  });
});

describe('on PostgreSQL', () => {
  it('SECRET_KEY outlives the tokens', () => {
    const words = sealed('postgres', { ...old, SECRET_KEY }).close('a word', 'ben');
    expect(sealed('postgres', { ...renewed, SECRET_KEY }).open(words, 'ben')).toBe('a word');
    expect(sealed('postgres', { ...old, SECRET_KEY }).open(asItWas.close('before', 'ben'), 'ben')).toBe('before');
    expect(lines).toEqual([]);
  });

  it('without it all is as it was, and the log says what that costs', () => {
    const words = sealed('postgres', old).close('a word', 'ben');
    expect(asItWas.open(words, 'ben')).toBe('a word');
    expect(lines).toMatchObject([{ level: 'warn', sentence: expect.stringMatching(/SECRET_KEY is not set.*renewed/) }]);
  });
});
