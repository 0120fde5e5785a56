/** What the port promises of files, held against both adapters over the wire. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { fromManifest, startSlack } from '../../playground/slack/index.ts';
import { town } from '../../playground/town.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { type Card, type Form, text } from '../../src/platform/card.ts';
import type { Account, Channel, ChatPlatform, Invocation } from '../../src/platform/chat-platform.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';
import { drawnHomes } from '../support/drawn-homes.ts';
import { type AnyPlayground, adapterFor, openFor, platformNames, quietly } from '../support/stage.ts';

const card = (words: string): Card => ({
  body: [{ kind: 'text', text: text`${words}` }],
  buttons: [
    { label: 'Show it', does: { command: 'document show', options: { document: '01ARZ3NDEKTSV4RRFFQ69GNB0D' } } },
  ],
});
const body = Uint8Array.from({ length: 70_000 }, (_, n) => n % 251);
const paper = { name: 'Protocol.pdf', type: 'application/pdf', body };
const sending = (name = 'Protocol.pdf') => ({
  name,
  type: 'application/pdf',
  bytes: body.length,
  open: async () => Readable.from([body.subarray(0, 30_000), body.subarray(30_000)]),
});
const form: Form = {
  title: 'Add',
  fields: [
    { kind: 'words', name: 'link', label: 'Link', max: 100 },
    { kind: 'file', name: 'file', label: 'Or a file' },
  ],
  submit: 'Add',
  does: { command: 'document add', options: { document: '01ARZ3NDEKTSV4RRFFQ69GNB0D' } },
};

describe.each(platformNames)('%s', platform => {
  let playground: AnyPlayground;
  let it_: ChatPlatform;
  let amira: Persona;
  let ben: Persona;
  let space: Channel;
  let given: Invocation | undefined;
  let key = 0;
  const newKey = () => `01ARZ3NDEKTSV4RRFFQ69G5F${String(++key).padStart(2, '0')}`;
  const account = (persona: Persona): Account => ({ platform, workspace: playground.workspaceId(), id: persona.id });
  const kindOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof PlatformError ? error.kind : String(error)),
    );
  const bytesOf = async (from: Parameters<ChatPlatform['download']>[0]) => buffer((await it_.download(from)).body);

  beforeEach(async () => {
    playground = await openFor(platform);
    it_ = await adapterFor(playground, quietly([]));
    const add = { name: 'document add', summary: 'Add', slash: 'cop add', options: {}, answers: 'privately' as const };
    await it_.start([{ ...add, asks: true }], {
      form: async () => ({ show: form }),
      suggest: async () => [],
      wordsIn: words => words,
      invoke: async invocation => {
        given = invocation;
        return { say: card('Thank you'), shows: 'person' };
      },
      addressed: async () => undefined,
      homes: drawnHomes(),
      happened: async () => {},
    });
    await playground.until(() => playground.connected(), 'the adapter to be connected');
    [amira, ben] = [playground.person('Amira Haddad'), playground.person('Ben Okafor')];
    const opening = {
      name: 'cop-wound-care',
      topic: 'x',
      purpose: 'x',
      facilitators: [],
      members: [],
      others: async () => [],
    };
    const workspace = { platform, id: playground.workspaceId() };
    const { name: _, ...opened } = await it_.perform['open-space']({ workspace, ...opening }, newKey());
    space = opened;
    await it_.perform.admit({ space, who: [account(amira), account(ben)] }, newKey());
  });
  afterEach(async () => {
    await it_.stop();
    await playground.stop();
  });

  it('posts a file with its words, and finds it by its key alone', async () => {
    const since = Date.now();
    const [one, other] = [newKey(), newKey()];
    const input = { to: space, card: card('Ben added it'), file: sending() };
    const { permalink, ...sent } = await it_.perform['send-file'](input, one);
    const seen = await ben.sees(/Ben added it/, { in: 'cop-wound-care' });
    expect(seen).toMatchObject({ id: sent.id, permalink, files: [{ name: 'Protocol.pdf', bytes: 70_000 }] });
    expect(await it_.find['send-file'](input, one, since)).toEqual({ ...sent, permalink });
    expect(await it_.find['send-file'](input, other, since)).toBeUndefined();
    expect(await bytesOf(sent)).toEqual(Buffer.from(body));
  });

  it('sends one to a person, who alone sees it', async () => {
    const input = { to: { person: account(ben) }, card: card('Here it is'), file: sending('../../x y.pdf') };
    const since = Date.now();
    const own = newKey();
    const sent = await it_.perform['send-file'](input, own);
    const seen = await ben.sees(/Here it is/, { in: 'direct message' });
    expect(seen.files).toMatchObject([{ bytes: 70_000 }]);
    expect(await it_.find['send-file'](input, own, since)).toEqual(sent);
    expect(amira.seesNow(/Here it is/)).toEqual([]);
  });

  it('hands out the file of a message, and nothing of one that has none or is gone', async () => {
    const posted = await ben.posts('cop-wound-care', 'Ours', [paper]);
    const message = { channel: space, id: posted.id };
    const file = await it_.download(message);
    expect({ name: file.name, type: file.type, bytes: file.bytes }).toEqual({
      name: 'Protocol.pdf',
      type: 'application/pdf',
      bytes: 70_000,
    });
    expect(await buffer(file.body)).toEqual(Buffer.from(body));
    const words = await ben.posts('cop-wound-care', 'Words alone');
    expect(await kindOf(it_.download({ channel: space, id: words.id }))).toBe('gone');
    await ben.deletes(posted);
    expect(await kindOf(it_.download(message))).toBe('gone');
  });

  it('takes a file with a form, and none where none was chosen', async () => {
    await ben.types('/cop add', { in: 'cop-wound-care' });
    const shown = await ben.form();
    expect(shown.fields.map(field => [field.kind, field.required])).toEqual([
      ['words', false],
      ['file', false],
    ]);
    await ben.submits({ Link: 'x' });
    expect([given?.options.file || undefined, given?.files?.file]).toEqual([undefined, undefined]);
    await ben.types('/cop add', { in: 'cop-wound-care' });
    await ben.form();
    await ben.submits({ 'Or a file': paper });
    const file = given?.files?.file;
    expect(given?.options.file).toBeTruthy();
    expect(file).toMatchObject({ name: 'Protocol.pdf', type: 'application/pdf', bytes: 70_000 });
    expect(await bytesOf({ given: file?.at ?? '' })).toEqual(Buffer.from(body));
  });

  it.skipIf(platform === 'discord').each([200, 403])(
    'takes a web page with %i for no word of the host where files are left',
    async page => {
      const input = { to: space, card: card('Ben added it'), file: sending() };
      playground.injects({ on: 'upload', does: { page } });
      expect(await kindOf(it_.perform['send-file'](input, newKey()))).toBe('unreachable');
      playground.injects({ on: 'upload', does: { page } });
      const picture = {
        kind: 'picture',
        name: `circle-${page}.png`,
        png: new Uint8Array([1, page % 251]),
        alt: 'A circle',
      } as const;
      const drawn = { to: space, card: { body: [picture] } };
      expect(await kindOf(it_.perform.post(drawn, newKey()))).toBe('unreachable');
    },
  );

  it.skipIf(platform === 'discord').each(['invalid_blocks', 'file_deleted'])(
    'says a picture in words where it is refused: %s',
    async refuse => {
      const picture = {
        kind: 'picture',
        name: 'refused.png',
        png: new Uint8Array([2]),
        alt: `A circle, ${refuse}`,
      } as const;
      const on = refuse === 'invalid_blocks' ? 'chat.postMessage' : 'files.info';
      playground.injects({ on, does: { refuse } });
      await it_.perform.post({ to: space, card: { body: [picture] } }, newKey());
      await ben.sees(new RegExp(picture.alt));
    },
  );

  it('sends no file that the platform refuses', async () => {
    const call = { slack: 'files.getUploadURLExternal', discord: 'POST /channels/:id/messages' }[platform];
    playground.injects({ on: call, does: { refuse: platform === 'slack' ? 'file_uploads_disabled' : '40005' } });
    const input = { to: space, card: card('Ben added it'), file: sending() };
    expect(await kindOf(it_.perform['send-file'](input, newKey()))).toBe('forbidden');
    const lost = { ...sending(), open: () => Promise.reject(new PlatformError('gone', 'file_lost')) };
    expect(await kindOf(it_.perform['send-file']({ ...input, file: lost }, newKey()))).toBe('gone');
    expect(ben.seesNow(/Ben added it/)).toEqual([]);
  });
});

it('on Slack takes the sign-in page for what it is, and sees nothing of a conversation that it is not in', async () => {
  const app = fromManifest(manifest);
  const scopes = app.scopes.filter(scope => scope !== 'files:read');
  const playground = await startSlack({ workspaces: [town], ...app, scopes });
  const it_ = await adapterFor(playground, quietly([]));
  const inbox = {
    form: async () => ({ say: card('') }),
    suggest: async () => [],
    addressed: async () => undefined,
    homes: drawnHomes(),
    happened: async () => {},
    wordsIn: (words: string) => words,
  };
  await it_.start([], { ...inbox, invoke: async () => ({ say: card(''), shows: 'person' }) });
  await playground.until(() => playground.connected(), 'the adapter to be connected');
  const ben = playground.person('Ben Okafor');
  const posted = async (channel: string) => {
    await ben.makesChannel(channel, { private: true });
    if (channel === 'ours') await ben.brings('CoP Bot', channel);
    const { id, channelId } = await ben.posts(channel, 'For you', [paper]);
    return { channel: { platform: 'slack' as const, workspace: playground.workspaceId(), id: channelId }, id };
  };
  await expect(it_.download(await posted('ours'))).rejects.toMatchObject({ code: 'sign_in_page', kind: 'forbidden' });
  await expect(it_.download(await posted('theirs'))).rejects.toMatchObject({ kind: 'gone' });
  await it_.stop();
  await playground.stop();
});
