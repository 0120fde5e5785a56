/** One row a kind of record: how it is loaded with its CoP, whom it concerns, who asked and who was asked, and which refusals say that it was decided before. */
import type { Subjects } from '../../commands/command.ts';
import type { Cop } from '../../domain/cop.ts';
import type { CopId, NetworkId, PersonId } from '../../domain/ids.ts';
import type { Known } from '../../domain/person.ts';
import type { RecordKind, Records } from '../../domain/record.ts';
import type { Reason, Refusal, Refusals } from '../../domain/refusal.ts';
import * as coreRoles from '../../store/core-roles.ts';
import * as differences from '../../store/differences.ts';
import * as documents from '../../store/documents.ts';
import type { Reader } from '../../store/engine.ts';
import * as conversations from '../../store/first-conversations.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as meetings from '../../store/meetings.ts';
import * as nominations from '../../store/nominations.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import * as standIns from '../../store/stand-ins.ts';
import * as talks from '../../store/talks.ts';
import { present } from './known.ts';

interface InCop {
  readonly networkId: NetworkId;
  readonly copId: CopId;
}

/** Those who are known with it. `in`: they must be there. */
interface People {
  get(id: PersonId | undefined): Known | undefined;
  in(id: PersonId): Known;
  /** Who looks. */
  readonly actor: PersonId | undefined;
}

interface Loaded {
  readonly cop: Cop;
}

interface Row<A extends RecordKind, L extends Loaded = Loaded> {
  load(reader: Reader, network: NetworkId, id: Records[A], locking: boolean): Promise<L | undefined>;
  concerns(loaded: L): readonly (PersonId | undefined)[];
  subject(loaded: L, people: People): Subjects[A];
  /** Who asked for it, or made it; and who was asked. Nobody who has left, where they have no say any more. */
  author?(subject: Subjects[A], people: People): PersonId | undefined;
  asked?(subject: Subjects[A], people: People): PersonId | undefined;
  /** A card of it is out of date, says such a refusal; and which CoP's it is. */
  readonly decided: { readonly [R in Reason]?: (about: Refusals[R]) => InCop };
}

type Of<Load extends (...given: never[]) => Promise<unknown>> = NonNullable<Awaited<ReturnType<Load>>>;

/** The CoP itself is found in more ways than by its id. */
export type Kind = Exclude<RecordKind, 'cop'>;

/** What was loaded is known to its own row alone. */
const row = <A extends Kind, L extends Loaded>(it: Row<A, L>): Row<A> => it as Row<A>;

const rows: { readonly [A in Kind]: Row<A> } = {
  'join-request': row<'join-request', Of<typeof joinRequests.withCop>>({
    load: joinRequests.withCop,
    concerns: ({ request }) => [request.personId, request.decidedBy],
    subject: (it, people) => ({
      ...it,
      applicant: people.in(it.request.personId),
      decider: people.get(it.request.decidedBy),
    }),
    author: ({ request }) => request.personId,
    decided: { 'request-decided': ({ request }) => request },
  }),
  /** Only the two of them: whoever facilitates it no longer has left the talk too. */
  talk: row<'talk', Omit<Subjects['talk'], 'applicant' | 'facilitator'>>({
    async load(reader, network, id, locking) {
      const found = await talks.withCop(reader, network, id, locking);
      const asked = found && (await joinRequests.withCop(reader, network, found.talk.requestId));
      return asked && { ...found, request: asked.request };
    },
    concerns: ({ request, talk }) => [request.personId, talk.facilitatorId],
    subject: (it, people) => ({
      ...it,
      applicant: people.in(it.request.personId),
      facilitator: people.in(it.talk.facilitatorId),
    }),
    author: ({ request }) => request.personId,
    asked: ({ facilitator }) => (facilitator.role === 'facilitator' ? facilitator.id : undefined),
    decided: {},
  }),
  nomination: row<'nomination', Of<typeof nominations.withCop>>({
    load: nominations.withCop,
    concerns: ({ nomination }) => [nomination.nomineeId, nomination.nominatorId],
    subject: (it, people) => ({
      ...it,
      nominee: people.in(it.nomination.nomineeId),
      nominator: people.in(it.nomination.nominatorId),
    }),
    author: ({ nominator }) => nominator.id,
    asked: ({ nominee }) => nominee.role && nominee.id, // who was asked is in it, to have a look
    decided: { 'nomination-decided': ({ nomination }) => nomination },
  }),
  'first-conversation': row<'first-conversation', Of<typeof conversations.withCop>>({
    load: conversations.withCop,
    concerns: ({ conversation }) => [conversation.personId, conversation.takenBy],
    subject: (it, people) => ({
      ...it,
      asker: people.in(it.conversation.personId),
      taker: people.get(it.conversation.takenBy),
    }),
    author: ({ conversation }) => conversation.personId,
    decided: {
      'conversation-taken': ({ conversation }) => conversation,
      'conversation-over': ({ conversation }) => conversation,
      'started-already': ({ conversation }) => conversation,
    },
  }),
  invitation: row<'invitation', Of<typeof invitations.withCop>>({
    load: invitations.withCop,
    concerns: ({ invitation }) => [invitation.inviteeId, invitation.inviterId],
    subject: (it, people) => ({
      ...it,
      invitee: people.in(it.invitation.inviteeId),
      inviter: people.in(it.invitation.inviterId),
    }),
    author: ({ inviter }) => inviter.id,
    asked: ({ invitee }) => invitee.id,
    decided: { 'invitation-decided': ({ invitation }) => invitation },
  }),
  document: row<'document', Of<typeof documents.withCop>>({
    load: documents.withCop,
    concerns: ({ document }) => [document.sharedBy, document.stewardId],
    subject(it, people) {
      const role = people.get(people.actor)?.role;
      const reader = { role, savedIt: role !== undefined && it.document.savedBy === people.actor };
      return { ...it, sharer: people.get(it.document.sharedBy), steward: people.get(it.document.stewardId), reader };
    },
    author: ({ document, reader }) => (reader.savedIt ? document.savedBy : undefined), // who has left has no say any more
    decided: {},
  }),
  'carried-role': row<'carried-role', Of<typeof coreRoles.withCop>>({
    load: coreRoles.withCop,
    concerns: ({ carried }) => [carried.personId],
    subject: (it, people) => ({ ...it, carrier: people.in(it.carried.personId) }),
    author: ({ carrier }) => carrier.role && carrier.id,
    decided: { 'role-ended': ({ carried }) => carried },
  }),
  'role-suggestion': row<'role-suggestion', Of<typeof suggestions.withCop>>({
    load: suggestions.withCop,
    concerns: ({ suggestion }) => [suggestion.personId, suggestion.suggesterId],
    subject: (it, people) => ({
      ...it,
      person: people.in(it.suggestion.personId),
      suggester: people.in(it.suggestion.suggesterId),
    }),
    author: ({ suggester }) => suggester.role && suggester.id,
    asked: ({ person }) => person.role && person.id,
    decided: { 'suggestion-decided': ({ suggestion }) => suggestion },
  }),
  /** What was found changed by hand. A facilitator who was put out has a say in it too. */
  difference: row<'difference', Of<typeof differences.withCop>>({
    load: differences.withCop,
    concerns: ({ difference }) => difference.people.map(one => one.id),
    subject: (it, people) => ({ ...it, people: it.difference.people.map(one => people.in(one.id)) }),
    asked: ({ difference: { kind, people: out } }, { actor }) =>
      kind === 'people' ? out.find(one => one.id === actor && one.role === 'facilitator')?.id : undefined,
    decided: { 'difference-settled': ({ difference }) => difference },
  }),
  /** What is only drafted is for who drafts it; whoever has left has no say any more. */
  meeting: row<'meeting', Of<typeof meetings.withCop>>({
    load: meetings.withCop,
    concerns: ({ meeting }) => [meeting.callerId],
    subject: (it, people) => {
      const isTheirs = it.meeting.state !== 'drafted' || it.meeting.callerId === people.actor;
      return { ...present(isTheirs ? it : undefined), caller: people.get(it.meeting.callerId) };
    },
    author: ({ caller }) => caller?.role && caller.id,
    decided: { 'meeting-settled': ({ meeting }) => meeting },
  }),
  'stand-in': row<'stand-in', Of<typeof standIns.withCop>>({
    load: standIns.withCop,
    concerns: ({ standIn }) => [standIn.personId],
    subject: (it, people) => ({ ...it, person: people.in(it.standIn.personId) }),
    author: ({ standIn }) => standIn.personId,
    asked: ({ standIn }) => standIn.deciderId,
    decided: { 'stand-in-decided': ({ standIn }) => standIn },
  }),
};

export const rowOf = <A extends Kind>(kind: A): Row<A> => rows[kind];

const decided: Row<Kind>['decided'] = Object.assign({}, ...Object.values(rows).map(one => one.decided));

/** Where a refusal says that its record was decided before: whose CoP's it is. */
export const decidedIn = ({ reason, about }: Refusal): InCop | undefined =>
  (decided[reason] as ((about: unknown) => InCop) | undefined)?.(about);

export const knowing = (all: ReadonlyMap<PersonId, Known>, actor: PersonId | undefined): People => {
  const get = (id: PersonId | undefined) => (id === undefined ? undefined : all.get(id));
  return { get, in: id => present(get(id)), actor };
};
