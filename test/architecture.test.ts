/** Who may import whom. What is absent is forbidden. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..');

/** Room → rooms and packages it may import from (besides itself and `node:`). */
const may: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/platform': ['src/domain'],
  'src/messages': ['src/platform', 'src/domain'],
  'src/store': ['src/domain', 'src/platform/figures.ts', 'kysely', 'better-sqlite3', 'pg', 'ulid'],
  'src/commands': ['src/messages', 'src/store', 'src/platform', 'src/domain'],
  'src/pictures': ['@resvg/resvg-js', '@expo-google-fonts/inter'],
  'src/calendars': ['ical-generator', 'timezones-ical-library', 'luxon'],
  'src/bot': [
    'src/commands',
    'src/calendars',
    'src/pictures',
    'src/store',
    'src/messages',
    'src/platform',
    'src/domain',
    'src/jobs/jobs.ts',
    'src/jobs/clock.ts',
    'luxon',
    'chrono-node',
    'csv-stringify',
    'fflate',
  ],
  'src/jobs': ['src/store', 'src/domain', 'src/platform/log.ts', 'pg-boss', 'pg', 'kysely'],
  'src/adapters/slack': ['src/platform', 'src/domain', '@slack', 'markdown-it', 'undici'],
  'src/adapters/discord': ['src/platform', 'src/domain', 'discord.js'],
  'src/web': [
    'src/store',
    'src/domain',
    'src/messages',
    'src/calendars',
    'src/version.ts',
    'src/platform/figures.ts',
    'src/platform/log.ts',
    'hono',
    '@hono/node-server',
    'prom-client',
    'kysely',
  ],
  'src/copbot': [
    'src/adapters/slack/checkup.ts',
    'src/adapters/discord/checkup.ts',
    'src/store',
    'src/domain',
    'src/platform',
    'src/bot/files/records-zip.ts',
    'src/bot/guides/guides.ts',
    'src/complaint.ts',
    'src/config.ts',
    'src/env-file.ts',
    'src/has-playground.ts',
    'src/log.ts',
    'src/proxies.ts',
    'src/secret.ts',
    'src/unheard.ts',
    'src/version.ts',
    'slack-app-manifest.json',
    'kysely',
    'dotenv',
    'commander',
    'cli-table3',
    'string-width',
  ],
  migrations: ['kysely'],
  'playground/slack': ['playground', 'ws', 'zod', 'ulid', '@slack/types'],
  'playground/discord': ['playground', 'ws', 'zod', 'ulid', 'discord-api-spec', 'discord-api-types'],
};

const files = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)));

const importsOf = (file: string): string[] => {
  const source = readFileSync(path.join(root, file), 'utf8');
  return [...source.matchAll(/(?:^(?:import|export)\b[^;'"]*?\bfrom|^import|\bimport\()\s*'([^'\n]+)'/gm)].map(
    match => {
      const target = match[1] as string;
      return target.startsWith('.') ? path.relative(root, path.resolve(root, path.dirname(file), target)) : target;
    },
  );
};

const within = (target: string, place: string): boolean => target === place || target.startsWith(`${place}/`);

describe.each(Object.keys(may))('%s', room => {
  const allowed = [room, 'node:', ...(may[room] ?? [])];
  it('imports only what it may', () => {
    const strays = files(room).flatMap(file =>
      importsOf(file)
        .filter(target => !target.startsWith('node:') && !allowed.some(place => within(target, place)))
        .map(target => `${file} → ${target}`),
    );
    expect(strays).toEqual([]);
  });
});

/** The rooms of the bot → what each may use of the others. What stands in no room (wishes, addresses, the bot itself) is everybody's. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  press: ['drawing'],
  happenings: ['press', 'drawing', 'outbox/effects'],
  outbox: ['drawing', 'files', 'forgetting'],
  forgetting: [],
  drawing: ['press/find-subject.ts'],
  clockwork: [],
  guides: [],
  files: [],
};

describe.each(Object.keys(rooms))('the room %s of the bot', room => {
  it('uses only what it may of the other rooms', () => {
    const strays = files(`src/bot/${room}`).flatMap(file =>
      importsOf(file)
        .filter(target => /^src\/bot\/[\w-]+\//.test(target) && !within(target, `src/bot/${room}`))
        .filter(target => !(rooms[room] ?? []).some(place => within(target, `src/bot/${place}`)))
        .map(target => `${file} → ${target}`),
    );
    expect(strays).toEqual([]);
  });
});

it('every room of the bot has its walls', () => {
  const folders = readdirSync(path.join(root, 'src/bot'), { withFileTypes: true }).filter(one => one.isDirectory());
  expect(folders.map(one => one.name).sort()).toEqual(Object.keys(rooms).sort());
});

it('every folder of src has a rule', () => {
  const rooms = Object.keys(may);
  const homeless = files('src').filter(file => path.dirname(file) !== 'src' && !rooms.some(room => within(file, room)));
  expect(homeless).toEqual([]);
});

it('sees an import that is not allowed', () => {
  expect(importsOf('src/bot/outbox/drain.ts')).toContain('src/store/effects.ts');
});

it("no platform's playground knows another's; what both go over knows neither", () => {
  const rooms = ['playground/slack', 'playground/discord', 'playground/wire'];
  const strays = rooms.flatMap(room =>
    files(room).flatMap(file => {
      const others = rooms.filter(one => one !== room && one !== 'playground/wire');
      return importsOf(file).flatMap(target =>
        others.some(one => within(target, one)) ? [`${file} → ${target}`] : [],
      );
    }),
  );
  expect(strays).toEqual([]);
});

it('nothing in the playground knows the bot', () => {
  const strays = files('playground')
    .filter(file => !file.includes('demo/'))
    .flatMap(file =>
      importsOf(file)
        .filter(target => within(target, 'src'))
        .map(target => `${file} → ${target}`),
    );
  expect(strays).toEqual([]);
});

/** Either engine by its name, its classes, its errors' codes, or SQL that only one of them has or that they take differently. */
const dialect =
  /sqlite|postgres|\bpg\b|getExecutor|supportsMultipleConnections|forUpdate|forShare|for update|for share|'i?like'|\bi?like \$|instr|strpos|starts_with|to_tsquery|\bmatch \$|advisory|::(?:bigint|jsonb?|text)|json_each|\bglob\b/i;

/** What differs stands in the engine; beside it, only whoever is there for one of them, and what is told to a person of addresses. */
const mayNameOne = [
  'src/store/engine.ts',
  'src/store/engine/',
  'src/jobs/pg-boss.ts',
  'src/main.ts',
  'src/secret.ts',
  'src/play.ts',
  'src/config.ts',
  'src/log.ts',
  'src/copbot/',
];

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

it('an installation for production has what src and the migrations import, and nothing that only the playground does', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const nameOf = (target: string) => target.split('/', target.startsWith('@') ? 2 : 1).join('/');
  const imported = new Set(
    ['src', 'migrations']
      .flatMap(files)
      .flatMap(importsOf)
      .filter(target => !/^(node:|src|migrations|playground|test|\w[\w-]*\.json)/.test(target))
      .map(nameOf),
  );
  const viaOthers = ['discord-api-types', '@slack/web-api', '@slack/types', '@slack/socket-mode'];
  expect([...imported].filter(one => !dependencies[one] && !viaOthers.includes(one))).toEqual([]);
  const font = '@expo-google-fonts/inter'; // read as a file
  expect(Object.keys(dependencies).filter(one => !imported.has(one))).toEqual([font]);
});

it('what differs between the databases stands in their engine', () => {
  const strays = files('src')
    .filter(file => !/^src\/(adapters|messages)\//.test(file) && !mayNameOne.some(one => file.startsWith(one)))
    .flatMap(file =>
      withoutComments(readFileSync(path.join(root, file), 'utf8'))
        .split('\n')
        .filter(line => dialect.test(line))
        .map(line => `${file}: ${line.trim()}`),
    );
  expect(strays).toEqual([]);
});

/** What differs between platforms is told by `manners`, or by words that each of them has: a third one must be no "Slack or else". */
it('nothing but an adapter, and what puts them together, asks which platform it is', () => {
  const asks = /(?:[=!]==? |case |startsWith\(|includes\(|test\()['"`/^]*(?:slack|discord)\b|like '(?:slack|discord)/i;
  const puttingTogether = ['src/main.ts', 'src/config.ts', 'src/copbot/', 'src/domain/platforms.ts'];
  const strays = files('src')
    .filter(file => !file.startsWith('src/adapters/') && !puttingTogether.some(one => file.startsWith(one)))
    .flatMap(file =>
      withoutComments(readFileSync(path.join(root, file), 'utf8'))
        .split('\n')
        .filter(line => asks.test(line))
        .map(line => `${file}: ${line.trim()}`),
    );
  expect(strays).toEqual([]);
});

/** The beginning of a workspace's id says it too, but no collation and no index has to know that. */
it('the store asks which platform a workspace is on by a column, and puts together no ids of workspaces to compare with', () => {
  const byBeginning = /workspaceKey\(|\$\{platform(?:Name)?\}:|like '?\$\{platform|'(?:slack|discord):/;
  const strays = files('src/store').filter(file =>
    byBeginning.test(withoutComments(readFileSync(path.join(root, file), 'utf8'))),
  );
  expect(strays).toEqual([]);
});

it('what can be typed is named in a text by its deed alone: what it is called stands in one place', () => {
  const strays = ['src/messages', 'src/commands', 'src/bot'].flatMap(files).flatMap(file =>
    withoutComments(readFileSync(path.join(root, file), 'utf8'))
      .split('\n')
      .filter(line => /\/(?:startcop|cop [a-z])/.test(line))
      .map(line => `${file}: ${line.trim()}`),
  );
  expect(strays).toEqual([]);
});

/** A slice may fall within a letter; `cut` and `beginning` know where one ends. */
it('what is shortened for people is cut between letters', () => {
  const strays = files('src').flatMap(file =>
    withoutComments(readFileSync(path.join(root, file), 'utf8'))
      .split('\n')
      .filter(line => /\.(?:slice|substring|substr)\([^`]*\}…/.test(line))
      .map(line => `${file}: ${line.trim()}`),
  );
  expect(strays).toEqual([]);
});

/** The two adapters do the same things, and call them alike; a class and its type are one. */
it('folders are made in the one way that ends everywhere', () => {
  const made = files('src').filter(file => /\bmkdir(Sync)?\(/.test(readFileSync(path.join(root, file), 'utf8')));
  expect(made).toEqual(['src/store/engine/make-folder.ts']);
});

it('no two things bear the same type name', () => {
  const homes = new Map<string, Set<string>>();
  for (const file of files('src'))
    for (const [, name = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(
      /^export (?:interface|type|(?:abstract )?class) (\w+)/gm,
    ))
      homes.set(name, (homes.get(name) ?? new Set()).add(file.replace(/^src\/adapters\/\w+\/.*/, 'either adapter')));
  const doubles = [...homes].filter(([, where]) => where.size > 1).map(([name, where]) => `${name}: ${[...where]}`);
  expect(doubles).toEqual([]);
});

/** As often as it stands there, so often it would be changed in one place and forgotten in another. */
it.each([
  'Open the space',
  'Approve',
  'Talk first',
  'Decline…',
  'Join',
  'No, thanks',
  "Yes, I'll facilitate",
  'Not me',
])('the button “%s” is written in one place', label => {
  const written = files('src/messages')
    .filter(file => !file.startsWith('src/messages/de/'))
    .flatMap(file =>
      readFileSync(path.join(root, file), 'utf8')
        .split('\n')
        .filter(line => [`'${label}'`, `"${label}"`].some(words => new RegExp(`label(?:\\??:| =) ${words}`).test(line)))
        .map(line => `${file}: ${line.trim()}`),
    );
  expect(written).toHaveLength(1);
});

it('what a workspace is called as one word is taken apart in one place', () => {
  const apart = files('src').filter(file =>
    /indexOf\(':'\)|workspace\w*\.split\(':'/i.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(apart).toEqual(['src/domain/workspace.ts']);
});

/** Of none, of all and of nobody are said in so many words: an id that is none would be looked for. */
it('no id is empty', () => {
  const strays = files('src').filter(file => /(['"`])\1 as [A-Zn]/.test(readFileSync(path.join(root, file), 'utf8')));
  expect(strays).toEqual([]);
});

/** By its beginning an index finds it, and `startsWith` says it to either engine; what is cut off must be walked. */
it('what begins with something is looked for by startsWith', () => {
  const strays = files('src/store').filter(file =>
    /substr\([\w.]+, (?:1|0),/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(strays).toEqual([]);
});
