/**
 * What is to be said by and by, without anybody pressing anything: join requests that wait are brought to mind. Rows say when; a
 * look at them every few minutes finds what is due, so nothing is lost with a process. Whoever has the CoP's row decides, and writes
 * down whom it reminds in the same transaction: several processes may look at once.
 */

import { post } from '../../commands/effects.ts';
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Known } from '../../domain/person.ts';
import { type Hours, plan, type ReminderReader } from '../../domain/reminder.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import type { ChatPlatform, PlatformName } from '../../platform/chat-platform.ts';
import { seldom } from '../../platform/log.ts';
import type { Tx } from '../../store/engine.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as memberships from '../../store/memberships.ts';
import * as reminders from '../../store/reminders.ts';
import * as settings from '../../store/settings.ts';
import { isStoreTrouble } from '../../store/trouble.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes, type Wishes, wishing } from '../wishes.ts';
import { hoursIn } from './hours.ts';

const minute = 60_000;
const lookEvery = 10 * minute;
const afterTrouble = minute;
const atOnce = 100;

export interface Schedule {
  start(): void;
  /** Looks at everything that is due by now, once. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** `zone`: the operator's, for where nobody has said otherwise. */
export function scheduling(bot: Bot, platforms: ReadonlyMap<PlatformName, ChatPlatform>, zone: string): Schedule {
  const { db } = bot.store;
  const quiet = seldom(bot.log, lookEvery);
  let running = false;
  let underWay: Promise<void> = Promise.resolve();
  let callOff = () => {};

  async function look(): Promise<void> {
    for (const due of await reminders.due(db, bot.clock.now(), [...platforms.keys()], atOnce))
      try {
        await consider(due);
      } catch (error) {
        if (isStoreTrouble(error)) throw error; // as it will be with the next
        bot.log.error({ err: error, request: due.request }, 'a reminder could not be written; it is looked at again');
      }
  }

  async function consider(due: reminders.Due): Promise<void> {
    const zones = await zonesOf(due);
    await db.transaction().execute(async tx => {
      const now = bot.clock.now();
      const found = await joinRequests.withCop(tx, due.network, due.request, true);
      const clock = await reminders.clockOf(tx, due.network, due.request); // read under the lock: another process may have been here
      if (found?.request.state !== 'pending' || clock?.lookAt === undefined || clock.lookAt > now) return;
      const { cop } = found;
      const { readers, support } = await readersOf(tx, due, cop, zones);
      const planned = plan(clock, now, readers, support);
      const wishes = noWishes();
      const missed = await remind(tx, due, cop, planned, support, wishes, now);
      const lookAt = missed ? Math.min(planned.lookAt ?? Number.POSITIVE_INFINITY, now + 60 * minute) : planned.lookAt;
      await reminders.lookAgain(tx, due.network, due.request, lookAt);
      await saveWishes(bot.jobs, tx, wishes, cop.workspace);
    });
  }

  /** Asked of the platform before any row is locked. */
  async function zonesOf({ network, workspace, request }: reminders.Due): Promise<ReadonlyMap<PersonId, string>> {
    const place = workspaceOf(workspace);
    const found = await joinRequests.withCop(db, network, request);
    const known = found ? await memberships.facilitators(db, network, found.cop.id, workspace) : [];
    const zones = await Promise.all(
      known.map(async ({ id, accountId }): Promise<[PersonId, string][]> => {
        const account = { platform: place.platform, workspace: place.id, id: accountId ?? '' };
        const told = accountId ? await platforms.get(place.platform)?.timeZoneOf(account) : undefined;
        return told ? [[id, told]] : [];
      }),
    );
    return new Map(zones.flat());
  }

  async function readersOf(tx: Tx, due: reminders.Due, cop: Cop, zones: ReadonlyMap<PersonId, string>) {
    const here = await settings.of(tx, due.network, cop.workspace);
    const usual = here.timeZone ?? zone;
    const facilitators = await memberships.facilitators(tx, due.network, cop.id, cop.workspace);
    const reminded = await reminders.ofRequest(tx, due.network, due.request);
    const lastDays = await reminders.lastDays(
      tx,
      due.network,
      facilitators.map(one => one.id),
    );
    const reader = ({ id }: Known): ReminderReader => ({
      id,
      hours: hoursIn(zones.get(id) ?? usual),
      had: new Set(reminded.filter(one => one.reader === id).map(one => one.step)),
      lastDay: lastDays.get(id),
    });
    const told = reminded.some(one => one.reader === 'support');
    return {
      readers: facilitators.map(reader),
      support: here.supportChannel === undefined ? undefined : { hours: hoursIn(usual), told },
    };
  }

  /** Written down, and said after commit. True where somebody was reminded of another that very day: they have their turn later. */
  async function remind(
    tx: Tx,
    { network, request }: reminders.Due,
    cop: Cop,
    { step, remind: whom, tellSupport }: ReturnType<typeof plan>,
    support: { readonly hours: Hours } | undefined,
    wishes: Wishes,
    now: number,
  ): Promise<boolean> {
    const after = wishing(wishes, now);
    const about = { kind: 'join-request', id: request } as const;
    let missed = false;
    const inOneOrder = [...whom].sort((a, b) => (a.id < b.id ? -1 : 1)); // or two processes could wait for one another
    for (const { id, hours } of inOneOrder) {
      const row = { reader: id, step: step ?? 'first', day: hours.dayOf(now) };
      if (await reminders.add(tx, network, request, row, now))
        after(lane.person(id), post(cop, 'join-request-reminder', id, about));
      else missed = true;
    }
    if (tellSupport && support) {
      const row = { reader: 'support', step: 'last', day: support.hours.dayOf(now) } as const;
      if (await reminders.add(tx, network, request, row, now))
        after(lane.workspace(cop.workspace), post(cop, 'join-request-waiting', 'support', about));
    }
    return missed;
  }

  function again(): void {
    if (!running) return;
    const next = (after: number) => {
      if (running) callOff = bot.clock.at(bot.clock.now() + after, again);
    };
    underWay = look().then(
      () => next(lookEvery),
      (error: unknown) => {
        quiet.error({ err: error }, 'what is to be brought to mind could not be looked up; tried again in a minute');
        next(afterTrouble);
      },
    );
  }

  return {
    look,
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
