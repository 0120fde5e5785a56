import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/domain/first-conversation.ts';
import { consistency } from '../../src/store/consistency.ts';
import { invocation } from '../support/desk.ts';
import { al, amira, choose, mo, nia, sam, sue, supportChannel, type Village, village } from '../support/village.ts';
import { answerWords } from '../support/words.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const conversations = () => it_.store.db.selectFrom('first_conversations').selectAll().orderBy('created_at').execute();
const wished = async (kind: string) =>
  (
    await it_.store.db
      .selectFrom('effects')
      .select('wish')
      .where('kind', '=', kind as never)
      .execute()
  ).map(effect => JSON.parse(effect.wish));
const about = () => ({ conversation: it_.conversation });
const press = (verb: string, who = sue, options: Record<string, string> = {}, more = {}) =>
  it_.presses(who, `first-conversation ${verb}`, { ...about(), ...options }, more);

/** What Amira has before her as long as nobody notes anything anew. */
const seen = async () => {
  const [row] = await conversations();
  const { draft_domain, draft_statement } = row ?? { draft_domain: null, draft_statement: null };
  const words = { draftDomain: draft_domain ?? undefined, draftStatement: draft_statement ?? undefined };
  return { written: wordsOf(words) };
};
const takesOver = async (options?: Record<string, string>) => press('use-draft', amira, options ?? (await seen()));

describe('the Support Team', () => {
  it('is whoever presses in its channel, and is known from then on', async () => {
    expect(await press('finish', sam)).toMatch(/isn't open to you/);
    expect(await press('take', sam, {}, { at: supportChannel })).toMatch(/@Sam takes it/);
    expect(await press('finish', sam)).toMatch(/The conversation is done/);
  });

  it('no longer is who leaves the channel', async () => {
    const who = { platform: 'discord' as const, workspace: 'here', id: sue.id, name: 'Sue' };
    await it_.happened({ kind: 'left', id: 'e20', space: supportChannel, who });
    expect(await press('take')).toMatch(/isn't open to you/);
  });

  it('is nobody any more when the channel becomes another', async () => {
    await it_.presses({ ...sam, admin: true }, 'settings choose', { section: 'support', support: 'support-2' });
    expect(await press('take')).toMatch(/isn't open to you/);
    expect(await press('take', sam, {}, { at: { ...supportChannel, id: 'support-2' } })).toMatch(/@Sam takes it/);
  });

  it('is not who presses in a channel of the same id elsewhere', async () => {
    const elsewhere = { id: 'u-zed', name: 'Zed', workspace: 'there' };
    const there = { ...supportChannel, workspace: 'there' };
    expect(await press('take', elsewhere, {}, { at: there })).toMatch(/isn't open to you/);
  });
});

describe('a first conversation', () => {
  it('is told to whoever asked when it is taken, and to nobody else', async () => {
    await press('take', sue, { planned: ' Tuesday\n10 ' });
    expect(await conversations()).toMatchObject([{ state: 'taken', planned: 'Tuesday 10' }]);
    expect(await wished('post')).toMatchObject([
      { message: 'first-conversation-taken', to: (await conversations())[0]?.person_id },
    ]);
  });

  it('taken by two at once has one taker', async () => {
    const more = { at: supportChannel };
    const answers = await Promise.all([press('take', sue, {}, more), press('take', sam, {}, more)]);
    expect(answers.filter(words => /takes it\./.test(words))).toHaveLength(1);
    expect(answers.filter(words => /has already taken this conversation/.test(words))).toHaveLength(1);
    expect(await wished('post')).toHaveLength(1);
  });

  it('taken by somebody who is of the Support Team no longer is taken on by another, whom the asker hears of', async () => {
    await press('take', sam, { planned: 'Tuesday' }, { at: supportChannel });
    await it_.happened({
      kind: 'left',
      id: 'sam left',
      space: supportChannel,
      who: { platform: 'discord', workspace: 'here', id: sam.id, name: 'Sam' },
    });
    const revised = (await wished('revise')).map(one => one.message);
    expect(revised.at(-1)).toBe('first-conversation'); // that another can take it
    expect(await press('note', sue, { notes: 'She asked' })).toMatch(
      /@Sam had taken it, and is no longer in this channel/,
    );
    expect(await press('take', sue)).toMatch(/@Sue takes it/);
    const told = (await wished('post')).filter(one => one.message === 'first-conversation-taken');
    expect(told).toHaveLength(2);
  });

  it('hands over a draft only if there is one, and never the notes', async () => {
    await press('note', sue, { notes: 'They fell out with Mo' });
    expect(await press('draft')).toMatch(/no draft in the notes yet/);
    await press('note', sue, { notes: 'They fell out with Mo', domain: 'Leg ulcers' });
    await press('draft');
    expect(await takesOver()).toMatch(/Leg ulcers[\s\S]*You have taken it over/);
    expect(await takesOver()).not.toMatch(/Mo/);
    expect((await wished('revise')).map(wish => wish.message)).toContain('cop-welcome');
  });

  it('hands over what was shown, and nothing that was noted since', async () => {
    const domain = async () => {
      const cop = it_.store.db.selectFrom('cops').select('domain');
      return (await cop.where('id', '=', it_.cop as never).executeTakeFirstOrThrow()).domain;
    };
    await press('note', sue, { notes: '', domain: 'Leg ulcers' });
    await press('draft');
    const shown = await seen();
    await press('note', sue, { notes: 'With a note', domain: 'Leg ulcers' });
    expect(await conversations()).toMatchObject([{ draft: 'shown' }]); // other notes leave the draft as it was
    await press('note', sue, { notes: '', domain: 'Perhaps feet' });
    expect((await wished('revise')).map(wish => wish.message)).toContain('first-conversation-draft');
    const notYet = await takesOver(shown);
    expect(notYet).toMatch(/has changed its notes since, so this draft no longer counts/);
    expect(notYet).not.toMatch(/Perhaps feet|Take it over/);
    await press('draft');
    expect(await takesOver(shown)).toMatch(/rewritten since you saw it[\s\S]*Perhaps feet[\s\S]*Take it over/);
    expect(await takesOver({})).toMatch(/Take it over/);
    expect(await domain()).toBe('Healing wounds');
    expect(await takesOver()).toMatch(/You have taken it over/);
    expect(await domain()).toBe('Perhaps feet');
    await press('note', sue, { notes: 'Only notes after all' });
    expect(await takesOver()).toMatch(/no longer counts/);
  });

  it('shows the same draft to who asked once, however often that is pressed', async () => {
    await press('note', sue, { notes: '', domain: 'Leg ulcers' });
    await press('draft');
    expect(await press('draft')).toMatch(/@Amira has the draft before them/);
    const told = (await wished('post')).filter(one => one.message === 'first-conversation-draft');
    expect(told).toHaveLength(1);
  });

  it('brings a draft to whoever facilitates besides who asked, and says of each where they can’t be reached', async () => {
    const { db } = it_.store;
    const person = async (id: string) =>
      (await db.selectFrom('accounts').select('person_id').where('external_id', '=', id).executeTakeFirstOrThrow())
        .person_id;
    const [asker, facilitator] = [await person(mo.id), await person(amira.id)];
    await db.updateTable('first_conversations').set({ person_id: asker }).execute();
    await press('note', sue, { notes: '', domain: 'Leg ulcers' });
    expect(await press('draft')).toMatch(/as a draft for whoever facilitates Wound Care/);
    const posts = (await db.selectFrom('effects').select(['wish', 'on_failure']).execute()).filter(one =>
      /"post".*first-conversation-draft/.test(one.wish),
    );
    const readers = posts.map(one => [JSON.parse(one.wish).to, JSON.parse(one.on_failure ?? '{}').options.reader]);
    expect(readers).toEqual([
      [asker, asker],
      [facilitator, facilitator],
    ]);
    expect(await press('use-draft', mo, await seen())).toMatch(/Only the facilitators of Wound Care/);
    expect(await takesOver()).toMatch(/You have taken it over/);
  });

  it('keeps the history of the statement that a draft brings, and lets the channel follow in its own lane', async () => {
    await press('note', sue, { notes: '', domain: 'Leg ulcers', statement: 'We are nurses' });
    await press('draft');
    await takesOver();
    const { db } = it_.store;
    const account = db.selectFrom('accounts').select('person_id').where('external_id', '=', amira.id);
    expect(
      await db
        .selectFrom('statements')
        .select('words')
        .where('by', '=', account as never)
        .execute(),
    ).toEqual([{ words: 'We are nurses' }]);
    const described = await db.selectFrom('effects').select('lane').where('kind', '=', 'describe-space').execute();
    expect(described).toEqual([{ lane: `cop:${it_.cop}:name` }]);
  });

  it('says of a CoP that was closed that it is', async () => {
    await it_.store.db.updateTable('cops').set({ closed_at: 1 }).execute();
    expect(await press('take')).toMatch(/The CoP is closed/);
  });

  it('opens no form for what somebody else has taken', async () => {
    await press('take', sam, {}, { at: supportChannel });
    const opened = await it_.form(invocation(sue, 'first-conversation take', about()));
    expect('say' in opened && answerWords({ say: opened.say, shows: 'person' })).toMatch(/@Sam has already taken this/);
  });

  it('is told once to who asked that it is taken, however often that is said', async () => {
    const told = async () =>
      (await wished('post')).filter(one => JSON.stringify(one).includes('first-conversation-taken')).length;
    await press('take', sue, { planned: 'on Tuesday' });
    expect(await told()).toBe(1);
    await press('take', sue, { planned: 'on Tuesday' });
    expect(await told()).toBe(1);
    await press('take', sue, { planned: 'on Friday' });
    expect(await told()).toBe(2);
  });

  it('keeps when it is planned for who says once more that they take it, and for nobody else', async () => {
    const planned = async (who: typeof sue) => {
      const opened = await it_.form(invocation(who, 'first-conversation take', about(), { at: supportChannel }));
      return 'show' in opened && opened.show.fields.map(field => ('value' in field ? field.value : undefined));
    };
    expect(await planned(sue)).toEqual([undefined]);
    await press('take', sue, { planned: 'on Tuesday' });
    expect(await planned(sue)).toEqual(['on Tuesday']);
    await it_.happened({
      kind: 'left',
      id: 'sue left',
      space: supportChannel,
      who: { platform: 'discord', workspace: 'here', id: sue.id, name: 'Sue' },
    });
    expect(await planned(sam)).toEqual([undefined]);
  });

  it('is over once', async () => {
    await press('finish');
    expect(await press('finish')).toMatch(/done already/);
    expect(await press('take')).toMatch(/done already/);
    await press('note', sue, { notes: 'Came up later' });
    expect(await conversations()).toMatchObject([{ notes: 'Came up later', state: 'done' }]);
  });

  it('can be taken back by who asked, and asked for again', async () => {
    expect(await it_.presses(mo, 'first-conversation ask', { cop: it_.cop, way: 'email' })).toMatch(
      /The Support Team was asked \(2026-03-03\)/,
    );
    expect(await press('withdraw', amira)).toMatch(/don't need the chat/);
    expect(await it_.presses(mo, 'first-conversation ask', { cop: it_.cop, way: 'email' })).toMatch(
      /The Support Team has it/,
    );
    expect((await conversations()).map(one => one.state)).toEqual(['withdrawn', 'asked']);
  });

  it('is not said to be known to a Support Team whose channel the bot can’t get into', async () => {
    await press('withdraw', amira);
    await choose(it_, { supportChannel: supportChannel.id, startPolicy: 'after-conversation' });
    await it_.presses({ ...sam, admin: true }, 'settings choose', { section: 'language' });
    await it_.happened({ kind: 'closed', id: 'c1', space: supportChannel, how: 'archived' });
    const asked = await it_.presses(mo, 'first-conversation ask', { cop: it_.cop, way: 'email' });
    expect(asked).toMatch(/^It waits for the Support Team\nI can't get into the Support Team's channel just now/);
    expect(asked).not.toMatch(/They know|has it/);
    const started = await it_.presses(al, 'cop start', { name: 'Rust', domain: 'Rust' });
    expect(started).toMatch(/^Rust waits for the Support Team\n.*they hear of it as soon as I can/);
  });

  it('opens no way to go ahead with what is open', async () => {
    expect(await press('go-ahead')).toMatch(/has the go-ahead already/);
    expect(await wished('open-space')).toEqual([]);
  });
});

describe('a CoP that waits for a conversation', () => {
  const propose = async (way = 'email') => {
    await choose(it_, { supportChannel: supportChannel.id, startPolicy: 'after-conversation' });
    const words = await it_.presses(al, 'cop start', {
      name: 'Rust',
      domain: 'Rust',
      conversation: way,
      facilitator: nia.id,
    });
    const cop = await it_.store.db
      .selectFrom('cops')
      .selectAll()
      .where('state', '=', 'proposed')
      .executeTakeFirstOrThrow();
    const conversation = (await conversations()).find(one => one.cop_id === cop.id)?.id as string;
    return { words, cop, conversation };
  };

  it('has nothing made, and is in no directory', async () => {
    const { words } = await propose();
    expect(words).toMatch(/^Rust is with the Support Team/);
    expect(await wished('open-space')).toEqual([]);
    expect(await wished('post')).toMatchObject([{ message: 'first-conversation', to: 'support' }]);
    expect(await it_.presses(sam, 'cop find', { words: 'rust' })).toMatch(/No CoP found/);
    expect(await it_.presses(sam, 'join-request make', { cop: 'Rust' })).toMatch(
      /talks it over with its starter first/,
    );
    expect(await it_.presses(al, 'home show')).toMatch(/Rust: a conversation with the Support Team comes first/);
    expect(await it_.presses(nia, 'home show')).not.toMatch(/Rust.*\[Yes/);
  });

  it('is made once, however often somebody goes ahead', async () => {
    const { conversation } = await propose();
    const ahead = (who = sue) =>
      it_.presses(who, 'first-conversation go-ahead', { conversation }, { at: supportChannel });
    const answers = await Promise.all([ahead(), ahead(sam)]);
    expect(answers.filter(words => /go-ahead already/.test(words))).toHaveLength(1);
    expect(await wished('open-space')).toHaveLength(1);
    expect((await wished('post')).filter(wish => wish.message === 'nomination')).toHaveLength(1);
  });

  it('belongs together for whoever checks, and once it never came to be', async () => {
    const { conversation } = await propose();
    const broken = async () => {
      await it_.store.db.updateTable('effects').set({ state: 'done', settled_at: 1 }).execute();
      return (await consistency(it_.store.db, it_.bot.clock.now())).filter(one => one.many > 0);
    };
    expect(await broken()).toEqual([]);
    await it_.presses(al, 'first-conversation withdraw', { conversation });
    expect(await broken()).toEqual([]);
  });

  it('is not made after it was taken back', async () => {
    const { conversation } = await propose();
    await it_.presses(al, 'first-conversation withdraw', { conversation });
    expect(await it_.presses(sue, 'first-conversation go-ahead', { conversation })).toMatch(/Rust was taken back/);
    expect(await it_.presses(sue, 'first-conversation not-yet', { conversation, reason: 'x' })).toMatch(/taken back/);
    expect(await wished('open-space')).toEqual([]);
  });

  it('starts where the Support Team is given up: nobody is left to go ahead', async () => {
    const { cop } = await propose();
    await it_.store.db.deleteFrom('effects').execute();
    const gives = { section: 'support', team: 'none', start: 'anyone open' };
    expect(await it_.presses({ ...sam, admin: true }, 'settings choose', gives)).toMatch(/^Saved/);
    expect(await wished('open-space')).toEqual([expect.objectContaining({ cop: cop.id })]);
    expect((await wished('post')).filter(wish => wish.message === 'nomination')).toHaveLength(1);
    const [, asked] = await conversations();
    expect(asked).toMatchObject({ way: 'email', state: 'asked' }); // a talk is still wanted
  });

  it('does not start where the Support Team is given up that had said not yet: whoever would start it says so', async () => {
    const { cop, conversation } = await propose();
    await it_.presses(sue, 'first-conversation not-yet', { conversation, reason: 'Talk to Wound Care first' });
    const start = () => it_.presses(al, 'first-conversation start', { conversation });
    expect(await start()).toMatch(/would wait a little[\s\S]*They can still go ahead[^[]*\[Don't start it\]$/);
    await it_.store.db.deleteFrom('effects').execute();
    const gives = { section: 'support', team: 'none', start: 'anyone open' };
    expect(await it_.presses({ ...sam, admin: true }, 'settings choose', gives)).toMatch(/^Saved/);
    expect(await wished('open-space')).toEqual([]);
    expect(await wished('post')).toEqual([
      expect.objectContaining({ message: 'first-conversation-not-yet', to: cop.starter_id }),
    ]);
    expect(await it_.presses(sue, 'first-conversation start', { conversation })).toMatch(/isn't open to you/);
    await it_.store.db.deleteFrom('effects').execute();
    const takes = { section: 'support', team: 'take', support: supportChannel.id, start: 'anyone open' };
    await it_.presses({ ...sam, admin: true }, 'settings choose', takes);
    const retold = (await wished('revise')).filter(wish => wish.message === 'first-conversation-not-yet');
    expect(retold).toHaveLength(1); // there is somebody again to go ahead
    expect(await start()).toMatch(/They can still go ahead/);
    await it_.presses({ ...sam, admin: true }, 'settings choose', gives);
    expect(await start()).toMatch(/Rust has the go-ahead since/);
    expect(await wished('open-space')).toEqual([expect.objectContaining({ cop: cop.id })]);
    expect(await start()).toMatch(/has the go-ahead already/);
  });

  it('waits on the Home of whoever would start it, be it that the question never reached them', async () => {
    const { cop, conversation } = await propose();
    const home = () => it_.presses(al, 'home show');
    await it_.presses(sue, 'first-conversation not-yet', { conversation, reason: 'Talk to Wound Care first' });
    expect(await home()).toMatch(/Rust: a conversation with the Support Team comes first/);
    expect(await home()).not.toMatch(/Start it now/);
    const gives = { section: 'support', team: 'none', start: 'anyone open' };
    await it_.presses({ ...sam, admin: true }, 'settings choose', gives);
    expect(await home()).toMatch(/asked to wait with Rust.*\[Start it now\] \[Don't start it\]/);
    expect(await home()).toMatch(/Rust: it starts when you say so/);
    expect(await it_.presses(nia, 'home show')).not.toMatch(/Start it now/);
    await it_.store.db.deleteFrom('effects').execute();
    const again = { section: 'support', team: 'choose', support: supportChannel.id, start: 'anyone open' };
    await it_.presses({ ...sam, admin: true }, 'settings choose', again);
    expect(await wished('revise')).toContainEqual(
      expect.objectContaining({
        message: 'first-conversation-not-yet',
        about: expect.objectContaining({ id: conversation }),
      }),
    );
    expect(await home()).not.toMatch(/Start it now/);
    await it_.presses({ ...sam, admin: true }, 'settings choose', gives);
    await it_.store.db.deleteFrom('effects').execute();
    expect(await it_.presses(al, 'first-conversation start', { conversation, panel: 'home' })).toMatch(
      /Rust: its space is being made/,
    );
    expect(await wished('open-space')).toEqual([expect.objectContaining({ cop: cop.id })]);
    expect(await home()).not.toMatch(/Start it now/);
  });

  it('leaves nothing to be talked over where nobody had asked to: the next Support Team is brought no such card', async () => {
    const { conversation } = await propose('not-now');
    await it_.presses(sue, 'first-conversation not-yet', { conversation, reason: 'Talk to Wound Care first' });
    const admin = { ...sam, admin: true };
    await it_.presses(admin, 'settings choose', { section: 'support', team: 'none', start: 'anyone open' });
    expect(await it_.presses(al, 'first-conversation start', { conversation })).toMatch(/has the go-ahead since/);
    expect((await conversations()).at(-1)).toMatchObject({ id: conversation, state: 'done' });
    await it_.store.db.deleteFrom('effects').execute();
    await it_.presses(admin, 'settings choose', {
      section: 'support',
      team: 'choose',
      support: supportChannel.id,
      start: 'anyone open',
    });
    expect(JSON.stringify(await wished('post'))).not.toContain(conversation);
  });

  it('does not start where only administrators may from now on: not before anybody may again', async () => {
    const { cop } = await propose();
    await it_.store.db.deleteFrom('effects').execute();
    const gives = { section: 'support', team: 'none', start: 'admins open' };
    expect(await it_.presses({ ...sam, admin: true }, 'settings choose', gives)).toMatch(/^Saved/);
    expect(await wished('open-space')).toEqual([]);
    const redrawn = async () =>
      (await wished('revise')).filter(wish => wish.message === 'first-conversation-not-yet').length;
    expect(await redrawn()).toBe(0);
    expect(await it_.presses({ ...sam, admin: true }, 'settings choose', { ...gives, start: 'anyone open' })).toMatch(
      /^Saved/,
    );
    expect(await wished('open-space')).toEqual([expect.objectContaining({ cop: cop.id })]);
    expect(await redrawn()).toBe(1); // whoever waited had read that an administrator has to start it
    await it_.presses({ ...sam, admin: true }, 'settings choose', { ...gives, start: 'anyone open' });
    expect(await wished('open-space')).toHaveLength(1);
  });

  it('is started by an administrator where they alone may: whoever waits reads so, and their own start with a press', async () => {
    const { cop, conversation } = await propose();
    const admin = { ...sam, admin: true };
    await it_.store.db.deleteFrom('effects').execute();
    const gives = { section: 'support', team: 'none', start: 'admins open' };
    expect(await it_.presses(admin, 'settings choose', gives)).toMatch(/Rust waits to be started.*\[Start it now\]/);
    expect(await wished('post')).toEqual([
      expect.objectContaining({ message: 'first-conversation-not-yet', to: cop.starter_id }),
    ]);
    expect(await it_.presses(al, 'home show')).toMatch(/Rust: an administrator has still to start it/);
    expect(await it_.presses(al, 'first-conversation start', { conversation })).toMatch(
      /^Rust[\s\S]*only administrators start CoPs[^[]*\[Don't start it\]$/,
    );
    expect(await it_.presses(mo, 'first-conversation start', { conversation })).toMatch(/isn't open to you/);
    await it_.store.db.deleteFrom('effects').execute();
    const own = { ...al, admin: true };
    expect(await it_.presses(own, 'first-conversation start', { conversation })).toMatch(/Rust has the go-ahead since/);
    expect(await wished('open-space')).toEqual([expect.objectContaining({ cop: cop.id })]);
    expect(await it_.presses(admin, 'first-conversation start', { conversation })).toMatch(/go-ahead already/);
  });

  it('needs a Support Team: without one, CoPs start straight away', async () => {
    await choose(it_, { startPolicy: 'after-conversation' });
    expect(await it_.presses(al, 'cop start', { name: 'Rust', domain: 'Rust', conversation: 'phone' })).toMatch(
      /^Starting Rust/,
    );
    expect(await wished('post')).not.toContainEqual(expect.objectContaining({ to: 'support' }));
  });
});

it.each([
  ['cop start', sam, () => ({ name: 'New', domain: 'x', conversation: 'phone' })],
  ['cop start', sam, () => ({ name: 'New', domain: 'x', facilitator: mo.id })],
  ['settings choose', { ...sam, admin: true }, () => ({ section: 'forum', forum: 'make' })],
  ['first-conversation ask', mo, () => ({ cop: it_.otherCop })],
  ['first-conversation take', sue, about],
  ['first-conversation note', sue, () => ({ ...about(), notes: 'x', domain: 'y' })],
  ['first-conversation finish', sue, about],
  ['first-conversation withdraw', amira, about],
  ['nomination ask', amira, () => ({ cop: it_.cop, person: mo.id })],
  ['nomination ask', amira, () => ({ cop: it_.cop, person: sam.id })],
  ['nomination withdraw', amira, () => ({ nomination: it_.nomination })],
  ['nomination accept', nia, () => ({ nomination: it_.nomination })],
] as const)('%s takes at most 8 statements', async (command, who, options) => {
  await it_.presses(who, 'home show'); // known by now
  await it_.presses(sam, 'home show');
  if (command === 'nomination ask') await it_.presses(nia, 'nomination decline', { nomination: it_.nomination });
  it_.statements.length = 0;
  await it_.presses(who, command, options());
  expect(it_.statements.filter(sql => !/^(begin|commit)/.test(sql)).length).toBeLessThanOrEqual(8);
});
