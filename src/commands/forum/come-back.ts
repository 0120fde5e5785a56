import { lane } from '../../domain/effect.ts';
import { comingBackCard } from '../../messages/chosen-channel.ts';
import * as forumPeople from '../../store/forum-people.ts';
import { command } from '../command.ts';
import { forum } from '../effects.ts';

/** Who left the forum by hand is brought back by their own word alone. */
export const comeBackToForum = command({
  name: 'forum come-back',
  summary: "Be let into the Facilitators' forum again",
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async run({ tx, subject: { cop }, actor, now, after }) {
    await forumPeople.letIn(tx, cop.networkId, cop.workspace, actor.id, now);
    after(lane.workspace(cop.workspace), forum(cop, actor.id));
    return { say: comingBackCard };
  },
});
