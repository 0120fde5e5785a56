/** What is written down of an attempt: done, to be tried again, put off until somebody has mended something, or given up. */

import { spaceIsGone } from '../../commands/cop/space-gone.ts';
import { handsRevised } from '../../commands/hands.ts';
import type { Consequence } from '../../domain/consequence.ts';
import type { Cop } from '../../domain/cop.ts';
import { manners } from '../../domain/platforms.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isOfName, type Trouble } from '../../domain/trouble.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import { tell } from '../../platform/figures.ts';
import { isOfWhoLeft, PlatformError } from '../../platform/platform-error.ts';
import * as cops from '../../store/cops.ts';
import type { StoredEffect } from '../../store/effects.ts';
import * as effects from '../../store/effects.ts';
import type { Tx } from '../../store/engine.ts';
import * as parked from '../../store/parked.ts';
import { drawConsequence } from '../draw-consequence.ts';
import { drawHomes } from '../drawing/homes.ts';
import { patiently } from '../patiently.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes, type Wishes, wishing } from '../wishes.ts';
import type { Claim } from './claimed.ts';
import type { Receipt } from './doing.ts';
import { doingOf } from './effects/index.ts';
import { dependants } from './lane.ts';
import {
  isSpaceGone,
  isUnheardForDays,
  isWait,
  mendable,
  parkedFor,
  retryOf,
  stateAfter,
  toOnePerson,
} from './not-done.ts';
import { stopsItself, tellFacilitators, tellOfTrouble, troubleAfter, troubleOf } from './tell-of-trouble.ts';

export interface Claimed extends StoredEffect {
  readonly claimed: Claim;
}

export interface Settling {
  done(effect: Claimed, receipt: Receipt): Promise<void>;
  notDone(effect: Claimed, cop: Cop, error: unknown): Promise<void>;
  /** What it needed did not come to be. */
  skip(effect: StoredEffect): Promise<void>;
}

const day = 24 * 3600_000;

const because = ({ command, options }: Consequence, { whose, kind }: Trouble): Consequence =>
  ({ command, options: { ...options, reason: kind, whose } }) as Consequence;

/** A platform's no is part of its work; only what we did wrong is to be looked into. */
const isExpected = ({ kind, code }: PlatformError): boolean =>
  kind === 'forbidden' || kind === 'gone' || kind === 'unsupported' || isOfName(code);

export function settling(bot: Bot): Settling {
  return {
    done: (effect, receipt) => done(bot, effect, receipt),
    notDone: (effect, cop, error) => notDone(bot, effect, cop, error),
    skip: effect => skip(bot, effect),
  };
}

async function done(bot: Bot, effect: Claimed, receipt: Receipt): Promise<void> {
  await inTransaction(bot, effect, async (tx, wishes) => {
    await effects.settle(tx, [effect], 'done', bot.clock.now());
    await receipt(tx, wishes);
    if (effect.error) await goesOn(bot, tx, wishes, effect);
    await drawHomesAfter(bot, tx, wishes, effect); // last: who draws a Home has what it is drawn from
    return [];
  });
  bot.log.info({ effect: effect.id, kind: effect.wish.kind }, 'an effect is done');
  tell('settled', { kind: effect.wish.kind, state: 'done' });
}

/** What it held up. */
async function goesOn(bot: Bot, tx: Tx, wishes: Wishes, effect: Claimed): Promise<void> {
  for (const batch of new Set([effect.batch, ...(await neededBy(tx, effect)).map(one => one.batch)]))
    for (const one of await parked.unpark(tx, effect.networkId, { batch }, bot.clock.now())) wishes.lanes.add(one);
  await handsRevised({ tx, after: wishing(wishes, bot.clock.now()) }, [effect]);
}

async function notDone(bot: Bot, effect: Claimed, cop: Cop, error: unknown): Promise<void> {
  const known = error instanceof PlatformError ? error : new PlatformError('invalid', 'bug', { cause: error });
  const fields = { effect: effect.id, kind: effect.wish.kind, code: known.code, attempt: effect.attempts + 1 };
  const again = retryOf(known, effect, bot.clock.now());
  if (again) {
    const waits = isWait(known);
    tell('settled', { kind: effect.wish.kind, state: 'postponed' });
    if (waits) bot.log.debug(fields, 'an effect waits its turn');
    else bot.log.warn(fields, 'an effect is tried again later');
    return inTransaction(bot, effect, async tx => {
      await effects.postpone(tx, effect.id, again.state, again.dueAt, troubleAfter(known, effect), waits);
      return [];
    });
  }
  if (mendable(known, effect, cop) && !(await stopsItself(bot, effect, known)) && !(await isAlone(bot, effect, known)))
    return park(bot, effect, cop, known);
  if (effect.wish.kind === 'keep-file' && known.kind !== 'invalid')
    bot.log.info({ document: effect.wish.document, why: known.code }, 'file kept: no');
  else if (isExpected(known))
    bot.log.warn({ ...fields, whose: known.whose, why: known.message }, 'an effect can not be done');
  else bot.log.error({ ...fields, err: error }, 'an effect can not be done');
  return fail(bot, effect, cop, known);
}

/** For days it alone got no answer, and others like it did: it is this that can't be done. */
const isAlone = async ({ store, clock }: Bot, effect: Claimed, error: PlatformError): Promise<boolean> =>
  isUnheardForDays(error, effect) && (await effects.otherDoneSince(store.db, effect, clock.now() - day));

/** With what needs it. Where it may have begun, it is looked for when its time has come. */
async function park(bot: Bot, effect: Claimed, cop: Cop, error: PlatformError): Promise<void> {
  await inTransaction(bot, effect, async (tx, wishes) => {
    const dueAt = bot.clock.now() + parkedFor(error);
    await tellOfTrouble(bot, tx, wishes, cop, effect, error);
    await parked.park(tx, effect.id, stateAfter(error, effect), dueAt, troubleAfter(error, effect));
    const waiting = await neededBy(tx, effect);
    await parked.putOff(
      tx,
      waiting.map(one => one.id),
      dueAt,
    );
    return waiting;
  });
  tell('settled', { kind: effect.wish.kind, state: 'parked' });
}

async function fail(bot: Bot, effect: Claimed, cop: Cop, error: PlatformError): Promise<void> {
  try {
    await failed(bot, effect, cop, error, effect.onFailure);
  } catch (refused) {
    if (!(refused instanceof Refusal)) throw refused;
    const { id, wish, onFailure } = effect;
    const fields = { effect: id, kind: wish.kind, does: onFailure?.command };
    bot.log.info(fields, 'what was to follow was about something that is not there any more');
    await failed(bot, effect, cop, error, undefined);
  }
  tell('settled', { kind: effect.wish.kind, state: 'failed' });
}

async function failed(
  bot: Bot,
  effect: Claimed,
  cop: Cop,
  error: PlatformError,
  follows: Consequence | undefined,
): Promise<void> {
  await inTransaction(bot, effect, async (tx, wishes) => {
    const now = bot.clock.now();
    await effects.settle(tx, [effect], 'failed', now, troubleOf(error));
    const waiting = await neededBy(tx, effect);
    await effects.settle(tx, waiting, 'skipped', now);
    await handsRevised({ tx, after: wishing(wishes, now) }, [effect, ...waiting]);
    const from = { ...effect, press: `effect ${effect.id}` };
    if (follows) await drawConsequence(bot, tx, from, because(follows, troubleOf(error)), wishes);
    if (isSpaceGone(error, effect)) await closes(bot, tx, wishes, cop);
    else if (!effect.onFailure && !toOnePerson(effect) && cop.state !== 'closed' && !isOfWhoLeft(error))
      // the next look finds them out
      await tellFacilitators(bot, tx, wishes, cop, effect);
    await drawHomesAfter(bot, tx, wishes, effect);
    return waiting;
  });
}

/** Whatever press it came from: what stays behind unsaid would hold up all that is for the same person. */
const neededBy = async (tx: Tx, { id, networkId, copId }: StoredEffect) =>
  dependants([id], await effects.needing(tx, networkId, copId));

async function skip(bot: Bot, effect: StoredEffect): Promise<void> {
  await inTransaction(bot, effect, async (tx, wishes) => {
    const now = bot.clock.now();
    await effects.settle(tx, [effect], 'skipped', now);
    await handsRevised({ tx, after: wishing(wishes, now) }, [effect]);
    return [];
  });
  bot.log.info(
    { effect: effect.id, kind: effect.wish.kind },
    'an effect is left out: what it needed did not come to be',
  );
  tell('settled', { kind: effect.wish.kind, state: 'skipped' });
}

/** Also wakes the lanes in which something waited for this, or for what goes the same way with it: that is what `work` answers. */
async function inTransaction(
  { store, jobs }: Bot,
  effect: StoredEffect | Claimed,
  work: (tx: Tx, wishes: Wishes) => Promise<readonly StoredEffect[]>,
): Promise<void> {
  const write = async (tx: Tx) => {
    if ('claimed' in effect) await effect.claimed.hold(tx);
    const wishes = noWishes();
    const withIt = await work(tx, wishes);
    for (const one of withIt) wishes.lanes.add(one.lane);
    for (const one of await effects.lanesBehind(tx, [effect, ...withIt], effect.lane)) wishes.lanes.add(one);
    await saveWishes(jobs, tx, wishes, effect.workspace);
  };
  await patiently(() => store.db.transaction().execute(write));
}

/** The space was archived or deleted, and nobody has told: the CoP ends with it, and whatever else was to be done there. */
async function closes({ clock }: Bot, tx: Tx, wishes: Wishes, { networkId, id }: Cop): Promise<void> {
  const cop = await cops.lock(tx, networkId, id);
  if (cop?.state !== 'open') return;
  const now = clock.now();
  const { channelsEnd } = manners[workspaceOf(cop.workspace).platform];
  const everybody = await spaceIsGone({ tx, now, after: wishing(wishes, now) }, cop, channelsEnd);
  await drawHomes(tx, wishes, cop, everybody, now);
}

/** Whom an effect that is settled has to do with, as far as it shows in their Home. */
async function drawHomesAfter({ clock }: Bot, tx: Tx, wishes: Wishes, effect: StoredEffect): Promise<void> {
  const cop = { id: effect.copId, networkId: effect.networkId, workspace: effect.workspace };
  const concerned = (await doingOf(effect.wish)?.concerns(tx, cop, effect.wish as never)) ?? [];
  await drawHomes(tx, wishes, cop, [...new Set(concerned)], clock.now());
}
