/** All that people can do here: the product's table of contents. What follows from it is in consequences.ts. */
import { calendarFeeds } from './calendar/feed.ts';
import { closing } from './closing/all.ts';
import type { AllCommands } from './command.ts';
import { editCop } from './cop/edit.ts';
import { exportCop } from './cop/export.ts';
import { findCops } from './cop/find.ts';
import { keepLonger } from './cop/goes.ts';
import { inviteToCop } from './cop/invite.ts';
import { openAnew, openCopAgain } from './cop/open-again.ts';
import { postAgain } from './cop/post-again.ts';
import { changeRest, restCop } from './cop/rest.ts';
import { shareCop } from './cop/share.ts';
import { spreadWord } from './cop/spread.ts';
import { startCop } from './cop/start.ts';
import { showStatement } from './cop/statement.ts';
import { tryAgain } from './cop/try-again.ts';
import { endRest, wakeCop } from './cop/wake.ts';
import { putBack } from './difference/put-back.ts';
import { isRight } from './difference/right.ts';
import { addDocument } from './document/add.ts';
import { askForDocument } from './document/ask.ts';
import { editDocument } from './document/edit.ts';
import { findDocuments } from './document/find.ts';
import { keepDocument } from './document/keep.ts';
import { letGoOfDocument } from './document/let-go.ts';
import { listDocuments } from './document/list.ts';
import { readNotes } from './document/notes.ts';
import { offerKeeping } from './document/offer.ts';
import { askAboutFiles } from './document/offers.ts';
import { openDocument } from './document/open.ts';
import { pageOfDocuments } from './document/page.ts';
import { pinTheDocument } from './document/pin.ts';
import { pinnedDocument } from './document/pinned.ts';
import { removeDocument } from './document/remove.ts';
import { restoreDocument } from './document/restore.ts';
import { retitleDocument } from './document/retitle.ts';
import { reviewLibrary } from './document/review.ts';
import { reviewedDocument } from './document/reviewed.ts';
import { saveDocument } from './document/save.ts';
import { sendDocumentFile } from './document/send-file.ts';
import { showDocument } from './document/show.ts';
import { unpinTheDocument } from './document/unpin.ts';
import { showFacilitators } from './facilitator/show.ts';
import { stepDown } from './facilitator/step-down.ts';
import { askForConversation } from './first-conversation/ask.ts';
import { draftFromConversation } from './first-conversation/draft.ts';
import { finishConversation } from './first-conversation/finish.ts';
import { goAhead } from './first-conversation/go-ahead.ts';
import { notYet } from './first-conversation/not-yet.ts';
import { noteConversation } from './first-conversation/note.ts';
import { postConversationAgain } from './first-conversation/post-again.ts';
import { startAllTheSame } from './first-conversation/start.ts';
import { takeConversation } from './first-conversation/take.ts';
import { useDraft } from './first-conversation/use-draft.ts';
import { withdrawConversation } from './first-conversation/withdraw.ts';
import { answerFacilitator } from './forum/answer.ts';
import { askFacilitators } from './forum/ask.ts';
import { comeBackToForum } from './forum/come-back.ts';
import { showGuide } from './guide/show.ts';
import { helpFor } from './home/help.ts';
import { showHome } from './home/show.ts';
import { acceptInvitation } from './invitation/accept.ts';
import { declineInvitation } from './invitation/decline.ts';
import { approveJoinRequest } from './join-request/approve.ts';
import { declineJoinRequest } from './join-request/decline.ts';
import { lookBackAtRequests } from './join-request/look-back.ts';
import { makeJoinRequest } from './join-request/make.ts';
import { withdrawJoinRequest } from './join-request/withdraw.ts';
import { showAgenda } from './meeting/agenda.ts';
import { bringQuestion } from './meeting/ask.ts';
import { takeMeeting } from './meeting/calendar.ts';
import { callMeeting } from './meeting/call.ts';
import { changingMeetings } from './meeting/changing.ts';
import { comeToMeeting, doNotComeToMeeting } from './meeting/come.ts';
import { listMeetings } from './meeting/list.ts';
import { takingParts } from './meeting/parts.ts';
import { dropMeeting, postMeeting } from './meeting/post.ts';
import { goFromCop } from './membership/go.ts';
import { leaveCop } from './membership/leave.ts';
import { removeMember } from './membership/remove.ts';
import { showNetwork } from './network/show.ts';
import { foundIt, notYetFound } from './newcomer/answer.ts';
import { askKeeper } from './newcomer/ask.ts';
import { changeHello, postHello, sayHello } from './newcomer/hello.ts';
import { acceptNomination } from './nomination/accept.ts';
import { askToFacilitate } from './nomination/ask.ts';
import { declineNomination } from './nomination/decline.ts';
import { goOnFacilitating } from './nomination/trial.ts';
import { withdrawNomination } from './nomination/withdraw.ts';
import { aboutMe } from './person/about-me.ts';
import { promiseDone, promiseUndone } from './promise/done.ts';
import { listPromises } from './promise/list.ts';
import { answerQuestion } from './question/answer.ts';
import { askFirst } from './question/ask.ts';
import { acceptRole } from './role/accept.ts';
import { addRole } from './role/add.ts';
import { declineRole } from './role/decline.ts';
import { goOnWithRole } from './role/go-on.ts';
import { showOwnRoles } from './role/own.ts';
import { removeRole } from './role/remove.ts';
import { renameRole } from './role/rename.ts';
import { chooseServerRole } from './role/server.ts';
import { showRoles } from './role/show.ts';
import { stepBackFromRole } from './role/step-back.ts';
import { suggestForRole } from './role/suggest.ts';
import { volunteerForRole } from './role/volunteer.ts';
import { withdrawSuggestion } from './role/withdraw.ts';
import { chooseSettings } from './settings/choose.ts';
import { acceptStandIn } from './stand-in/accept.ts';
import { askTheMembers } from './stand-in/ask.ts';
import { declineStandIn } from './stand-in/decline.ts';
import { objectToStandIn } from './stand-in/object.ts';
import { offerToLookAfter } from './stand-in/offer.ts';
import { stepIn } from './stand-in/step-in.ts';
import { withdrawStandIn } from './stand-in/withdraw.ts';
import { beginTalk } from './talk/begin.ts';
import { replyInTalk } from './talk/reply.ts';

const people = [
  startCop,
  findCops,
  makeJoinRequest,
  shareCop,
  spreadWord,
  inviteToCop,
  editCop,
  showStatement,
  showHome,
  showNetwork,
  showGuide,
  findDocuments,
  listDocuments,
  pageOfDocuments,
  showDocument,
  openDocument,
  readNotes,
  sendDocumentFile,
  addDocument,
  askForDocument,
  saveDocument,
  keepDocument,
  letGoOfDocument,
  retitleDocument,
  editDocument,
  pinTheDocument,
  unpinTheDocument,
  removeDocument,
  restoreDocument,
  reviewLibrary,
  reviewedDocument,
  askAboutFiles,
  approveJoinRequest,
  declineJoinRequest,
  withdrawJoinRequest,
  beginTalk,
  replyInTalk,
  acceptInvitation,
  declineInvitation,
  acceptNomination,
  declineNomination,
  putBack,
  isRight,
  offerToLookAfter,
  askTheMembers,
  stepIn,
  withdrawStandIn,
  objectToStandIn,
  acceptStandIn,
  declineStandIn,
  showRoles,
  volunteerForRole,
  stepBackFromRole,
  goOnWithRole,
  suggestForRole,
  acceptRole,
  declineRole,
  withdrawSuggestion,
  showOwnRoles,
  chooseServerRole,
  addRole,
  renameRole,
  removeRole,
  postAgain,
  tryAgain,
  chooseSettings,
  comeBackToForum,
  askFacilitators,
  answerFacilitator,
  askFirst,
  answerQuestion,
  sayHello,
  changeHello,
  postHello,
  foundIt,
  notYetFound,
  askKeeper,
  askForConversation,
  takeConversation,
  noteConversation,
  postConversationAgain,
  draftFromConversation,
  useDraft,
  finishConversation,
  goAhead,
  startAllTheSame,
  notYet,
  withdrawConversation,
  askToFacilitate,
  showFacilitators,
  stepDown,
  goOnFacilitating,
  withdrawNomination,
  callMeeting,
  listMeetings,
  postMeeting,
  dropMeeting,
  comeToMeeting,
  doNotComeToMeeting,
  bringQuestion,
  takeMeeting,
  showAgenda,
  ...takingParts,
  ...changingMeetings,
  listPromises,
  promiseDone,
  promiseUndone,
  removeMember,
  restCop,
  changeRest,
  wakeCop,
  endRest,
  ...closing,
  openCopAgain,
  openAnew,
  keepLonger,
  leaveCop,
  goFromCop,
  exportCop,
  lookBackAtRequests,
  ...calendarFeeds,
  ...aboutMe,
];

const all = [...people, helpFor(people), pinnedDocument, offerKeeping];
export const commands: AllCommands<(typeof all)[number]> = all;
