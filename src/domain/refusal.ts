/**
 * The community's rules said no. Thrown by the domain and by commands; the person sees its words (messages/refusal.ts), privately,
 * and nothing of what was tried remains.
 */
import type { Cop } from './cop.ts';
import type { CarriedRole, Role, RoleSuggestion } from './core-role.ts';
import type { DeedName } from './deed.ts';
import type { Difference } from './difference.ts';
import type { FirstConversation } from './first-conversation.ts';
import type { CopId, DocumentId, InvitationId, JoinRequestId, NetworkId, NominationId, WorkspaceKey } from './ids.ts';
import type { Invitation } from './invitation.ts';
import type { JoinRequest } from './join-request.ts';
import type { Meeting } from './meeting.ts';
import type { Known } from './person.ts';
import type { Typed } from './slash.ts';
import type { StandIn } from './stand-in.ts';

/** Of something that was asked: as much as it takes to say how it stands. */
interface Asked<Id, State extends string> {
  readonly id: Id;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly state: State;
  readonly decidedAt: number | undefined;
  readonly createdAt: number;
}
/** With who decided, where that is at hand. */
type AskedIn = Asked<JoinRequestId, 'pending' | 'approved' | 'declined' | 'withdrawn'> &
  Partial<Pick<JoinRequest, 'personId' | 'decidedBy'>>;
type Invited = Asked<InvitationId, 'pending' | 'accepted' | 'declined' | 'withdrawn'> & Pick<Invitation, 'withdrawnAs'>;
type AskedToFacilitate = Asked<NominationId, 'pending' | 'accepted' | 'declined' | 'withdrawn'>;
type AskedToTalk = Pick<FirstConversation, 'id' | 'networkId' | 'copId' | 'state' | 'withdrawnAs' | 'createdAt'>;
/** With who takes it, if anybody does. */
interface AskedOf {
  readonly conversation: AskedToTalk;
  readonly cop: Cop;
  readonly taker: Known | undefined;
}

/** A person, and the workspace by whose account they are named. */
interface Named {
  readonly person: Pick<Known, 'name' | 'accountId'>;
  readonly workspace: WorkspaceKey;
}

/** As the directory lists it. */
interface Listed {
  readonly cop: Cop;
  readonly members: number;
}

export interface Refusals {
  /** The same answer for what isn't there, isn't theirs, and belongs to another network. */
  'closed-door': Record<never, never>;
  /** Of another workspace, in a channel that is connected with it. */
  'from-elsewhere': Record<never, never>;
  'perhaps-from-elsewhere': Record<never, never>;
  /** `invites`: they wanted to bring somebody in, and can by sharing it. */
  'facilitators-only': { readonly cop: Cop; readonly invites: boolean };
  'members-only': { readonly cop: Cop };
  'on-the-way-in': { readonly cop: Cop };
  /** `could`: who has set the bot up, as far as it is known. */
  'support-only': Record<never, never>;
  'admins-only': { readonly could?: Named };
  'admins-start': { readonly could?: Named };
  /** The platform could not be asked whether they administer it. */
  'admin-not-told': Record<never, never>;
  'request-decided': { readonly request: AskedIn };
  /** All has been said that a short talk holds. */
  'talk-over': { readonly request: AskedIn };
  /** They have said as much as one side may; the other hasn't. */
  'talk-others-turn': { readonly request: AskedIn };
  /** Whoever wrote to them doesn't decide any more. */
  'talk-with-nobody': { readonly cop: Cop };
  'nomination-decided': { readonly nomination: AskedToFacilitate };
  'conversation-taken': AskedOf;
  'conversation-over': { readonly conversation: AskedToTalk };
  'conversation-asked': AskedOf;
  'no-support-team': Record<never, never>;
  'started-already': { readonly conversation: AskedToTalk; readonly cop: Cop };
  'no-draft': Record<never, never>;
  'asked-already': { readonly cop: Cop; readonly nominee: Pick<Known, 'name' | 'accountId'> };
  'invitation-decided': { readonly invitation: Invited };
  /** They need not ask. */
  'already-invited': { readonly cop: Cop; readonly invitation: Pick<Invited, 'id' | 'createdAt'> };
  'already-member': { readonly cop: Cop };
  /** A question a week, until they ask in. */
  'asked-lately': { readonly cop: Cop; readonly again: number };
  /** They were taken out, and are asked to wait. */
  'not-for-now': { readonly cop: Cop; readonly again: number };
  'already-asked': { readonly cop: Cop; readonly request: Pick<AskedIn, 'id' | 'createdAt'> };
  'not-open-yet': { readonly cop: Cop };
  'cop-closed': { readonly cop: Cop };
  'not-started': { readonly cop: Cop };
  'too-many-at-once': { readonly most: number };
  /** `again`: when they may start another. */
  'started-many': { readonly again: number };
  'name-taken': { readonly cop: Cop; readonly members: number };
  'which-cop': {
    readonly cops: readonly Cop[];
    readonly command: DeedName;
    readonly options: Readonly<Record<string, string>>;
  };
  /** Which of all there are: named by the one who would like to join. */
  'which-to-join': { readonly found: readonly Listed[]; readonly more: boolean };
  'no-such-cop': {
    readonly typed: string;
    readonly near: readonly Cop[];
    readonly command: DeedName;
    readonly options: Readonly<Record<string, string>>;
  };
  'no-cop-of-yours': Record<never, never>;
  /** Of those that were closed. */
  'no-closed-cop': Record<never, never>;
  /** Whoever is to be chosen isn't shown in a direct message. */
  'choose-in-the-space': { readonly cop: Cop | undefined; readonly typed: Typed };
  /** They share none with the bot, as far as it could be asked. */
  'only-in-a-server': Record<never, never>;
  /** A direct message tells none, and they are in several. */
  'which-server': {
    readonly servers: readonly { readonly workspace: string; readonly name: string }[];
    readonly command: DeedName;
    readonly options: Readonly<Record<string, string>>;
  };
  'a-bot': { readonly name: string };
  'bot-message': Record<never, never>;
  'not-in-this-space': { readonly cop: Cop };
  'nothing-to-keep': Record<never, never>;
  'message-deleted': { readonly title: string };
  'empty-file': { readonly name: string };
  'in-library-already': { readonly cop: Cop; readonly title: string };
  'no-file-kept': { readonly title: string };
  'document-removed': Record<never, never>;
  'nothing-to-pin': { readonly cop: Cop };
  'carried-already': { readonly cop: Cop; readonly role: Role; readonly since: number };
  'role-ended': { readonly carried: CarriedRole };
  'role-gone': Record<never, never>;
  /** It needs nobody any more. */
  'looked-after': { readonly cop: Cop };
  'stand-in-offered': { readonly cop: Cop; readonly standIn: StandIn; readonly person: Known | undefined };
  'stand-in-contested': { readonly cop: Cop };
  'stand-in-decided': { readonly standIn: StandIn };
  'decided-by-others': { readonly cop: Cop };
  'difference-settled': { readonly difference: Difference };
  /** It was held, or is cancelled. */
  'meeting-settled': { readonly meeting: Meeting };
  'meeting-to-come': Record<never, never>;
  /** Its meeting has other notes by now. */
  'notes-replaced': { readonly cop: Cop };
  /** `by`: who wrote its notes, as long as they are known. */
  'written-up': { readonly cop: Cop; readonly notes: DocumentId; readonly by: Known | undefined };
  'role-carried': { readonly role: Role };
  'too-many-roles': { readonly most: number };
  'suggestion-decided': { readonly suggestion: RoleSuggestion };
}
export type Reason = keyof Refusals;

class Refused<R extends Reason> extends Error {
  override readonly name = 'Refusal';
  readonly reason: R;
  readonly about: Refusals[R];

  constructor(reason: R, about: Refusals[R]) {
    super(reason);
    this.reason = reason;
    this.about = about;
  }
}

export type Refusing<R extends Reason> = Refused<R>;

/** One of these: its reason says what it is about. */
export type Refusal = { readonly [R in Reason]: Refused<R> }[Reason];
export const Refusal: {
  new <R extends Reason>(reason: R, about: Refusals[R]): Refused<R>;
  readonly prototype: Refusal;
} = Refused;
