/** All that people can do here, and what follows from it: the product's table of contents. */
import type { Command } from './command.ts';
import { findCops } from './cop/find.ts';
import { copNotStarted } from './cop/not-started.ts';
import { startCop } from './cop/start.ts';
import { tryAgain } from './cop/try-again.ts';
import { addDocument } from './document/add.ts';
import { editDocument } from './document/edit.ts';
import { findDocuments } from './document/find.ts';
import { sendGuide } from './document/guide.ts';
import { keepDocument } from './document/keep.ts';
import { letGoOfDocument } from './document/let-go.ts';
import { listDocuments } from './document/list.ts';
import { notPinned } from './document/not-pinned.ts';
import { offerKeeping } from './document/offer.ts';
import { askAboutFiles } from './document/offers.ts';
import { pageOfDocuments } from './document/page.ts';
import { pinTheDocument } from './document/pin.ts';
import { pinnedDocument } from './document/pinned.ts';
import { removeDocument } from './document/remove.ts';
import { restoreDocument } from './document/restore.ts';
import { retitleDocument } from './document/retitle.ts';
import { reviewLibrary } from './document/review.ts';
import { reviewedDocument } from './document/reviewed.ts';
import { saveDocument } from './document/save.ts';
import { showDocument } from './document/show.ts';
import { unpinTheDocument } from './document/unpin.ts';
import { helpFor } from './home/help.ts';
import { showHome } from './home/show.ts';
import { approveJoinRequest } from './join-request/approve.ts';
import { declineJoinRequest } from './join-request/decline.ts';
import { makeJoinRequest } from './join-request/make.ts';
import { notAdmitted } from './join-request/not-admitted.ts';
import { withdrawJoinRequest } from './join-request/withdraw.ts';
import { acceptNomination } from './nomination/accept.ts';
import { declineNomination } from './nomination/decline.ts';

const people: readonly Command[] = [
  startCop,
  findCops,
  makeJoinRequest,
  showHome,
  findDocuments,
  listDocuments,
  pageOfDocuments,
  showDocument,
  addDocument,
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
  sendGuide,
  approveJoinRequest,
  declineJoinRequest,
  withdrawJoinRequest,
  acceptNomination,
  declineNomination,
  tryAgain,
];

/** What the bot does itself: consequences of what a platform could not do, and of what people did in its own way. */
const consequences: readonly Command[] = [copNotStarted, notAdmitted, pinnedDocument, offerKeeping, notPinned];

export const commands: readonly Command[] = [...people, helpFor(people), ...consequences];
