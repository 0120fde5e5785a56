/** Files given with a form, kept and sent back, as far as commands go: rows and what is to happen. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptFiles } from '../../src/bot/files/kept-files.ts';
import type { DocumentId, NetworkId } from '../../src/domain/ids.ts';
import * as documentFiles from '../../src/store/document-files.ts';
import { amira, mo, nia, sam, shared, type Village, village, zed } from '../support/village.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const documents = () => it_.store.db.selectFrom('documents').selectAll().orderBy('n').execute();
const wishes = async () =>
  (await it_.store.db.selectFrom('effects').selectAll().orderBy('id').execute()).map(one => ({
    lane: one.lane,
    onFailure: one.on_failure && JSON.parse(one.on_failure),
    ...JSON.parse(one.wish),
  }));
const given = (more: object = {}) => ({ name: 'Leg ulcers.pdf', type: 'application/pdf', bytes: 9, at: 'F1', ...more });
const adds = (file: object, options: Record<string, string> = {}, who = mo) =>
  it_.presses(who, 'document add', { cop: it_.cop, ...options }, { files: { file: file as never } });
/** As with DOCUMENTS_DIR. */
const keeping = () => Object.assign(it_.bot, { files: {} as KeptFiles });
const paper = (id: string, name = 'Protocol.pdf') => ({
  ...shared(mo.id, id),
  links: [],
  files: [{ name, type: 'application/pdf', bytes: 9 }],
});

async function kept(document: string): Promise<void> {
  const { db } = it_.store;
  const { network_id } = await db.selectFrom('documents').select('network_id').executeTakeFirstOrThrow();
  const file = { sha256: 'a'.repeat(64), bytes: 9, mime: 'application/pdf', name: 'Protocol.pdf', keptAt: 1 };
  await documentFiles.note(db, file.sha256, 1);
  await db.transaction().execute(tx => documentFiles.add(tx, network_id as NetworkId, document as DocumentId, file));
}

describe('adding a file', () => {
  it('keeps its entry at once, and posts it afterwards', async () => {
    expect(await adds(given(), { why: 'It settles it' })).toMatch(/Added: Leg ulcers\.pdf[\s\S]*posting the file/);
    const entry = (await documents()).at(-1);
    expect(entry).toMatchObject({ kind: 'file', file_bytes: 9, why: 'It settles it', place: null, permalink: null });
    const [wish, ...others] = await wishes();
    expect(others).toEqual([]);
    expect(wish).toMatchObject({ kind: 'share-file', document: entry?.id, lane: `cop:${it_.cop}:files` });
    expect(wish.onFailure).toMatchObject({ command: 'document not-shared' });
    expect(JSON.stringify(wish)).not.toMatch(/"at"|Leg ulcers/); // sealed until it is posted
  });

  it('takes the title that is given, or the name, cut and tidied', async () => {
    await adds(given(), { title: 'Our paper' });
    await adds(given({ name: '../../etc/pa\u202esswd' }));
    await adds(given({ name: '🩹'.repeat(255) }));
    expect((await documents()).slice(1).map(one => one.title)).toEqual(['Our paper', 'passwd', `${'🩹'.repeat(149)}…`]);
  });

  it.each([
    [given({ bytes: 0 }), {}, /That file is empty/],
    [given({ bytes: 10_000_001 }), {}, /larger than 10 MB/],
    [given({ name: 'x.EXE' }), {}, /programs and scripts/],
    [given({ name: 'x.pdf.scr ' }), {}, /programs and scripts/],
    [given({ type: 'application/x-msdownload; x=y' }), {}, /programs and scripts/],
    [given(), { link: 'https://example.org' }, /You gave a link and a file/],
  ])('mends %j', async (file, options, words) => {
    expect(await adds(file, options as never)).toMatch(words);
    expect(await documents()).toHaveLength(1);
    expect(await wishes()).toEqual([]);
  });

  it('is for members', async () => {
    expect(await adds(given(), {}, sam)).toMatch(/Only the members/);
    expect(await documents()).toHaveLength(1);
  });
});

describe('keeping files', () => {
  const save = (id: string) =>
    it_.presses(mo, 'document save', { cop: it_.cop, title: 'Paper' }, { message: paper(id) });

  it('is wished for by nobody unless the operator wants it, and by no link', async () => {
    await save('a');
    keeping();
    await it_.presses(mo, 'document add', { cop: it_.cop, link: 'https://example.org/x', title: 'A page' });
    expect(await wishes()).toEqual([]);
  });

  it('follows from saving, pinning and *Keep it*', async () => {
    keeping();
    await save('a');
    const by = { platform: 'discord' as const, workspace: 'here', id: mo.id, name: 'Mo' };
    await it_.happened({ kind: 'pinned', id: 'p', by, message: paper('b') });
    await it_.happened({ kind: 'shared', id: 's', by, message: paper('c', 'Other.pdf') });
    expect((await wishes()).map(one => ('message' in one ? one.message : one.kind))).toEqual([
      'keep-file',
      'keep-file',
      'document-kept',
      'keep-it',
    ]);
    const offered = (await documents()).find(one => one.state === 'offered')?.id ?? '';
    await it_.presses(mo, 'document keep', { document: offered, title: 'Other' });
    expect((await wishes()).at(-1)).toMatchObject({ kind: 'keep-file', document: offered });
  });
});

describe('sending it back', () => {
  it('is offered where there is a copy, to members alone', async () => {
    const { document } = it_;
    const send = (who: Parameters<Village['presses']>[0]) => it_.presses(who, 'document send-file', { document });
    expect(await it_.presses(nia, 'document show', { document })).not.toMatch(/Send me the file/);
    expect(await send(nia)).toMatch(/no copy of the file of Dressing protocol/);
    await kept(document);
    expect(await send(nia)).toMatch(/no copy of the file/); // the operator has switched it off since
    keeping();
    expect(await it_.presses(nia, 'document show', { document })).toMatch(
      /Copy of the file: kept since[\s\S]*\[Send me the file\]/,
    );
    expect(await send(nia)).toMatch(/on its way to you/);
    expect(await wishes()).toMatchObject([
      { kind: 'send-file', document, onFailure: { command: 'document not-sent' } },
    ]);
    expect(await send(sam)).toMatch(/isn't open to you/);
    expect(await send(zed)).toMatch(/isn't open to you/);
    await it_.presses(amira, 'document remove', { document, sure: 'yes' });
    expect(await send(nia)).toMatch(/taken out of the library/);
    expect(await wishes()).toHaveLength(1);
  });
});
