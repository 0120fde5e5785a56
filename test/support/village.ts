/** A network with two CoPs and people of every standing, and another network beside it: for tests of who may do what. */
import { type Desk, desk, type Presser } from './desk.ts';

export const at = (workspace: string, id: string, name: string): Presser => ({ id, name, workspace });
export const amira = at('here', 'u-amira', 'Amira');
export const mo = at('here', 'u-mo', 'Mo');
export const al = at('here', 'u-al', 'Al');
export const nia = at('here', 'u-nia', 'Nia');
export const yan = at('here', 'u-yan', 'Yan');
export const ivy = at('here', 'u-ivy', 'Ivy');
export const sam = at('here', 'u-sam', 'Sam');
export const zed = at('there', 'u-zed', 'Zed');
export const zoe = at('there', 'u-zoe', 'Zoe');

export interface Village extends Desk {
  readonly cop: string;
  readonly otherCop: string;
  readonly request: string;
  readonly nomination: string;
  readonly invitation: string;
  readonly document: string;
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

/** Amira facilitates Wound Care (Mo is in, Al asks, Ivy is invited, Nia is asked to facilitate); Yan facilitates Another; Zed one of the same name elsewhere. */
export async function village(): Promise<Village> {
  const it = await desk();
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
  await it.presses(amira, 'cop invite', { cop, people: ivy.id });
  await it.presses(mo, 'document save', { cop, title: 'Dressing protocol' }, { message: shared(mo.id) });
  await db.deleteFrom('effects').execute();
  const only = async (table: 'join_requests' | 'nominations' | 'invitations' | 'documents') =>
    (await db.selectFrom(table).select('id').executeTakeFirstOrThrow()).id as string;
  return {
    ...it,
    cop,
    otherCop: other,
    request: await only('join_requests'),
    nomination: await only('nominations'),
    invitation: await only('invitations'),
    document: await only('documents'),
  };
}
