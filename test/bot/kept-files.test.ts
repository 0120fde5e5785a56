import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderError, keepFilesIn, type Taken } from '../../src/bot/files/kept-files.ts';
import { temporarily } from '../../src/bot/files/temporary.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'cop-kept-')), 'documents');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const all = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap(one => (one.isFile() ? [one.name] : []));
/** `printf hello | sha256sum` */
const hello = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

it('puts a file where its content says, once it is settled', async () => {
  const files = keepFilesIn(folder, 10);
  for (let n = 0; n < 2; n++) {
    const taken = (await files.take(Readable.from(['hel', 'lo'].map(one => Buffer.from(one))), 10)) as Taken;
    expect(taken).toMatchObject({ sha256: hello, bytes: 5 });
    expect(Buffer.from(taken.beginning).toString()).toBe('hello');
    await taken.settle();
  }
  expect(all()).toEqual([hello]);
  expect(existsSync(path.join(folder, '2c', hello))).toBe(true);
  expect(await text(await files.open(hello, 5))).toBe('hello');
  await files.remove(hello);
  await files.remove(hello);
  expect(all()).toEqual([]);
  await expect(files.open(hello, 5)).rejects.toMatchObject({ kind: 'gone' });
});

it('tries again later to read what the disc does not give just now, and takes half of a file for lost', async () => {
  const files = keepFilesIn(folder, 10);
  const taken = (await files.take(Readable.from([Buffer.from('hello')]), 10)) as Taken;
  await taken.settle();
  await expect(files.open(hello, 6)).rejects.toMatchObject({ kind: 'gone', code: 'file_lost' });
  const place = path.join(folder, '2c', hello);
  rmSync(place);
  mkdirSync(place); // there, and fails when it is read
  const opened = await files.open(hello, statSync(place).size);
  await expect(text(opened)).rejects.toMatchObject({ kind: 'unreachable', code: 'EISDIR' });
});

it('tries again later what this machine has no room for while it is sent', async () => {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = path.join(folder, 'nowhere');
  try {
    const sending = temporarily({ name: 'a', type: '', bytes: new Uint8Array(1) }, async () => 'sent');
    await expect(sending).rejects.toMatchObject({ kind: 'unreachable', code: 'ENOENT' });
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
});

it('leaves nothing of what is too large, dropped, or breaks off', async () => {
  const files = keepFilesIn(folder, 10);
  expect(await files.take(Readable.from([Buffer.alloc(6), Buffer.alloc(6)]), 10)).toBe('too-large');
  const dropped = (await files.take(Readable.from([Buffer.alloc(10)]), 10)) as Taken;
  await dropped.drop();
  const breaking = Readable.from(
    (async function* () {
      yield Buffer.alloc(3);
      throw new PlatformError('unreachable', 'cut_short');
    })(),
  );
  await expect(files.take(breaking, 10)).rejects.toMatchObject({ code: 'cut_short' });
  expect(all()).toEqual([]);
});

it('clears away what a killed process left, and nothing that may be under way', async () => {
  const files = keepFilesIn(folder, 10);
  await files.ready();
  const [old, young] = ['old', 'young'].map(name => path.join(folder, 'incoming', name)) as [string, string];
  for (const one of [old, young]) writeFileSync(one, 'x');
  utimesSync(old, new Date(Date.now() - 2 * 3600_000), new Date(Date.now() - 2 * 3600_000));
  await files.tidy();
  expect(all()).toEqual(['young']);
});

it('says what is wrong with a folder that it can not write to', async () => {
  mkdirSync(path.dirname(folder), { recursive: true });
  writeFileSync(folder, '');
  const files = keepFilesIn(folder, 10);
  await expect(files.ready()).rejects.toBeInstanceOf(FolderError);
  await expect(files.take(Readable.from([Buffer.from('hello')]), 10)).rejects.toMatchObject({ kind: 'unreachable' });
  rmSync(folder);
  expect(await files.take(Readable.from([Buffer.from('hello')]), 10)).toMatchObject({ sha256: hello });
});

it('takes no other folder for its own while the disk that it is on is away, and nothing for lost or removed', async () => {
  const files = keepFilesIn(folder, 10);
  const taken = (await files.take(Readable.from([Buffer.from('hello')]), 10)) as Taken;
  await taken.settle();
  renameSync(folder, `${folder}.away`);
  mkdirSync(folder); // where it was mounted
  const away = { kind: 'unreachable', code: 'ENOENT' };
  await expect(files.open(hello, 5)).rejects.toMatchObject(away);
  await expect(files.remove(hello)).rejects.toMatchObject(away);
  await expect(files.tidy()).rejects.toMatchObject(away);
  await expect(files.take(Readable.from([Buffer.from('hello')]), 10)).rejects.toMatchObject(away);
  expect(all()).toEqual([]);
  rmSync(folder, { recursive: true });
  renameSync(`${folder}.away`, folder);
  expect(await text(await files.open(hello, 5))).toBe('hello');
});
