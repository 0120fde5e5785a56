/**
 * What becomes of a space's overwrites when it is closed, and when it is opened again: nobody may then do more than before. A member's own
 * counts more than those of roles, and these more than what everybody is denied, so each is changed.
 * https://docs.discord.com/developers/topics/permissions
 */
import { type APIOverwrite, PermissionFlagsBits as may, OverwriteType } from 'discord.js';
import { botRights, facilitatorRights, granting, held, isIn, memberRights } from './rights.ts';

const writing =
  may.SendMessages |
  may.SendMessagesInThreads |
  may.CreatePublicThreads |
  may.CreatePrivateThreads |
  may.PinMessages |
  may.ManageMessages |
  may.ManageThreads;
/** Without these the bot opens no space. */
const surelyHeld = may.SendMessages | may.ManageMessages | may.ManageThreads;

export interface Here {
  /** The id of @everyone. */
  readonly everybody: string;
  readonly bot: string;
  /**
   * The bot's own role, if it has one. While the space is closed its overwrite notes what everybody was denied before, and by what it allows,
   * what they weren't: it goes in the same call, and nobody loses it. What it denies the bot, its own overwrite allows.
   */
  readonly note: string | undefined;
  /** What the bot holds itself: only that can be denied or allowed. */
  readonly mine: bigint;
  isLeft(one: APIOverwrite): boolean;
}

type Rights = Pick<APIOverwrite, 'allow' | 'deny'>;
type Bits = { readonly allow: bigint; readonly deny: bigint };
const bitsOf = ({ allow, deny }: Rights): Bits => ({ allow: BigInt(allow), deny: BigInt(deny) });
const changed = (one: APIOverwrite, { allow, deny }: Bits): APIOverwrite => ({
  ...one,
  allow: String(allow),
  deny: String(deny),
});

/** Each by a call of its own, what the bot may comes first, then the note and everybody: cut off there, it is the same when it is done again. */
export function closing(before: readonly APIOverwrite[], here: Here): APIOverwrite[] {
  const rowOf = (id: string, type = OverwriteType.Role): APIOverwrite =>
    before.find(one => one.id === id) ?? { id, type, allow: '0', deny: '0' };
  const everybody = rowOf(here.everybody);
  const own = rowOf(here.bot, OverwriteType.Member);
  const note = here.note === undefined ? [] : [rowOf(here.note)];
  const all = held(writing, here.mine);
  const { allow, deny } = bitsOf(everybody);
  const isClosed = note.some(one => tells(bitsOf(one), deny));
  const fresh = isClosed ? note.reduce((left, one) => left & ~toldBy(bitsOf(one)), all) : all; // what the bot holds by now, it denies by now
  const denied = deny & fresh;
  const marks = { isNew: !isClosed, canBe: note.length > 0 && all === writing };
  const first = [own, ...note, everybody];
  const others = before.filter(one => !first.includes(one));
  return [
    changed(own, granting(bitsOf(own), held(botRights, here.mine) & ~BigInt(own.deny))),
    ...note.map(one => noting(one, fresh, denied, isClosed)),
    changed(everybody, { allow: allow & ~writing, deny: deny | all }),
    ...others.map(one => (here.isLeft(one) ? one : withoutWriting(one, denied, marks))),
  ];
}

/** Each by a call of its own, the note goes last. */
export function opening(before: readonly APIOverwrite[], here: Here, tending: ReadonlySet<string>): APIOverwrite[] {
  const everybody = before.find(one => one.id === here.everybody);
  const note = before.find(one => one.id === here.note && tells(bitsOf(one)));
  const { deny = 0n } = everybody ? bitsOf(everybody) : {};
  const unnoted = (deny & surelyHeld) === surelyHeld ? writing : 0n; // closed by a bot that knew no notes, or open already
  const lifted = note ? bitsOf(note).allow & writing : unnoted;
  return [
    ...before.flatMap(one => {
      if (one === note) return [];
      if (one === everybody) return [changed(one, { ...bitsOf(one), deny: deny & ~lifted })];
      return [here.isLeft(one) ? one : writingAgain(one, note !== undefined, tending, here.mine)];
    }),
    ...(note ? [changed(note, { allow: bitsOf(note).allow & ~writing, deny: bitsOf(note).deny & ~writing })] : []),
  ];
}

/** Beside what it noted before, where the space is closed once more. */
function noting(one: APIOverwrite, fresh: bigint, denied: bigint, isClosed: boolean): APIOverwrite {
  const { allow, deny } = bitsOf(one);
  const before = isClosed ? 0n : writing;
  return changed(one, { allow: (allow & ~before) | (fresh & ~denied), deny: (deny & ~before) | denied });
}

const toldBy = ({ allow, deny }: Bits): bigint => (allow | deny) & writing;

/**
 * That it is a note at all; and if so, that what it tells of has been denied to everybody since: all of it or, where it grew just now and
 * that was cut off, what is always among it, and some of that wasn't before.
 */
function tells(note: Bits, everybodys = ~0n): boolean {
  const told = toldBy(note);
  if ((told & surelyHeld) !== surelyHeld) return false;
  const isGrown = (everybodys & surelyHeld) === surelyHeld && (everybodys & note.allow & writing) !== 0n;
  return (everybodys & told) === told || isGrown;
}

interface Marks {
  /** None can be there yet. */
  readonly isNew: boolean;
  readonly canBe: boolean;
}

/**
 * A role that was allowed to write, and denied nothing, is denied all of this and no more: by that it is known again. One that somebody
 * denied the very same by hand is told apart by what goes with writing anyway. A member who couldn't write for what everybody was denied
 * is denied it now themselves, as a mute.
 */
function withoutWriting(one: APIOverwrite, denied: bigint, marks: Marks): APIOverwrite {
  const { allow, deny } = bitsOf(one);
  const left = allow & ~writing;
  if (one.type === OverwriteType.Member)
    return changed(one, { allow: left, deny: isIn({ allow, deny }) ? deny | (denied & memberRights & ~allow) : deny });
  if (marks.isNew && deny === writing) return changed(one, { allow: left, deny: deny | may.EmbedLinks });
  const isMarked = marks.canBe && deny === 0n && (allow & may.SendMessages) !== 0n;
  return changed(one, { allow: left, deny: isMarked ? writing : deny });
}

/** Whoever sees it has what members have, and who facilitates it what facilitators have; but for what somebody denied them by hand. */
function writingAgain(one: APIOverwrite, isNoted: boolean, tending: ReadonlySet<string>, mine: bigint): APIOverwrite {
  const { allow, deny } = bitsOf(one);
  if (one.type === OverwriteType.Role)
    return isNoted && deny === writing ? changed(one, { allow: allow | may.SendMessages, deny: 0n }) : one;
  const wanted = tending.has(one.id) ? memberRights | facilitatorRights : memberRights;
  return isIn({ allow, deny }) ? changed(one, { allow: allow | (held(wanted, mine) & ~deny), deny }) : one;
}
