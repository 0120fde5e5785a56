import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { hasCome } from '../../domain/hours.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { MembershipRole } from '../../domain/membership.ts';
import { asksAgainFrom } from '../../domain/question.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import {
  askFirstForm,
  nobodyToAskCard,
  nothingAsked,
  questionLimits,
  questionSentCard,
} from '../../messages/question.ts';
import * as audit from '../../store/audit.ts';
import type { Reader } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import { command, consequence, type ReadScope } from '../command.ts';
import { postSaying } from '../effects.ts';
import { tellWhoWrote } from '../not-brought.ts';

/** Before asking in: a question to those who look after it, which nobody else reads. Nobody is decided about, and nothing of it is kept. */
export const askFirst = command({
  name: 'question ask',
  summary: 'Ask those who look after a CoP something, before you ask to join',
  typedAs: 'cop find',
  about: 'cop',
  may: ['anyone'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ reader, subject: { cop, role }, actor, options, now, calendar }) {
    await mayAsk(reader, cop, role, actor?.id, { now, calendar });
    const facilitators = await facilitating.ofCop(reader, cop.networkId, cop.id, cop.workspace);
    return facilitators.length > 0
      ? askFirstForm(cop, facilitators, options.words)
      : { sections: nobodyToAskCard(cop) };
  },

  async run({ tx, subject: { cop, role }, actor, options, now, calendar, seal, after }) {
    await mayAsk(tx, cop, role, actor.id, { now, calendar });
    const facilitators = await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace);
    if (facilitators.length === 0) return { say: nobodyToAskCard(cop) };
    const words = cut(tidiedLines(options.words ?? ''), questionLimits.words);
    if (!words) return { mend: askFirstForm(cop, facilitators, undefined, nothingAsked) };
    const about = { kind: 'cop', id: cop.id } as const;
    for (const { id } of facilitators)
      after(lane.person(id), postSaying(cop, 'question', id, about, { by: actor.id, words: seal(words, id) }), {
        onFailure: { command: 'question not-had', options: { cop: cop.id, by: actor.id, person: id } },
      });
    return { say: questionSentCard(cop, facilitators, words) };
  },
});

/** Once a week a person and CoP (this press, which has been noted already, is none of those before): more is what asking in is for. Whoever is in it asks in its space. Where nobody who had the last one looks after it any more, it can be asked again. */
async function mayAsk(
  reader: Reader,
  cop: Cop,
  role: MembershipRole | undefined,
  actor: PersonId | undefined,
  { now, calendar }: Pick<ReadScope<unknown>, 'now' | 'calendar'>,
): Promise<void> {
  if (role) throw new Refusal('already-member', { cop });
  const last = actor && (await audit.lastQuestion(reader, cop.networkId, cop.id, actor, now));
  if (last === undefined) return;
  const again = asksAgainFrom(last, calendar);
  if (hasCome(again, now, calendar)) return;
  const facilitators = await facilitating.sinceWhen(reader, cop.networkId, cop.id, cop.workspace);
  if (facilitators.some(one => one.since <= last)) throw new Refusal('asked-lately', { cop, again });
}

/** Whoever waits for an answer knows who couldn't be asked. */
export const questionNotHad = consequence({
  name: 'question not-had',
  summary: 'A question about a CoP that could not be brought to one who looks after it',
  about: 'cop',

  async run(scope) {
    tellWhoWrote(scope, 'question-not-had');
  },
});
