import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { mayStillTalk, type Side, saySomething, worded } from '../../domain/talk.ts';
import { carriedCard, nothingSaid, replyForm } from '../../messages/talk.ts';
import * as reminders from '../../store/reminders.ts';
import * as talks from '../../store/talks.ts';
import { command, type Subjects, somebody } from '../command.ts';
import { reviseTo } from '../effects.ts';
import { carry } from './carry.ts';

export const replyInTalk = command({
  name: 'talk reply',
  summary: 'Answer in the short exchange about a request to join',
  about: 'talk',
  may: ['its-author', 'the-one-asked'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ subject, actor, quoted }) {
    mayStillTalk(subject.request, subject.talk, sideOf(subject, somebody(actor).id));
    someoneReads(subject, somebody(actor).id);
    return replyForm(subject, somebody(actor).id, { answers: quoted });
  },

  async run({ tx, network, subject, actor, options, now, seal, after }) {
    const { request, cop, applicant, facilitator } = subject;
    someoneReads(subject, actor.id);
    const words = worded(options.words ?? '');
    if (!words) return { mend: replyForm(subject, actor.id, { error: nothingSaid }) };
    const by = sideOf(subject, actor.id);
    const talk = saySomething(request, subject.talk, by);
    await talks.save(tx, talk);
    await reminders.hold(tx, network, request.id, now);
    const to = by === 'applicant' ? facilitator : applicant;
    carry({ after, seal }, { talk, cop }, { by: actor.id, to: to.id, words });
    const about = { kind: 'join-request', id: request.id } as const;
    if (to.id === facilitator.id) after(lane.person(to.id), reviseTo(cop, 'join-request', about, to.id));
    return { say: carriedCard(cop, to, talk, { by, said: words }) };
  },
});

const sideOf = ({ applicant }: Subjects['talk'], who: PersonId): Side =>
  who === applicant.id ? 'applicant' : 'facilitator';

/** What an applicant writes is for one who decides; whoever has handed it over, or left, is no such one any more. */
function someoneReads({ cop, applicant, facilitator }: Subjects['talk'], by: PersonId): void {
  if (by === applicant.id && facilitator.role !== 'facilitator') throw new Refusal('talk-with-nobody', { cop });
}
