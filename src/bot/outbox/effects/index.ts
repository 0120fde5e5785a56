/** All that is asked of a platform: one row an effect, and the compiler says which is missing. */
import type { Effect, Wish, WishKind } from '../../../domain/effect.ts';
import type { Doing } from '../doing.ts';
import { admit } from './admit.ts';
import { answer } from './answer.ts';
import { archiveSpace } from './archive-space.ts';
import { closeSpace } from './close-space.ts';
import { describeSpace } from './describe-space.ts';
import { forget } from './forget.ts';
import { forum } from './forum.ts';
import { keepFile } from './keep-file.ts';
import { openSpace } from './open-space.ts';
import { openThread } from './open-thread.ts';
import { pin } from './pin.ts';
import { pinDocument, unpinDocument } from './pin-document.ts';
import { post } from './post.ts';
import { readPins } from './read-pins.ts';
import { redraw } from './redraw.ts';
import { remove } from './remove.ts';
import { renameSpace } from './rename-space.ts';
import { reopenSpace } from './reopen-space.ts';
import { revise } from './revise.ts';
import { makeFacilitator, makeMember, unmakeFacilitator } from './rights.ts';
import { sendFile } from './send-file.ts';
import { sendHarvest } from './send-harvest.ts';
import { sendMeeting } from './send-meeting.ts';
import { sendRecords } from './send-records.ts';
import { serverRolesFollow } from './server-roles.ts';
import { shareFile } from './share-file.ts';
import { showHome } from './show-home.ts';
import { whisper } from './whisper.ts';

export const doings: { readonly [K in WishKind]: Doing<K> } = {
  'open-space': openSpace,
  'describe-space': describeSpace,
  'read-pins': readPins,
  'rename-space': renameSpace,
  'close-space': closeSpace,
  'archive-space': archiveSpace,
  'reopen-space': reopenSpace,
  'send-harvest': sendHarvest,
  admit,
  remove,
  'make-member': makeMember,
  'make-facilitator': makeFacilitator,
  'unmake-facilitator': unmakeFacilitator,
  forum,
  post,
  revise,
  redraw,
  'open-thread': openThread,
  pin,
  'pin-document': pinDocument,
  'unpin-document': unpinDocument,
  whisper,
  answer,
  'show-home': showHome,
  'server-roles': serverRolesFollow,
  'share-file': shareFile,
  'keep-file': keepFile,
  'send-file': sendFile,
  'send-meeting': sendMeeting,
  'send-records': sendRecords,
  forget,
};

type Any = Doing<WishKind>;
/** Nothing for what another version of this program wished for. */
export const doingOf = ({ kind }: Wish): Any | undefined => doings[kind] as unknown as Any | undefined;

export const stepOf = ({ wish }: Pick<Effect, 'wish'>) => doingOf(wish)?.step;

/** The kinds that come back as if people had done them. */
export const echoing = (what: NonNullable<Any['echoes']>): readonly WishKind[] =>
  (Object.keys(doings) as WishKind[]).filter(kind => doings[kind].echoes === what);
