import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Known } from '../../domain/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { answerFirstForm, nothingAnswered, questionAnsweringCard, questionLimits } from '../../messages/question.ts';
import * as audit from '../../store/audit.ts';
import type { Reader } from '../../store/engine.ts';
import * as people from '../../store/people.ts';
import { command, consequence } from '../command.ts';
import { postSaying } from '../effects.ts';
import { tellWhoWrote } from '../not-brought.ts';

export const answerQuestion = command({
  name: 'question answer',
  summary: 'Answer what somebody asks about your CoP before they ask to join',
  typedAs: 'home show',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ reader, subject: { cop }, options, now }) {
    return answerFirstForm(cop, await whoAsked(reader, cop, options.person, now));
  },

  async run({ tx, subject: { cop }, actor, options, now, seal, after }) {
    const to = await whoAsked(tx, cop, options.person, now);
    const words = cut(tidiedLines(options.words ?? ''), questionLimits.words);
    if (!words) return { mend: answerFirstForm(cop, to, nothingAnswered) };
    const about = { kind: 'cop', id: cop.id } as const;
    after(
      lane.person(to.id),
      postSaying(cop, 'question-answer', to.id, about, { by: actor.id, words: seal(words, to.id) }),
      { onFailure: { command: 'question not-answered', options: { cop: cop.id, by: actor.id, person: to.id } } },
    );
    return { say: questionAnsweringCard(cop, to, words) };
  },
});

/** Only who has asked is written to: the bot is nobody's letter box. */
async function whoAsked(reader: Reader, cop: Cop, person: string | undefined, now: number): Promise<Known> {
  const id = person as PersonId | undefined;
  const asked = id && (await audit.lastQuestion(reader, cop.networkId, cop.id, id, now + 1));
  const known =
    id && (await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [id])).get(id);
  if (asked === undefined || !known) throw new Refusal('closed-door', {});
  return known;
}

export const questionNotAnswered = consequence({
  name: 'question not-answered',
  summary: 'An answer to a question about a CoP that could not be brought to who asked',
  about: 'cop',

  async run(scope) {
    tellWhoWrote(scope, 'question-not-answered');
  },
});
