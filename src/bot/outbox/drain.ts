/**
 * Performs effects after commit: in order within a lane, lanes side by side. Each step is intent, then find on the platform, else
 * act, then receipt; so a process may die at any point, and nothing is lost or happens twice.
 */
import { workspaceOf } from '../../domain/workspace.ts';
import type { Drains, Work } from '../../jobs/jobs.ts';
import type { ChatPlatform, PlatformName } from '../../platform/chat-platform.ts';
import { onBehalfOf } from '../../platform/on-behalf.ts';
import * as effects from '../../store/effects.ts';
import { liveAnswers } from '../drawing/live-answer.ts';
import type { Bot } from '../the-bot.ts';
import { attempts } from './attempt.ts';
import { claimMs } from './claimed.ts';
import { type Next, nextOf } from './lane.ts';
import { ownTrouble } from './own-trouble.ts';
import { settling } from './settle.ts';
import { showProgress } from './show-progress.ts';

export function outbox(bot: Bot, platforms: ReadonlyMap<PlatformName, ChatPlatform>): Drains {
  const { db } = bot.store;
  const shown = liveAnswers(bot);
  const trouble = ownTrouble(bot);
  const attempt = attempts(bot, shown);
  const { skip } = settling(bot);

  /** False where somebody else has it. */
  async function come(
    platform: ChatPlatform,
    { do: what, effect }: Extract<Next, { effect: unknown }>,
  ): Promise<boolean> {
    if (what === 'skip') await skip(effect);
    else if (!(await attempt(platform, effect))) return false;
    await showProgress(bot, shown, platform, effect);
    return true;
  }

  async function drained(platform: ChatPlatform, lane: Work['lane']): Promise<number | undefined> {
    for (;;) {
      const next = await nextOf(
        (most, behind) => effects.openIn(db, lane, most, behind),
        ids => effects.states(db, ids),
        bot.clock.now(),
      );
      if (next.do === 'wait') return next.until;
      const isOurs = await onBehalfOf(next.effect.press, () => come(platform, next));
      if (!isOurs) return bot.clock.now() + claimMs / 2;
    }
  }

  return {
    async drain(work) {
      const platform = platforms.get(work.platform as PlatformName);
      const rests = trouble.rests(work.lane);
      if (!platform || rests !== undefined) return rests;
      try {
        const until = await onBehalfOf(undefined, () => drained(platform, work.lane));
        trouble.over(work.lane);
        return until;
      } catch (error) {
        return trouble.met(work.lane, error);
      }
    },

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
