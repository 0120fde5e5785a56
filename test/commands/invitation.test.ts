import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/platform/chat-platform.ts';
import { invocation } from '../support/desk.ts';
import { al, amira, at, ivy, mo, sam, type Village, village, yan } from '../support/village.ts';
import { answerWords } from '../support/words.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const invite = (people: string, more = {}) => it_.presses(amira, 'cop invite', { cop: it_.cop, people }, more);
const invitations = () => it_.store.db.selectFrom('invitations').selectAll().orderBy('id').execute();
const stateOf = async (who: { id: string }) =>
  (
    await it_.store.db
      .selectFrom('invitations as i')
      .innerJoin('accounts as a', 'a.person_id', 'i.invitee_id')
      .select('i.state')
      .where('a.external_id', '=', who.id)
      .execute()
  ).map(row => row.state);
const membershipOf = (who: { id: string }) =>
  it_.store.db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.person_id', 'm.person_id')
    .select(['m.state', 'm.role'])
    .where('a.external_id', '=', who.id)
    .where('m.cop_id', '=', it_.cop as never)
    .executeTakeFirst();
const requestState = async () =>
  (await it_.store.db.selectFrom('join_requests').select('state').executeTakeFirstOrThrow()).state;
const wished = async (kind: string) =>
  (
    await it_.store.db
      .selectFrom('effects')
      .selectAll()
      .where('kind', '=', kind as never)
      .orderBy('id')
      .execute()
  ).map(effect => JSON.parse(effect.wish));
const messages = async () => (await wished('post')).map(wish => wish.message);

/** With what the buttons beside a card's rows go on. */
const doings = (answer: Answer) =>
  ('say' in answer ? answer.say.body : [])
    .flatMap(block => ('buttons' in block && block.buttons) || [])
    .flatMap(button => ('does' in button ? [button.does.options] : []));

describe('inviting', () => {
  it('asks each privately, once', async () => {
    expect(await invite(`${sam.id},u-new,${sam.id}`, { people: { [sam.id]: { name: 'Sam', bot: false } } })).toBe(
      "Invitations to Wound Care\n@Sam and @: asked privately. I'll tell you if they say no; if they say yes, you'll find them in #cop-1.",
    );
    expect(await messages()).toEqual(['invitation', 'invitation']);
    expect(await invite(sam.id)).toMatch(
      /@Sam: already invited, and the answer is still to come\. Nobody is asked twice\./,
    );
    expect(await messages()).toHaveLength(2);
  });

  it('says so of who is in, of bots, and of whom nobody knows', async () => {
    const words = await invite(`${mo.id},${amira.id},b-1,@bob`, { people: { 'b-1': { name: 'Botty', bot: true } } });
    expect(words).toMatch(/@Amira and @Mo: already in\.|@Mo and @Amira: already in\./);
    expect(words).toMatch(/@Botty: a bot\. A community is for people\./);
    expect(words).toMatch(/I don't know who @bob is\./);
    expect(await wished('post')).toEqual([]);
    expect(await invitations()).toHaveLength(1);
  });

  it('is approving where somebody had asked already', async () => {
    expect(await invite(al.id)).toMatch(/@Al: had already asked to join, so that's a yes; being let in now\./);
    expect(await requestState()).toBe('approved');
    expect(await membershipOf(al)).toEqual({ state: 'joining', role: 'member' });
    expect(await messages()).toEqual(['please-welcome', 'join-request-admitted']);
    expect((await wished('revise')).map(wish => wish.message)).toEqual(['join-request']);
  });

  it('takes 150 people at once, counts them, and stays within a dozen statements', async () => {
    const many = Array.from({ length: 150 }, (_, n) => `u-many-${n}`);
    it_.statements.length = 0;
    expect(await invite(many.join(','))).toMatch(/150 people are asked privately\./);
    expect(it_.statements.filter(sql => !/^(begin|commit)/.test(sql)).length).toBeLessThanOrEqual(12);
    expect(await invitations()).toHaveLength(151);
    expect(await wished('post')).toHaveLength(150);
    const lanes = await it_.store.db.selectFrom('effects').select('lane').distinct().execute();
    expect(lanes).toHaveLength(150);
    expect(await invite(many.slice(0, 100).join(','))).toMatch(/100 people are already invited/);
  });

  it('has an end somewhere', async () => {
    const many = Array.from({ length: 201 }, (_, n) => `u-many-${n}`);
    expect(await invite(many.join(','))).toMatch(/That is more than 200 people at once/);
    expect(await invitations()).toHaveLength(1);
  });

  it('opens a form where nobody is named', async () => {
    const opened = await it_.form(invocation(amira, 'cop invite', { cop: it_.cop }));
    expect('show' in opened && opened.show.fields.map(field => field.label)).toEqual([
      'Who would care about this?',
      'Why them?',
    ]);
    expect(await invite('')).toMatch(/Nobody was named/);
  });

  it('says why, in words that were typed after the people and are no name of a CoP', async () => {
    await it_.presses(amira, 'cop invite', { people: sam.id, cop: 'come along on Thursday' });
    expect((await wished('post')).map(wish => wish.shared)).toEqual([
      expect.objectContaining({ words: 'come along on Thursday' }),
    ]);
    await it_.presses(amira, 'cop invite', { people: 'u-else', cop: 'wound care' });
    expect((await wished('post')).at(-1).shared.words).toBeUndefined();
  });

  it('takes a name that is misspelt beside such words for a name, and invites into no other CoP', async () => {
    const typed = { people: sam.id, words: 'Legs' };
    const misspelt = await it_.invoke(invocation(amira, 'cop invite', { ...typed, cop: 'wound circle' }));
    expect(answerWords(misspelt)).toMatch(/no CoP called exactly “wound circle”. One of these\?\nWound Care/);
    expect(doings(misspelt)).toEqual([{ ...typed, cop: it_.cop }]);
    expect(await wished('post')).toEqual([]);
    expect(await invitations()).toHaveLength(1);
  });

  it('takes the line along to the form, and past the question which CoP is meant', async () => {
    const lineIn = async (options: Record<string, string>) => {
      const opened = await it_.form(invocation(amira, 'cop invite', options));
      return 'show' in opened ? opened.show.fields.map(field => 'value' in field && field.value).at(-1) : opened.say;
    };
    expect(await lineIn({ cop: 'come along' })).toBe('come along');
    expect(await lineIn({ cop: it_.cop })).toBe('');
    expect(await lineIn({ cop: 'x'.repeat(2000) })).toBe('x'.repeat(300));

    await it_.presses(amira, 'cop start', { name: 'Second', domain: 'x' });
    await it_.store.db.updateTable('cops').set({ state: 'open' }).execute();
    const answer = await it_.invoke(invocation(amira, 'cop invite', { people: sam.id, cop: 'come along' }));
    expect(answerWords(answer)).toMatch(/^Which one do you mean\?/);
    expect(doings(answer)).toContainEqual({ people: sam.id, words: 'come along', cop: it_.cop });
    const asked = await it_.form(invocation(amira, 'cop invite', { cop: 'come along' }));
    expect(doings({ shows: 'person', ...('say' in asked ? asked : { say: { body: [] } }) })).toContainEqual({
      words: 'come along',
      cop: it_.cop,
    });
  });

  it('asks which CoP where several could be meant, though a button can not carry all the names', async () => {
    await it_.presses(amira, 'cop start', { name: 'Second', domain: 'x' });
    await it_.store.db.updateTable('cops').set({ state: 'open' }).execute();
    const many = Array.from({ length: 30 }, (_, n) => `u-many-${n}`).join(',');
    const answer = await it_.invoke(invocation(amira, 'cop invite', { people: many }));
    expect(answerWords(answer)).toMatch(/^Which one do you mean\?/);
    for (const options of doings(answer)) expect(Object.keys(options)).toEqual(['cop']);
  });
});

describe('answering', () => {
  const accept = (who = ivy, more = {}) => it_.presses(who, 'invitation accept', { invitation: it_.invitation }, more);

  it('yes is joining', async () => {
    expect(await accept()).toMatch(
      /@Amira invites you to Wound Care\.\nYou said yes \(2026-03-03\)\. Its space is being opened for you; I'll write to you once you're in\./,
    );
    expect(await membershipOf(ivy)).toEqual({ state: 'joining', role: 'member' });
    expect((await wished('admit')).length).toBe(1);
    expect(await messages()).toEqual(['invitation-welcome', 'invitation-admitted']);
    expect(await accept()).toMatch(/This invitation was accepted \(2026-03-03\)/);
  });

  it('no, thanks, is told to who asked, and is the end of it', async () => {
    expect(await it_.presses(ivy, 'invitation decline', { invitation: it_.invitation })).toMatch(
      /You said no \(2026-03-03\)\. That is fine/,
    );
    expect(await messages()).toEqual(['invitation-declined']);
    expect(await accept()).toMatch(/You said no to this \(2026-03-03\)/);
    expect(await membershipOf(ivy)).toBeUndefined();
    expect(await invite(ivy.id)).toMatch(/asked privately/);
  });

  it('stands at home until it is answered', async () => {
    expect(await it_.presses(ivy, 'home show')).toMatch(
      /You are invited to Wound Care: Healing wounds \[Join\] \[No, thanks\]/,
    );
    await accept();
    expect(await it_.presses(ivy, 'home show')).not.toMatch(/You are invited/);
  });

  it('needs no request: who asks in is shown the invitation', async () => {
    expect(await it_.presses(ivy, 'join-request make', { cop: it_.cop })).toMatch(
      /You needn't ask: you were invited to Wound Care \(2026-03-03\).*\n\[Join\]\n\[No, thanks\]/,
    );
  });

  it('yes settles a request, and an approval settles the invitation', async () => {
    await it_.store.db
      .updateTable('invitations')
      .set({ invitee_id: (await personOf(al)) as never })
      .execute();
    await accept(al);
    expect(await requestState()).toBe('approved');
    expect((await wished('revise')).map(wish => wish.message)).toEqual(['invitation', 'invitation', 'join-request']);

    await it_.store.db.updateTable('join_requests').set({ state: 'pending' }).execute();
    await it_.store.db.updateTable('invitations').set({ state: 'pending', decided_at: null }).execute();
    await it_.presses(amira, 'join-request approve', { request: it_.request });
    expect(await stateOf(al)).toEqual(['accepted']);
    expect(await it_.presses(al, 'invitation decline', { invitation: it_.invitation })).toMatch(/was accepted \(/);
  });

  it('is settled when somebody brings them in by hand', async () => {
    const space = { platform: 'discord', workspace: 'here', id: 'space-1' } as const;
    await it_.happened({
      kind: 'joined',
      id: 'e9',
      space,
      who: { platform: 'discord', workspace: 'here', id: ivy.id, name: 'Ivy' },
    });
    expect(await stateOf(ivy)).toEqual(['accepted']);
    expect((await wished('revise')).map(wish => wish.message)).toEqual(['invitation']);
  });
});

const personOf = async (who: { id: string }) =>
  (
    await it_.store.db
      .selectFrom('accounts')
      .select('person_id')
      .where('external_id', '=', who.id)
      .executeTakeFirstOrThrow()
  ).person_id;

describe('sharing', () => {
  it('asks where, and posts the card there', async () => {
    const here = { at: { platform: 'discord', workspace: 'here', id: 'general' } } as const;
    expect(await it_.form(invocation(mo, 'cop share', { cop: it_.cop }, here))).toMatchObject({
      show: { fields: [{ name: 'channel', value: 'general' }, { name: 'words' }] },
    });
    expect(await it_.presses(mo, 'cop share', { cop: it_.cop, channel: 'general', words: 'Do come' }, here)).toMatch(
      /^The invitation to Wound Care is on its way to #channel\.$/,
    );
    await it_.presses(mo, 'cop share', { cop: it_.cop, channel: 'elsewhere' }, here);
    expect((await wished('post')).map(wish => [wish.to, wish.shared.words])).toEqual([
      [{ channel: 'general' }, 'Do come'],
      [{ channel: 'elsewhere' }, undefined],
    ]);
  });

  it('is for members, and of no use in its own space', async () => {
    expect(await it_.presses(sam, 'cop share', { cop: it_.cop, channel: 'general' })).toMatch(
      /Only the members of Wound Care/,
    );
    expect(await it_.presses(mo, 'cop share', { cop: it_.cop, channel: 'space-1' })).toMatch(
      /Everybody there is in it already/,
    );
    expect(await wished('post')).toEqual([]);
  });

  it.each([
    [
      0,
      /For people who aren't here yet, this page tells what it is about: https:\/\/cops\.example\.org\/c\/wound-care-\w{10}$/,
    ],
    [1, /It is unlisted, so it has no page/],
  ])('tells of its page once the card is there, unless the CoP is unlisted: %i', async (unlisted, page) => {
    await it_.store.db.updateTable('cops').set({ unlisted }).execute();
    const shares = () => it_.presses(mo, 'cop share', { cop: it_.cop, channel: 'general' });
    expect(await shares()).not.toMatch(/page/);
    const again = await shares();
    expect(again).toMatch(/was shared in #channel within the last hour/);
    expect(again).toMatch(page);
  });
});

describe('editing', () => {
  const edit = (options: Record<string, string>, who = amira) =>
    it_.presses(who, 'cop edit', {
      cop: it_.cop,
      name: 'Wound Care',
      domain: 'Healing wounds',
      listed: 'yes',
      ...options,
    });
  const cop = () =>
    it_.store.db
      .selectFrom('cops')
      .selectAll()
      .where('id', '=', it_.cop as never)
      .executeTakeFirstOrThrow();

  it('renames the channel in a lane of its own, and brings the welcome up to date', async () => {
    expect(await edit({ name: 'Wound Healing' })).toBe(
      "Saved: Wound Healing\nThat's how it is from now on. The channel's name and topic follow in a moment.\n[Change something else]",
    );
    const rows = await it_.store.db.selectFrom('effects').select(['kind', 'lane']).orderBy('id').execute();
    expect(rows).toEqual([
      { kind: 'revise', lane: 'workspace:discord:here' }, // the Support Team's card
      ...Array(5).fill({ kind: 'revise', lane: 'workspace:discord:here' }), // what is asked, and not answered yet
      { kind: 'revise', lane: `cop:${it_.cop}` },
      { kind: 'revise', lane: 'workspace:discord:here' }, // its cards in other channels
      { kind: 'rename-space', lane: `cop:${it_.cop}:name` },
      { kind: 'answer', lane: `cop:${it_.cop}:name` },
    ]);
    expect(await cop()).toMatchObject({ name: 'Wound Healing', slug: 'wound-healing' });
  });

  it('changes nothing where nothing is changed, and follows into no channel where only the list is', async () => {
    expect(await edit({})).toMatch(/Nothing was changed/);
    expect(await edit({ listed: 'no' })).toBe(
      "Saved: Wound Care\nThat's how it is from now on.\n[Change something else]",
    );
    expect(await it_.store.db.selectFrom('effects').selectAll().execute()).toEqual([]);
  });

  it('gives no CoP the name of another, but may change how its own is written', async () => {
    expect(await edit({ name: 'another' })).toMatch(/That name is taken by Another \(one person\)/);
    await it_.store.db
      .updateTable('cops')
      .set({ unlisted: 1 })
      .where('id', '=', it_.otherCop as never)
      .execute();
    const taken = await edit({ name: 'another' });
    expect(taken).toMatch(/That name is taken\. Choose another/); // of an unlisted one nobody reads how many are in it, or how to get in
    expect(taken).not.toMatch(/person|people/);
    expect(await edit({ name: '   ' })).toMatch(/Give it a name/);
    expect(await edit({ name: 'x'.repeat(61) })).toMatch(/longer than 60 characters/);
    expect(await edit({ name: 'WOUND care' })).toMatch(/^Saved: WOUND care/);
    expect((await wished('rename-space')).length).toBe(0);
    expect((await wished('describe-space')).length).toBe(1);
  });

  it('looks for others of a name only where the name is changed', async () => {
    const looks = async (options: Record<string, string>) => {
      it_.statements.length = 0;
      expect(await edit(options)).toMatch(/^Saved/);
      return it_.statements.filter(sql => /select.*"name_key" = /.test(sql)).length;
    };
    expect(await looks({ domain: 'Scars' })).toBe(0);
    expect(await looks({ domain: 'Scars', name: 'Scar Care' })).toBe(1);
  });

  it('takes a question and a welcome of its own, changes nothing else with them, and takes them back', async () => {
    const newcomers = (options: Record<string, string>) =>
      it_.presses(amira, 'cop edit', { cop: it_.cop, section: 'newcomers', ...options });
    const before = await cop();
    expect(await newcomers({ joinQuestion: 'x'.repeat(46) })).toMatch(/longer than 45 characters/);
    expect(await newcomers({ welcome: 'x'.repeat(501) })).toMatch(/longer than 500 characters/);
    expect(await newcomers({ joinQuestion: '\u200b ', welcome: ' \u3164\n ' })).toMatch(/Nothing was changed/);
    expect(await newcomers({ joinQuestion: ' Which\n ward? ', welcome: ' Hello\n\n\n\nthere ' })).toMatch(/^Saved/);
    expect(await cop()).toEqual({
      ...before,
      join_question: 'Which ward?',
      welcome: 'Hello\n\nthere',
      version: before.version + 1,
    });
    expect(await it_.store.db.selectFrom('effects').selectAll().execute()).toEqual([]); // the space needn't follow
    await edit({ listed: 'no' });
    expect(await cop()).toMatchObject({ join_question: 'Which ward?', unlisted: 1 });
    await newcomers({});
    expect(await cop()).toMatchObject({ join_question: null, welcome: null, unlisted: 1 });
  });

  it.each(['🩹 Wounds', 'רפואת פצעים', '@everyone', '<!channel>', '*_~', 'https://example.org'])(
    'takes %s for a name, as it is',
    async name => {
      expect(await edit({ name })).toContain(`Saved: ${name}`);
    },
  );

  it('offers a facilitator, and nobody else, to write the statement that is missing', async () => {
    const labels = async (who: typeof amira) => {
      const answer = await it_.invoke(invocation(who, 'cop statement', { cop: it_.cop }));
      return 'say' in answer ? (answer.say.buttons ?? []).map(button => button.label) : [];
    };
    expect(await labels(amira)).toEqual(['Write it']);
    expect(await labels(mo)).toEqual([]);
    await edit({ statement: 'We are nurses' });
    expect(await labels(amira)).toEqual([]);
  });

  it('keeps every statement, with who and when: for members; the present one for everybody', async () => {
    await edit({ statement: 'We are nurses' });
    it_.passes(86_400_000);
    await edit({ statement: 'We are nurses and doctors' });
    const member = await it_.presses(mo, 'cop statement', { cop: it_.cop });
    expect(member).toBe(
      'The core statement of Wound Care\nWe are nurses and doctors\nWritten by @Amira on 2026-03-04\nBefore that\nWe are nurses\nWritten by @Amira on 2026-03-03',
    );
    expect(await it_.presses(sam, 'cop statement', { cop: it_.cop })).toBe(
      'The core statement of Wound Care\nWe are nurses and doctors',
    );
    await edit({ statement: '' });
    expect(await it_.presses(sam, 'cop statement', { cop: it_.cop })).toMatch(/There is no core statement yet/);
  });

  it('unlisted, it is found by its members alone; who knows it can still ask in', async () => {
    await edit({ listed: 'no', statement: 'We are nurses' });
    expect(await it_.presses(sam, 'cop find', { words: 'wound' })).toMatch(/No CoP found/);
    expect(await it_.presses(yan, 'cop find')).not.toMatch(/Wound Care/);
    expect(await it_.presses(mo, 'cop find', { words: 'wound' })).toMatch(/Wound Care/);
    expect(await it_.suggest(invocation(sam, 'join-request make'), 'cop', 'wou')).toEqual([]);
    expect(await it_.presses(sam, 'cop statement', { cop: 'Wound Care' })).toMatch(/isn't open to you/);
    expect(await it_.presses(sam, 'join-request make', { cop: 'wound' })).toMatch(/no CoP called “wound”/);
    expect(await it_.presses(sam, 'join-request make', { cop: 'Wound Care' })).toMatch(/^Your request is with/);
  });
});

it('closed while whom it was for wasn’t here says so, and doesn’t say that anybody took it back', async () => {
  await invite(sam.id);
  const who = { platform: 'discord', workspace: 'here', id: sam.id, name: 'Sam' } as const;
  await it_.happened({ kind: 'person', id: 'sam left', who, gone: true });
  expect(await stateOf(sam)).toEqual(['withdrawn']);
  const invitation = (await invitations()).find(one => one.state === 'withdrawn')?.id ?? '';
  const answer = await it_.presses(sam, 'invitation accept', { invitation });
  expect(answer).toMatch(/This invitation was closed while you weren't here\. You can still ask to join/);
  expect(answer).not.toMatch(/taken back/);
});

describe('a CoP whose channel is gone', () => {
  const space = { platform: 'discord', workspace: 'here', id: 'space-1' } as const;
  const goes = (how: 'archived' | 'deleted' = 'deleted') => it_.happened({ kind: 'closed', id: 'gone-1', space, how });

  it('is closed, once, and its facilitators hear of it', async () => {
    await goes();
    await goes();
    expect(await messages()).toEqual(['join-request-lapsed', 'stand-in-answered', 'cop-deleted']);
    expect(await it_.presses(sam, 'cop find')).not.toMatch(/Wound Care/);
    expect(await it_.presses(mo, 'home show')).not.toMatch(/Wound Care/);
  });

  it('lets nobody in any more, and says so kindly', async () => {
    const closed = /Wound Care is closed\. .* lists those that are open/; // its channel stands still, to be read
    await goes('archived');
    const { cop } = it_;
    expect(await it_.presses(sam, 'join-request make', { cop })).toMatch(closed);
    expect(await it_.presses(amira, 'join-request approve', { request: it_.request })).toMatch(closed);
    expect(await it_.presses(ivy, 'invitation accept', { invitation: it_.invitation })).toMatch(closed);
    expect(await it_.presses(amira, 'cop invite', { cop, people: sam.id })).toMatch(closed);
    expect(await it_.presses(amira, 'cop edit', { cop, name: 'New', domain: 'x' })).toMatch(closed);
    expect(await it_.presses(mo, 'cop share', { cop, channel: 'general' })).toMatch(closed);
    const opened = await it_.form(invocation(sam, 'join-request make', { cop }));
    expect('say' in opened && answerWords({ say: opened.say, shows: 'person' })).toMatch(closed);
    expect(await it_.presses(ivy, 'home show')).not.toMatch(/You are invited/);
    expect(await it_.presses(amira, 'join-request decline', { request: it_.request })).toMatch(
      /doesn't stand any more/,
    );
  });

  it('is called by its new name, too, wherever somebody is asked about it and has yet to answer', async () => {
    const { db } = it_.store;
    await db.deleteFrom('effects').execute();
    await it_.presses(amira, 'cop edit', { cop: it_.cop, name: 'Leg Ulcers' });
    const rows = await db.selectFrom('effects').select('wish').where('kind', '=', 'revise').execute();
    const revised = rows.map(row => JSON.parse(row.wish).message as string);
    expect(revised).toEqual(
      expect.arrayContaining(['join-request', 'invitation', 'nomination', 'role-suggestion', 'cop-started']),
    );
    await db.deleteFrom('effects').execute();
    await it_.presses(amira, 'cop edit', { cop: it_.cop, domain: 'Healing legs' });
    const after = await db.selectFrom('effects').select('wish').where('kind', '=', 'revise').execute();
    expect(after.map(row => JSON.parse(row.wish).message)).not.toContain('invitation');
  });

  it('ends whole: nothing that was asked is open any more, nobody carries a role, nothing is left to do in its space', async () => {
    const { db } = it_.store;
    await it_.presses(amira, 'cop edit', { cop: it_.cop, name: 'Leg Ulcers', domain: 'Healing legs' });
    await goes();
    for (const table of ['join_requests', 'invitations', 'nominations', 'role_suggestions'] as const)
      expect(
        await db
          .selectFrom(table)
          .select('state')
          .where('cop_id', '=', it_.cop as never)
          .execute(),
      ).toEqual([{ state: 'withdrawn' }]);
    expect(await db.selectFrom('first_conversations').select('state').execute()).toEqual([{ state: 'withdrawn' }]);
    expect(await db.selectFrom('core_roles').select('id').where('ended_at', 'is', null).execute()).toEqual([]);
    const rename = db.selectFrom('effects').select('state').where('kind', '=', 'rename-space');
    expect(await rename.execute()).toEqual([{ state: 'skipped' }]);
    const clocks = db
      .selectFrom('clocks')
      .select('step')
      .where('cop_id', '=', it_.cop as never);
    expect(await clocks.execute()).toEqual([]);
    expect(await it_.presses(al, 'home show')).not.toMatch(/you took your request back/);
  });

  it('gives its name free', async () => {
    await goes();
    expect(await it_.presses(yan, 'cop start', { name: 'Wound Care', domain: 'Anew' })).toMatch(/^Starting Wound Care/);
  });

  it('is nobody else’s concern', async () => {
    await it_.happened({ kind: 'closed', id: 'gone-2', space: { ...space, id: 'general' }, how: 'deleted' });
    await it_.happened({ kind: 'closed', id: 'gone-3', space: { ...space, workspace: 'there' }, how: 'deleted' });
    expect(await wished('post')).toEqual([]);
  });
});

it('knows nobody of another network', async () => {
  const stranger = at('there', 'u-zed', 'Zed');
  expect(await it_.presses(stranger, 'cop invite', { cop: it_.cop, people: 'u-x' })).toMatch(/isn't open to you/);
});

it.each([
  ['cop share', 8, mo, () => ({ cop: it_.cop, channel: 'general' })],
  ['cop edit', 9, amira, () => ({ cop: it_.cop, name: 'New', domain: 'x', statement: 'y' })],
  ['cop statement', 8, mo, () => ({ cop: it_.cop })],
  ['invitation accept', 8, ivy, () => ({ invitation: it_.invitation })],
  ['invitation decline', 8, ivy, () => ({ invitation: it_.invitation })],
] as const)('%s takes at most %i statements', async (command, most, who, options) => {
  await it_.presses(who, 'home show'); // known by now
  it_.statements.length = 0;
  await it_.presses(who, command, options());
  expect(it_.statements.filter(sql => !/^(begin|commit)/.test(sql)).length).toBeLessThanOrEqual(most);
});
