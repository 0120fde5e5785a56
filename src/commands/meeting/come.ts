import { mustBeToCome } from '../../domain/meeting.ts';
import { comesCard, doesNotComeCard } from '../../messages/meeting.ts';
import * as gatherings from '../../store/gatherings.ts';
import { command } from '../command.ts';
import { drawCard } from './card.ts';

export const comeToMeeting = command({
  name: 'meeting come',
  summary: 'Say that you come to a meeting',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async run(scope) {
    const { tx, subject, actor, now } = scope;
    const { meeting, cop } = subject;
    mustBeToCome(meeting);
    const before = await gatherings.answerOf(tx, meeting, actor.id);
    if (before?.says !== 'comes') {
      await gatherings.answer(tx, meeting, actor.id, 'comes', now);
      await drawCard(scope, cop, meeting);
    }
    return { say: comesCard(subject) };
  },
});

/** Without a reason, and shown to nobody. */
export const doNotComeToMeeting = command({
  name: 'meeting not',
  summary: 'Say that you do not come to a meeting this time; no reason is asked for',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async run(scope) {
    const { tx, subject, actor, now } = scope;
    const { meeting, cop } = subject;
    mustBeToCome(meeting);
    const before = await gatherings.answerOf(tx, meeting, actor.id);
    if (before?.says !== 'not') {
      await gatherings.answer(tx, meeting, actor.id, 'not', now);
      if (before) await drawCard(scope, cop, meeting);
    }
    return { say: doesNotComeCard(subject) };
  },
});
