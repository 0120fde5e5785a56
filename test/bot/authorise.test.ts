/** The whole table: every command that is about a record, held against every kind of person, of this CoP, another, and another network. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { Cop } from '../../src/domain/cop.ts';
import type { CopId } from '../../src/domain/ids.ts';
import type { Presser } from '../support/desk.ts';
import { ada, al, amira, ivy, mo, nia, sam, shared, sue, village, yan, zed, zoe } from '../support/village.ts';

const people: Readonly<Record<string, Presser>> = {
  'its facilitator': amira,
  'a member': mo,
  'who asks in': al,
  'who is asked to facilitate': nia,
  'who is invited': ivy,
  "another CoP's facilitator": yan,
  'the Support Team': sue,
  'an administrator': { ...sam, admin: true },
  'anyone here': sam,
  'an administrator next door': { ...ada, admin: true },
  "another network's facilitator": zed,
  "another network's stranger": zoe,
  'a stranger in a direct message': { id: 'u-nobody', name: 'Nobody' },
};

/** Who gets in; everybody else meets a closed door. */
const mayIn: Readonly<Record<string, readonly string[]>> = {
  'join-request make': [
    'its facilitator',
    'a member',
    'who asks in',
    'who is asked to facilitate',
    'who is invited',
    "another CoP's facilitator",
    'the Support Team',
    'an administrator',
    'anyone here',
    'an administrator next door',
  ],
  'join-request approve': ['its facilitator'],
  'join-request decline': ['its facilitator'],
  'join-request withdraw': ['who asks in'],
  'talk begin': ['its facilitator'],
  'talk reply': ['its facilitator', 'who asks in'],
  'nomination accept': ['who is asked to facilitate'],
  'nomination decline': ['who is asked to facilitate'],
  'nomination withdraw': ['its facilitator'],
  'nomination ask': ['its facilitator'],
  'question ask': [
    'its facilitator',
    'a member',
    'who asks in',
    'who is asked to facilitate',
    'who is invited',
    "another CoP's facilitator",
    'the Support Team',
    'an administrator',
    'anyone here',
    'an administrator next door',
  ],
  'question answer': ['its facilitator'],
  'meeting call': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting list': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting post': ['a member'],
  'meeting offer': ['a member'],
  'meeting redraft': ['a member'],
  'meeting vote': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting take': ['its facilitator', 'a member'],
  'meeting move': ['its facilitator', 'a member'],
  'meeting cancel': ['its facilitator', 'a member'],
  'meeting again': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting show': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting reserve': ['its facilitator'],
  'meeting write': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document notes': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'promise list': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'promise done': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'promise undone': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting drop': ['a member'],
  'meeting come': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting not': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting ask': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting agenda': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting parts': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting take-part': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting lay-down': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'meeting will-write': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'forum ask': ['its facilitator'],
  'nomination go-on': ['who is asked to facilitate'],
  'first-conversation ask': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'first-conversation take': ['the Support Team'],
  'first-conversation note': ['the Support Team'],
  'first-conversation draft': ['the Support Team'],
  'first-conversation use-draft': ['its facilitator'],
  'first-conversation finish': ['the Support Team'],
  'first-conversation post-again': ['the Support Team'],
  'first-conversation go-ahead': ['the Support Team'],
  'first-conversation start': ['its facilitator', 'an administrator'],
  'first-conversation not-yet': ['the Support Team'],
  'first-conversation withdraw': ['its facilitator'],
  'invitation accept': ['who is invited'],
  'invitation decline': ['who is invited'],
  'cop share': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'cop spread': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'cop invite': ['its facilitator'],
  'cop edit': ['its facilitator'],
  'cop export': ['its facilitator'],
  'join-request look-back': ['its facilitator'],
  'facilitator show': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'facilitator step-down': ['its facilitator'],
  'meeting calendar': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'newcomer hello': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'newcomer change-hello': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'newcomer post-hello': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'newcomer found': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'newcomer not-yet': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'newcomer ask': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'membership leave': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'membership go': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'membership remove': ['its facilitator'],
  'cop rest': ['its facilitator'],
  'cop change-rest': ['its facilitator'],
  'cop wake': ['its facilitator'],
  'cop end-rest': ['its facilitator'],
  'cop reopen': ['its facilitator', 'the Support Team'],
  'cop rebuild': ['its facilitator', 'the Support Team'],
  'cop keep': ['its facilitator', 'the Support Team'],
  'closing space': ['its facilitator'],
  'closing call-off': ['its facilitator'],
  'closing change': ['its facilitator'],
  'closing go-on': ['its facilitator'],
  'closing named': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'closing wants': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'closing wait': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'cop close': ['its facilitator'],
  'cop statement': [
    'its facilitator',
    'a member',
    'who asks in',
    'who is asked to facilitate',
    'who is invited',
    "another CoP's facilitator",
    'the Support Team',
    'an administrator',
    'anyone here',
    'an administrator next door',
  ],
  'document find': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document save': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document pinned': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document retitle': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document list': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document page': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document open': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document ask': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document show': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document send-file': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document add': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document edit': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document pin': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document unpin': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document offer': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'document remove': ['its facilitator', 'a member'],
  'document restore': ['its facilitator', 'a member'],
  'document keep': ['a member'],
  'document let-go': ['a member'],
  'document offers': ['its facilitator'],
  'document review': ['its facilitator'],
  'document reviewed': ['its facilitator'],
  'role show': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'role volunteer': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'role suggest': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'role step-back': ['a member'],
  'role go-on': ['a member'],
  'role accept': ['who is asked to facilitate'],
  'role decline': ['who is asked to facilitate'],
  'role withdraw': ['its facilitator'],
  'cop try-again': ['its facilitator', 'an administrator'],
  'cop post-again': ['its facilitator'],
  'forum come-back': ['its facilitator'],
  'difference put-back': ['its facilitator', 'the Support Team'],
  'difference right': ['its facilitator', 'the Support Team'],
  'stand-in offer': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'stand-in ask': ['the Support Team'],
  'stand-in step-in': ['the Support Team', 'an administrator'],
  'stand-in withdraw': ['a member'],
  'stand-in object': ['its facilitator', 'a member', 'who is asked to facilitate'],
  'stand-in accept': ['the Support Team', 'an administrator'],
  'stand-in decline': ['the Support Team', 'an administrator'],
};

type Village = Awaited<ReturnType<typeof village>>;

/** Somebody wants to know something before asking in: only they can be answered. */
async function asksFirst(
  { db }: Village['store'],
  presses: Village['presses'],
  cop: string,
): Promise<{ person: string }> {
  await presses({ id: 'u-quin', name: 'Quin', workspace: 'here' }, 'question ask', { cop, words: 'When do you meet?' });
  const row = await db
    .selectFrom('accounts')
    .select('person_id')
    .where('external_id', '=', 'u-quin')
    .executeTakeFirst();
  return { person: row?.person_id ?? '' };
}
const optionsOf = (
  records: Pick<
    Village,
    | 'cop'
    | 'request'
    | 'nomination'
    | 'invitation'
    | 'document'
    | 'conversation'
    | 'talk'
    | 'carried'
    | 'suggestion'
    | 'difference'
    | 'standIn'
    | 'meeting'
  >,
) => {
  const {
    cop,
    request,
    nomination,
    invitation,
    document,
    conversation,
    talk,
    carried,
    suggestion,
    difference,
    standIn,
    meeting,
  } = records;
  return {
    ...{ cop, request, nomination, invitation, document, conversation, talk, carried, suggestion, difference, standIn },
    meeting,
    role: 'community-keeper',
    part: 'write',
    ...{ title: 'New title', name: 'x', words: 'A word' },
  };
};

const closed =
  /isn't here any more, or it isn't open to you|^Only the (members|facilitators) of|is for an administrator to decide|see which server of yours/;
const aboutRecords = commands.filter(command => command.about !== 'network');

it('knows every command that is about a record', () => {
  expect(aboutRecords.map(command => command.name).sort()).toEqual(Object.keys(mayIn).sort());
});

describe.each(aboutRecords.map(command => command.name))('%s', name => {
  it.each(Object.keys(people))('%s', async person => {
    const { presses, store, ...records } = await village();
    const options = {
      ...optionsOf(records),
      ...(name === 'question answer' && (await asksFirst(store, presses, records.cop))),
    };
    const before = await everything(store);
    const who = people[person] as Presser;
    const words = await presses(who, name, options, { message: shared(mo.id, 'm2') });
    if (mayIn[name]?.includes(person)) expect(words).not.toMatch(closed);
    else {
      expect(words).toMatch(closed);
      expect(words).not.toMatch(/clinic|protocol/);
      expect(await everything(store)).toEqual(before);
    }
    await store.close();
  });
});

/** What each state of a CoP is to what asks for an open or a living one. */
const saidOf: Readonly<Record<Cop['state'], RegExp>> = {
  open: /^(?!.*(is closed\. .* lists those that are open|isn't open yet|is being set up|was not started, so))/s,
  proposed: /isn't open yet/,
  starting: /is being set up/,
  'not-started': /was not started, so/,
  closed: /is closed\. .* lists those that are open/,
};
const willDo: Readonly<Record<string, readonly Cop['state'][]>> = {
  'an open CoP': ['open'],
  'a living CoP': ['open', 'starting', 'proposed'],
  'any CoP': ['open', 'starting', 'proposed', 'not-started', 'closed'],
};

describe.each(aboutRecords.map(command => [command.name, command.in] as const))('%s, in %s', (name, footing) => {
  it.each(Object.keys(saidOf) as Cop['state'][])('%s', async state => {
    const person = people[mayIn[name]?.find(one => one !== 'a stranger in a direct message') ?? ''] as Presser;
    const { presses, store, ...records } = await village();
    const rows = state === 'closed' ? { closed_at: 1 } : { state };
    await store.db
      .updateTable('cops')
      .set(rows)
      .where('id', '=', records.cop as CopId)
      .execute();
    const options = {
      ...optionsOf(records),
      ...(name === 'question answer' && (await asksFirst(store, presses, records.cop))),
    };
    const before = await everything(store);
    const words = await presses(person, name, options, { message: shared(mo.id, 'm2') });
    const goes = willDo[footing]?.includes(state);
    if (goes) expect(words).toMatch(saidOf.open);
    else {
      expect(words).toMatch(saidOf[state]);
      expect(await everything(store)).toEqual(before);
    }
    await store.close();
  });
});

it('answers for what is not theirs exactly as for what is not there', async () => {
  const { presses, request, store } = await village();
  const nowhere = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
  expect(await presses(zed, 'join-request approve', { request })).toBe(
    await presses(zed, 'join-request approve', { request: nowhere }),
  );
  expect(await presses(yan, 'join-request approve', { request })).toBe(
    await presses(yan, 'join-request approve', { request: nowhere }),
  );
  await store.close();
});

/** Every row, but who has become known by pressing. */
async function everything({ db }: Awaited<ReturnType<typeof village>>['store']) {
  const tables = [
    'cops',
    'statements',
    'memberships',
    'join_requests',
    'talks',
    'nominations',
    'invitations',
    'first_conversations',
    'documents',
    'libraries',
    'core_roles',
    'network_roles',
    'role_suggestions',
    'differences',
    'stand_ins',
    'meetings',
    'meeting_answers',
    'meeting_questions',
    'meeting_parts',
    'promises',
    'effects',
    'audit',
  ] as const;
  return Promise.all(tables.map(table => db.selectFrom(table).selectAll().execute()));
}
