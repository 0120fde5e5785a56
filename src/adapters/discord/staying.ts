/** Staying connected to Discord: session after session, and how it stands meanwhile. */
import type { Client } from 'discord.js';
import type { Connection } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import type { PlatformError } from '../../platform/platform-error.ts';
import { minute, pause, pauseMs } from './again.ts';
import { isBug, isForGood, isOfIntent, neverReached } from './endings.ts';
import { toPlatformError } from './errors.ts';
import type { Session } from './session.ts';

export interface Stay {
  readonly log: Log;
  readonly now: () => number;
  /** The bot is being stopped. */
  readonly ended: AbortSignal;
  /** Tells of being lost and back by itself. */
  begin(wantsContent: boolean, told: Pick<Staying, 'lost' | 'back'>): Promise<Session>;
  /** With each session. */
  arrived(client: Client<true>): Promise<void>;
  /** What happened meanwhile was not told. */
  returned(): void;
  endedForGood(): void;
}

export interface Staying {
  /** Waits out what passes by itself; fails with the rest. */
  enter(): Promise<void>;
  standing(): Connection | undefined;
  lost(): void;
  back(anew: boolean): void;
  leave(): Promise<void>;
}

/** What has to be mended by somebody; and what passes by itself. */
const mostMs = (error: PlatformError) => (isForGood(error) ? 30 * minute : minute);

export function staying(stay: Stay): Staying {
  const { log, now, ended } = stay;
  let standing: Connection | undefined;
  let session: Session | undefined;
  let arrived = false;

  function stand(state: Connection['state']): boolean {
    if (standing?.state === state) return false;
    standing = { state, since: now() };
    return true;
  }
  function lost(): void {
    if (standing?.state !== 'ok') return;
    stand('reconnecting');
    log.warn({}, 'the connection to Discord broke off; it is made again');
  }
  function back(anew: boolean): void {
    if (!arrived) return;
    if (stand('ok')) log.info({ resumed: !anew }, 'connected to Discord again');
    if (anew) stay.returned();
  }

  /** Why not, if it came to nothing. */
  async function attempt(wantsContent: boolean): Promise<PlatformError | undefined> {
    const before = standing;
    try {
      const mine = await stay.begin(wantsContent, { lost, back });
      session = mine;
      ended.throwIfAborted();
      const client = await mine.ready;
      stand('ok');
      if (before) log.info({ resumed: false }, 'connected to Discord again');
      arrived = true;
      void mine.over.then(error => again(error));
      const told = stay.arrived(client);
      if (before) stay.returned();
      await told;
      return undefined;
    } catch (error) {
      await session?.end();
      return toPlatformError(error);
    }
  }

  async function enter(first: boolean, before?: PlatformError): Promise<void> {
    let wantsContent = true;
    let error = before ?? (await attempt(wantsContent));
    for (let tries = 0; error; tries++) {
      ended.throwIfAborted();
      if (isOfIntent(error) && wantsContent) {
        wantsContent = false;
        lost();
        log.error(
          { code: error.code, intent: 'MESSAGE_CONTENT' },
          'Discord does not let the bot have the Message Content intent; it connects without',
        );
      } else {
        if (first && (isForGood(error) || isBug(error) || (tries === 0 && neverReached(error)))) throw error;
        await waitOut(error, tries);
      }
      error = await attempt(wantsContent);
    }
  }

  async function waitOut(error: PlatformError, tries: number): Promise<void> {
    const wait = pauseMs(tries, error, mostMs(error));
    const { code, message } = error;
    if (isForGood(error)) {
      log.error({ code, againInMs: wait }, `Discord ended the connection for good: ${message}`);
      if (stand('stopped')) stay.endedForGood();
    } else {
      lost();
      log.warn({ code, againInMs: wait }, `no connection to Discord: ${message}; it is tried again`);
    }
    await pause(wait, ended);
  }

  async function again(error: PlatformError): Promise<void> {
    arrived = false;
    try {
      await enter(false, error);
    } catch (err) {
      if (!ended.aborted) log.error({ err }, 'the connection to Discord is not made again; start the bot again');
    }
  }

  return {
    enter: () => enter(true),
    standing: () => standing,
    lost,
    back,
    async leave() {
      standing = undefined;
      await session?.end();
    },
  };
}
