import { mustBeToCome } from '../../domain/meeting.ts';
import { comesCard, doesNotComeCard } from '../../messages/meeting.ts';
import * as gatherings from '../../store/gatherings.ts';
import * as meetingParts from '../../store/meeting-parts.ts';
import { command, type Scope, type Subjects } from '../command.ts';
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
    await says(scope, 'comes');
    return { say: comesCard(scope.subject) };
  },
});

/** Without a reason, and shown to nobody. Whoever takes a part comes: it is free again. */
export const doNotComeToMeeting = command({
  name: 'meeting not',
  summary: 'Say that you do not come to a meeting this time; no reason is asked for',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async run(scope) {
    const laidDown = await meetingParts.layDown(scope.tx, scope.subject.meeting, scope.actor.id);
    await says(scope, 'not');
    return { say: doesNotComeCard(scope.subject, laidDown.length > 0) };
  },
});

/** The last of it counts. A no that comes first changes nothing of what the card shows. */
async function says(scope: Scope<Subjects['meeting']>, answer: 'comes' | 'not'): Promise<void> {
  const { tx, subject, actor, now } = scope;
  const { meeting, cop } = subject;
  mustBeToCome(meeting);
  const before = await gatherings.answerOf(tx, meeting, actor.id);
  await gatherings.answer(tx, meeting, actor.id, answer, now); // said once more, they know what is new
  if (before?.says === answer) return;
  if (answer === 'comes' || before) await drawCard(scope, cop, meeting);
}
