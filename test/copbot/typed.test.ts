/** What is typed behind `copbot`, and what is shown for it: help as wide as any terminal, slips named, tables that fit. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { afterAll, expect, it } from 'vitest';
import type { Counter } from '../../src/copbot/counter.ts';
import { programWith } from '../../src/copbot/program.ts';
import { moment } from '../../src/copbot/some.ts';
import { hanging, table } from '../../src/copbot/table.ts';
import { copbot } from '../support/copbot.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cop-typed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const program = path.join(import.meta.dirname, '../../src/copbot/copbot.ts');
const type = (words: string) => copbot(words, {}, folder);

it('help fits into 80 columns, says what each does, and knows what stands below another', async () => {
  const all = ['--help', 'help doctor', 'help effects story', 'effects retry --help', 'help effects drop'];
  const [main, doctor, story, retry, drop] = await Promise.all(all.map(type));
  for (const said of [main, doctor, story, retry, drop]) {
    expect(said).toMatchObject({ code: 0, err: '' });
    for (const line of said?.out.split('\n') ?? []) expect(line.length, line).toBeLessThanOrEqual(80);
  }
  expect(main?.out).toMatch(/help \[command\.\.\.\] +say more about a command/);
  expect(doctor?.out).toMatch(/^Usage: copbot doctor/);
  expect(story?.out).toMatch(/^Usage: copbot effects story [\s\S]*All of one/);
  expect(retry?.out).toMatch(/at its next start it tries this one again/);
  expect(drop?.out).toMatch(/gives this one up/);
}, 60_000);

it('each says the same to machines, but those that hand over to another program', () => {
  const ends = (command: Command): readonly Command[] => [
    ...command.commands.flatMap(ends),
    ...(command.commands.length === 0 || command.name() === 'effects' ? [command] : []),
  ];
  const without = ends(programWith({} as Counter)).filter(one => !one.options.some(({ long }) => long === '--json'));
  expect(without.map(one => one.name())).toEqual(['playground', 'demo', 'help']);
});

it.each([
  ['help docter', /unknown command 'docter'/],
  ['effects stroy 1', /unknown command 'stroy'\n\(Did you mean story\?\)\nSee: npx copbot effects --help/],
  ['effects retry 1 2', /too many arguments for 'retry'\. Expected 1 argument but got 2/],
  ['effects drop 1 2', /too many arguments for 'drop'/],
  ['effects story 1 2', /too many arguments for 'story'/],
  ['effects --parked --failed', /'--(parked|failed)' cannot be used with option '--(parked|failed)'/],
  ['export wound --json --to x.zip', /'--to <file>' cannot be used with option '--json'/],
  ['export --to x.zip', /--to takes a CoP/],
  ['restore --done 5', /It takes a date, as in 2026-11-26/],
])(
  '%s is a slip',
  async (words, says) => {
    expect(await type(words)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(says) });
  },
  60_000,
);

it.skipIf(!existsSync('/dev/full'))('what a full disk did not take is no success', async () => {
  const full = await open('/dev/full', 'w');
  const child = spawn(process.execPath, [program, '--help'], { stdio: ['ignore', full.fd, 'pipe'] });
  const [said, code] = await Promise.all([
    text(child.stderr as Readable),
    new Promise(resolve => child.once('close', resolve)),
  ]);
  await full.close();
  expect([code, said]).toEqual([1, expect.stringMatching(/^What was asked for could not be written: .*ENOSPC/)]);
});

it('where no token is set it says so, and where it looked: that is the playground', async () => {
  expect(await type('effects')).toMatchObject({
    code: 1,
    err: expect.stringMatching(
      new RegExp(
        `playground\\.sqlite, named by DATABASE_URL, is not there.*No token is set.*read from ${folder}/\\.env`,
      ),
    ),
  });
}, 60_000);

it('a date is one that there is, written as the command itself writes it', () => {
  expect(moment('2026-11-26')).toBe(Date.UTC(2026, 10, 26));
  for (const one of ['2026-11-26T09:30Z', '2026-11-26 09:30Z', '2026-11-26T10:30+01:00'])
    expect(moment(one)).toBe(Date.UTC(2026, 10, 26, 9, 30));
  for (const one of ['5', '2026', '11/12/2026', '2026-02-30', '2026-02-30T09:00Z', '2026-11-26T25:00Z', 'Nov 26 2026'])
    expect(() => moment(one), one).toThrow(/It takes a date/);
});

it('a table is as wide as the terminal: the widest give way, an id stays whole, and nothing is cut where nobody looks', () => {
  const head = ['id', 'name', 'why'];
  const id = '01M8CX23TGMPJFCM3QTNH9ERWF';
  const rows = [
    [id, 'Überlange Gemeinschaft für alle, die gern 傷口護理 lernen', 'missing_scope (bot) lacks pins:write'],
  ];
  const wide = table(head, rows);
  for (const cell of rows.flat()) expect(wide).toContain(cell);
  const narrow = table(head, rows, 80);
  expect(narrow).toMatch(new RegExp(`^ID +NAME +WHY\\n${id}  Überlange .*…  missing_scope .*…$`));
  for (const line of narrow.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  expect(table(head, rows, 20)).toContain(id);
  expect(table(['when', 'command'], [['2026-11-26 21:44Z', 'join-request approve']], 30)).toMatch(
    /21:44Z {2}join-.*…$/,
  );
  expect(table(['id', 'what'], [[id, '傷口護理を学ぶ人たちの集まり']], 60)).toContain('傷口護理を学ぶ人たちの集まり');
});

it('words hang below where they began', () => {
  const words = 'compare what is there with what should be there, one by one, until all of it is found';
  expect(hanging('  ? ', words, undefined)).toBe(`  ? ${words}`);
  const lines = hanging('  ? ', words, 50).split('\n');
  expect(lines.length).toBeGreaterThan(1);
  for (const [n, line] of lines.entries()) {
    expect(line.length).toBeLessThanOrEqual(50);
    expect(line).toMatch(n === 0 ? /^ {2}\? compare/ : /^ {4}\S/);
  }
});
