/** A network with two CoPs and people of every standing, and another network beside it: for tests of who may do what. */
import type { DifferenceId, MeetingId, StandInId, WorkspaceKey } from '../../src/domain/ids.ts';
import { type Settings, unchosen } from '../../src/domain/settings.ts';
import * as differences from '../../src/store/differences.ts';
import * as meetings from '../../src/store/meetings.ts';
import * as settings from '../../src/store/settings.ts';
import * as standIns from '../../src/store/stand-ins.ts';
import { type Desk, desk, type Presser } from './desk.ts';
import { imageOf } from './store.ts';

export const at = (workspace: string, id: string, name: string): Presser => ({ id, name, workspace });
export const amira = at('here', 'u-amira', 'Amira');
export const mo = at('here', 'u-mo', 'Mo');
export const al = at('here', 'u-al', 'Al');
export const nia = at('here', 'u-nia', 'Nia');
export const yan = at('here', 'u-yan', 'Yan');
export const ivy = at('here', 'u-ivy', 'Ivy');
export const sam = at('here', 'u-sam', 'Sam');
export const sue = at('here', 'u-sue', 'Sue');
/** Of another server of the same network. */
export const ada = at('next-door', 'u-ada', 'Ada');
export const zed = at('there', 'u-zed', 'Zed');
export const zoe = at('there', 'u-zoe', 'Zoe');

export interface Village extends Desk {
  readonly cop: string;
  readonly otherCop: string;
  readonly request: string;
  readonly nomination: string;
  readonly conversation: string;
  readonly invitation: string;
  readonly document: string;
  /** Amira has a word with Al. */
  readonly talk: string;
  /** Mo is its Critical Friend. */
  readonly carried: string;
  /** Amira thinks of Nia as its Social Reporter. */
  readonly suggestion: string;
  /** The bot can't get into its space any more. */
  readonly difference: string;
  /** Mo would look after it. */
  readonly standIn: string;
  /** Mo has called it, for a week from now. */
  readonly meeting: string;
}

export const shared = (author: string, id = 'm1', channel = 'space-1') => ({
  channel: { platform: 'discord' as const, workspace: 'here', id: channel },
  id,
  author,
  byBot: false,
  permalink: `https://discord.com/channels/here/${channel}/${id}`,
  at: 1,
  words: 'Dressing protocol https://example.org/protocol',
  files: [],
  links: [{ url: 'https://example.org/protocol' }],
});

/** Where the Support Team of `here` is; Sue is in it. */
export const supportChannel = { platform: 'discord', workspace: 'here', id: 'support-1' } as const;

/** Amira facilitates Wound Care (Mo is in, Al asks, Ivy is invited, Nia is asked to facilitate) and has asked the Support Team for a chat; Yan facilitates Another; Zed one of the same name elsewhere. */
export async function village(url?: string): Promise<Village> {
  if (url !== undefined && !url.startsWith('sqlite::memory')) return founded(await desk(url));
  asItWas ??= remembered();
  const { image, ids } = await asItWas;
  return { ...(await desk(url, image)), ...ids };
}

let asItWas: ReturnType<typeof remembered> | undefined;

/** Made once: who comes later gets a copy. */
async function remembered() {
  const {
    cop,
    otherCop,
    request,
    nomination,
    conversation,
    invitation,
    document,
    talk,
    carried,
    suggestion,
    difference,
    standIn,
    meeting,
    store,
  } = await founded(await desk());
  const image = await imageOf(store);
  await store.close();
  return {
    image,
    ids: {
      cop,
      otherCop,
      request,
      nomination,
      conversation,
      invitation,
      document,
      talk,
      carried,
      suggestion,
      difference,
      standIn,
      meeting,
    },
  };
}

async function founded(it: Desk): Promise<Village> {
  await it.presses(amira, 'cop start', { name: 'Wound Care', domain: 'Healing wounds', facilitator: nia.id });
  await it.presses(yan, 'cop start', { name: 'Another', domain: 'Something else' });
  await it.presses(zed, 'cop start', { name: 'Wound Care', domain: 'The same elsewhere' });
  const { db } = it.store;
  await db.updateTable('cops').set({ state: 'open' }).execute();
  const cops = await db
    .selectFrom('cops')
    .select(['id', 'name', 'workspace_id'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const [cop, other, elsewhere] = cops.map(one => one.id as string) as [string, string, string];
  for (const [n, id] of [cop, other, elsewhere].entries())
    await db
      .updateTable('cops')
      .set({ space_id: `space-${n + 1}`, space_name: `cop-${n + 1}` })
      .where('id', '=', id as never)
      .execute();
  await db.updateTable('memberships').set({ state: 'member' }).execute();
  await db.deleteFrom('effects').execute(); // as if all had been performed
  await it.happened({
    kind: 'joined',
    id: 'e1',
    space: { platform: 'discord', workspace: 'here', id: 'space-1' },
    who: { platform: 'discord', workspace: 'here', id: mo.id, name: 'Mo' },
  });
  await it.presses(al, 'join-request make', { cop, words: 'I run a clinic' });
  const { id: request } = await db.selectFrom('join_requests').select('id').executeTakeFirstOrThrow();
  await it.presses(amira, 'talk begin', { request, words: 'Do you have Thursdays?' });
  await it.presses(amira, 'cop invite', { cop, people: ivy.id });
  await it.presses(mo, 'document save', { cop, title: 'Dressing protocol' }, { message: shared(mo.id) });
  await choose(it, { supportChannel: supportChannel.id });
  await it.happened({
    kind: 'joined',
    id: 'e2',
    space: supportChannel,
    who: { platform: 'discord', workspace: 'here', id: sue.id, name: 'Sue' },
  });
  await it.presses(amira, 'first-conversation ask', { cop, way: 'phone' });
  await it.presses(mo, 'role volunteer', { cop, role: 'critical-friend', term: 'open' });
  await it.presses(amira, 'role suggest', { cop, role: 'social-reporter', person: nia.id });
  const { network_id, id: copId } = await db
    .selectFrom('cops')
    .select(['network_id', 'id'])
    .where('id', '=', cop as never)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('workspaces')
    .values({ id: 'discord:next-door' as WorkspaceKey, network_id, created_at: 1 })
    .execute();
  const difference = '01ARZ3NDEKTSV4RRFFQ69GDIFF' as DifferenceId;
  const found = {
    id: difference,
    networkId: network_id,
    copId,
    kind: 'space',
    people: [],
    seenBy: [],
    foundAt: 1,
  } as const;
  await db.transaction().execute(tx => differences.add(tx, { ...found, settledAt: undefined, settledAs: undefined }));
  const standIn = '01ARZ3NDEKTSV4RRFFQ69STAND' as StandInId;
  const { person_id: personId } = await db
    .selectFrom('accounts')
    .select('person_id')
    .where('external_id', '=', mo.id)
    .executeTakeFirstOrThrow();
  const offered = {
    id: standIn,
    networkId: network_id,
    copId,
    personId,
    state: 'pending',
    version: 1,
    createdAt: 1,
  } as const;
  await db
    .transaction()
    .execute(tx => standIns.add(tx, { ...offered, objectedAt: undefined, deciderId: undefined, decidedAt: undefined }));
  const meeting = '01ARZ3NDEKTSV4RRFFQ69GMEET' as MeetingId;
  const meets = { about: 'What do we do about heels?', format: 'check-in', minutes: 60, place: undefined } as const;
  const calls = { state: 'called', startsAt: Date.UTC(2026, 2, 10, 14), timeZone: 'Europe/London' } as const;
  const unwritten = { afterId: undefined, notesId: undefined, notesBy: undefined, notesAt: undefined } as const;
  const rest = { sequence: 0, changedAt: 1, version: 1, createdAt: 1 } as const;
  const of = { id: meeting, networkId: network_id, copId, callerId: personId } as const;
  await db.transaction().execute(tx => meetings.add(tx, { ...of, ...meets, ...calls, ...unwritten, ...rest }));
  await db.deleteFrom('effects').execute();
  const only = async (
    table:
      | 'talks'
      | 'nominations'
      | 'invitations'
      | 'documents'
      | 'first_conversations'
      | 'core_roles'
      | 'role_suggestions',
  ) => (await db.selectFrom(table).select('id').executeTakeFirstOrThrow()).id as string;
  return {
    ...it,
    cop,
    otherCop: other,
    request,
    nomination: await only('nominations'),
    conversation: await only('first_conversations'),
    invitation: await only('invitations'),
    document: await only('documents'),
    talk: await only('talks'),
    carried: await only('core_roles'),
    suggestion: await only('role_suggestions'),
    difference,
    standIn,
    meeting,
  };
}

/** As `/cop setup` would, in the workspace `here`. */
export async function choose({ store }: Desk, chosen: Partial<Settings>): Promise<void> {
  const key = 'discord:here' as WorkspaceKey;
  const { network_id } = await store.db
    .selectFrom('workspaces')
    .select('network_id')
    .where('id', '=', key)
    .executeTakeFirstOrThrow();
  await store.db.transaction().execute(async tx => {
    const { version } = await settings.of(tx, network_id, key);
    await settings.save(tx, { ...unchosen(network_id, key), chosenAt: 1, ...chosen, version });
  });
}
