import { cancelled, endsAt, over } from '../../domain/meeting.ts';
import * as meetings from '../../store/meetings.ts';
import { consequence } from '../command.ts';
import { drawCard, saidBeforeFollows, saidBelow, showNext, voteEnds } from './card.ts';
import { askWhoTookPart } from './enjoyed.ts';
import { asksForNotes } from './unwritten.ts';

/** As planned; whoever stays longer needs no card for it. Where all dates are over and none was taken, it is off. */
export const meetingOver = consequence({
  name: 'meeting over',
  summary: 'Say on its card that a meeting is over',
  about: 'meeting',
  evenAtRest: true,

  async run(scope) {
    const { tx, subject, now } = scope;
    const { meeting, cop } = subject;
    const ended = endsAt(meeting);
    if (meeting.state === 'voting') await meetings.save(tx, cancelled(meeting, now));
    else if (meeting.state === 'called' && ended !== undefined && ended <= now) await meetings.save(tx, over(meeting));
    else return;
    if (meeting.state === 'voting') await voteEnds(scope, cop, meeting);
    await drawCard(scope, cop, meeting);
    if (meeting.state !== 'called') return;
    await saidBeforeFollows(scope, cop, meeting, saidBelow);
    showNext(scope, cop);
    await askWhoTookPart(tx, cop, meeting, ended ?? now);
    await asksForNotes(tx, cop, meeting, ended ?? now);
  },
});
