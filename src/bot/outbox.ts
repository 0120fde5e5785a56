/**
 * Performs effects after commit: in order within a lane, lanes side by side. Each step is intent, then find on the platform, else
 * act, then receipt; so a process may die at any point, and nothing is lost or happens twice.
 */
import { post } from '../commands/effects.ts';
import type { Cop } from '../domain/cop.ts';
import { lane } from '../domain/effect.ts';
import type { Drains, Work } from '../jobs/jobs.ts';
import type { Card } from '../platform/card.ts';
import type { ChatPlatform, PlatformName } from '../platform/chat-platform.ts';
import { PlatformError } from '../platform/platform-error.ts';
import * as cops from '../store/cops.ts';
import type { StoredEffect } from '../store/effects.ts';
import * as effects from '../store/effects.ts';
import type { Tx } from '../store/engine.ts';
import * as memberships from '../store/memberships.ts';
import * as people from '../store/people.ts';
import { consequence } from './consequence.ts';
import { draw, replyOf } from './draw.ts';
import { drawHomesAfter } from './homes.ts';
import { dependants, nextIn } from './lane.ts';
import { languageOfAddressee } from './languages.ts';
import { noBotherFrom } from './no-bother.ts';
import { isWait, mendable, retryOf, toOnePerson } from './not-done.ts';
import { perform, type Receipt, type Stage } from './perform.ts';
import { progress } from './progress.ts';
import { noWishes, saveWishes, type Wishes, wishing } from './scope.ts';
import type { Bot } from './shared.ts';

const second = 1000;
const hour = 3600 * second;
/** A claim runs out after this: its taker is dead, or hangs beyond every time-out of the clients. */
const claimMs = 60 * second;

/** `zone`: the operator's, for whose own nobody knows. */
export function outbox(bot: Bot, platforms: ReadonlyMap<PlatformName, ChatPlatform>, zone: string): Drains {
  const { guides } = bot;
  const { db } = bot.store;
  const shown = progress(bot.log);

  async function drain({ lane: name, platform: platformName }: Work): Promise<number | undefined> {
    const platform = platforms.get(platformName as PlatformName);
    if (!platform) return undefined;
    for (;;) {
      const open = await effects.openIn(db, name, 100);
      const next = nextIn(
        open,
        await effects.states(db, [...new Set(open.flatMap(one => one.needs))]),
        bot.clock.now(),
      );
      if (next.do === 'wait') return next.until;
      if (next.do === 'skip') await settle(next.effect, 'skipped', undefined);
      else if (!(await attempt(platform, next.effect))) return bot.clock.now() + claimMs;
      showProgress(platform, next.effect, open);
    }
  }

  /** False where somebody else has it. */
  async function attempt(platform: ChatPlatform, effect: StoredEffect): Promise<boolean> {
    const now = bot.clock.now();
    if (!(await effects.claim(db, effect, now, now + claimMs))) return false;
    const stands = effect.wish.kind === 'answer' ? await shown.last(effect.id) : undefined;
    const cop = await cops.byId(db, effect.networkId, effect.copId);
    if (!cop) throw new Error(`effect ${effect.id} is about a CoP that is not there`);
    try {
      await done(effect, await toDo(platform, cop, effect, stands));
    } catch (error) {
      await notDone(effect, cop, error);
    }
    return true;
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

  async function done(effect: StoredEffect, receipt: Receipt): Promise<void> {
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

  async function notDone(effect: StoredEffect, cop: Cop, error: unknown): Promise<void> {
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

  async function park(effect: StoredEffect, cop: Cop, error: PlatformError): Promise<void> {
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

  async function fail(effect: StoredEffect, cop: Cop, error: PlatformError): Promise<void> {
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
      const invoke = effect.onFailure && {
        ...effect.onFailure,
        options: { ...effect.onFailure.options, reason: error.kind },
      };
      if (invoke) await consequence(bot, tx, effect, invoke, wishes);
      else if (!toOnePerson(effect)) await tellFacilitators(tx, wishes, cop, effect);
    });
  }

  async function settle(effect: StoredEffect, state: 'skipped', error: undefined): Promise<void> {
    await inTransaction(effect, async tx => {
      await effects.settle(tx, [effect.id], state, bot.clock.now(), error);
      await effects.forgetSealed(tx, effect);
    });
  }

  /** Also wakes the lanes in which something of the same press may have waited for this. */
  async function inTransaction(effect: StoredEffect, work: (tx: Tx, wishes: Wishes) => Promise<void>): Promise<void> {
    await db.transaction().execute(async tx => {
      const wishes = noWishes();
      await work(tx, wishes);
      for (const other of await effects.otherLanes(tx, effect)) wishes.lanes.add(other);
      await saveWishes(bot.jobs, tx, wishes, effect.workspace);
    });
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
        platform: people.workspaceOf(one.workspace).platform,
      }));
    },
  };
}
