import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { CopId, NetworkId, PersonId } from '../../domain/ids.ts';
import type { Known } from '../../domain/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { answerForm, forumAnsweringCard, forumLimits, nothingToSay } from '../../messages/forum.ts';
import * as cops from '../../store/cops.ts';
import type { Reader } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as people from '../../store/people.ts';
import { command, consequence, somebody } from '../command.ts';
import { postSaying } from '../effects.ts';
import { tellWhoWrote } from '../not-brought.ts';

/** One facilitator to another, across CoPs: nobody else reads it, and it isn't kept. */
export const answerFacilitator = command({
  name: 'forum answer',
  summary: "Answer a question of the Facilitators' forum privately",
  about: 'network',
  may: ['anyone'],
  in: 'no CoP',
  answers: 'privately',

  async form({ reader, network, actor, options }) {
    const { cop, to } = await question(reader, network, somebody(actor).id, options);
    return answerForm(cop, to);
  },

  async run({ tx, network, actor, options, seal, after }) {
    const { cop, to } = await question(tx, network, actor.id, options);
    const words = cut(tidiedLines(options.words ?? ''), forumLimits.words);
    if (!words) return { mend: answerForm(cop, to, nothingToSay) };
    const about = { kind: 'cop', id: cop.id } as const;
    after(
      lane.person(to.id),
      postSaying(cop, 'forum-answer', to.id, about, { by: actor.id, words: seal(words, to.id) }),
      {
        onFailure: { command: 'forum not-answered', options: { cop: cop.id, by: actor.id, person: to.id } },
      },
    );
    return { say: forumAnsweringCard(cop, to, words) };
  },
});

/** Whoever asked still facilitates a CoP here, and so does whoever answers: the forum is theirs alone, whatever CoP they look after. */
async function question(
  reader: Reader,
  network: NetworkId | undefined,
  by: PersonId,
  { cop: id, person: asked }: { readonly cop?: string; readonly person?: string },
): Promise<{ cop: Cop; to: Known }> {
  const cop = network && id ? await cops.byId(reader, network, id as CopId) : undefined;
  const person = asked as PersonId | undefined;
  if (!cop || !person) throw new Refusal('closed-door', {});
  const { networkId, workspace } = cop;
  const all = await facilitating.inWorkspace(reader, networkId, workspace);
  const known = await people.known(reader, networkId, { workspace, cop: undefined }, [person]);
  const to = known.get(person);
  if (!to || ![by, person].every(one => all.some(({ person }) => person === one))) throw new Refusal('closed-door', {});
  return { cop, to };
}

/** Who wrote doesn't wait for a thank-you that can't come. */
export const notAnswered = consequence({
  name: 'forum not-answered',
  summary: 'A private answer to a question of the forum that could not be brought to who asked',
  about: 'cop',

  async run(scope) {
    tellWhoWrote(scope, 'forum-not-answered');
  },
});
