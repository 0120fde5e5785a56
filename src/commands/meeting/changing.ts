/** What is done to a meeting by who calls it, or facilitates; and what everybody says of its dates. */
import { meetAgain } from './again.ts';
import { redraftMeeting } from './call.ts';
import { cancelMeeting, moveMeeting } from './change.ts';
import { reserveCalling } from './reserve.ts';
import { showMeeting } from './show.ts';
import { offerDates, takeDate, voteForDate } from './vote.ts';
import { writeUpMeeting } from './write.ts';

export const changingMeetings = [
  redraftMeeting,
  offerDates,
  voteForDate,
  takeDate,
  moveMeeting,
  cancelMeeting,
  meetAgain,
  showMeeting,
  reserveCalling,
  writeUpMeeting,
];
