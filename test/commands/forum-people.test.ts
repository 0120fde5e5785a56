/** Who is in the Facilitators' forum, as the platform tells of it while the bot itself is at work on it. */
import { afterEach, describe, expect, it } from 'vitest';
import { engines } from '../support/engines.ts';
import { amira, choose, nia, type Village, village } from '../support/village.ts';

let it_: Village;
afterEach(() => it_?.store.close());

const forum = { platform: 'discord', workspace: 'here', id: 'forum-1' } as const;
const there = () => it_.store.db.selectFrom('forum_people').select('left_at').execute();
const told = async (kind: 'joined' | 'left', id: string, who = amira) =>
  it_.happened({
    kind,
    id,
    space: forum,
    who: { platform: 'discord', workspace: 'here', id: who.id, name: who.name },
  });

describe.each(engines)('on $engine', ({ skip, migrated }) => {
  it.skipIf(skip)('whom the bot is putting out is not taken for gone by hand, and so is told of it', async () => {
    it_ = await village(await migrated());
    await choose(it_, { forum: 'wanted', forumChannel: forum.id });
    await told('joined', 'f1');
    expect(await there()).toEqual([{ left_at: null }]);
    await it_.presses(nia, 'nomination accept', { nomination: it_.nomination });
    expect(await it_.store.db.selectFrom('effects').select('kind').where('kind', '=', 'forum').execute()).toHaveLength(
      2,
    );
    await told('left', 'f2');
    expect(await there()).toEqual([{ left_at: null }]);
    await it_.store.db.updateTable('effects').set({ settled_at: 1, state: 'done' }).execute();
    await told('left', 'f3');
    expect(await there()).toEqual([]);
  });

  it.skipIf(skip)('whom the bot is bringing in is not taken for come by hand, and so is greeted', async () => {
    it_ = await village(await migrated());
    await choose(it_, { forum: 'wanted', forumChannel: forum.id });
    await it_.presses(nia, 'nomination accept', { nomination: it_.nomination });
    await told('joined', 'f1', nia);
    expect(await there()).toEqual([]);
    await it_.store.db.updateTable('effects').set({ settled_at: 1, state: 'done' }).execute();
    await told('joined', 'f2', nia);
    expect(await there()).toEqual([{ left_at: null }]);
  });
});
