/** Finds what an Invoke is about, within the one network where it may be looked for. What isn't there and what isn't theirs look alike. */
import type { Options, Subject, Subjects } from '../../commands/command.ts';
import type { Cop } from '../../domain/cop.ts';
import type { DeedName } from '../../domain/deed.ts';
import type {
  CopId,
  DocumentId,
  FirstConversationId,
  InvitationId,
  JoinRequestId,
  NetworkId,
  NominationId,
  PersonId,
  TalkId,
  WorkspaceKey,
} from '../../domain/ids.ts';
import type { Known } from '../../domain/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import * as cops from '../../store/cops.ts';
import * as documents from '../../store/documents.ts';
import type { Reader, Tx } from '../../store/engine.ts';
import * as conversations from '../../store/first-conversations.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as nominations from '../../store/nominations.ts';
import * as talks from '../../store/talks.ts';
import { differenceLoader } from './difference-record.ts';
import { known, present } from './known.ts';
import { roleLoaders } from './role-records.ts';

/** From where it is looked for. `locking`: the command is going to change what it finds. */
export interface Looking {
  readonly reader: Reader;
  readonly network: NetworkId;
  readonly actor: PersonId | undefined;
  readonly spaceId: string | undefined;
  readonly workspace: WorkspaceKey | undefined;
  /** What is to be done, asked again where a CoP has to be chosen first. */
  readonly command?: DeedName;
  readonly locking: boolean;
}

/** A record, its CoP, and everybody to be known with it: the presser first. */
export interface Found<A extends Subject = Subject> {
  readonly subject: Subjects[A];
  readonly cop: Cop | undefined;
  readonly recordId: string | undefined;
  readonly actor: Known | undefined;
  /** Who asked for it, or was asked. */
  readonly author: PersonId | undefined;
  readonly asked: PersonId | undefined;
}

export type Loaders = { readonly [A in Subject]: (looking: Looking, options: Options) => Promise<Found<A>> };

const loaders: Loaders = {
  ...roleLoaders,
  ...differenceLoader,

  async network({ network }) {
    return {
      subject: { network },
      cop: undefined,
      recordId: undefined,
      actor: undefined,
      author: undefined,
      asked: undefined,
    };
  },

  async cop(looking, options) {
    const cop = await whichCop(looking, options);
    const actor = (await known(looking, cop, [])).get(looking.actor);
    return { subject: { cop, role: actor?.role }, cop, recordId: cop.id, actor, author: undefined, asked: undefined };
  },

  async 'join-request'(looking, options) {
    const found = present(
      await joinRequests.withCop(looking.reader, looking.network, options.request as JoinRequestId, looking.locking),
    );
    const { request, cop } = found;
    const all = await known(looking, cop, [request.personId, ...(request.decidedBy ? [request.decidedBy] : [])]);
    const subject = {
      request,
      cop,
      applicant: present(all.get(request.personId)),
      decider: all.get(request.decidedBy),
    };
    return {
      subject,
      cop,
      recordId: request.id,
      actor: all.get(looking.actor),
      author: request.personId,
      asked: undefined,
    };
  },

  /** Only the two of them: whoever facilitates it no longer has left the talk too. */
  async talk(looking, options) {
    const { talk, cop } = present(
      await talks.withCop(looking.reader, looking.network, options.talk as TalkId, looking.locking),
    );
    const { request } = present(await joinRequests.withCop(looking.reader, looking.network, talk.requestId));
    const all = await known(looking, cop, [request.personId, talk.facilitatorId]);
    const [applicant, facilitator] = [present(all.get(request.personId)), present(all.get(talk.facilitatorId))];
    return {
      subject: { talk, request, cop, applicant, facilitator },
      cop,
      recordId: talk.id,
      actor: all.get(looking.actor),
      author: request.personId,
      asked: facilitator.role === 'facilitator' ? facilitator.id : undefined,
    };
  },

  async nomination(looking, options) {
    const { nomination, cop } = present(
      await nominations.withCop(looking.reader, looking.network, options.nomination as NominationId, looking.locking),
    );
    const all = await known(looking, cop, [nomination.nomineeId, nomination.nominatorId]);
    const subject = {
      nomination,
      cop,
      nominee: present(all.get(nomination.nomineeId)),
      nominator: present(all.get(nomination.nominatorId)),
    };
    return {
      subject,
      cop,
      recordId: nomination.id,
      actor: all.get(looking.actor),
      author: nomination.nominatorId,
      asked: nomination.nomineeId,
    };
  },

  async 'first-conversation'(looking, options) {
    const { conversation, cop } = present(
      await conversations.withCop(
        looking.reader,
        looking.network,
        options.conversation as FirstConversationId,
        looking.locking,
      ),
    );
    const { personId, takenBy } = conversation;
    const all = await known(looking, cop, takenBy ? [personId, takenBy] : [personId]);
    const subject = { conversation, cop, asker: present(all.get(personId)), taker: all.get(takenBy) };
    return {
      subject,
      cop,
      recordId: conversation.id,
      actor: all.get(looking.actor),
      author: personId,
      asked: undefined,
    };
  },

  async invitation(looking, options) {
    const { invitation, cop } = present(
      await invitations.withCop(looking.reader, looking.network, options.invitation as InvitationId, looking.locking),
    );
    const all = await known(looking, cop, [invitation.inviteeId, invitation.inviterId]);
    const subject = {
      invitation,
      cop,
      invitee: present(all.get(invitation.inviteeId)),
      inviter: present(all.get(invitation.inviterId)),
    };
    return {
      subject,
      cop,
      recordId: invitation.id,
      actor: all.get(looking.actor),
      author: invitation.inviterId,
      asked: invitation.inviteeId,
    };
  },

  async document(looking, options) {
    const { document, cop, fileKeptAt } = present(
      await documents.withCop(looking.reader, looking.network, options.document as DocumentId, looking.locking),
    );
    const all = await known(looking, cop, [document.sharedBy, document.stewardId]);
    const actor = all.get(looking.actor);
    const savedIt = actor?.role !== undefined && document.savedBy === looking.actor;
    const subject = {
      document,
      cop,
      sharer: all.get(document.sharedBy),
      steward: all.get(document.stewardId),
      fileKeptAt,
      reader: { role: actor?.role, savedIt },
    };
    return {
      subject,
      cop,
      recordId: document.id,
      actor,
      author: savedIt ? document.savedBy : undefined, // who has left has no say any more
      asked: undefined,
    };
  },
};

export function findSubject<A extends Subject>(about: A, looking: Looking, options: Options): Promise<Found<A>> {
  return loaders[about](looking, options);
}

const isId = (words: string): boolean => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(words);

/** The CoP that is named; where none is, the space I'm in, else my only one, else I'm asked to choose. However it is found, it is locked. */
async function whichCop(looking: Looking, options: Options): Promise<Cop> {
  const named = options.cop?.trim();
  if (named && isId(named)) return present(await copById(looking, named as CopId));
  const found = named ? await copCalled(looking, named) : await copHere(looking, options);
  return looking.locking && cops.locksRows(looking.reader) ? present(await copById(looking, found.id)) : found;
}

async function copHere(looking: Looking, options: Options): Promise<Cop> {
  const here =
    looking.spaceId && looking.workspace
      ? await cops.bySpace(looking.reader, looking.workspace, looking.spaceId)
      : undefined;
  if (here) return here;
  const mine = looking.actor ? await cops.ofPerson(looking.reader, looking.network, looking.actor) : [];
  const [only, second] = mine;
  if (!looking.command) throw new Refusal('closed-door', {});
  if (!only) throw new Refusal('no-cop-of-yours', {});
  if (!second) return only.cop;
  throw new Refusal('which-cop', { cops: mine.map(one => one.cop), command: looking.command, options });
}

const copById = ({ reader, network, locking }: Looking, id: CopId) =>
  locking ? cops.lock(reader as Tx, network, id) : cops.byId(reader, network, id);

async function copCalled(looking: Looking, name: string): Promise<Cop> {
  const exact = await cops.byName(looking.reader, looking.network, name);
  if (exact) return exact.cop;
  const words = name.split(/\s+/);
  if (!looking.command) throw new Refusal('closed-door', {});
  const near = await cops.find(looking.reader, looking.network, words, 5, looking.actor);
  if (near.length === 1 && near[0]) return near[0].cop;
  const some = near.length > 0 ? near : await nearest(looking, words);
  throw new Refusal('no-such-cop', { typed: name, near: some.map(one => one.cop), command: looking.command });
}

/** Whatever holds one of the words, where nothing holds them all. */
async function nearest({ reader, network, actor }: Looking, words: readonly string[]) {
  for (const word of words) {
    const found = word.length > 2 ? await cops.find(reader, network, [word], 5, actor) : [];
    if (found.length > 0) return found;
  }
  return [];
}
