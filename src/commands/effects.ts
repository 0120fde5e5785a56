/** What commands may wish for, said in the community's words. */
import type { Later } from '../domain/clock.ts';
import type { Ending } from '../domain/closing.ts';
import type { Cop } from '../domain/cop.ts';
import type { GuideName } from '../domain/guide.ts';
import type { DocumentId, EffectId, MeetingId, PersonId } from '../domain/ids.ts';
import type { Invitation } from '../domain/invitation.ts';
import type { AboutOf, MessageInTheirName, MessageName, MessageOfWhom, ToSupport } from '../domain/message.ts';
import type { InTheirName, Said } from '../domain/said.ts';
import type { Desired } from './command.ts';

export const openSpace = (cop: Cop): Desired => ({ cop, wish: { kind: 'open-space', cop: cop.id } });
export const describeSpace = (cop: Cop, by?: PersonId): Desired => ({
  cop,
  wish: { kind: 'describe-space', cop: cop.id, ...(by && { by }) },
});
export const renameSpace = (cop: Cop): Desired => ({ cop, wish: { kind: 'rename-space', cop: cop.id } });
export const closeSpace = (cop: Cop): Desired => ({ cop, wish: { kind: 'close-space', cop: cop.id } });
export const archiveSpace = (cop: Cop, how: Ending): Desired => ({
  cop,
  wish: { kind: 'archive-space', cop: cop.id, how },
});
export const reopenSpace = (cop: Cop): Desired => ({ cop, wish: { kind: 'reopen-space', cop: cop.id } });
export const sendHarvest = (cop: Cop, to: 'space' | PersonId): Desired => ({
  cop,
  wish: { kind: 'send-harvest', cop: cop.id, to },
});
export const readPins = (cop: Cop): Desired => ({ cop, wish: { kind: 'read-pins', cop: cop.id } });
export const admit = (cop: Cop, people: readonly PersonId[]): Desired => ({
  cop,
  wish: { kind: 'admit', cop: cop.id, people },
});
/** Only who is out of it by the store. */
export const remove = (cop: Cop, people: readonly PersonId[]): Desired => ({
  cop,
  wish: { kind: 'remove', cop: cop.id, people },
});
export const makeMember = (cop: Cop, person: PersonId): Desired => ({
  cop,
  wish: { kind: 'make-member', cop: cop.id, person },
});
export const makeFacilitator = (cop: Cop, person: PersonId): Desired => ({
  cop,
  wish: { kind: 'make-facilitator', cop: cop.id, person },
});
export const unmakeFacilitator = (cop: Cop, person: PersonId): Desired => ({
  cop,
  wish: { kind: 'unmake-facilitator', cop: cop.id, person },
});

/** As much of a CoP as says where something happens. */
type Within = Desired['cop'];

export const serverRolesFollow = (cop: Within, of?: 'everybody'): Desired => ({
  cop,
  wish: { kind: 'server-roles', cop: cop.id, ...(of && { of }) },
});

export const forum = (cop: Within, person: PersonId): Desired => ({
  cop,
  wish: { kind: 'forum', cop: cop.id, person },
});

/** What is pinned in the Facilitators' forum. */
export const helloIn = (cop: Within, channel: string): Desired => ({
  cop,
  wish: { kind: 'post', cop: cop.id, to: { channel }, message: 'forum-hello', about: { kind: 'cop', id: cop.id } },
});

/** Rendered when it is posted, from the rows as they are then. `starts`: a clock, from when it has arrived. */
export const post = <M extends MessageName>(
  cop: Within,
  message: M,
  to: 'space' | PersonId,
  about: AboutOf<M>,
  starts?: Later,
): Desired => ({
  cop,
  wish: { kind: 'post', cop: cop.id, to, message, about, ...(starts && { starts }) },
});

/** Into the channel of the Support Team; `whom`: it tells of them besides. */
export const postToSupport = <M extends ToSupport>(
  cop: Within,
  message: M,
  about: AboutOf<M>,
  whom?: PersonId,
): Desired => ({
  cop,
  wish: { kind: 'post', cop: cop.id, to: 'support', message, about, ...(whom && { whom }) },
});

/** Of another person, besides the record. */
export const postOf = <M extends MessageOfWhom>(
  cop: Cop,
  message: M,
  to: PersonId,
  about: AboutOf<M>,
  whom: PersonId,
): Desired => ({ cop, wish: { kind: 'post', cop: cop.id, to, message, about, whom } });

/** To one person alone, with words that are for nobody else: by direct message or not at all. */
export const postSaying = <M extends MessageName>(
  cop: Cop,
  message: M,
  to: PersonId,
  about: AboutOf<M>,
  said: Said,
): Desired => ({ cop, wish: { kind: 'post', cop: cop.id, to, message, about, said } });

/** The invitation card, for everybody in a channel of the CoP's workspace. */
export const share = (cop: Cop, channel: string, shared: InTheirName): Desired =>
  postFor(cop, 'cop-invitation', { channel }, shared);

/** With the inviter's own line, which isn't kept once it has come there. */
export const invite = (
  cop: Cop,
  { id, inviteeId }: Pick<Invitation, 'id' | 'inviteeId'>,
  shared: InTheirName,
): Desired => ({
  cop,
  wish: { kind: 'post', cop: cop.id, to: inviteeId, message: 'invitation', about: { kind: 'invitation', id }, shared },
});

/** In somebody's name and with their words, for everybody there. */
export const postFor = (
  cop: Cop,
  message: Exclude<MessageInTheirName, 'invitation'>,
  to: 'space' | { readonly channel: string },
  shared: InTheirName,
): Desired => ({
  cop,
  wish: { kind: 'post', cop: cop.id, to, message, about: { kind: 'cop', id: cop.id }, shared },
});

/** Into the thread below what another effect has posted. */
export const postBelow = <M extends MessageName>(
  cop: Cop,
  message: M,
  below: EffectId,
  about: AboutOf<M>,
): Desired => ({
  cop,
  wish: { kind: 'post', cop: cop.id, to: { below }, message, about },
});
export const openThread = (cop: Cop, posted: EffectId, called: GuideName | MeetingId): Desired => ({
  cop,
  wish: { kind: 'open-thread', cop: cop.id, posted, called },
});

/** Pins what another effect has posted. */
export const pin = (cop: Cop, posted: EffectId): Desired => ({ cop, wish: { kind: 'pin', cop: cop.id, posted } });

export const pinDocument = (cop: Cop, document: DocumentId): Desired => ({
  cop,
  wish: { kind: 'pin-document', cop: cop.id, document },
});
export const unpinDocument = (cop: Cop, document: DocumentId): Desired => ({
  cop,
  wish: { kind: 'unpin-document', cop: cop.id, document },
});

/** What somebody gave with a form, posted in the space. */
export const shareFile = (cop: Cop, document: DocumentId, by: PersonId, given: string): Desired => ({
  cop,
  wish: { kind: 'share-file', cop: cop.id, document, by, given },
});
export const keepFile = (cop: Within, document: DocumentId): Desired => ({
  cop,
  wish: { kind: 'keep-file', cop: cop.id, document },
});
export const sendFile = (cop: Cop, document: DocumentId, to: PersonId): Desired => ({
  cop,
  wish: { kind: 'send-file', cop: cop.id, document, to },
});

export const sendMeeting = (cop: Cop, meeting: MeetingId, to: PersonId): Desired => ({
  cop,
  wish: { kind: 'send-meeting', cop: cop.id, meeting, to },
});

export const forget = (cop: Cop, person: PersonId): Desired => ({ cop, wish: { kind: 'forget', cop: cop.id, person } });
export const showHomeOf = (cop: Cop, person: PersonId): Desired => ({
  cop,
  wish: { kind: 'show-home', cop: cop.id, person },
});
export const sendRecords = (cop: Cop, of: 'person' | 'cop', to: PersonId): Desired => ({
  cop,
  wish: { kind: 'send-records', cop: cop.id, of, to },
});

/** A word to one person alone, by the way: lost rather than said twice. */
/** `thread`: of the message that it is about. */
export const whisper = <M extends MessageName>(
  cop: Cop,
  message: M,
  to: PersonId,
  about: AboutOf<M>,
  thread: string | undefined,
): Desired => ({
  cop,
  wish: { kind: 'whisper', cop: cop.id, to, message, about, ...(thread !== undefined && { thread }) },
});

/** All copies of a message about a record, but the one that the answer draws anew. */
export const reviseCopies = <M extends MessageName>(
  cop: Within,
  message: M,
  about: AboutOf<M>,
  except?: { channel: string; id: string },
): Desired => ({
  cop,
  wish: { kind: 'revise', cop: cop.id, message, about, ...(except && { except }) },
});

/** The one copy that was pressed, once what its answer promised has come true. */
export const reviseOne = <M extends MessageName>(
  cop: Within,
  message: M,
  about: AboutOf<M>,
  only: { channel: string; id: string },
): Desired => ({ cop, wish: { kind: 'revise', cop: cop.id, message, about, only } });

/** The copy that went to somebody, if one did: nobody else's says what only they have had. */
export const reviseTo = (
  cop: Within,
  message: 'join-request',
  about: AboutOf<'join-request'>,
  to: PersonId,
): Desired => ({ cop, wish: { kind: 'revise', cop: cop.id, message, about, to } });

/** The private answer, kept current until what it follows is settled. */
export const keepAnswering = <M extends MessageName>(
  cop: Cop,
  message: M,
  to: PersonId,
  about: AboutOf<M>,
  reply: string | undefined,
): Desired => ({
  cop,
  wish: { kind: 'answer', cop: cop.id, message, about, to, reply },
});
