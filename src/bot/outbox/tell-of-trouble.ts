/**
 * What somebody has to mend is told to whoever can: to the operator in the log, to the letter; to who looks after the CoP, and who set
 * the bot up, in words. Once for one trouble, however much waits for it: what waits already says that it was told.
 */
import { post } from '../../commands/effects.ts';
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { isSameTrouble, noView, type Trouble } from '../../domain/trouble.ts';
import type { PlatformError } from '../../platform/platform-error.ts';
import * as audit from '../../store/audit.ts';
import * as channels from '../../store/chosen-channels.ts';
import * as cops from '../../store/cops.ts';
import type { StoredEffect } from '../../store/effects.ts';
import * as effects from '../../store/effects.ts';
import type { Tx } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as parked from '../../store/parked.ts';
import type { Bot } from '../the-bot.ts';
import { type Wishes, wishing } from '../wishes.ts';

export const troubleOf = ({ whose, kind, code, needed, place }: PlatformError): Trouble => ({
  whose,
  kind,
  code,
  ...(needed !== undefined && { needed }),
  ...(place !== undefined && { place }),
});

/** What people were told of stays written down while it is only told to wait, or out of reach: met once more, it is no news. */
export function troubleAfter(error: PlatformError, { error: before }: StoredEffect): Trouble {
  const trouble = troubleOf(error);
  return before && isTold(before) && !isTold(trouble) ? before : trouble;
}

/** Somebody has to mend it. Of a token the adapter has spoken, and by its messages nobody can be told. */
const isTold = ({ kind }: Pick<Trouble, 'kind'>): boolean => kind === 'forbidden' || kind === 'gone';

export async function tellOfTrouble(
  bot: Bot,
  tx: Tx,
  wishes: Wishes,
  cop: Cop,
  effect: StoredEffect,
  error: PlatformError,
): Promise<void> {
  const trouble = troubleOf(error);
  if (!isTold(trouble)) return log(bot, effect, error, false);
  if (isSameTrouble(effect.error, trouble)) return;
  if (await isToldOf(tx, cop, trouble)) return log(bot, effect, error, false);
  await cops.lockWorkspace(tx, cop.workspace); // or two of its lanes would both be the first
  // Each who can't be brought in is somebody else.
  const others = isOfOne(effect, trouble)
    ? []
    : await parked.inTheSame(tx, cop.networkId, cop.workspace, trouble, effect.id);
  log(bot, effect, error, others.length === 0);
  if (others.includes(cop.id) || isOfTrouble(effect)) return;
  const told = new Set<PersonId>();
  for (const other of others)
    for (const one of await facilitating.ofCop(tx, cop.networkId, other, cop.workspace)) told.add(one.id);
  const people = [...(await whoMends(tx, cop, effect, trouble))].filter(one => !told.has(one));
  tell(wishes, bot.clock.now(), cop, effect, people);
  tellWhoWaits(wishes, bot.clock.now(), cop, effect, trouble);
}

const isOfOne = ({ wish }: StoredEffect, { whose }: Trouble): boolean =>
  whose === 'person' && wish.kind === 'admit' && wish.people.length === 1;

/** Whom no app may bring in hears that they are expected, and who can. */
function tellWhoWaits(wishes: Wishes, now: number, cop: Cop, effect: StoredEffect, trouble: Trouble): void {
  const { wish } = effect;
  if (!isOfOne(effect, trouble) || wish.kind !== 'admit') return;
  for (const one of wish.people)
    wishing(wishes, now)(lane.person(one), post(cop, 'let-in-first', one, { kind: 'cop', id: cop.id }));
}

/** Of what can't be done, and nobody is there who would be told otherwise. */
export async function tellFacilitators(
  { clock }: Bot,
  tx: Tx,
  wishes: Wishes,
  cop: Cop,
  effect: StoredEffect,
): Promise<void> {
  const all = await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace);
  tell(
    wishes,
    clock.now(),
    cop,
    effect,
    all.map(one => one.id),
  );
}

function tell(wishes: Wishes, now: number, cop: Cop, { id }: StoredEffect, people: readonly PersonId[]): void {
  const after = wishing(wishes, now);
  for (const one of people) after(lane.person(one), post(cop, 'needs-a-hand', one, { kind: 'effect', id }));
}

/** The facilitators; who changed its description; who opens it again; and of what an administrator has to allow, who chose the settings last. */
async function whoMends(tx: Tx, cop: Cop, effect: StoredEffect, trouble: Trouble): Promise<ReadonlySet<PersonId>> {
  const { wish, onFailure } = effect;
  const facilitators = await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace);
  const people = new Set(facilitators.map(one => one.id));
  if (wish.kind === 'describe-space' && wish.by) people.add(wish.by);
  if (onFailure?.command === 'cop space-lost' || onFailure?.command === 'cop not-reopened')
    people.add(onFailure.options.by);
  if (trouble.whose !== 'bot' || (trouble.place !== undefined && trouble.place === cop.spaceId)) return people;
  const admin = await audit.lastActor(tx, cop.networkId, cop.workspace, 'settings choose');
  return admin ? people.add(admin) : people;
}

/** Whoever chose that channel has heard that it is lost. */
async function isToldOf(
  tx: Tx,
  { networkId: network, workspace }: Cop,
  { kind, place, needed }: Trouble,
): Promise<boolean> {
  return (kind === 'gone' || needed === noView) && (await channels.lost.isSo(tx, network, workspace, place));
}

/** That trouble could not be told of is no news to anybody. */
const isOfTrouble = ({ wish }: StoredEffect): boolean => wish.kind === 'post' && wish.message === 'needs-a-hand';

/** The trouble that it was to tell of has stopped the word itself: once it could be said, it would be so no longer. */
export async function stopsItself({ store }: Bot, effect: StoredEffect, error: PlatformError): Promise<boolean> {
  const { wish, networkId } = effect;
  if (!isOfTrouble(effect) || wish.kind !== 'post' || wish.about.kind !== 'effect') return false;
  const about = await effects.byId(store.db, networkId, wish.about.id);
  return isSameTrouble(about?.error, troubleOf(error));
}

function log({ log }: Bot, effect: StoredEffect, error: PlatformError, isNew: boolean): void {
  const { id, workspace, copId: cop, wish } = effect;
  const { code, whose, needed, place, remedy } = error;
  const fields = { effect: id, kind: wish.kind, workspace, cop, code, whose, needed, place, remedy };
  // Of silence there is nothing for whoever runs the bot to mend, and nothing of one person.
  if (whose === 'nobody' && !isTold(error)) log.warn(fields, 'an effect is tried again later');
  else if (whose === 'person') log.info(fields, 'somebody waits until an administrator has let them in');
  else if (isNew) log.error(fields, 'something has to be mended by somebody; what waits for it goes on by itself then');
  else log.info(fields, 'one more effect waits for the same to be mended');
}
