/**
 * What comes by and by, without anybody pressing anything: clocks that ring. Rows say when; a look at them every few minutes finds
 * what is due, so nothing is lost with a process. Whoever has the CoP's row takes the clock and draws its consequence in the same
 * transaction: several processes may look at once.
 */
import type { Cop } from '../../domain/cop.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isResting } from '../../domain/rest.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import type { ChatPlatform, PlatformName } from '../../platform/chat-platform.ts';
import { seldom } from '../../platform/log.ts';
import { onBehalfOf, pressId } from '../../platform/on-behalf.ts';
import * as clocks from '../../store/clocks.ts';
import * as cops from '../../store/cops.ts';
import { newId } from '../../store/ids.ts';
import { isStoreTrouble } from '../../store/trouble.ts';
import { drawConsequence } from '../draw-consequence.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes } from '../wishes.ts';
import { whoseHours } from './whose-hours.ts';

const minute = 60_000;
/** Milliseconds. */
export const lookEvery = 10 * minute;
const afterTrouble = minute;
const afterFault = 60 * minute;
const atOnce = 100;
const aDay = 24 * 60 * minute;

export interface Schedule {
  start(): void;
  /** Looks at everything that is due by now, once. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** Over whose clocks. */
interface Watch {
  readonly bot: Bot;
  readonly platforms: ReadonlyMap<PlatformName, ChatPlatform>;
  readonly zone: string;
}

/** `zone`: the operator's, for where nobody has said otherwise. */
export function scheduling(bot: Bot, platforms: ReadonlyMap<PlatformName, ChatPlatform>, zone: string): Schedule {
  const watch = { bot, platforms, zone };
  const quiet = seldom(bot.log, lookEvery);
  let running = false;
  let underWay: Promise<void> = Promise.resolve();
  let callOff = () => {};

  function again(): void {
    if (!running) return;
    const next = (after: number) => {
      if (running) callOff = bot.clock.at(bot.clock.now() + after, again);
    };
    underWay = look(watch).then(
      () => next(lookEvery),
      (error: unknown) => {
        quiet.error({ err: error }, 'what is to be brought to mind could not be looked up; tried again in a minute');
        next(afterTrouble);
      },
    );
  }

  return {
    look: () => look(watch),
    start() {
      running = true;
      again();
    },
    async stop() {
      running = false;
      callOff();
      await underWay;
    },
  };
}

/** What a clock sets in its turn may be due at once. */
async function look(watch: Watch): Promise<void> {
  const { bot, platforms } = watch;
  const seen = new Set<string>();
  for (;;) {
    const due = await clocks.due(bot.store.db, bot.clock.now(), [...platforms.keys()], atOnce);
    const fresh = due.filter(one => !seen.has(nameOf(one)));
    for (const clock of fresh) {
      seen.add(nameOf(clock));
      await onBehalfOf(pressId(`clock ${nameOf(clock)}`), () =>
        ring(watch, clock).catch((error: unknown) => faulty(watch.bot, clock, error)),
      );
    }
    if (fresh.length === 0) return;
  }
}

async function ring({ bot, platforms, zone }: Watch, clock: clocks.StoredClock): Promise<void> {
  const { db } = bot.store;
  const { networkId, copId, workspace } = clock;
  const hours = await whoseHours(db, platforms.get(workspaceOf(workspace).platform), clock, zone);
  await db.transaction().execute(async tx => {
    const cop = await cops.lock(tx, networkId, copId);
    const now = bot.clock.now();
    const quietUntil = restUntil(bot, cop, clock) ?? hours?.openFrom(now) ?? now;
    if (quietUntil > now) return clocks.putOff(tx, clock, quietUntil); // looked at again in the morning
    if (!(await clocks.take(tx, clock))) return;
    const wishes = noWishes();
    const from = { networkId, workspace, press: `clock ${newId(now)}`, hours };
    await drawConsequence(bot, tx, from, clock.does, wishes);
    await saveWishes(bot.jobs, tx, wishes, workspace);
  });
}

/** The one place where a CoP's rest is minded: what would prompt or remind somebody is looked at again, until it is awake. */
function restUntil(bot: Bot, cop: Cop | undefined, { does }: clocks.StoredClock): number | undefined {
  if (!cop || !isResting(cop)) return undefined;
  const follows = bot.consequences.find(one => one.name === does.command);
  return follows?.evenAtRest ? undefined : bot.clock.now() + aDay;
}

async function faulty(bot: Bot, clock: clocks.StoredClock, error: unknown): Promise<void> {
  if (isStoreTrouble(error)) throw error; // as it will be with the next
  const fields = { about: clock.about, step: clock.step, does: clock.does.command };
  const isGone = error instanceof Refusal;
  if (isGone) bot.log.info(fields, 'a clock was about something that is not there any more');
  else bot.log.error({ ...fields, err: error }, 'what a clock was for could not be done; it is tried again in an hour');
  await bot.store.db.transaction().execute(async tx => {
    if (isGone) await clocks.take(tx, clock);
    else await clocks.putOff(tx, clock, bot.clock.now() + afterFault);
  });
}

/** Put off to another time, it is another. */
const nameOf = ({ about, step, dueAt }: clocks.StoredClock): string => `${about.id} ${step} ${dueAt}`;
