/** The village with people of every standing in it, in every state that its CoP can be in. */
import type { Updateable } from 'kysely';
import type { CopId, PersonId } from '../../../src/domain/ids.ts';
import * as closings from '../../../src/store/closings.ts';
import type { Store } from '../../../src/store/engine.ts';
import type { Schema } from '../../../src/store/schema.ts';
import { type Desk, desk, type Presser } from '../desk.ts';
import { imageOf } from '../store.ts';
import { ada, al, amira, at, ivy, mo, nia, sam, sue, type Village, village, yan, zed, zoe } from '../village.ts';

const pia = at('here', 'u-pia', 'Pia');
const jo = at('here', 'u-jo', 'Jo');
const fay = at('here', 'u-fay', 'Fay');
const rex = at('here', 'u-rex', 'Rex');

export const peopleIn: Readonly<Record<string, Presser>> = {
  'its facilitator': amira,
  'a former facilitator': fay,
  'a member': pia,
  'who carries a role': mo,
  'who is asked to facilitate': nia,
  'who is let in just now': jo,
  'who asks in': al,
  'who is invited': ivy,
  'taken out a second ago': rex,
  "another CoP's facilitator": yan,
  'the Support Team': sue,
  'an administrator': { ...sam, admin: true },
  'a stranger': sam,
  'an administrator next door': { ...ada, admin: true },
  "another network's facilitator": zed,
  "another network's stranger": zoe,
  'a stranger in a direct message': { id: 'u-nobody', name: 'Nobody' },
};

type Become = (store: Store, cop: CopId) => Promise<void>;
const cop =
  (rows: Updateable<Schema['cops']>): Become =>
  async ({ db }, id) =>
    void (await db.updateTable('cops').set(rows).where('id', '=', id).execute());

export const states: Readonly<Record<string, Become>> = {
  open: async () => {},
  proposed: cop({ state: 'proposed', space_id: null, space_name: null }),
  starting: cop({ state: 'starting', space_id: null, space_name: null }),
  'not started': cop({ state: 'not-started', space_id: null, space_name: null }),
  closed: cop({ closed_at: 1 }),
  resting: cop({ resting_since: 1 }),
  closing: async (store, id) => {
    const { network_id, starter_id } = await store.db
      .selectFrom('cops')
      .select(['network_id', 'starter_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const dueAt = Date.UTC(2026, 2, 10, 9);
    await store.db.transaction().execute(tx =>
      closings.save(tx, {
        ...{
          copId: id,
          networkId: network_id,
          askedBy: starter_id,
          askedAt: 1,
          dueAt,
          state: 'announced',
          space: 'archived',
        },
        ...{ waitsFor: undefined, keepsRoles: true, keepsLibrary: true, story: undefined, otherStory: undefined },
      }),
    );
    await cop({ closes_at: dueAt })(store, id);
  },
  'without facilitator': async (store, id) => {
    await store.db.updateTable('memberships').set({ role: 'member' }).where('cop_id', '=', id).execute();
    await cop({ unattended_since: 1 })(store, id);
  },
};

export interface Scene extends Village {
  /** The person who asked something before asking in. */
  readonly asker: string;
}

const images = new Map<Become, Promise<{ readonly image: Buffer; readonly ids: Omit<Scene, keyof Desk> }>>();

/** Made once a state: who comes later gets a copy. */
export async function scene(become: Become): Promise<Scene> {
  if (!images.has(become)) images.set(become, remembered(become));
  const { image, ids } = await (images.get(become) as NonNullable<ReturnType<typeof images.get>>);
  return { ...(await desk(undefined, image)), ...ids };
}

async function remembered(become: Become) {
  const it = await village();
  const { cop, request, nomination, conversation, invitation, document, talk, carried, suggestion, ...rest } = it;
  const { otherCop, difference, standIn, meeting, store } = rest;
  for (const who of Object.values(peopleIn)) await it.presses(who, 'home show');
  const asker = await asksFirst(it);
  await standing(store, cop as CopId);
  await become(store, cop as CopId);
  const image = await imageOf(store);
  await store.close();
  const ids = {
    ...{ cop, request, nomination, conversation, invitation, document, talk, carried, suggestion },
    ...{ otherCop, difference, standIn, meeting, asker },
  };
  return { image, ids };
}

async function asksFirst({ presses, store, cop }: Village): Promise<string> {
  const quin = at('here', 'u-quin', 'Quin');
  await presses(quin, 'question ask', { cop, words: 'When do you meet?' });
  const row = await store.db
    .selectFrom('accounts')
    .select('person_id')
    .where('external_id', '=', quin.id)
    .executeTakeFirstOrThrow();
  return row.person_id;
}

async function standing({ db }: Store, cop_id: CopId): Promise<void> {
  const where = await db
    .selectFrom('cops')
    .select(['network_id', 'workspace_id'])
    .where('id', '=', cop_id)
    .executeTakeFirstOrThrow();
  const met = await db
    .selectFrom('accounts')
    .select(['external_id', 'person_id'])
    .where('workspace_id', '=', where.workspace_id)
    .execute();
  const known = (who: Presser) => met.find(one => one.external_id === who.id)?.person_id as PersonId;
  const row = (who: Presser, state: 'member' | 'joining' | 'left', once_facilitated: number | null = null) => ({
    ...{ network_id: where.network_id, cop_id, person_id: known(who) },
    ...({ state, role: 'member', since: 1, once_facilitated } as const),
  });
  await db
    .insertInto('memberships')
    .values([row(pia, 'member'), row(fay, 'member', 1), row(jo, 'joining'), row(rex, 'left')])
    .execute();
}
