import type { TalkId } from '../../domain/ids.ts';
import { mayStillTalk, saySomething, type Talk, worded } from '../../domain/talk.ts';
import { carriedCard, nothingSaid, talkForm } from '../../messages/talk.ts';
import * as reminders from '../../store/reminders.ts';
import * as talks from '../../store/talks.ts';
import { command, somebody } from '../command.ts';
import { carry } from './carry.ts';

/** A facilitator has a word with the applicant before they answer; pressed again, it is the same talk. */
export const beginTalk = command({
  name: 'talk begin',
  summary: 'Have a word with the person who asked to join your CoP',
  about: 'join-request',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ reader, subject, actor }) {
    const { request, cop } = subject;
    mayStillTalk(request, await talks.between(reader, cop.networkId, request.id, somebody(actor).id), 'facilitator');
    return talkForm(subject);
  },

  async run({ tx, network, subject, actor, options, now, newId, seal, after }) {
    const { request, cop, applicant } = subject;
    const words = worded(options.words ?? '');
    if (!words) return { mend: talkForm(subject, nothingSaid) };
    const before = await talks.between(tx, network, request.id, actor.id);
    const talk: Talk = saySomething(request, before ?? newTalk(), 'facilitator');
    await (before ? talks.save(tx, talk) : talks.add(tx, talk));
    await reminders.hold(tx, network, request.id, now);
    carry({ after, seal }, { talk, cop }, { by: actor.id, to: applicant.id, words });
    return { say: carriedCard(cop, applicant, talk, { by: 'facilitator', said: words }) };

    function newTalk(): Talk {
      const { id: requestId, copId } = request;
      const id = newId<TalkId>();
      return {
        id,
        networkId: network,
        copId,
        requestId,
        facilitatorId: actor.id,
        turns: 0,
        applicantTurns: 0,
        createdAt: now,
      };
    }
  },
});
