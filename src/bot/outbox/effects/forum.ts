/** The Facilitators' forum: whoever facilitates a CoP is in it, for as long as they do. */

import { helloIn, pin, post } from '../../../commands/effects.ts';
import { type Lane, lane } from '../../../domain/effect.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { workspaceKey, workspaceOf } from '../../../domain/workspace.ts';
import { wordsIn } from '../../../messages/language.ts';
import { forumWords } from '../../../messages/settings.ts';
import { passes } from '../../../platform/again.ts';
import type { Channel } from '../../../platform/chat-platform.ts';
import * as effects from '../../../store/effects.ts';
import type { Reader } from '../../../store/engine.ts';
import * as facilitating from '../../../store/facilitating.ts';
import * as forumPeople from '../../../store/forum-people.ts';
import * as posts from '../../../store/posts.ts';
import * as settings from '../../../store/settings.ts';
import * as spaces from '../../../store/spaces.ts';
import { accountOfPerson, channel } from '../../addresses.ts';
import { languageOfPlace } from '../../drawing/languages.ts';
import { wishing } from '../../wishes.ts';
import { type Doing, forAll, nobody, nothing, type Stage } from '../doing.ts';
import { findOrDo } from '../find-or-do.ts';

export const forum: Doing<'forum'> = {
  toOne: forAll,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  /** In or out, as they facilitate something or not by now. Made when the first one is to be in it. */
  async perform(stage, { person }) {
    const { bot, platform, cop, effect } = stage;
    const { db } = bot.store;
    const { forum: chosen, forumChannel } = await settings.of(db, cop.networkId, cop.workspace);
    if (chosen === 'none') return nothing;
    const isOne = await facilitating.facilitatesAny(db, cop.networkId, cop.workspace, person);
    if (chosen === 'wanted' && !isOne) return nothing;
    const stands = await forumPeople.of(db, cop.networkId, cop.workspace, person);
    if (isOne && stands === 'left') return nothing; // by hand: they were asked
    const who = [await accountOfPerson(db, cop, person)];
    const space = forumChannel === undefined ? await made(stage) : channel(cop, forumChannel);
    await platform.perform[isOne ? 'admit' : 'remove']({ space, who }, effect.id);
    return async (tx, wishes) => {
      const after = wishing(wishes, stage.now);
      const tells = (message: 'forum-in' | 'forum-out') =>
        after(lane.person(person), post(cop, message, person, { kind: 'cop', id: cop.id }));
      if (!isOne) {
        await forumPeople.forget(tx, cop.networkId, cop.workspace, person);
        if (stands === 'in' && !(await isBeingForgotten(tx, person))) tells('forum-out'); // who has left it needs no goodbye
        return;
      }
      await forumPeople.letIn(tx, cop.networkId, cop.workspace, person, bot.clock.now());
      if (!(await isGreeted(tx, effect.lane, space))) {
        const hello = after(effect.lane, helloIn(cop, space.id));
        after(effect.lane, pin(cop, hello), { needs: [hello] });
      }
      if (stands === undefined) tells('forum-in');
    };
  },
};

/** It stands there, or is about to: whoever is let in next waits in the same lane. */
const isGreeted = async (reader: Reader, where: Lane, { platform, workspace, id }: Channel): Promise<boolean> =>
  (await posts.standsIn(reader, workspaceKey({ platform, id: workspace }), id, 'forum-hello')) ||
  (await effects.openIn(reader, where, soon)).some(
    ({ wish }) => wish.kind === 'post' && wish.message === 'forum-hello',
  );

/** They hear no more: what they asked for was that. */
const isBeingForgotten = async (reader: Reader, person: PersonId): Promise<boolean> =>
  (await effects.openIn(reader, lane.person(person), soon)).some(({ wish }) => wish.kind === 'forget');

const soon = 100;

/** Kept before anybody is let in: it stays the forum, whatever becomes of that. And described before it is kept: nobody would come back for that. */
async function made(stage: Stage): Promise<Channel> {
  const { bot, cop, platform, effect } = stage;
  const { db } = bot.store;
  const language = await languageOfPlace(stage);
  const described = { topic: wordsIn(forumWords.topic, language), purpose: wordsIn(forumWords.purpose, language) };
  const space = await findOrDo(stage, 'open-space', {
    workspace: workspaceOf(cop.workspace),
    name: forumWords.name,
    ...described,
    facilitators: [],
    members: [],
    others: channels => spaces.spacesAmong(db, cop.workspace, channels),
  });
  await platform.perform['describe-space']({ space, ...described }, effect.id).catch((err: unknown) => {
    if (passes(err)) throw err; // found again, and described then
    bot.log.warn({ err }, "the Facilitators' forum is there, without a topic"); // nobody is kept out for that
  });
  await settings.forumOpened(db, cop.networkId, cop.workspace, space.id);
  return space;
}
