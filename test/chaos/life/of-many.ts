/** A shorter life, of a community among others: each step is one thing that is kept, pressed for again until it is. */
import type { Persona } from '../../../playground/driver.ts';
import type { PlatformName } from '../../../src/domain/platforms.ts';
import type { Store } from '../../../src/store/engine.ts';
import { afternoonIn, whenIn } from '../../support/scenes.ts';
import { dm, fills, here, typed } from './act.ts';

export interface Community {
  readonly platform: PlatformName;
  readonly store: Store;
  /** Nobody else's: all that is theirs is called by it. */
  readonly word: string;
  readonly title: string;
  readonly starter: Persona;
  readonly asker: Persona;
  readonly guest: Persona;
}

export interface Step {
  readonly does: string;
  play(it: Community): Promise<void>;
  kept(it: Community): Promise<boolean>;
}

const copOf = ({ store, title }: Community) =>
  store.db.selectFrom('cops').select(['id', 'space_name']).where('name', '=', title).executeTakeFirst();

/** Its space is made by now. */
async function cop(it: Community) {
  const found = await copOf(it);
  if (!found?.space_name) throw new Error(`${it.title} has no space`);
  return { id: found.id, in: found.space_name };
}

/** Whether there is a row of its own in that state. */
const has =
  (table: 'join_requests' | 'invitations' | 'meetings', ...states: readonly string[]) =>
  async (it: Community): Promise<boolean> => {
    const { id } = await cop(it);
    const rows = await it.store.db.selectFrom(table).select('state').where('cop_id', '=', id).execute();
    return rows.some(({ state }) => states.length === 0 || states.includes(state));
  };

const paper = ({ word }: Community) => `Our paper on ${word}`;

export const steps: readonly Step[] = [
  {
    does: 'start',
    async play({ starter, title }) {
      await starter.types('/startcop', here);
      await fills(starter, { Name: title, 'What do you care about?': 'Healing' });
    },
    kept: async it => (await copOf(it)) !== undefined,
  },
  {
    does: 'ask in',
    async play({ asker, word, title }) {
      await asker.types(`/cop find ${word}`, here);
      await asker.presses('Request to join', { with: new RegExp(title) });
      await fills(asker, {});
    },
    kept: has('join_requests'),
  },
  {
    does: 'approve',
    async play({ starter, asker }) {
      await starter.presses('Approve', { ...dm, with: new RegExp(`${asker.name} asks to join`) });
    },
    kept: has('join_requests', 'approved'),
  },
  {
    does: 'pin by hand',
    async play(it) {
      const { asker } = it;
      const space = await cop(it);
      const mine = async () => (await asker.reads(space.in)).find(one => one.text.startsWith(paper(it)));
      await asker.pins((await mine()) ?? (await asker.posts(space.in, `${paper(it)} https://example.org/${it.word}`)));
    },
    async kept(it) {
      const { id } = await cop(it);
      const { db } = it.store;
      const rows = await db.selectFrom('documents').select('state').where('cop_id', '=', id).execute();
      return rows.some(one => one.state === 'kept');
    },
  },
  {
    does: 'invite',
    async play(it) {
      await it.starter.types('/cop invite', await cop(it));
      await fills(it.starter, { 'Who would care about this?': [it.guest.name] });
    },
    kept: has('invitations'),
  },
  {
    does: 'accept',
    async play({ guest, title }) {
      await guest.presses('Join', { ...dm, with: new RegExp(`invites you to ${title}`) });
    },
    kept: has('invitations', 'accepted'),
  },
  {
    does: 'call a meeting',
    async play(it) {
      await it.starter.types('/cop meet', await cop(it));
      const when = whenIn(await it.starter.form(), afternoonIn(Date.now(), 20)); // the same day, however long they are held up
      await it.starter.submits({ 'What about?': `Who turns ${it.word}?`, ...when });
      await it.starter.presses('Yes, call it', { with: new RegExp(it.word) });
    },
    kept: has('meetings', 'called'),
  },
  {
    does: 'come',
    async play(it) {
      await it.asker.presses("I'll come", { in: (await cop(it)).in, with: new RegExp(it.word) });
    },
    async kept(it) {
      const { id } = await cop(it);
      const rows = await it.store.db.selectFrom('meeting_answers').select('says').where('cop_id', '=', id).execute();
      return rows.some(one => one.says === 'comes');
    },
  },
  {
    does: 'leave',
    async play(it) {
      await it.guest.types(typed(it.platform, 'leave', 'me leave'), await cop(it));
      await it.guest.presses('Leave', { with: new RegExp(`Leave ${it.title}`) });
    },
    async kept(it) {
      const { id } = await cop(it);
      const { db } = it.store;
      const gone = db
        .selectFrom('audit')
        .select('id')
        .where('command', '=', 'membership go')
        .where('about_id', '=', id);
      return (await gone.execute()).length > 0; // who waits to be let in, or was counted out, has not left
    },
  },
];
