/** Staying connected to Discord: session after session, and how it stands meanwhile. */
import type { Client } from 'discord.js';
import { minute, pause, pauseMs } from '../../platform/again.ts';
import type { Connection } from '../../platform/chat-platform.ts';
import { tell } from '../../platform/figures.ts';
import type { Log } from '../../platform/log.ts';
import type { PlatformError } from '../../platform/platform-error.ts';
import { isBug, isForGood, isOfIntent, neverReached } from './endings.ts';
import { toPlatformError } from './errors.ts';
import type { Session } from './session.ts';
import { type Keeping, keeping } from './standing.ts';

export interface Stay {
  readonly log: Log;
  readonly now: () => number;
  /** The bot is being stopped. */
  readonly ended: AbortSignal;
  /** That its address is the right one. */
  readonly sure: boolean;
  /** Tells of being lost and back by itself. */
  begin(wantsContent: boolean, told: { lost(): void; back(anew: boolean): void }): Promise<Session>;
  /** With each session. */
  arrives(client: Client<true>): Promise<void>;
  /** What happened meanwhile was not told. */
  returned(): void;
  endedForGood(): void;
}

export interface Staying {
  /** Waits out what passes by itself; fails with the rest. */
  enter(): Promise<void>;
  standing(): Connection | undefined;
  leave(): Promise<void>;
}

/** One stay: how it stands, and the session that it is in. */
interface Course extends Stay {
  readonly standing: Keeping;
  session: Session | undefined;
  arrived: boolean;
}

/** What has to be mended by somebody; and what passes by itself. */
const mostMs = (error: PlatformError) => (isForGood(error) ? 30 * minute : minute);

export function staying(stay: Stay): Staying {
  const standing = keeping(stay.now);
  const course: Course = { ...stay, standing, session: undefined, arrived: false };
  return {
    enter: () => enter(course, true),
    standing: standing.now,
    async leave() {
      standing.end();
      await course.session?.end();
    },
  };
}

function connectedAgain(log: Log, resumed: boolean): void {
  log.info({ resumed }, 'connected to Discord again');
  tell('reconnected', { platform: 'discord' });
}

function lost({ standing, log }: Course): void {
  if (standing.now()?.state !== 'ok') return;
  standing.is('reconnecting');
  log.warn({}, 'the connection to Discord broke off; it is made again');
}

function back({ standing, log, arrived, returned }: Course, anew: boolean): void {
  if (!arrived) return;
  if (standing.is('ok')) connectedAgain(log, !anew);
  if (anew) returned();
}

async function enter(course: Course, first: boolean, before?: PlatformError): Promise<void> {
  let wantsContent = true;
  let beginning = first;
  let error = before ?? (await attempt(course, wantsContent));
  for (let tries = 0; error; tries++) {
    course.ended.throwIfAborted();
    if (isOfIntent(error) && wantsContent) {
      wantsContent = false;
      lost(course);
      course.log.error(
        { code: error.code, intent: 'MESSAGE_CONTENT' },
        'Discord does not let the bot have the Message Content intent; it connects without',
      );
    } else {
      if (beginning && (isForGood(error) || isBug(error) || (neverReached(error) && !course.sure))) throw error;
      beginning = false; // it was waited for: another platform may be served by now
      await waitOut(course, error, tries);
    }
    error = await attempt(course, wantsContent);
  }
}

/** Why not, if it came to nothing. */
async function attempt(course: Course, wantsContent: boolean): Promise<PlatformError | undefined> {
  const { standing, log, ended } = course;
  const before = standing.now();
  try {
    const told = { lost: () => lost(course), back: (anew: boolean) => back(course, anew) };
    const session = await course.begin(wantsContent, told);
    course.session = session;
    ended.throwIfAborted();
    const client = await session.ready;
    standing.is('ok');
    if (before) connectedAgain(log, false);
    course.arrived = true;
    void session.over.then(error => again(course, error));
    const settled = course.arrives(client);
    if (before) course.returned();
    await settled;
    return undefined;
  } catch (error) {
    await course.session?.end();
    return toPlatformError(error);
  }
}

async function waitOut(course: Course, error: PlatformError, tries: number): Promise<void> {
  const { log, ended, standing } = course;
  const wait = pauseMs(tries, error, mostMs(error));
  const { code, message, remedy } = error;
  if (isForGood(error)) {
    log.error({ code, againInMs: wait }, `Discord ended the connection for good: ${message}`);
    if (standing.is('stopped')) course.endedForGood();
  } else {
    lost(course);
    log.warn(
      { code, againInMs: wait, ...(remedy && { remedy }) },
      `no connection to Discord: ${message}; it is tried again`,
    );
  }
  await pause(wait, ended);
}

async function again(course: Course, error: PlatformError): Promise<void> {
  course.arrived = false;
  try {
    await enter(course, false, error);
  } catch (err) {
    if (!course.ended.aborted)
      course.log.error({ err }, 'the connection to Discord is not made again; start the bot again');
  }
}
