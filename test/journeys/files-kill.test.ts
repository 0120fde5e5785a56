/** The process is killed while a file is on its way, and started again: one file, one message, nothing twice. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { goingOn } from '../support/going-on.ts';
import { readAt, undoneAt } from '../support/process.ts';
import { startCop } from '../support/scenes.ts';

const places = {
  slack: ['files.info', 'file', 'upload', 'files.completeUploadExternal', 'conversations.replies'],
  discord: ['GET /attachments', 'POST /channels/:id/messages', 'GET /channels/:id/messages/:id'],
} as const;
const cases = (['slack', 'discord'] as const).flatMap(platform =>
  places[platform].map((call, n) => ({ platform, call, n })),
);
const { whoIsUp, goesOn } = goingOn(folder => ({ DOCUMENTS_DIR: path.join(folder, 'documents') }));

describe('killed while a file is added and kept', () => {
  it.each(cases)('on $platform, after $call', { timeout: 150_000 }, async ({ platform, call, n }) => {
    const { scene, bot, isNew } = await whoIsUp(platform);
    const { playground, folder } = scene;
    const amira = playground.person('Amira Haddad');
    if (isNew) await startCop(amira);
    const name = `Protocol-${n}.pdf`;

    const killed = new Promise<void>(resolve => {
      const off = playground.watch((at, one) => {
        if (at !== 'performed' || one.name !== call) return;
        if (call.startsWith('POST') && !JSON.stringify(one.request).includes('Protocol')) return;
        bot.kill();
        off();
        resolve();
      });
    });
    await amira.types('/cop docs add', { in: 'cop-wound-care' });
    await amira.form();
    const body = Uint8Array.from({ length: 200_000 }, (_, at) => (at + n) % 251);
    void amira.submits({ 'Or a file': { name, type: 'application/pdf', body } }).catch(() => {});
    await killed;
    await bot.ended;

    const again = await scene.start();
    expect(await undoneAt(folder)).toEqual([]);
    const posted = (await amira.reads('cop-wound-care')).filter(one => one.files.some(file => file.name === name));
    expect(posted).toHaveLength(1);
    const kept = await readAt(folder, 'select * from document_files');
    expect(kept.filter(one => one.name === name)).toMatchObject([{ bytes: 200_000, mime: 'application/pdf' }]);
    const onDisc = readdirSync(path.join(folder, 'documents'), { recursive: true, withFileTypes: true }).filter(
      one => one.isFile() && !one.parentPath.endsWith('incoming'),
    );
    expect(onDisc.map(one => one.name).sort()).toEqual(kept.map(one => one.sha256).sort());
    const mine = onDisc.find(one => one.name === kept.find(row => row.name === name)?.sha256);
    expect(readFileSync(path.join(mine?.parentPath ?? '', mine?.name ?? ''))).toEqual(Buffer.from(body));
    goesOn({ scene, bot: again });
  });
});
