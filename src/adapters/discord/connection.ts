/** One connection to Discord: everything that lives from start to stop. */

import type { Client } from 'discord.js';
import type { CommandSpec, Connection, Inbox } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { remembering } from '../../platform/remembering.ts';
import { calling } from './calls.ts';
import { commandIds } from './clickable.ts';
import { mayReadContent, sayWithoutContent } from './client.ts';
import { type Answering, type Directly, deskOf, kept } from './desk.ts';
import { listening } from './echoes.ts';
import { effects, type Performs } from './effects.ts';
import { toPlatformError } from './errors.ts';
import { guildsOf } from './guilds.ts';
import { hearing } from './happenings.ts';
import { sparing } from './identifying.ts';
import { inbound } from './inbound.ts';
import { knowingItself } from './own-member.ts';
import { sayMissingPermissions } from './permissions.ts';
import { telling } from './registering.ts';
import { beginSession, type Times, usualTimes } from './session.ts';
import { toApplicationCommands, toDirectCommands } from './slash.ts';
import { type Staying, staying } from './staying.ts';
import { within } from './within.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Discord's own unless told; for instance `http://127.0.0.1:4000/api`. */
  readonly apiUrl?: string;
  readonly log: Log;
  readonly now?: () => number;
  /** Others than usual. */
  readonly times?: Partial<Times>;
  /** How many calls Discord lets the bot make in a second: its own number unless told. */
  readonly perSecond?: number;
  /** Another platform is served: for an address that can't be reached the bot does not end. */
  readonly beside?: boolean;
}

export interface Line {
  /** Once connected. */
  readonly doing: Performs | undefined;
  standing(): Connection | undefined;
  open(commands: readonly CommandSpec[], inbox: Inbox): Promise<void>;
  close(): Promise<void>;
}

const allCommands = (specs: readonly CommandSpec[]) => ({
  inGuilds: toApplicationCommands(specs),
  inDirect: toDirectCommands(specs),
});

/** What people wait for gets this long to reach them when the bot is stopped. */
const lastWordsMs = 1000;

export function connection({ token, apiUrl, log, now = Date.now, times, perSecond, beside }: DiscordOptions): Line {
  const calls = calling(token, apiUrl, perSecond);
  const ids = commandIds();
  const answering: Answering = new Map();
  const directly: Directly = remembering({ ...kept, now });
  const ended = new AbortController();
  const echoes = listening(now);
  const seen = remembering<true>({ most: 1000, forMs: 15 * 60_000, now });
  const usual = { token, apiUrl, log, times: { ...usualTimes, ...times } };
  const identifying = sparing(usual.times.identify);
  let stay: Staying | undefined;
  let doing: Performs | undefined;
  let toldOfContent = false;

  async function readsContent(wanted: boolean): Promise<boolean> {
    const may = await mayReadContent(calls);
    if (!may && !toldOfContent) sayWithoutContent(log);
    toldOfContent = !may;
    return may && wanted;
  }

  async function arrived(client: Client<true>, specs: readonly CommandSpec[], inbox: Inbox): Promise<void> {
    const guilds = guildsOf(client, calls, echoes, () => stay?.standing()?.state === 'ok');
    const waits = { patienceMs: usual.times.answer, noticeMs: usual.times.notice, ended: ended.signal };
    const reach = { calls, ids, guilds, echoes, answering, directly, now, apiUrl, ...waits };
    doing = effects(reach);
    hearing(reach, log, inbox);
    for (const guild of client.guilds.cache.values()) sayMissingPermissions(log, guild);
    const told = telling({ calls, ids, log, client, commands: allCommands(specs), ended: ended.signal });
    await Promise.all([told, knowingItself(client, log, ended.signal)]);
  }

  function open(specs: readonly CommandSpec[], inbox: Inbox): Promise<void> {
    const pressed = inbound(
      deskOf({ calls, ids, log, now, promiseMs: usual.times.promise, directly }, specs, inbox),
      answering,
      seen,
    );
    const told = (kind: 'returned' | 'ended') => void inbox.happened({ kind, platform: 'discord' });
    stay = staying({
      log,
      now,
      ended: ended.signal,
      sure: beside || apiUrl === undefined, // Discord's own
      begin: async (wantsContent, heard) =>
        beginSession({ ...usual, ...heard, pressed, identifying, readsContent: await readsContent(wantsContent) }),
      arrives: client => arrived(client, specs, inbox),
      returned: () => told('returned'),
      endedForGood: () => told('ended'),
    });
    return stay.enter();
  }

  return {
    get doing() {
      return doing;
    },
    standing: () => stay?.standing(),
    open: (specs, inbox) =>
      open(specs, inbox).catch((error: unknown) => {
        throw toPlatformError(error);
      }),
    async close() {
      ended.abort();
      await stay?.leave();
      await within(Promise.allSettled(answering.values()), lastWordsMs);
      calls.end();
    },
  };
}
