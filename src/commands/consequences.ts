/** What follows by itself: from what a platform could not do, and from time that has gone by. */

import { closingDue, notArchived } from './closing/due.ts';
import type { AllFollowUps } from './command.ts';
import { goesSoon } from './cop/goes.ts';
import { copNotStarted } from './cop/not-started.ts';
import { notReopened, spaceLost } from './cop/open-again.ts';
import { starterGone } from './cop/starter-gone.ts';
import { restOver } from './cop/wake.ts';
import { notPutBack } from './difference/not-put-back.ts';
import { differenceNotTold } from './difference/not-told.ts';
import { unansweredDifference } from './difference/unanswered.ts';
import { notPinned } from './document/not-pinned.ts';
import { fileNotSent } from './document/not-sent.ts';
import { fileNotShared } from './document/not-shared.ts';
import { notHeard } from './first-conversation/not-heard.ts';
import { notAnswered } from './forum/answer.ts';
import { invitedNotAdmitted } from './invitation/not-admitted.ts';
import { invitationNotDelivered } from './invitation/not-delivered.ts';
import { notAdmitted } from './join-request/not-admitted.ts';
import { requestNotHad } from './join-request/not-had.ts';
import { remindOfRequest } from './join-request/remind.ts';
import { tellSupportOfRequest } from './join-request/tell-support.ts';
import { requestWaits } from './join-request/waits.ts';
import { meetingComesNear, seeksWriter, tellNews } from './meeting/day-before.ts';
import { meetingEnjoyed } from './meeting/enjoyed.ts';
import { firstMeeting } from './meeting/first.ts';
import { meetingOver } from './meeting/over.ts';
import { asksWriter, meetingUnwritten } from './meeting/unwritten.ts';
import { bestDate } from './meeting/vote.ts';
import { removalNotTold } from './membership/not-told.ts';
import { newcomerNotHad } from './newcomer/ask.ts';
import { newcomerSettlesIn } from './newcomer/settles-in.ts';
import { nominationNotDelivered } from './nomination/not-delivered.ts';
import { trialOver } from './nomination/trial.ts';
import { unansweredNomination } from './nomination/unanswered.ts';
import { questionNotAnswered } from './question/answer.ts';
import { questionNotHad } from './question/ask.ts';
import { suggestionNotDelivered } from './role/not-delivered.ts';
import { offersBegin } from './role/offers-begin.ts';
import { termOver } from './role/term-over.ts';
import { inviteOver } from './settings/invite-over.ts';
import { lostNotTold } from './settings/lost-not-told.ts';
import { standInCounts } from './stand-in/counts.ts';
import { nobodyYet } from './stand-in/nobody-yet.ts';
import { stepInNotLetIn } from './stand-in/step-in.ts';
import { talkNotCarried } from './talk/not-carried.ts';

const all = [
  newcomerSettlesIn,
  newcomerNotHad,
  copNotStarted,
  starterGone,
  goesSoon,
  notAdmitted,
  removalNotTold,
  talkNotCarried,
  notPinned,
  fileNotShared,
  fileNotSent,
  requestNotHad,
  notHeard,
  nominationNotDelivered,
  suggestionNotDelivered,
  requestWaits,
  remindOfRequest,
  tellSupportOfRequest,
  unansweredNomination,
  trialOver,
  invitationNotDelivered,
  invitedNotAdmitted,
  unansweredDifference,
  notPutBack,
  differenceNotTold,
  standInCounts,
  nobodyYet,
  stepInNotLetIn,
  termOver,
  offersBegin,
  inviteOver,
  lostNotTold,
  notAnswered,
  questionNotHad,
  questionNotAnswered,
  restOver,
  closingDue,
  notArchived,
  spaceLost,
  notReopened,
  meetingOver,
  meetingEnjoyed,
  asksWriter,
  meetingUnwritten,
  meetingComesNear,
  seeksWriter,
  tellNews,
  bestDate,
  firstMeeting,
];

export const consequences: AllFollowUps<(typeof all)[number]> = all;
