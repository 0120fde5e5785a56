/**
 * Performs effects after commit: in order within a lane, lanes side by side. Each step is intent, then find on the platform, else
 * act, then receipt; so a process may die at any point, and nothing is lost or happens twice.
 */

import { post } from '../commands/effects.ts';
import type { Cop } from '../domain/cop.ts';
import type { Consequence } from '../domain/deed.ts';
import { lane } from '../domain/effect.ts';
import { workspaceOf } from '../domain/workspace.ts';
import type { Drains, Work } from '../jobs/jobs.ts';
import type { Card } from '../platform/card.ts';
import type { ChatPlatform, PlatformName } from '../platform/chat-platform.ts';
import { PlatformError } from '../platform/platform-error.ts';
import * as cops from '../store/cops.ts';
import type { StoredEffect } from '../store/effects.ts';
import * as effects from '../store/effects.ts';
import type { Tx } from '../store/engine.ts';
import * as memberships from '../store/memberships.ts';
import { isStoreTrouble } from '../store/trouble.ts';
import { type Claim, claiming, claimMs, LostClaim } from './claimed.ts';
import { consequence } from './consequence.ts';
import { draw, replyOf } from './draw.ts';
import { drawHomesAfter } from './homes.ts';
import { dependants, nextOf } from './lane.ts';
import { languageOfAddressee } from './languages.ts';
import { noBotherFrom } from './no-bother.ts';
import { isWait, mendable, retryOf, toOnePerson } from './not-done.ts';
import { ownTrouble } from './own-trouble.ts';
import { patiently } from './patiently.ts';
import { perform, type Receipt, type Stage } from './perform.ts';
import { progress } from './progress.ts';
import { noWishes, saveWishes, type Wishes, wishing } from './scope.ts';
import type { Bot } from './shared.ts';

const because = ({ command, options }: Consequence, reason: string): Consequence =>
  ({ command, options: { ...options, reason } }) as Consequence;

const second = 1000;
const hour = 3600 * second;

interface Claimed extends StoredEffect {
  readonly claimed: Claim;
}

/** `zone`: the operator's, for whose own nobody knows. */
export function outbox(bot: Bot, platforms: ReadonlyMap<PlatformName, ChatPlatform>, zone: string): Drains {
  const { guides } = bot;
  const { db } = bot.store;
  const shown = progress(bot.log);
  const claim = claiming(bot);
  const trouble = ownTrouble(bot);

  async function drain(work: Work): Promise<number | undefined> {
    const platform = platforms.get(work.platform as PlatformName);
    const rests = trouble.rests(work.lane);
    if (!platform || rests !== undefined) return rests;
    try {
      const until = await drained(platform, work.lane);
      trouble.over(work.lane);
      return until;
    } catch (error) {
      return trouble.met(work.lane, error);
    }
  }

  async function drained(platform: ChatPlatform, lane: Work['lane']): Promise<number | undefined> {
    for (;;) {
      const { next, open } = await nextOf(
        (most, behind) => effects.openIn(db, lane, most, behind),
        ids => effects.states(db, ids),
        bot.clock.now(),
      );
      if (next.do === 'wait') return next.until;
      if (next.do === 'skip') await skip(next.effect);
      else if (!(await attempt(platform, next.effect))) return bot.clock.now() + claimMs / 2;
      showProgress(platform, next.effect, open);
    }
  }

  /** False where somebody else has it. */
  async function attempt(platform: ChatPlatform, effect: StoredEffect): Promise<boolean> {
    const claimed = await claim(effect);
    if (!claimed) return false;
    try {
      const stands = effect.wish.kind === 'answer' ? await shown.last(effect.id) : undefined;
      const cop = await cops.byId(db, effect.networkId, effect.copId);
      if (!cop) throw new Error(`effect ${effect.id} is about a CoP that is not there`);
      await performed(platform, cop, { ...effect, claimed }, stands);
      return true;
    } catch (error) {
      claimed.leave();
      if (!(error instanceof LostClaim)) throw error;
      bot.log.info({ effect: effect.id, kind: effect.wish.kind }, 'an effect was taken over by another process');
      return false;
    }
  }

  /** What is done is done: if only its receipt can't be written, that is no failure of the effect's. It stays intended, and is found again. */
  async function performed(platform: ChatPlatform, cop: Cop, effect: Claimed, stands: Card | undefined): Promise<void> {
    let receipt: Receipt;
    try {
      receipt = await effect.claimed.during(() => toDo(platform, cop, effect, stands));
    } catch (error) {
      const heldBack = effect.claimed.heldBack();
      if (heldBack) throw heldBack;
      if (!(error instanceof PlatformError) && isStoreTrouble(error)) throw error;
      return notDone(effect, cop, error);
    }
    try {
      await done(effect, receipt);
    } catch (error) {
      if (effect.wish.kind !== 'consider' || error instanceof LostClaim || isStoreTrouble(error)) throw error;
      await notDone(effect, cop, error); // nothing stands on any platform: it is the command itself that failed
    }
  }

  async function toDo(
    platform: ChatPlatform,
    cop: Cop,
    effect: StoredEffect,
    stands: Card | undefined,
  ): Promise<Receipt> {
    const { wish } = effect;
    if (wish.kind !== 'consider') return perform({ ...stageOf(platform, cop, effect), stands });
    const quietUntil = wish.minding && (await noBotherFrom(db, platform, cop, wish.minding, bot.clock.now(), zone));
    return (tx, wishes) => consequence(bot, tx, effect, wish, wishes, quietUntil);
  }

  const stageOf = (platform: ChatPlatform, cop: Cop, effect: StoredEffect): Omit<Stage, 'stands'> => ({
    db,
    platform,
    guides,
    publicUrl: bot.publicUrl,
    seal: bot.seal,
    cop,
    effect,
    now: bot.clock.now(),
    files: bot.files,
    log: bot.log,
  });

  async function done(effect: Claimed, receipt: Receipt): Promise<void> {
    await inTransaction(effect, async (tx, wishes) => {
      await effects.settle(tx, [effect.id], 'done', bot.clock.now(), undefined);
      await effects.forgetSealed(tx, effect);
      await receipt(tx, wishes);
      await drawHomesAfter(tx, wishes, effect, bot.clock.now());
      if (effect.error)
        for (const one of await effects.unpark(tx, effect.networkId, { batch: effect.batch }, bot.clock.now()))
          wishes.lanes.add(one);
    });
  }

  async function notDone(effect: Claimed, cop: Cop, error: unknown): Promise<void> {
    const known = error instanceof PlatformError ? error : new PlatformError('invalid', 'bug', { cause: error });
    const fields = { effect: effect.id, kind: effect.wish.kind, code: known.code, attempt: effect.attempts + 1 };
    const again = retryOf(known, effect, bot.clock.now());
    if (again) {
      const waits = isWait(known);
      if (waits) bot.log.debug(fields, 'an effect waits its turn');
      else bot.log.warn(fields, 'an effect is tried again later');
      return inTransaction(effect, tx =>
        effects.postpone(tx, effect.id, again.state, again.dueAt, `${known.kind} ${known.code}`, waits),
      );
    }
    if (effect.wish.kind === 'keep-file' && known.kind !== 'invalid')
      bot.log.info({ document: effect.wish.document, why: known.code }, 'file kept: no');
    else
      bot.log.error(
        { ...fields, err: error },
        known.kind === 'forbidden' ? 'an effect waits until somebody allows it' : 'an effect can not be done',
      );
    return mendable(known, effect) ? park(effect, cop, known) : fail(effect, cop, known);
  }

  async function park(effect: Claimed, cop: Cop, error: PlatformError): Promise<void> {
    await inTransaction(effect, async (tx, wishes) => {
      const dueAt = bot.clock.now() + hour;
      await effects.postpone(tx, effect.id, 'parked', dueAt, `${error.kind} ${error.code}`);
      await effects.park(
        tx,
        dependants([effect.id], await effects.ofBatch(tx, effect.batch)).map(one => one.id),
        dueAt,
      );
      if (!effect.error) await tellFacilitators(tx, wishes, cop, effect);
    });
  }

  async function fail(effect: Claimed, cop: Cop, error: PlatformError): Promise<void> {
    await inTransaction(effect, async (tx, wishes) => {
      const now = bot.clock.now();
      await effects.settle(tx, [effect.id], 'failed', now, `${error.kind} ${error.code}`);
      await effects.settle(
        tx,
        dependants([effect.id], await effects.ofBatch(tx, effect.batch)).map(one => one.id),
        'skipped',
        now,
        undefined,
      );
      await effects.forgetSealed(tx, effect);
      await drawHomesAfter(tx, wishes, effect, now);
      if (effect.onFailure) await consequence(bot, tx, effect, because(effect.onFailure, error.kind), wishes);
      else if (!toOnePerson(effect)) await tellFacilitators(tx, wishes, cop, effect);
    });
  }

  async function skip(effect: StoredEffect): Promise<void> {
    await inTransaction(effect, async tx => {
      await effects.settle(tx, [effect.id], 'skipped', bot.clock.now(), undefined);
      await effects.forgetSealed(tx, effect);
    });
  }

  /** Also wakes the lanes in which something of the same press may have waited for this. */
  async function inTransaction(
    effect: StoredEffect | Claimed,
    work: (tx: Tx, wishes: Wishes) => Promise<void>,
  ): Promise<void> {
    const write = async (tx: Tx) => {
      if ('claimed' in effect) await effect.claimed.hold(tx);
      const wishes = noWishes();
      await work(tx, wishes);
      for (const other of await effects.otherLanes(tx, effect)) wishes.lanes.add(other);
      await saveWishes(bot.jobs, tx, wishes, effect.workspace);
    };
    await patiently(() => db.transaction().execute(write));
  }

  async function tellFacilitators(tx: Tx, wishes: Wishes, cop: Cop, effect: StoredEffect): Promise<void> {
    const after = wishing(wishes, bot.clock.now());
    for (const facilitator of await memberships.facilitators(tx, cop.networkId, cop.id, cop.workspace))
      after(lane.person(facilitator.id), post(cop, 'needs-a-hand', facilitator.id, { kind: 'effect', id: effect.id }));
  }

  /** While the private answer of the same press waits in the lane, it is kept current. */
  function showProgress(platform: ChatPlatform, effect: StoredEffect, open: readonly StoredEffect[]): void {
    const answer = open.find(one => one.wish.kind === 'answer' && one.batch === effect.batch && one.id !== effect.id);
    if (answer?.wish.kind !== 'answer') return;
    const { wish } = answer;
    const reply = replyOf(bot.seal, wish);
    if (!reply || reply.expiresAt <= bot.clock.now()) return;
    const card = async () => {
      const cop = await cops.byId(db, effect.networkId, effect.copId);
      if (!cop) throw new Error('no such CoP');
      return draw(
        { guides, seal: bot.seal, publicUrl: bot.publicUrl, cop, effect: answer, now: bot.clock.now() },
        db,
        wish,
        await languageOfAddressee({ db, platform, cop }, wish),
      );
    };
    shown.draw(answer.id, card, next => platform.perform.answer({ reply, card: next }, answer.id));
  }

  return {
    drain,
    async due(now) {
      const served = [...platforms.keys()];
      return (await effects.dueLanes(db, now, served)).map(one => ({
        lane: one.lane,
        platform: workspaceOf(one.workspace).platform,
        ...(one.left && { left: true }),
      }));
    },
  };
}
