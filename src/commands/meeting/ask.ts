import type { MeetingQuestionId } from '../../domain/ids.ts';
import { limits, mustBeToCome } from '../../domain/meeting.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { broughtCard } from '../../messages/meeting.ts';
import { askForm, nothingBrought } from '../../messages/meeting-question.ts';
import * as gatherings from '../../store/gatherings.ts';
import { command } from '../command.ts';
import { drawCard } from './card.ts';

/** Shown on the card, with who brings it. */
export const bringQuestion = command({
  name: 'meeting ask',
  summary: 'Bring a question to a meeting',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ subject }) {
    mustBeToCome(subject.meeting);
    return askForm(subject);
  },

  async run(scope) {
    const { tx, subject, actor, options, now, newId } = scope;
    const { meeting, cop } = subject;
    mustBeToCome(meeting);
    const words = cut(tidiedLines(options.words ?? ''), limits.question);
    if (!words) return { mend: askForm(subject, options.words, nothingBrought) };
    await gatherings.bring(tx, meeting, { id: newId<MeetingQuestionId>(), by: actor.id, words }, now);
    await drawCard(scope, cop, meeting);
    return { say: broughtCard(subject, words) };
  },
});
