/** The process is killed while a file is on its way, and started again: one file, one message, nothing twice. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { launch } from '../../playground/demo/serve.ts';
import { startDiscord } from '../../playground/discord/index.ts';
import { fromManifest, startSlack } from '../../playground/slack/index.ts';
import { town } from '../../playground/town.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { tokens, up, waitedOut } from '../support/process.ts';
import { startCop } from '../support/scenes.ts';
import type { AnyPlayground } from '../support/stage.ts';

const places = {
  slack: ['files.info', 'file', 'upload', 'files.completeUploadExternal', 'conversations.replies'],
  discord: ['GET /attachments', 'POST /channels/:id/messages', 'GET /channels/:id/messages/:id'],
} as const;
const cases = (['slack', 'discord'] as const).flatMap(platform => places[platform].map(call => ({ platform, call })));

const folders: string[] = [];
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('killed while a file is added and kept', () => {
  it.each(cases)('on $platform, after $call', { timeout: 60_000 }, async ({ platform, call }) => {
    const playground: AnyPlayground =
      platform === 'slack'
        ? await startSlack({ workspaces: [town], ...fromManifest(manifest) })
        : await startDiscord({ workspaces: [town], intents: { messageContent: true } });
    running.push(playground);
    const folder = mkdtempSync(path.join(tmpdir(), 'cop-kill-'));
    folders.push(folder);
    const documents = path.join(folder, 'documents');
    const environment = {
      ...tokens(playground),
      DATABASE_URL: `sqlite:${folder}/cop.sqlite`,
      DOCUMENTS_DIR: documents,
      LOG_LEVEL: 'info',
    };
    const first = launch(environment);
    running.push(first);
    await up(first, playground);
    const amira = playground.person('Amira Haddad');
    await startCop(amira);

    const killed = new Promise<void>(resolve => {
      const off = playground.watch((at, one) => {
        if (at !== 'performed' || one.name !== call) return;
        if (call.startsWith('POST') && !JSON.stringify(one.request).includes('Protocol')) return;
        first.kill();
        off();
        resolve();
      });
    });
    await amira.types('/cop docs add', { in: 'cop-wound-care' });
    await amira.form();
    const body = Uint8Array.from({ length: 200_000 }, (_, n) => n % 251);
    void amira.submits({ 'Or a file': { name: 'Protocol.pdf', type: 'application/pdf', body } }).catch(() => {});
    await killed;
    await first.ended;

    const second = launch(environment);
    running.push(second);
    await up(second, playground);
    const store = await waitedOut(folder, second);
    const undone = store.db
      .selectFrom('effects')
      .select(['kind', 'state', 'error'])
      .where('state', '<>', 'done')
      .where('due_at', '<', Date.now() + 24 * 3600_000); // what is meant for another month waits
    expect(await undone.execute()).toEqual([]);
    const kept = await store.db.selectFrom('document_files').selectAll().execute();
    await store.close();

    const posted = (await amira.reads('cop-wound-care')).filter(one =>
      one.files.some(file => /Protocol/.test(file.name)),
    );
    expect(posted).toHaveLength(1);
    expect(kept).toMatchObject([{ name: 'Protocol.pdf', bytes: 200_000, mime: 'application/pdf' }]);
    const onDisc = readdirSync(documents, { recursive: true, withFileTypes: true }).filter(
      one => one.isFile() && !one.parentPath.endsWith('incoming'),
    );
    expect(onDisc.map(one => one.name)).toEqual(kept.map(one => one.sha256));
    expect(readFileSync(path.join(onDisc[0]?.parentPath ?? '', onDisc[0]?.name ?? ''))).toEqual(Buffer.from(body));
  });
});
