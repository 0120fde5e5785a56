/** Finds what an Invoke is about, within the one network where it may be looked for. What isn't there and what isn't theirs look alike. */
import type { Options, Subject, Subjects } from '../../commands/command.ts';
import { type Cop, nameKey } from '../../domain/cop.ts';
import type { DeedName } from '../../domain/deed.ts';
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../../domain/ids.ts';
import type { Known } from '../../domain/person.ts';
import { isId, optionOf } from '../../domain/record.ts';
import { Refusal } from '../../domain/refusal.ts';
import { piecesIn } from '../../domain/search.ts';
import * as closedCops from '../../store/closed-cops.ts';
import * as cops from '../../store/cops.ts';
import * as directory from '../../store/directory.ts';
import type { Reader, Tx } from '../../store/engine.ts';
import { known, present } from './known.ts';
import { type Kind, knowing, rowOf } from './records.ts';

/** From where it is looked for. `locking`: the command is going to change what it finds. */
export interface Looking {
  readonly reader: Reader;
  /** None yet, where nobody has done anything so far: then there is nothing to be found. */
  readonly network: NetworkId | undefined;
  readonly actor: PersonId | undefined;
  readonly spaceId: string | undefined;
  readonly workspace: WorkspaceKey | undefined;
  /** What is to be done, asked again where a CoP has to be chosen first. */
  readonly command?: DeedName;
  /** Where no CoP is named, it is one of all that there are. */
  readonly fromDirectory?: boolean;
  /** Where it isn't named by its id, it is one that was closed. */
  readonly amongClosed?: boolean;
  /** For those who facilitate it alone: where it isn't named, it is one of those that they do. */
  readonly isTended?: boolean;
  /** What is given for a CoP and is none's name was meant as words. */
  readonly takesWords?: boolean;
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
  /** What was given, as it was meant. */
  readonly options: Options;
}

const nobody = { actor: undefined, author: undefined, asked: undefined };

export async function findSubject<A extends Subject>(about: A, looking: Looking, options: Options): Promise<Found<A>> {
  const kind: Subject = about;
  if (kind === 'network')
    return { subject: {} as Subjects[A], cop: undefined, recordId: undefined, options, ...nobody };
  return (await (kind === 'cop' ? copFound(looking, options) : recordFound(kind, looking, options))) as Found<A>;
}

async function copFound(looking: Looking, given: Options): Promise<Found<'cop'>> {
  const options = looking.takesWords ? await asMeant(looking, given) : given;
  const cop = await whichCop(looking, options);
  const actor = looking.actor && (await known(looking, cop, [])).get(looking.actor);
  return { subject: { cop, role: actor?.role }, cop, recordId: cop.id, options, ...nobody, actor };
}

async function recordFound<A extends Kind>(kind: A, looking: Looking, options: Options): Promise<Found<A>> {
  const row = rowOf(kind);
  const { reader, network, locking, actor } = looking;
  const id = options[optionOf[kind]] ?? '';
  const loaded = present(await row.load(reader, present(network), id as never, locking));
  const people = knowing(await known(looking, loaded.cop, row.concerns(loaded)), actor);
  const subject = row.subject(loaded, people);
  return {
    subject,
    cop: loaded.cop,
    recordId: id,
    options,
    actor: people.get(actor),
    author: row.author?.(subject, people),
    asked: row.asked?.(subject, people),
  };
}

/** Where there are words already, what is given for a CoP was meant for one, however it is spelt. */
async function asMeant({ reader, network }: Looking, options: Options): Promise<Options> {
  const named = options.cop?.trim();
  if (!named || isId(named) || options.words?.trim()) return options;
  if (network && (await cops.byName(reader, network, named))) return options;
  return { ...options, words: named, cop: '' };
}

/** The CoP that is named; where none is, the space I'm in, else my only one, else I'm asked to choose. However it is found, it is locked. */
async function whichCop(looking: Looking, options: Options): Promise<Cop> {
  const named = options.cop?.trim();
  if (named && isId(named)) return present(await copById(looking, named as CopId));
  const found = looking.amongClosed
    ? await closedCop(looking, named)
    : named
      ? await copCalled(looking, named, options)
      : await copHere(looking, options);
  return looking.locking ? present(await cops.locked(looking.reader as Tx, found)) : found;
}

/** The one whose space this is; else among those that they may open again. */
async function closedCop(looking: Looking, named: string | undefined): Promise<Cop> {
  const { reader, network, workspace, actor, spaceId, command } = looking;
  if (!network || !workspace || !actor || !command) throw new Refusal('no-closed-cop', {});
  const here = spaceId && !named ? await cops.bySpace(reader, workspace, spaceId) : undefined;
  if (here) return here;
  const all = await closedCops.reopenable(reader, network, workspace, actor);
  const meant = named ? all.filter(one => nameKey(one.name) === nameKey(named)) : all;
  const [first, second] = meant.length > 0 ? meant : all;
  if (!first) throw new Refusal('no-closed-cop', {});
  if (!second && meant.length > 0) return first;
  throw new Refusal('which-cop', { cops: meant.length > 0 ? meant : all, command, options: {} });
}

async function copHere(looking: Looking, options: Options): Promise<Cop> {
  if (looking.fromDirectory) throw await whichToJoin(looking);
  const here =
    looking.spaceId && looking.workspace
      ? await cops.bySpace(looking.reader, looking.workspace, looking.spaceId)
      : undefined;
  if (here) return here;
  const { reader, network, actor } = looking;
  const all = network && actor ? await cops.ofPerson(reader, network, actor) : [];
  const tended = looking.isTended ? all.filter(one => one.role === 'facilitator') : [];
  const mine = tended.length > 0 ? tended : all;
  const [only, second] = mine;
  if (!looking.command) throw new Refusal('closed-door', {});
  if (!only) throw new Refusal('no-cop-of-yours', {});
  if (!second) return only.cop;
  throw new Refusal('which-cop', { cops: mine.map(one => one.cop), command: looking.command, options });
}

const mostListed = 8;

/** Those that they aren't in, the largest first. */
async function whichToJoin({ reader, network, actor }: Looking): Promise<Refusal> {
  const mine = network && actor ? await cops.ofPerson(reader, network, actor) : [];
  const all = network ? await directory.find(reader, network, [], mostListed + mine.length + 1, actor) : [];
  const others = all.filter(({ cop }) => !mine.some(one => one.cop.id === cop.id));
  return new Refusal('which-to-join', { found: others.slice(0, mostListed), more: others.length > mostListed });
}

const copById = ({ reader, network, locking }: Looking, id: CopId) =>
  locking ? cops.lock(reader as Tx, present(network), id) : cops.byId(reader, present(network), id);

async function copCalled(looking: Looking, name: string, options: Options): Promise<Cop> {
  const { network } = looking;
  const exact = network && (await cops.byName(looking.reader, network, name));
  if (exact) return exact.cop;
  const words = piecesIn(name);
  if (!looking.command) throw new Refusal('closed-door', {});
  const near = network ? await directory.find(looking.reader, network, words, 5, looking.actor) : [];
  if (near.length === 1 && near[0]) return near[0].cop;
  const some = near.length > 0 ? near : await nearest(looking, words);
  throw new Refusal('no-such-cop', { typed: name, near: some.map(one => one.cop), command: looking.command, options });
}

/** Whatever holds one of the words, where nothing holds them all. */
async function nearest({ reader, network, actor }: Looking, words: readonly string[]) {
  for (const word of words) {
    const found = network && word.length > 2 ? await directory.find(reader, network, [word], 5, actor) : [];
    if (found.length > 0) return found;
  }
  return [];
}
