/**
 * A use case: what it is called, what it is about, who may, and what it does, read from top to bottom in one file.
 * It has no handle on any platform: it changes rows, says what is to happen after commit, and answers with a card.
 */
import type { ConsequenceName, Consequences } from '../domain/consequence.ts';
import type { Cop, Footing } from '../domain/cop.ts';
import type { DeedName, Deeds, Given, OptionsOf } from '../domain/deed.ts';
import type { Effect, Lane, Wish } from '../domain/effect.ts';
import type { Calendar, Hours } from '../domain/hours.ts';
import type { EffectId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { Language } from '../domain/language.ts';
import type { MembershipRole } from '../domain/membership.ts';
import type { DrawnWith } from '../domain/options.ts';
import type { Person } from '../domain/person.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Chosen, Settings } from '../domain/settings.ts';
import { slashOf, type Typed } from '../domain/slash.ts';
import type { CarriedRoleView } from '../messages/carried-role.ts';
import type { DifferenceView } from '../messages/difference.ts';
import type { DocumentDetail } from '../messages/document.ts';
import type { FirstConversationView } from '../messages/first-conversation.ts';
import type { Guides } from '../messages/guide.ts';
import type { InvitationView } from '../messages/invitation.ts';
import type { JoinRequestView } from '../messages/join-request.ts';
import type { MeetingView } from '../messages/meeting.ts';
import type { NominationView } from '../messages/nomination.ts';
import type { RoleSuggestionView } from '../messages/role-suggestion.ts';
import type { StandInView } from '../messages/stand-in.ts';
import type { TalkView } from '../messages/talk.ts';
import type { Card, Form, FormOf } from '../platform/card.ts';
import type { Choice, GivenFile, Invocation, OptionSpec, SharedMessage, Told } from '../platform/chat-platform.ts';
import type { Reader, Tx } from '../store/engine.ts';

/** What a command is about; dispatch loads it, within the network it belongs to, before anything else happens. */
export interface Subjects {
  /** No record: its people, or its workspace, as a whole. */
  network: Readonly<Record<never, never>>;
  /** With what the presser is in it, if anything. */
  cop: { readonly cop: Cop; readonly role: MembershipRole | undefined };
  /** Between a facilitator and an applicant. */
  talk: TalkView;
  'join-request': JoinRequestView;
  nomination: NominationView;
  'first-conversation': FirstConversationView;
  invitation: InvitationView;
  document: DocumentDetail;
  'carried-role': CarriedRoleView;
  difference: DifferenceView;
  'role-suggestion': RoleSuggestionView;
  'stand-in': StandInView;
  meeting: MeetingView;
}
export type Subject = keyof Subjects;

/**
 * How somebody stands to a record. `support`: is in the Support Team's channel. `admin`: administers the workspace.
 * `former-facilitator`: a member who facilitated it once.
 * `starter`: may start CoPs there. `its-starter`: started this one, wherever they are now.
 */
export type Standing =
  | 'anyone'
  | 'member'
  | 'facilitator'
  | 'former-facilitator'
  | 'support'
  | 'admin'
  | 'starter'
  | 'the-one-asked'
  | 'its-author'
  | 'its-starter';

/** As they came: what a command takes of them is told by its name. */
export type Options = Readonly<Record<string, string>>;

/** For forms and suggestions: reading only. */
export interface ReadScope<S, Option extends string = string> {
  readonly reader: Reader;
  /** None yet, where nobody has done anything so far. */
  readonly network: NetworkId | undefined;
  /** Where it was pressed; of a direct message on Discord, where the record lives. */
  readonly workspace: WorkspaceKey;
  /** Nobody is made known by looking. */
  readonly actor: Person | undefined;
  /** The presser's account there. */
  readonly accountId: string;
  /** What was chosen for that workspace. */
  readonly settings: Chosen;
  readonly subject: S;
  readonly options: Given<Option>;
  readonly message: SharedMessage | undefined;
  /** What stands quoted on the card that was pressed. */
  readonly quoted: string | undefined;
  /** Chosen in the form that was sent, by field. */
  readonly files: { readonly [O in Option]?: GivenFile };
  /** In a direct message where nobody else is to be chosen. */
  readonly direct: boolean;
  /** The channel it was pressed in. */
  readonly at: string | undefined;
  /** Whether the operator has the files of documents kept (DOCUMENTS_DIR). */
  readonly keepsFiles: boolean;
  readonly guides: Guides;
  /** What who gave it reads. */
  readonly language: Language;
  readonly now: number;
  /** Days where that workspace is. */
  readonly calendar: Calendar;
  /** Of the machine that the bot runs on, or as its operator told: an IANA name. */
  readonly machineZone: string;
}

export interface Scope<S, Option extends string = string> extends Omit<ReadScope<S, Option>, 'reader'> {
  readonly tx: Tx;
  readonly network: NetworkId;
  readonly actor: Person;
  readonly settings: Settings;
  /** Somebody's person by their account, known from now on if they weren't. */
  person(account: { readonly id: string; readonly name?: string }): Promise<Person>;
  /** What the platform told of an account besides its id. */
  named(accountId: string): Told | undefined;
  newId<T extends string>(): T;
  /** Words that only this reader gets to see, and that aren't kept once they have them. */
  seal(words: string, reader: PersonId): string;
  /** What stands for an account among those that are forgotten. */
  markOf(workspace: WorkspaceKey, account: string): string;
  /** Happens after commit, in this lane's order, once what it `needs` is done; and what it `follows`, or that can't be just now. */
  after(
    lane: Lane,
    effect: Desired,
    order?: {
      readonly needs?: readonly EffectId[];
      readonly follows?: readonly EffectId[];
      readonly onFailure?: Effect['onFailure'];
      /** Epoch milliseconds. What stands behind it in the lane doesn't wait for it. */
      readonly notBefore?: number;
    },
  ): EffectId;
  /** These lanes have something to do, besides those that `after` named. */
  wake(lanes: readonly Lane[]): void;
  /** Whether an administrator of the workspace gave it, where it says that this matters. */
  readonly admin: boolean;
  /** Whether somebody of the Support Team did. */
  readonly support: boolean;
  /** How to go on answering this press, sealed; none where the platform offers none. */
  readonly reply: string | undefined;
  /** Who may not write in that channel: who pressed, or else the bot; as far as the platform tells. */
  barredIn(channel: string): 'presser' | 'bot' | 'untold' | undefined;
  /** Whether everybody in the workspace can read the channel that was chosen, and who is in it; as far as the platform has told. */
  readonly chosen: Invocation['chosen'];
  /** Why this server role can't be given: by anybody, or by who pressed; as far as the platform tells. */
  ungivable(role: string): 'by anybody' | 'by the presser' | 'untold' | undefined;
  /** Invites of the bot's that were just made for this press, or why none could be. */
  readonly invites: Invocation['invites'];
  /** Where the world outside finds a CoP's page; nothing where there are no pages. */
  pageOf(cop: Cop): string | undefined;
  /** The same of somebody's private calendar address. */
  feedAt(secret: string): string | undefined;
  /** The card that was pressed, and that the answer draws anew. */
  readonly on: { readonly channel: string; readonly id: string } | undefined;
}

/** Where a record is only for who is known to it, whoever looks is known. */
export function somebody(actor: Person | undefined): Person {
  if (!actor) throw new Refusal('closed-door', {});
  return actor;
}

/** An effect, and the CoP in whose workspace it happens. */
export interface Desired {
  readonly cop: Pick<Cop, 'id' | 'networkId' | 'workspace'>;
  readonly wish: Wish;
}

export type Result<F = Form> = { readonly say: Card } | { readonly mend: F };

export interface Definition<D extends DeedName, A extends Subject> {
  /** Noun and verb: `join-request approve`. */
  readonly name: D;
  readonly summary: string;
  /** What to type to come to its button, where there is nothing to type for itself. */
  readonly typedAs?: Typed;
  /** It shows more to an administrator. */
  readonly weighsAdmin?: true;
  /** Its entry in a message's menu. */
  readonly shortcut?: string;
  /** What can be typed of its options; the others are its form's and its buttons'. */
  readonly options?: { readonly [O in Deeds[D]]?: OptionSpec };
  readonly about: A;
  readonly may: readonly Standing[];
  /** Which state its CoP must be in. */
  readonly in: A extends 'network' ? 'no CoP' : Footing;
  /** What was typed for a CoP and is none is its `words`. */
  readonly takesWords?: true;
  /** Where no CoP is named, it is chosen from all that there are, not from one's own. */
  readonly fromDirectory?: true;
  /** Where it isn't named by its id, it is one that was closed, and that they may open again. */
  readonly amongClosed?: true;
  readonly answers: 'privately' | 'on-the-card';
  /** Under its answer, the first administrator who gives it is offered to choose the settings. */
  readonly offersSetup?: true;
  /** The option that makes its form needless. */
  readonly asksUnless?: Deeds[D];
  /** Looks only: leaves no trace in the audit. */
  readonly reads?: true;
  /** Or, where it has more fields than a form takes and none of its sections is named, the card that offers them. */
  form?(scope: Reading<D, A>): Promise<FormOf<D> | { readonly sections: Card }>;
  suggest?(scope: Reading<D, A>, option: Deeds[D], typed: string): Promise<readonly Choice[]>;
  run(scope: Scope<Subjects[A], Deeds[D]> & Said<D>): Promise<Result<FormOf<D>>>;
}

interface Said<D extends DeedName> {
  readonly options: OptionsOf<D>;
}
type Reading<D extends DeedName, A extends Subject> = ReadScope<Subjects[A], Deeds[D]> & Said<D>;

/** Any command, for lists and tables; what it is about is known by its `about` alone. */
export interface Command extends Definition<DeedName, Subject> {
  /** As typed, without the slash. */
  readonly slash: string | undefined;
}

export const command = <D extends DeedName, A extends Subject>(definition: Definition<D, A>): Command & Called<D> =>
  ({ ...definition, slash: slashOf(definition.name) }) as unknown as Command & Called<D>;

/** What follows by itself. It answers nobody, and nobody may give it: what it has to say, it posts. */
interface Following<C extends ConsequenceName, A extends Subject> {
  readonly name: C;
  readonly summary: string;
  readonly about: A;
  /** Its clock rings although the CoP rests: it reminds of a request, or somebody else waits for it. All others wait until it is awake. */
  readonly evenAtRest?: true;
  /** `hours`: of whom its clock minds; none where it comes from something else. */
  run(
    scope: Scope<Subjects[A], Consequences[C]> & { readonly options: DrawnWith<C>; readonly hours: Hours | undefined },
  ): Promise<void>;
}
export type FollowUp = Following<ConsequenceName, Subject>;

export const consequence = <C extends ConsequenceName, A extends Subject>(
  following: Following<C, A>,
): FollowUp & Called<C> => following as unknown as FollowUp & Called<C>;

interface Called<Name extends string> {
  readonly name: Name;
}
type Lacking<Name> = [Name] extends [never] ? unknown : { readonly nobodyDoes: Name };
/** These are all that there are: a deed or a consequence that is named and that nobody does is an error of the compiler's. */
export type AllCommands<C extends Command> = readonly Command[] & Lacking<Exclude<DeedName, C['name']>>;
export type AllFollowUps<C extends FollowUp> = readonly FollowUp[] & Lacking<Exclude<ConsequenceName, C['name']>>;
