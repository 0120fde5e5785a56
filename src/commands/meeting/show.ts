import { mustBeToCome } from '../../domain/meeting.ts';
import { postedAgainCard } from '../../messages/meetings.ts';
import * as posts from '../../store/posts.ts';
import * as told from '../../store/told.ts';
import { command } from '../command.ts';
import { post } from '../effects.ts';
import { ofMeeting } from './card.ts';

/** Somebody deleted its card: it stands again, once somebody asks for it. */
export const showMeeting = command({
  name: 'meeting show',
  summary: 'Post the card of a meeting again that was deleted',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async run({ tx, network, subject, after }) {
    const { meeting, cop } = subject;
    mustBeToCome(meeting);
    const about = { kind: 'meeting', id: meeting.id } as const;
    const stands = (await posts.standing(tx, network, ['meeting'], about)).size > 0;
    if (!stands && !(await told.isUnderWay(tx, network, ofMeeting(meeting), 'meeting', about)))
      after(ofMeeting(meeting), post(cop, 'meeting', 'space', about));
    return { say: postedAgainCard(cop) };
  },
});
