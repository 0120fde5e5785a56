/** What the README asks an operator for is what the bot runs with here: no more, no less, each with its reason. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bits, botsPermissions, type PermissionName } from '../playground/discord/permissions.ts';
import manifest from '../slack-app-manifest.json' with { type: 'json' };
import { slashes } from '../src/domain/slash.ts';

const root = path.join(import.meta.dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** The first column of the table under a heading such as `| scope | what for |`. */
function listed(what: string): string[] {
  const [, rest = ''] = readme.split(new RegExp(`^\\| ${what} \\|.*\\n\\|[-|]+\\|\\n`, 'm'));
  const rows = rest.split('\n').slice(
    0,
    rest.split('\n').findIndex(line => !line.startsWith('|')),
  );
  return rows.flatMap(row => (row.split('|')[1] ?? '').split(',').map(one => one.replaceAll('`', '').trim()));
}

it('numbers each decision once, in its name and its title', () => {
  const files = globSync('docs/decisions/*.md', { cwd: root }).map(file => path.basename(file));
  const numbers = files.map(file => Number(file.slice(0, 4))).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, n) => n + 1));
  for (const file of files)
    expect(readFileSync(path.join(root, 'docs/decisions', file), 'utf8')).toMatch(
      new RegExp(`^# ${Number(file.slice(0, 4))}\\. `),
    );
});

it('tells those who work on it the measures that the linter holds them to, and each exception', () => {
  const said =
    readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8')
      .split('\n')
      .find(line => /Small files/.test(line)) ?? '';
  const biome = readFileSync(path.join(root, 'biome.json'), 'utf8');
  const held = [...biome.matchAll(/"maxLines": (\d+)/g)].map(([, lines]) => lines ?? '');
  expect([...new Set(said.match(/\d+/g))].sort()).toEqual([...new Set(held)].sort());
  for (const [, file = ''] of said.matchAll(/`([\w/]+\.ts)`/g)) expect(biome).toContain(file);
});

it('asks Discord for what its invitation link adds up to, and each is told', () => {
  const names = listed('permission').map(
    name => name.replace('View Channels', 'View Channel').toUpperCase().replaceAll(' ', '_') as PermissionName, // its API's name for it
  );
  expect(names).toContain('MANAGE_CHANNELS');
  expect(readme).toContain(`permissions=${bits(...names)}`);
});

it('names what is optional, with the link that asks for it too', () => {
  expect(readme).toMatch(/Optional is \*Create Invite\*/);
  expect(readme).toContain(`permissions=${botsPermissions | bits('CREATE_INSTANT_INVITE')}`);
});

it('runs in the playground with these permissions alone', () => {
  expect(readme).toContain(`permissions=${botsPermissions}`);
});

it("tells a reason for each of Slack's scopes, and for none that is not asked for", () => {
  expect(listed('scope').sort()).toEqual([...manifest.oauth_config.scopes.bot].sort());
});

describe('the documents', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'PRIVACY.md',
    'SECURITY.md',
    ...globSync('docs/**/*.md', { cwd: root }),
    'playground/README.md',
  ];

  it.each(documents)('%s leads only to what is there', file => {
    const words = readFileSync(path.join(root, file), 'utf8');
    const targets = [...words.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(match => match[1] ?? '');
    const lost = targets.filter(target => !existsSync(path.join(root, path.dirname(file), target)));
    expect(lost).toEqual([]);
  });
});

it('names each command that people can type', () => {
  const files = ['README.md', ...globSync('docs/*.md', { cwd: root })];
  const all = files.map(file => readFileSync(path.join(root, file), 'utf8')).join('\n');
  const said = new Set(
    [...all.matchAll(/\/((?:cop|startcop)\b(?: [a-z-]+)*)/g)].flatMap(([, words = '']) => startsOf(words)),
  );
  expect(Object.values(slashes).filter(one => !said.has(one))).toEqual([]);
});

/** `cop docs find wound`: also `cop docs find`, and `cop docs`. */
const startsOf = (words: string): readonly string[] =>
  words.split(' ').map((_, n, all) => all.slice(0, n + 1).join(' '));

/** What in a line is another each time, or is put together from more than one text. */
const varies =
  /…|Slack|a Discord server|Discord|, for direct messages with the bot|\b\d+\b|\(.*?\)|DATABASE_URL|cop\.sqlite\S*/;

it('tells an operator of no line that the log has not', () => {
  const operating = readFileSync(path.join(root, 'docs/operating.md'), 'utf8');
  const says = globSync(['src/**/*.ts', '*.js'], { cwd: root }).map(file =>
    readFileSync(path.join(root, file), 'utf8'),
  );
  const about = ['When something breaks', 'What the log says'].map(
    heading => operating.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '',
  );
  const lines = about.map(text => [...text.matchAll(/`([^`\n]*)`/g)].map(([, line = '']) => line));
  for (const each of lines) expect(each.length).toBeGreaterThan(15);
  const pieces = lines.flat().flatMap(line => (/( .*){3}/.test(line) ? line.split(varies) : []));
  const unsaid = pieces
    .map(one => one.replace(/^[\s,]+|\s+$/g, ''))
    .filter(one => !says.some(text => text.includes(one)));
  expect(unsaid).toEqual([]);
});
