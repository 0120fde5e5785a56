/** What members do with their library, against a real store. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { invocation } from '../support/desk.ts';
import { amira, mo, nia, sam, shared, type Village, village, yan } from '../support/village.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const here = { platform: 'discord', workspace: 'here', id: 'space-1' } as const;
const documents = () => it_.store.db.selectFrom('documents').selectAll().orderBy('n').execute();
const add = (link: string, more: Record<string, string> = {}, who = mo) =>
  it_.presses(who, 'document add', { cop: it_.cop, link, title: 'A page', ...more });
const about = async (title: string) => (await documents()).find(one => one.title === title)?.id ?? '';
const wishes = async () =>
  (await it_.store.db.selectFrom('effects').selectAll().orderBy('id').execute()).map(one => JSON.parse(one.wish));

describe('adding a link', () => {
  it('keeps it with title, reason and tags', async () => {
    expect(
      await add('example.org/guide', { why: 'It settles it', tags: 'Dressings, #Leg ulcers,,  dressings' }),
    ).toMatch(/Saved: A page is in the library of Wound Care/);
    expect((await documents()).at(-1)).toMatchObject({
      kind: 'link',
      url: 'https://example.org/guide',
      why: 'It settles it',
      tags: '["dressings","leg ulcers"]',
    });
    expect(await it_.presses(mo, 'document list', { tag: 'Leg Ulcers' })).toMatch(/Tagged “leg ulcers”[\s\S]*A page/);
    expect(await it_.presses(mo, 'document list')).toMatch(/\[dressings \(1\)\] \[leg ulcers \(1\)\]/);
  });

  it.each([
    ['javascript:alert(1)', /web addresses/],
    ['file:///etc/passwd', /web addresses/],
    ['data:text/html,x', /web addresses/],
    ['http://localhost:8080/x', /one computer or network only/],
    ['http://127.0.0.1/x', /one computer or network only/],
    ['http://2130706433/', /one computer or network only/],
    ['http://10.1.2.3', /one computer or network only/],
    ['http://192.168.0.4/x', /one computer or network only/],
    ['http://[::1]/', /one computer or network only/],
    ['http://[fd00::1]/', /one computer or network only/],
    ['http://[::ffff:127.0.0.1]/', /one computer or network only/],
    ['http://169.254.169.254/latest', /one computer or network only/],
    ['https://intranet/x', /one computer or network only/],
    ['https://nas.local', /one computer or network only/],
    ['https://me:secret@example.org', /password/],
    [`https://example.org/${'x'.repeat(3000)}`, /longer than 2,000/],
    ['hello there', /isn't an address/],
    ['', /Give a link, or choose a file/],
    ['https://', /isn't an address/],
  ])('says kindly what is wrong with %j', async (link, words) => {
    expect(await add(link)).toMatch(words);
    expect(await documents()).toHaveLength(1);
  });

  it('says so in the form already, and wants a title', async () => {
    expect(await it_.form(invocation(mo, 'document add', { cop: it_.cop, link: 'file:///x' }))).toMatchObject({
      show: {
        fields: [
          { name: 'link', value: 'file:///x', error: expect.stringMatching(/web addresses/) },
          { name: 'file', kind: 'file' },
          {},
          {},
          {},
        ],
      },
    });
    expect(await add('https://example.org/x', { title: ' ' })).toMatch(/Give it a title/);
  });

  it.each([
    'https://example.org/protocol',
    'http://www.example.org/protocol/',
    'example.org/protocol?utm_source=x#top',
  ])('knows %s as what is there already', async link => {
    expect(await add(link, { title: 'The protocol' })).toMatch(/is in the library of Wound Care already/);
    expect(await documents()).toHaveLength(1);
  });
});

describe('what members post', () => {
  const odd = (file: { name: string; type: string; bytes: number }) => ({
    ...shared(mo.id, 'odd'),
    words: '',
    links: [],
    files: [file] as never,
  });

  it.each([
    ['../../x', 'x'],
    ['C:\\docs\\a.pdf', 'a.pdf'],
    ['😀'.repeat(255), `${'😀'.repeat(149)}…`],
    ['*bold* <!channel> @everyone.pdf', '*bold* <!channel> @everyone.pdf'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['', undefined], // who saves it says
  ])('a file called %j', async (name, title) => {
    const message = odd({ name, type: 'application/pdf', bytes: 9 });
    expect(await it_.form(invocation(mo, 'document save', { cop: it_.cop }, { message, at: here }))).toMatchObject({
      show: { fields: [{ value: title }, {}, {}] },
    });
  });

  it('an empty file is not kept', async () => {
    const message = odd({ name: 'empty.pdf', type: 'application/pdf', bytes: 0 });
    expect(await it_.presses(mo, 'document save', { cop: it_.cop, title: 'x' }, { message, at: here })).toMatch(
      /empty\.pdf is an empty file/,
    );
  });

  it('a link that others could not open is only words', async () => {
    const message = { ...shared(mo.id, 'p'), words: 'See http://10.0.0.1/x', links: [{ url: 'http://10.0.0.1/x' }] };
    await it_.presses(mo, 'document save', { cop: it_.cop, title: 'x' }, { message, at: here });
    expect((await documents()).at(-1)).toMatchObject({ kind: 'message', url: null });
  });

  it('words are kept of a message that was saved, and never of one that was pinned', async () => {
    const message = { ...shared(mo.id, 'w'), words: 'Photograph first\nand then clean', links: [] };
    const pinnedOne = { ...message, id: 'v' };
    await it_.presses(mo, 'document save', { cop: it_.cop, title: 'Photos' }, { message, at: here });
    await it_.happened({ kind: 'pinned', id: 'e9', by: { ...here, id: mo.id, name: 'Mo' }, message: pinnedOne });
    expect((await documents()).slice(1).map(one => one.words)).toEqual(['Photograph first\nand then clean', null]);
    expect(await it_.presses(mo, 'document find', { words: 'clean' })).toMatch(/Photos[\s\S]*and then clean/);
  });
});

describe('a file that somebody posts', () => {
  const file = {
    ...shared(mo.id, 'f1'),
    words: '',
    links: [],
    files: [{ name: 'Audit.pdf', type: 'application/pdf', bytes: 9 }] as never,
  };
  const posts = (who = mo, message = file) =>
    it_.happened({ kind: 'shared', id: `s-${message.id}`, by: { ...here, id: who.id, name: who.name }, message });

  it('is offered once, to who posted it, and kept if they say so', async () => {
    await posts();
    await posts();
    expect(await wishes()).toMatchObject([{ kind: 'whisper', message: 'keep-it' }]);
    expect(await it_.presses(mo, 'document list')).not.toMatch(/Audit/);
    const id = await about('Audit.pdf');
    expect(await it_.presses(nia, 'document keep', { document: id, title: 'Mine' })).toMatch(/isn't here any more/);
    expect(await it_.presses(nia, 'document show', { document: id })).toMatch(/taken out of the library/);
    expect(await it_.presses(mo, 'document keep', { document: id, title: 'Audit', tags: 'audit' })).toMatch(
      /Saved: Audit/,
    );
    expect(await it_.presses(mo, 'document list')).toMatch(/Audit\nFile, shared by @Mo/);
  });

  it('is let go of, and can be pinned all the same later', async () => {
    await posts();
    expect(await it_.presses(mo, 'document let-go', { document: await about('Audit.pdf') })).toMatch(
      /not in the library/,
    );
    await it_.happened({ kind: 'pinned', id: 'p1', by: { ...here, id: nia.id, name: 'Nia' }, message: file });
    expect(await it_.presses(mo, 'document list')).toMatch(/Audit\.pdf/);
  });

  it('is not asked about where the facilitator said so, nor of who is no member', async () => {
    await posts(sam);
    expect(await it_.presses(amira, 'document review')).toMatch(/asked once, privately[^\n]*\[Stop asking\]/);
    expect(await it_.presses(amira, 'document offers', { cop: it_.cop, ask: 'no' })).toMatch(
      /Nobody is asked[^\n]*\[Ask them\]/,
    );
    await posts();
    expect(await wishes()).toEqual([]);
    await it_.presses(amira, 'document offers', { cop: it_.cop, ask: 'yes' });
    await posts(mo, { ...file, id: 'f2' });
    expect(await wishes()).toHaveLength(1);
  });
});

describe('one document', () => {
  it('is shown whole, edited, and given to somebody to look after', async () => {
    const document = it_.document;
    expect(await it_.presses(mo, 'document show', { document })).toMatch(
      /Dressing protocol\nKind: Link\nAddress: https:\/\/example\.org\/protocol\n[\s\S]*\[Open\]\n\[Pin\]\n\[Edit\]\n\[Remove from the library\]/,
    );
    expect(await it_.presses(nia, 'document show', { document })).not.toMatch(/Remove from the library/);
    const edit = (options: Record<string, string>) =>
      it_.presses(nia, 'document edit', { document, title: 'Protocol', ...options });
    expect(await edit({ tags: 'a,b', why: 'Because', steward: nia.id, review: '6' })).toMatch(
      /Saved\.[\s\S]*Why it matters: Because\nTags: a, b[\s\S]*Looked after by: @Nia\nDue for another look: 2026-08-30/,
    );
    expect(await edit({ steward: sam.id })).toMatch(/Only a member can look after it[\s\S]*Looked after by: @Nia/);
    expect(await edit({ review: 'never' })).not.toMatch(/looked at again/);
    expect(await edit({ title: ' ' })).toMatch(/Give it a title/);
  });

  it('is pinned and unpinned in the space, in that order', async () => {
    const document = it_.document;
    expect(await it_.presses(mo, 'document pin', { document })).toMatch(/Pinned in the space[\s\S]*\[Unpin\]/);
    expect(await it_.presses(mo, 'document unpin', { document })).toMatch(/The library keeps it[\s\S]*\[Pin\]/);
    expect((await wishes()).map(one => one.kind)).toEqual(['pin-document', 'unpin-document']);
    await add('https://example.org/new');
    expect(await it_.presses(mo, 'document pin', { document: await about('A page') })).toMatch(/no message of it/);
  });

  it('is removed after one question, by the facilitator or who saved it, and back for a day', async () => {
    const document = it_.document;
    expect(await it_.presses(nia, 'document remove', { document, sure: 'yes' })).toMatch(/Only the facilitators/);
    expect(await it_.presses(mo, 'document remove', { document })).toMatch(
      /Remove Dressing protocol[\s\S]*\[Remove it\]/,
    );
    expect(await it_.presses(mo, 'document remove', { document, sure: 'yes' })).toMatch(
      /out of the library[\s\S]*\[Put it back in the library\]/,
    );
    expect(await it_.presses(mo, 'document find', { words: 'protocol' })).toMatch(/Nothing about/);
    expect(await it_.presses(mo, 'document edit', { document, title: 'x' })).toMatch(/taken out of the library/);
    expect(await it_.presses(amira, 'document restore', { document })).toMatch(/back in the library/);
    expect(await it_.presses(mo, 'document find', { words: 'protocol' })).toMatch(/Dressing/);
    await it_.presses(amira, 'document remove', { document, sure: 'yes' });
    it_.passes(24 * 60 * 60_000 + 1);
    expect(await it_.presses(amira, 'document restore', { document })).toMatch(/nothing of it is kept after a day/);
  });

  it('has nothing to say to who has left', async () => {
    await it_.happened({ kind: 'left', id: 'l1', space: here, who: { ...here, id: mo.id, name: 'Mo' } });
    expect(await it_.presses(mo, 'document remove', { document: it_.document, sure: 'yes' })).toMatch(
      /isn't here any more/,
    );
  });
});

describe('what happens to its message', () => {
  const key = 'm1';
  const pinIt = () =>
    it_.happened({ kind: 'pinned', id: 'p', by: { ...here, id: mo.id, name: 'Mo' }, message: shared(mo.id, key) });

  it('unpinned, it stays in the library', async () => {
    await pinIt();
    expect(await it_.presses(mo, 'document list')).toMatch(/Pinned/);
    await it_.happened({ kind: 'unpinned', id: 'u', space: here, message: key });
    expect(await it_.presses(mo, 'document list')).toMatch(/Dressing protocol/);
    expect(await it_.presses(mo, 'document list')).not.toMatch(/Pinned/);
  });

  it('deleted, it says so with what is still held; and the facilitator sees it', async () => {
    await it_.happened({ kind: 'message-deleted', id: 'd', space: here, messages: [key, 'other'] });
    await it_.happened({ kind: 'message-deleted', id: 'd', space: { ...here, id: 'elsewhere' }, messages: [key] });
    expect(await it_.presses(mo, 'document list')).toMatch(/Gone from the channel on 2026-03-03/);
    const shown = await it_.presses(mo, 'document show', { document: it_.document });
    expect(shown).toMatch(/This is what the library still holds[\s\S]*\[Open\]/);
    expect(shown).not.toMatch(/\[Pin\]/);
    expect(await it_.presses(amira, 'document review')).toMatch(/Dressing protocol\nIts message was deleted/);
  });
});

describe('tidying', () => {
  it('shows the facilitator what is due, and takes "still good" for an answer', async () => {
    expect(await it_.presses(amira, 'document review')).toMatch(/is tidy/);
    await it_.presses(mo, 'document edit', { document: it_.document, title: 'Protocol', review: '3' });
    it_.passes(91 * 24 * 60 * 60_000);
    expect(await it_.presses(amira, 'document review')).toMatch(
      /Protocol\nDue for another look since 2026-06-01\. \[Still good\]/,
    );
    expect(await it_.presses(amira, 'document reviewed', { document: it_.document })).toMatch(/is tidy/);
    expect(await it_.presses(mo, 'document review')).toMatch(/Only the/);
  });
});

describe('looking', () => {
  const many = async (n: number) => {
    for (let i = 0; i < n; i++) await add(`https://example.org/${i}`, { title: `Verband ${i}` });
  };
  const press = async (
    desk: Desk,
    from: 'Next page' | 'Back',
    words: Record<string, string>,
    command = 'document find',
  ) => {
    const answer = await desk.invoke(invocation(mo, command, words));
    if (!('say' in answer)) throw new Error('no card');
    const button = answer.say.buttons?.find(one => one.label === from);
    if (!button || !('does' in button)) return undefined;
    return it_.presses(mo, button.does.command, button.does.options);
  };

  it('goes on page by page, and back', async () => {
    await many(12);
    expect(await it_.presses(mo, 'document find', { words: 'verband' })).toMatch(
      /1–10 of 12\nVerband 11[\s\S]*Verband 2[\s\S]*\[Next page\]/,
    );
    expect(await press(it_, 'Next page', { words: 'verband' })).toMatch(
      /11–12 of 12\nVerband 1[\s\S]*Verband 0[\s\S]*\[Back\]$/,
    );
    expect(await press(it_, 'Next page', {}, 'document list')).toMatch(/Verband 1[\s\S]*Dressing protocol/);
  });

  it('says that there are more where the words are too long for a button', async () => {
    await many(12);
    expect(await it_.presses(mo, 'document find', { words: `verband ${'verband '.repeat(9)}` })).toMatch(
      /\[Next page\]/,
    );
    await it_.store.db
      .updateTable('documents')
      .set({ folded: 'перевязочныематериалы обезболивание', version: 9 })
      .execute();
    expect(await it_.presses(mo, 'document find', { words: 'перевязочныематериалы обезболивание' })).toMatch(
      /another word narrows it down/,
    );
  });

  it('asks which CoP though more was typed than a button holds', async () => {
    await it_.happened({
      kind: 'joined',
      id: 'j2',
      space: { ...here, id: 'space-2' },
      who: { ...here, id: mo.id, name: 'Mo' },
    });
    expect(await it_.presses(mo, 'document find', { words: 'x'.repeat(80) })).toMatch(
      /Which one do you mean\?[\s\S]*\[This one\][\s\S]*doesn't fit a button/,
    );
    expect(await it_.presses(mo, 'document find', { words: 'protocol' })).not.toMatch(/fit a button/);
  });

  it('has the guides, and finds them by name', async () => {
    expect(await it_.presses(mo, 'document list')).toMatch(
      /The guides are part of it[^\n]*\[Start-up guide\] \[Dialogue Interviews guide\] \[The Virtuous Circle\]/,
    );
    expect(await it_.presses(mo, 'document find', { words: 'dialog' })).toMatch(
      /Among the guides: \[Dialogue Interviews guide\]$/,
    );
  });

  it('opens a guide privately, on pressing', async () => {
    const found = await it_.invoke(invocation(mo, 'document find', { words: 'dialog' }));
    const [button] = 'say' in found ? found.say.body.flatMap(block => ('buttons' in block ? block.buttons : [])) : [];
    const { command, options } = button && 'does' in button ? button.does : { command: '', options: {} };
    expect(await it_.presses(mo, command, options as Record<string, string>)).toMatch(/^Dialogue Interviews guide\n/);
    expect(await wishes()).toEqual([]);
  });

  it('shows the five latest of my CoPs at home, and nothing of it to others', async () => {
    await many(6);
    expect(await it_.presses(mo, 'home show')).toMatch(
      /Latest in its library: Verband 5, Verband 4, Verband 3, Verband 2, Verband 1/m,
    );
    expect(await it_.presses(yan, 'home show')).not.toMatch(/Verband/);
  });

  it('shows a title with markup as it is', async () => {
    await add('https://example.org/m', { title: '**bold** <!channel> [x](javascript:y)' });
    expect(await it_.presses(mo, 'document list')).toContain('**bold** <!channel> [x](javascript:y)');
  });

  it('shows as many tags as a list holds, and how the others are found', async () => {
    const tagged = (n: number) => Array.from({ length: 5 }, (_, m) => `tag ${n}${m}`).join(', ');
    for (const n of [1, 2, 3, 4]) await add(`https://example.org/${n}`, { tags: tagged(n) });
    const all = await it_.presses(mo, 'document list', {});
    expect(all).toMatch(/By tag; the guides are part of the library, too:/);
    expect(all.match(/tag \d\d \(1\)/g)).toHaveLength(20);
    await add('https://example.org/5', { tags: tagged(5) });
    expect(await it_.presses(mo, 'document list', {})).toMatch(
      /By tag, the most used first; \/cop docs find finds the others by name/,
    );
    expect(await it_.presses(mo, 'document find', { words: 'tag 54' })).toMatch(/About “tag 54”|A page/);
  });

  it('offers my own CoPs and tags while I type', async () => {
    await add('https://example.org/t', { tags: 'dressings' });
    const offered = (who: typeof mo, option: string, typed: string) =>
      it_.suggest(invocation(who, 'document list'), option, typed);
    expect(await offered(mo, 'tag', 'dre')).toEqual([{ value: 'dressings', label: 'dressings' }]);
    expect(await offered(yan, 'tag', '')).toEqual([]);
    expect((await offered(yan, 'cop', '')).map(one => one.label)).toEqual(['Another']);
  });
});

describe('at most 8 statements for', () => {
  it.each([
    ['home show', {}],
    ['document find', { words: 'protocol' }],
    ['document list', {}],
    ['document show', {}],
    ['document add', { link: 'https://example.org/s', title: 'x', tags: 'a, b' }],
    ['document save', { title: 'x', tags: 'a, b' }],
    ['document edit', { title: 'x', steward: mo.id }],
    ['document pin', {}],
    ['document remove', { sure: 'yes' }],
    ['document review', {}],
    ['document reviewed', {}],
    ['document offers', { ask: 'no' }],
    ['document offer', {}],
    ['document pinned', {}],
  ])('%s', async (command, options: Record<string, string>) => {
    const message = { ...shared(mo.id, 'st'), links: [{ url: 'https://example.org/st' }] };
    it_.statements.length = 0;
    const words = await it_.presses(
      amira,
      command,
      { cop: it_.cop, document: it_.document, ...options },
      { message, at: here },
    );
    expect(words).not.toMatch(/isn't here any more/);
    expect(it_.statements.filter(one => !/^(begin|commit)/.test(one)).length).toBeLessThanOrEqual(8);
  });
});
