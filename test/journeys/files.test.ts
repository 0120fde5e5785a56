/** Files of a library, end to end on both platforms: added with the form, kept beside the database, and sent back to members. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { movableClock } from '../support/clock.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, type StageOptions, stage } from '../support/stage.ts';

let it_: Stage;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cop-files-'));
});
afterEach(async () => {
  await it_?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (size: number) => new Uint8Array(size).map((_, n) => (n * 7 + (n >> 8)) % 251);
const file = (name: string, size = 100_000, type = 'application/pdf') => ({ name, type, body: bytes(size) });
const rows = () => it_.store.db.selectFrom('documents').selectAll().orderBy('n').execute();
const entries = async () => (await rows()).filter(one => one.state === 'kept');
const keptRows = () => it_.store.db.selectFrom('document_files').selectAll().execute();
const until = (condition: () => Promise<boolean>, what: string) => it_.playground.until(condition, what);
const oneKept = () => until(async () => (await keptRows()).length === 1, 'a kept file');
const onDisc = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(one => one.isFile())
    .map(one => path.relative(folder, path.join(one.parentPath, one.name)));
const said = (sentence: string) =>
  it_.log.filter(line => (line as { sentence: string }).sentence === sentence) as { why?: string }[];

async function opening(platform: (typeof platformNames)[number], options: StageOptions = {}) {
  it_ = await stage(platform, options);
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await askIn(ben);
  await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
  await amira.presses('Approve', { in: 'direct message' });
  await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
  await it_.settled();
  return { amira, ben };
}
const keeping = (platform: (typeof platformNames)[number], most = 25_000_000) =>
  opening(platform, { documents: { dir: folder, most } });

async function adds(who: Persona, values: Parameters<Persona['submits']>[0]): Promise<void> {
  await who.types('/cop docs add', { in: 'cop-wound-care' });
  await who.form();
  await who.submits(values);
}

const inSpace = async (who: Persona, name: RegExp) =>
  (await who.reads('cop-wound-care')).filter(message => message.files.some(one => name.test(one.name)));

async function asksForFile(who: Persona, title: RegExp): Promise<void> {
  await who.types('/cop docs list', { in: 'cop-wound-care' });
  await who.presses('More…', { with: title });
  await who.presses('Send me the file', { with: /Copy of the file/ });
}

it('on Discord sends a kept file in a private thread of the space to who takes no direct messages', async () => {
  const { ben } = await keeping('discord');
  await ben.pins(await ben.posts('cop-wound-care', 'For you', [file('Protocol.pdf')]));
  await oneKept();
  await ben.closesDirectMessages();
  await asksForFile(ben, /Protocol/);
  const sent = await ben.sees(/Here is Protocol\.pdf/);
  expect(sent).toMatchObject({ files: [{ bytes: 100_000 }], rings: ['Ben Okafor'] });
  expect(['direct message', 'cop-wound-care']).not.toContain(sent.where);
});

it('keeps a file whose folder is away for hours, once it is back', async () => {
  const clock = movableClock();
  const { ben } = await opening('discord', { documents: { dir: folder, most: 25_000_000 }, clock });
  await ben.pins(await ben.posts('cop-wound-care', 'Here', [file('Protocol.pdf')]));
  await oneKept();
  renameSync(folder, `${folder}.away`);
  const { db } = it_.store;
  const open = () =>
    db.selectFrom('effects').selectAll().where('kind', '=', 'keep-file').where('settled_at', 'is', null).execute();
  await ben.pins(await ben.posts('cop-wound-care', 'And this', [file('Audit.pdf', 5000)]));
  await until(async () => (await open()).some(one => one.error?.includes('ENOENT')), 'a folder to be missed');
  const often = async () => {
    await db
      .updateTable('effects')
      .set({ attempts: sql`59 + waits` })
      .where('kind', '=', 'keep-file')
      .where('settled_at', 'is', null)
      .where('claimed_until', 'is', null)
      .where('attempts', '<', 59)
      .execute();
    return (await open()).every(one => one.attempts >= 59);
  };
  await until(often, 'it to be tried for hours');
  await until(async () => (await open()).every(one => one.state === 'parked'), 'it to wait');
  renameSync(`${folder}.away`, folder);
  clock.passes(11 * 60_000);
  await until(async () => (await keptRows()).length === 2, 'both to be kept');
});

it('on Discord keeps nothing that a bot could not send back, nor what it may not read', async () => {
  const { ben } = await keeping('discord');
  await ben.pins(await ben.posts('cop-wound-care', 'A film', [file('Film.mp4', 10 * 1024 * 1024 + 1, 'video/mp4')]));
  await until(async () => said('file kept: no').length === 1, 'what is not kept');
  await it_.stop();
  it_ = await stage('discord', { documents: { dir: folder, most: 25_000_000 }, messageContent: false });
  const amira = it_.person('Amira');
  await startCop(amira);
  const paper = await amira.posts('cop-wound-care', 'For you', [file('Protocol.pdf')]);
  await amira.uses('Save to the library', paper);
  await amira.form();
  await amira.submits({ Title: 'Protocol' });
  await until(async () => said('file kept: no').length === 1, 'what is not kept');
  expect(said('file kept: no').map(line => line.why)).toEqual(['no_file']);
  expect(onDisc()).toEqual([]);
});

describe.each(platformNames)('on %s', platform => {
  it('takes a file with the form, posts it in the space, and finds it', async () => {
    const { ben, amira } = await opening(platform);
    await adds(ben, { 'Or a file': file('Leg ulcers.pdf'), 'Why does it matter? (optional)': 'Settles the question' });
    await ben.sees(/Added: Leg ulcers\.pdf is in the library of Wound Care/);
    await it_.settled();
    const [posted] = await inSpace(amira, /Leg.ulcers\.pdf/);
    expect(posted).toMatchObject({ byBot: true, files: [{ bytes: 100_000 }] });
    expect(posted?.text).toMatch(/@Ben Okafor added Leg ulcers\.pdf to the library\.[\s\S]*Settles the question/);
    expect(await entries()).toMatchObject([
      { kind: 'file', title: 'Leg ulcers.pdf', file_bytes: 100_000, permalink: posted?.permalink },
    ]);
    await amira.uses('Save to the library', posted as NonNullable<typeof posted>);
    await amira.sees(/Leg ulcers\.pdf is in the library of Wound Care already/);
    await amira.types('/cop docs find ulcers', { in: 'cop-wound-care' });
    await amira.sees(/in the library of Wound Care/, { with: /Leg ulcers/ });
    await amira.presses('More…', { with: /in the library of Wound Care/ });
    const found = await amira.sees(/Looked after by/);
    expect(found.buttons.find(button => button.label === 'Open')?.url).toBe(posted?.permalink);
    expect(await keptRows()).toEqual([]);
    await amira.presses('Remove from the library', { with: /Looked after by/ });
    await amira.presses('Remove it', { with: /for a day you can have it back/ });
    await amira.sees(/Leg ulcers\.pdf is out of the library/);
    await amira.uses('Save to the library', posted as NonNullable<typeof posted>);
    await amira.form();
    await amira.submits({ Title: 'Leg ulcers, once more' });
    await amira.sees(/Saved: Leg ulcers, once more/);
    expect(await entries()).toMatchObject([{ kind: 'file', permalink: posted?.permalink }]);
    expect(await rows()).toHaveLength(1);
    const effects = await it_.store.db.selectFrom('effects').selectAll().where('kind', '=', 'share-file').execute();
    expect(JSON.parse(effects[0]?.wish ?? '{}').given).toBeUndefined(); // its address is nobody's any more
  });

  it('pins and unpins what it posted itself, by hand and from the entry, and knows when it is deleted', async () => {
    const { ben, amira } = await opening(platform);
    await adds(ben, { 'Or a file': file('Protocol.pdf'), Title: 'Our protocol' });
    await ben.sees(/Added: Our protocol/);
    await it_.settled();
    const [posted] = await inSpace(amira, /Protocol\.pdf/);
    await ben.types('/cop docs list', { in: 'cop-wound-care' });
    await ben.presses('More…', { with: /Our protocol/ });
    await ben.presses('Pin', { with: /Looked after by/ });
    await ben.sees(/Pinned in the space/);
    await it_.settled();
    await it_.away(async () => {});
    await it_.settled();
    expect(await entries()).toMatchObject([{ pinned: 1 }]);
    await ben.unpins(posted as NonNullable<typeof posted>);
    await until(async () => (await entries())[0]?.pinned === 0, 'an unpinned document');
    await ben.pins(posted as NonNullable<typeof posted>);
    await until(async () => (await entries())[0]?.pinned === 1, 'a pinned document');
    expect(await rows()).toHaveLength(1);
  });

  it('says at the field what it can not take, and posts nothing of it', async () => {
    const { ben } = await opening(platform);
    const wrong: [object, RegExp][] = [
      [{ Link: '', Title: 'Nothing' }, /Give a link, or choose a file/],
      [{ Link: 'https://example.org/x', 'Or a file': file('x.pdf') }, /You gave a link and a file/],
      [{ Link: '', 'Or a file': file('x.pdf', 0) }, /That file is empty/],
      [
        { Link: '', 'Or a file': file('x.pdf', 10_000_001) },
        /larger than 10 MB.* if it is too large there as well, give a link to it/,
      ],
      [{ Link: '', 'Or a file': file('setup.exe', 9, 'application/octet-stream') }, /programs and scripts/],
    ];
    await ben.types('/cop docs add', { in: 'cop-wound-care' });
    await ben.form();
    for (const [values, words] of wrong) {
      await ben.submits(values as never);
      if (platform === 'slack') await ben.form(form => form.fields.some(field => words.test(field.error ?? '')));
      else {
        await ben.sees(words);
        await ben.presses('Open the form again', { with: words });
        await ben.form();
      }
    }
    await it_.settled();
    expect(await rows()).toEqual([]);
    expect(await inSpace(ben, /./)).toEqual([]);
  });

  it('shows names to the letter and uses none as a way to anywhere', async () => {
    const { ben } = await keeping(platform);
    const emoji = '🩹'.repeat(255);
    for (const name of ['../../x', '*_~ <!channel> @everyone.pdf', emoji]) {
      await adds(ben, { 'Or a file': file(name, 50 + name.length) });
      await ben.sees(/Added: /, { with: name === emoji ? /🩹🩹/ : name === '../../x' ? /Added: x / : /channel/ });
    }
    await it_.settled();
    expect(await keptRows()).toHaveLength(3);
    expect((await entries()).map(one => one.title)).toEqual([
      'x',
      '*_~ <!channel> @everyone.pdf',
      `${'🩹'.repeat(149)}…`,
    ]);
    expect(onDisc().every(one => /^[0-9a-f]{2}.[0-9a-f]{64}$/.test(one))).toBe(true);
    const all = await ben.reads('cop-wound-care');
    expect(new Set(all.filter(one => one.files.length > 0).flatMap(one => one.rings))).toEqual(new Set(['Ben Okafor']));
    expect(all.some(one => one.text.includes('*_~ <!channel> @everyone.pdf to the library'))).toBe(true);
  });

  it('sends a kept file back to a member when its message is gone, with the same bytes; to nobody else', async () => {
    const { ben, amira } = await keeping(platform);
    const paper = await ben.posts('cop-wound-care', 'For you', [file('Protocol.pdf')]);
    await ben.pins(paper);
    await oneKept();
    const [name = ''] = onDisc();
    expect(readFileSync(path.join(folder, name))).toEqual(Buffer.from(bytes(100_000)));
    expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(path.join(folder, name))).mode & 0o777).toBe(0o700);
    await ben.deletes(paper);
    await until(async () => (await entries())[0]?.gone_at !== null, 'a document that is gone');

    await asksForFile(amira, /Protocol/);
    await amira.sees(/The file is on its way to you/);
    const sent = await amira.sees(/Here is Protocol\.pdf from the library of Wound Care/, { in: 'direct message' });
    expect(sent.files).toMatchObject([{ name: 'Protocol.pdf', bytes: 100_000 }]);
    await it_.settled();
    expect(await inSpace(ben, /./)).toEqual([]);

    const [{ id: document } = { id: '' }] = await entries();
    expect(document).toBeTruthy();
    await ben.types('/cop docs list', { in: 'cop-wound-care' });
    await ben.presses('More…', { with: /Protocol/ });
    await ben.sees(/Copy of the file/);
    await it_.store.db.updateTable('memberships').set({ state: 'left' }).where('role', '=', 'member').execute();
    await ben.presses('Send me the file', { with: /Copy of the file/ });
    await ben.sees(/Only the members of Wound Care|isn't open to you/);
    await it_.settled();
    expect(await ben.seesNow(/Here is Protocol/, { in: 'direct message' })).toEqual([]);
  });

  it('keeps the same content once, and takes it off the disc when no document has it any more', async () => {
    const { ben } = await keeping(platform);
    for (const name of ['One.pdf', 'Two.pdf']) await ben.pins(await ben.posts('cop-wound-care', name, [file(name)]));
    await until(async () => (await keptRows()).length === 2, 'two kept files');
    expect(onDisc()).toHaveLength(1);
    await adds(ben, { 'Or a file': file('Three.pdf', 10) });
    await it_.settled();
    expect(await keptRows()).toHaveLength(3);
    expect(onDisc()).toHaveLength(2);
    const day = 24 * 3600_000;
    const removed = (title: string) =>
      it_.store.db
        .updateTable('documents')
        .set({ state: 'removed', removed_at: Date.now() - day - 1 })
        .where('title', '=', title)
        .execute();
    await it_.store.db.updateTable('kept_files').set({ noted_at: 0 }).execute();
    await it_.store.db.updateTable('document_files').set({ kept_at: 0 }).execute();
    await removed('One.pdf');
    await it_.away(async () => {});
    await until(async () => (await keptRows()).length === 2, 'one of them forgotten');
    await until(async () => onDisc().length === 2, 'nothing else there, and its content kept');
    await removed('Two.pdf');
    await it_.away(async () => {});
    await until(async () => onDisc().length === 1, 'its content gone');
  });

  it('keeps nothing that is too large, empty or a program, and the entry all the same', async () => {
    const { ben } = await keeping(platform, 1000);
    const program = Uint8Array.from([0x4d, 0x5a, ...bytes(100)]);
    const files = [
      file('Large.pdf', 1001),
      { name: 'Report.pdf', type: 'application/pdf', body: program },
      file('run.sh', 100, 'text/plain'),
    ];
    for (const [n, one] of files.entries()) {
      await ben.pins(await ben.posts('cop-wound-care', `Paper ${n}`, [one]));
      await until(async () => said('file kept: no').length === n + 1, 'what is not kept');
    }
    expect(said('file kept: no').map(line => line.why)).toEqual(['too-large', 'program', 'program']);
    expect(await entries()).toHaveLength(3);
    expect(await keptRows()).toEqual([]);
    expect(onDisc()).toEqual([]);
    await ben.types('/cop docs list', { in: 'cop-wound-care' });
    await ben.presses('More…', { with: /Large/ });
    const card = await ben.sees(/Looked after by/);
    expect(card.buttons.map(button => button.label)).not.toContain('Send me the file');
  });

  it.each([
    ['lost here too', (place: string) => rmSync(place)],
    ['half of a file here, as a copy that was cut short leaves it', (place: string) => truncateSync(place, 50_000)],
  ])('tells who asked when the file is %s', async (_how, harm) => {
    const { ben } = await keeping(platform);
    await ben.pins(await ben.posts('cop-wound-care', 'For you', [file('Protocol.pdf')]));
    await oneKept();
    harm(path.join(folder, onDisc()[0] ?? ''));
    await asksForFile(ben, /Protocol/);
    await ben.sees(/I couldn't send you the file of Protocol\.pdf/, { in: 'direct message' });
    expect(existsSync(folder)).toBe(true);
  });

  it('says so and takes the entry back where the file can not be posted', async () => {
    const { ben } = await opening(platform);
    const call = { slack: 'files.completeUploadExternal', discord: 'POST /channels/:id/messages' }[platform];
    it_.playground.injects({ on: call, does: { refuse: platform === 'slack' ? 'storage_limit_reached' : '40005' } });
    await adds(ben, { 'Or a file': file('Protocol.pdf') });
    await it_.settled();
    await ben.sees(/I couldn't post Protocol\.pdf in the space of Wound Care/, { in: 'direct message' });
    expect(await entries()).toEqual([]);
  });

  it('is done once though it was interrupted before it was written down', async () => {
    const { ben } = await keeping(platform);
    await ben.pins(await ben.posts('cop-wound-care', 'For you', [file('Protocol.pdf')]));
    await oneKept();
    await it_.settled();
    const before = onDisc();
    await it_.away(async () => {
      await it_.store.db.deleteFrom('document_files').execute();
      await it_.store.db
        .updateTable('effects')
        .set({ state: 'intended', settled_at: null, claimed_until: Date.now() + 60_000 })
        .where('kind', '=', 'keep-file')
        .execute();
    });
    await oneKept();
    expect(onDisc()).toEqual(before);
  });
});
