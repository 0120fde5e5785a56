/** The scene with as much of everything as there can be, in words as long as they may be and full of what is markup somewhere. */
import { type Insertable, type InsertObject, sql } from 'kysely';
import { limits as copLimits } from '../../../src/domain/cop.ts';
import { limits as roleLimits } from '../../../src/domain/core-role.ts';
import { limits as documentLimits } from '../../../src/domain/document.ts';
import { limits as conversationLimits } from '../../../src/domain/first-conversation.ts';
import { limits as requestLimits } from '../../../src/domain/join-request.ts';
import { limits as meetingLimits } from '../../../src/domain/meeting.ts';
import { limits as promiseLimits } from '../../../src/domain/promise.ts';
import type { Db } from '../../../src/store/engine.ts';
import type { Schema } from '../../../src/store/schema.ts';
import { amira, mo } from '../village.ts';
import type { Scene } from './scene.ts';

const many = 101;
const all = Array.from({ length: many }, (_, n) => n);
const mostName = 80;

export const long = (most: number, begins = ''): string => (begins + '*_~`<@&>|[x](y) '.repeat(most)).slice(0, most);
const id = (kind: string, n: number) => `01${kind.repeat(19).slice(0, 19)}${String(n).padStart(5, '0')}`;
const hour = 3600_000;
const today = Date.UTC(2026, 2, 3, 8);

type Grown<T extends keyof Schema> = { readonly [C in keyof Insertable<Schema[T]>]?: unknown };

/** Like the first one there is, but for what differs. */
async function more<T extends keyof Schema>(db: Db, table: T, differs: (n: number) => Grown<T>, ns = all) {
  const first = await db
    .selectFrom(table as 'cops')
    .selectAll()
    .orderBy(sql`rowid`)
    .executeTakeFirstOrThrow();
  const { n: _own, ...like } = first as typeof first & { n?: number };
  for (const n of ns)
    await db
      .insertInto(table as 'cops')
      .values({ ...like, ...differs(n) } as InsertObject<Schema, 'cops'>)
      .execute();
}

export async function grow({ store: { db }, cop }: Scene): Promise<void> {
  await lengthen(db);
  const who = async (account: string) =>
    (await db.selectFrom('accounts').select('person_id').where('external_id', '=', account).executeTakeFirstOrThrow())
      .person_id;
  const [me, member] = [await who(amira.id), await who(mo.id)];
  const person = (n: number) => id('P', n);
  await more(db, 'persons', n => ({ id: person(n), name: long(mostName, `Person ${n} `) }));
  await more(db, 'accounts', n => ({
    external_id: `2000000000000${String(n).padStart(5, '0')}`,
    person_id: person(n),
  }));
  const state = (n: number) => ({ state: n < 90 ? 'member' : 'left', role: n < 10 ? 'facilitator' : 'member' });
  await more(db, 'memberships', n => ({ cop_id: cop, person_id: person(n), ...state(n), since: n + 2 }));
  await more(db, 'join_requests', n => ({
    ...{ id: id('R', n), person_id: person(n), created_at: n },
    ...(n < 90 && {
      state: n % 2 ? 'approved' : 'declined',
      decided_by: me,
      decided_at: n,
      reason: long(requestLimits.reason),
    }),
  }));
  await more(db, 'documents', n => ({
    ...{ id: id('D', n), message_key: `k${n}`, link_key: null, title: long(documentLimits.title, `Paper ${n} `) },
    ...{ url: `https://example.org/${'a'.repeat(2900)}${n}`, pinned: n % 2, review_at: 1, saved_at: today + n },
    kind: ['link', 'file', 'message', 'notes'][n % 4],
  }));
  const { network_id } = await db.selectFrom('cops').select('network_id').executeTakeFirstOrThrow();
  const of = { network_id, cop_id: cop as never, words: long(copLimits.statement) };
  for (const n of all)
    await db
      .insertInto('statements')
      .values({ ...of, id: id('S', n), by: person(n) as never, at: n })
      .execute();
  await ofMeetings(db, person, me);
  await ofRoles(db, person);
  await more(db, 'cops', n => ({
    ...{
      id: id('X', n),
      name: long(copLimits.name, `CoP ${n} `),
      name_key: `cop${n}`,
      slug: `c-${n}`,
      space_id: `s-${n}`,
    },
    ...{ space_name: `cop-${'x'.repeat(70)}-${n}`, closed_at: n % 10 === 9 ? 5 : null },
    ...{ resting_since: n % 10 === 8 ? 5 : null, closes_at: n % 10 === 7 ? today + 9 * 24 * hour : null },
  }));
  const inEach = { state: 'member', since: 3 };
  await more(db, 'memberships', n => ({ cop_id: id('X', n), person_id: me, role: 'facilitator', ...inEach }));
  await more(db, 'memberships', n => ({ cop_id: id('X', n), person_id: member, role: 'member', ...inEach }));
  await more(db, 'join_requests', n => ({ id: id('T', n), cop_id: id('X', n), created_at: n }));
  await more(db, 'documents', n => ({ id: id('E', n), cop_id: id('X', n), message_key: `e${n}`, saved_at: today + n }));
}

async function lengthen(db: Db): Promise<void> {
  const { words, reason: _reason } = requestLimits;
  const { name, domain, statement, welcome, joinQuestion } = copLimits;
  await db
    .updateTable('persons')
    .set({ name: sql`substr(name || ' ' || ${long(mostName)}, 1, ${mostName})` })
    .where('name', '<>', '')
    .execute();
  const longest = {
    domain: long(domain),
    statement: long(statement),
    welcome: long(welcome),
    join_question: long(joinQuestion),
  };
  await db
    .updateTable('cops')
    .set({ name: sql`substr(name || ' ' || ${long(name)}, 1, ${name})`, ...longest })
    .execute();
  await db
    .updateTable('join_requests')
    .set({ words: long(words), question: long(joinQuestion) })
    .execute();
  await db
    .updateTable('nominations')
    .set({ words: long(300) })
    .execute();
  await db
    .updateTable('role_suggestions')
    .set({ words: long(roleLimits.words) })
    .execute();
  const talked = { planned: long(conversationLimits.planned), notes: long(conversationLimits.notes) };
  const drafted = { draft_domain: long(domain), draft_statement: long(statement) };
  await db
    .updateTable('first_conversations')
    .set({ words: long(conversationLimits.words), ...talked, ...drafted })
    .execute();
  const tags = JSON.stringify(Array.from({ length: documentLimits.tags }, (_, n) => long(documentLimits.tag, `${n}`)));
  const paper = {
    title: long(documentLimits.title),
    why: long(documentLimits.why),
    words: long(documentLimits.words),
    tags,
  };
  await db.updateTable('documents').set(paper).execute();
  await db
    .updateTable('meetings')
    .set({ about: long(meetingLimits.about), place: long(meetingLimits.place) })
    .execute();
}

async function ofMeetings(db: Db, person: (n: number) => string, me: string): Promise<void> {
  const first = await db.selectFrom('meetings').select(['id', 'network_id', 'cop_id']).executeTakeFirstOrThrow();
  const of = { network_id: first.network_id, cop_id: first.cop_id, meeting_id: first.id };
  await more(db, 'meetings', n => ({ id: id('M', n), starts_at: today + 24 * hour + n * hour }));
  for (const n of all) {
    const by = { ...of, person_id: person(n) as never, at: n };
    await db
      .insertInto('meeting_answers')
      .values({ ...by, says: n % 3 ? 'comes' : 'not' })
      .execute();
    const words = long(meetingLimits.question);
    await db
      .insertInto('meeting_questions')
      .values({ ...by, id: id('Q', n) as never, words })
      .execute();
    for (const part of ['open', 'time', 'write', 'newcomers', 'awkward'] as const)
      await db
        .insertInto('meeting_parts')
        .values({ ...by, part: part as never, offered_at: null })
        .execute();
    const promise = { id: id('W', n) as never, words: long(promiseLimits.words), created_at: today - n, done_at: null };
    const whose = { person_id: (n % 3 ? person(n) : me) as never, written_by: person(n) as never };
    await db
      .insertInto('promises')
      .values({ ...of, ...promise, ...whose })
      .execute();
  }
}

async function ofRoles(db: Db, person: (n: number) => string): Promise<void> {
  const { network_id } = await db.selectFrom('cops').select('network_id').executeTakeFirstOrThrow();
  const own = all.slice(0, roleLimits.own).map(n => id('N', n));
  for (const [n, role] of own.entries())
    await db
      .insertInto('network_roles')
      .values({
        ...{ id: role as never, network_id, name: long(roleLimits.name, `Role ${n} `), name_key: `role${n}` },
        ...{ line: long(roleLimits.line), removed_at: null, version: 1, created_at: n },
      })
      .execute();
  const five = ['agenda-activist', 'critical-friend', 'social-reporter', 'external-messenger', 'community-keeper'];
  for (const [r, role] of [...five, ...own].entries())
    await more(
      db,
      'core_roles',
      n => ({ id: id(`C${r}`, n), person_id: person(n), role, network_role_id: r < five.length ? null : role }),
      all.slice(0, 90),
    );
}
