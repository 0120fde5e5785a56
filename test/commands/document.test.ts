import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { invocation } from '../support/desk.ts';
import { amira, choose, mo, nia, sam, shared, type Village, village, yan } from '../support/village.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const documents = () => it_.store.db.selectFrom('documents').selectAll().orderBy('id').execute();
const pin = (message: Partial<ReturnType<typeof shared>> & { words?: string }, by = mo) =>
  it_.happened({
    kind: 'pinned',
    id: `pin-${message.id ?? 'm9'}`,
    by: { platform: 'discord', workspace: 'here', id: by.id, name: by.name },
    message: { ...shared(mo.id, 'm9'), ...message },
  });

describe('keeping', () => {
  it('a pinned file by its name, a pinned link by its words, a pinned message by its first line', async () => {
    await pin({ id: 'a', files: [{ name: 'Leg ulcers.pdf', type: 'application/pdf', bytes: 9 }] as never });
    await pin({ id: 'b', words: 'Dressing protocol https://example.org/b', links: [{ url: 'https://example.org/b' }] });
    await pin({ id: 'c', links: [], words: '\n\nRemember to photograph first\nand then clean' });
    expect((await documents()).slice(1).map(one => [one.kind, one.title])).toEqual([
      ['file', 'Leg ulcers.pdf'],
      ['link', 'Dressing protocol'],
      ['message', 'Remember to photograph first'],
    ]);
  });

  it('the same thing twice, pinned and saved, as one', async () => {
    const other = { id: 'a', links: [{ url: 'https://example.org/a' }] };
    await pin(other);
    await pin(other);
    expect(
      await it_.presses(
        nia,
        'document save',
        { title: 'A better title' },
        { message: { ...shared(mo.id, 'a'), links: other.links }, at: shared(mo.id).channel },
      ),
    ).toMatch(/is in the library of Wound Care already/);
    expect((await documents()).map(one => one.title)).toEqual(['Dressing protocol', 'A better title']);
  });

  it('nothing of the bot, nor of another channel', async () => {
    await pin({ id: 'a', byBot: true });
    await pin({ id: 'b', channel: { platform: 'discord', workspace: 'here', id: 'elsewhere' } });
    expect(await documents()).toHaveLength(1);
    expect(
      await it_.presses(mo, 'document save', { cop: it_.cop, title: 'x' }, { message: shared(mo.id, 'q', 'space-2') }),
    ).toMatch(/isn't in the space of Wound Care/);
    expect(await it_.presses(mo, 'document save', { cop: it_.cop, title: 'x' })).toMatch(/can't reach that message/);
  });

  it('what somebody pinned who is in no CoP, as pinned by who wrote it, or by who facilitates it', async () => {
    await pin({ id: 'a', words: 'By Mo', links: [] }, sam);
    await pin({ id: 'b', words: 'By Sam', links: [], author: sam.id }, sam);
    const people = await it_.store.db.selectFrom('persons').select(['id', 'name']).execute();
    const nameOf = (id: string | null) => people.find(one => one.id === id)?.name;
    expect((await documents()).slice(1).map(one => [one.title, nameOf(one.saved_by)])).toEqual([
      ['By Mo', 'Mo'],
      ['By Sam', 'Amira'],
    ]);
  });

  it('what it can not read, and asks who pinned it for a title', async () => {
    await pin({ id: 'a', words: undefined, links: [] });
    const [, kept] = await documents();
    expect(kept).toMatchObject({ untitled: 1, title: 'Pinned on 2026-03-03' });
    const effects = await it_.store.db.selectFrom('effects').selectAll().execute();
    expect(effects.map(effect => JSON.parse(effect.wish).message)).toEqual(['document-title']);
    expect(await it_.presses(mo, 'document retitle', { document: kept?.id ?? '', title: 'Ulcer photos' })).toMatch(
      /as Ulcer photos/,
    );
    expect((await documents())[1]).toMatchObject({ untitled: 0, title: 'Ulcer photos' });
  });

  it('what it can not read under a stand-in in the language that is spoken there', async () => {
    await choose(it_, { language: 'de' });
    await pin({ id: 'a', words: undefined, links: [] });
    expect((await documents())[1]).toMatchObject({ untitled: 1, title: 'Angeheftet am 2026-03-03' });
  });

  it('offers a title in the form, and wants one', async () => {
    const opened = await it_.form(
      invocation(mo, 'document save', {}, { message: shared(mo.id, 'z'), at: shared(mo.id).channel }),
    );
    expect(opened).toMatchObject({
      show: { fields: [{ name: 'title', value: 'Dressing protocol' }, { name: 'why' }, { name: 'tags' }] },
    });
    expect(
      JSON.parse(await it_.presses(mo, 'document save', { cop: it_.cop, title: ' ' }, { message: shared(mo.id, 'z') }))
        .title,
    ).toMatch(/Give it a title/);
  });

  it('where two press at once, one document', async () => {
    const save = () =>
      it_.presses(mo, 'document save', { cop: it_.cop, title: 'Once' }, { message: shared(mo.id, 'twice') });
    await Promise.all([save(), save()]);
    expect((await documents()).filter(one => one.title === 'Once')).toHaveLength(1);
  });
});

describe('finding', () => {
  it('by every word, in any case and without accents, newest first', async () => {
    await pin({ id: 'a', files: [{ name: 'Café protocol.pdf', type: 'application/pdf', bytes: 9 }] as never });
    expect(await it_.presses(mo, 'document find', { words: 'CAFE protocol' })).toMatch(
      /Café protocol\.pdf\nFile, shared by @Mo on 1970-01-01/,
    );
    expect(await it_.presses(mo, 'document find')).toMatch(/Café protocol[\s\S]*Dressing protocol/);
    expect(await it_.presses(mo, 'document find', { words: 'knitting' })).toMatch(/Nothing about “knitting”/);
  });

  it.each(['%', '_', "'", '"', '\\', "'; drop table documents"])('takes %s for what it is', async words => {
    expect(await it_.presses(mo, 'document find', { words })).toMatch(/Nothing about/);
    expect(await documents()).toHaveLength(1);
  });

  it('in the space I am in, else in my only CoP, else in the one I choose', async () => {
    expect(await it_.presses(mo, 'document find')).toMatch(/library of Wound Care/);
    await it_.happened({
      kind: 'joined',
      id: 'e2',
      space: { platform: 'discord', workspace: 'here', id: 'space-2' },
      who: { platform: 'discord', workspace: 'here', id: mo.id, name: 'Mo' },
    });
    expect(await it_.presses(mo, 'document find', { words: 'protocol' })).toBe(
      'Which one do you mean?\nAnother\nSomething else [This one]\nWound Care\nHealing wounds [This one]',
    );
    expect(
      await it_.presses(mo, 'document find', {}, { at: { platform: 'discord', workspace: 'here', id: 'space-2' } }),
    ).toMatch(/library of Another is still empty/);
    expect(await it_.presses(sam, 'document find')).toMatch(/aren't in a CoP yet/);
  });

  it('never from outside: not by name, not by standing in the channel, not by id', async () => {
    const ways: readonly Record<string, string>[] = [{ cop: 'Wound Care' }, { cop: it_.cop }, {}];
    for (const options of ways)
      expect(
        await it_.presses(yan, 'document find', options, {
          at: { platform: 'discord', workspace: 'here', id: 'space-1' },
        }),
      ).toMatch(/Only the members of Wound Care/);
    expect(await it_.presses(amira, 'document find')).toMatch(/Dressing protocol/);
  });
});
