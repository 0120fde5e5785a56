/**
 * Who is in the Facilitators' forum, held against who facilitates something. Who was let in for that and does so no more is put out; who
 * left by hand is asked, not dragged back; anybody else in it is somebody's guest, and none of the bot's business.
 */
import { forum, post } from '../../commands/effects.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Settings } from '../../domain/settings.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import * as cops from '../../store/cops.ts';
import * as differences from '../../store/differences.ts';
import * as echoes from '../../store/echoes.ts';
import type { Reader } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as forumPeople from '../../store/forum-people.ts';
import * as people from '../../store/people.ts';
import * as settings from '../../store/settings.ts';
import { inWork, type Working } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';
import type { Platforms } from './tend-libraries.ts';

interface Where {
  readonly network: Settings['networkId'];
  readonly workspace: Settings['workspace'];
}

export function comparingForum(bot: Bot, platforms: Platforms): (chosen: Settings) => Promise<void> {
  const { db } = bot.store;

  return async ({ networkId: network, workspace, forumChannel }) => {
    if (forumChannel === undefined) return;
    const { platform, id } = workspaceOf(workspace);
    const before = await forumPeople.all(db, network, workspace);
    const theyAre = await facilitators(db, { network, workspace });
    const known = await people.known(db, network, { workspace, cop: undefined }, [...before.keys(), ...theyAre]);
    const accounts = new Map([...known.values()].flatMap(one => (one.accountId ? [[one.accountId, one.id]] : [])));
    const forum = { platform, workspace: id, id: forumChannel } as const;
    const there = await platforms.get(platform)?.members(forum, new Set(accounts.keys()));
    if (!there) return;
    const here = new Set(there.flatMap(one => accounts.get(one.id) ?? []));
    if (isAsBefore(before, here, theyAre)) return;
    await db.transaction().execute(async tx => {
      if ((await settings.of(tx, network, workspace)).forumChannel !== forumChannel) return;
      await inWork(bot, tx, workspace, working => holdAgainst(working, { network, workspace }, before, here));
    });
  };

  async function holdAgainst(
    working: Working,
    { network, workspace }: Where,
    before: ReadonlyMap<PersonId, 'in' | 'left'>,
    here: ReadonlySet<PersonId>,
  ): Promise<void> {
    const { tx, after } = working;
    const theyAre = await facilitators(tx, { network, workspace });
    for (const one of here) if (theyAre.has(one)) await cameToForum(working, { network, workspace }, one);
    const asked = await differences.openPeople(tx, network); // may still be put back
    for (const [one, was] of before) {
      if (here.has(one) && !theyAre.has(one) && !asked.has(one)) {
        const cop = await cops.anyIn(tx, network, workspace);
        if (cop) after(lane.workspace(workspace), forum(cop, one));
      } else if (!here.has(one) && was === 'in') await leftForum(working, { network, workspace }, one);
    }
  }
}

const facilitators = async (reader: Reader, { network, workspace }: Where) =>
  new Set((await facilitating.inWorkspace(reader, network, workspace)).map(one => one.person));

const isAsBefore = (
  before: ReadonlyMap<PersonId, 'in' | 'left'>,
  here: ReadonlySet<PersonId>,
  theyAre: ReadonlySet<PersonId>,
): boolean =>
  [...here].every(one => theyAre.has(one) && before.get(one) === 'in') &&
  [...before].every(([one, was]) => here.has(one) || was === 'left');

/** By hand: whom the bot itself is still bringing in, it greets when it knows that they are. */
export async function cameToForum(
  { tx, now }: Pick<Working, 'tx' | 'now'>,
  { network, workspace }: Where,
  person: PersonId,
): Promise<void> {
  if (await echoes.movingInForum(tx, network, workspace, person)) return;
  await forumPeople.letIn(tx, network, workspace, person, now);
}

/** By hand, or put out by somebody: which, nobody tells. Whom the bot itself is still bringing in or out, it tells itself. */
export async function leftForum(
  { tx, now, after }: Pick<Working, 'tx' | 'now' | 'after'>,
  { network, workspace }: Where,
  person: PersonId,
): Promise<void> {
  if (await echoes.movingInForum(tx, network, workspace, person)) return;
  const still = await facilitating.facilitatedBy(tx, network, workspace, person);
  if (!still) return forumPeople.forget(tx, network, workspace, person);
  if (!(await forumPeople.leave(tx, network, workspace, person, now))) return;
  const cop = await cops.byId(tx, network, still);
  if (!cop) return;
  after(lane.person(person), post(cop, 'forum-left', person, { kind: 'cop', id: still }));
}
