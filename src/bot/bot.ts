/** Puts the rooms of the bot together around a store and the platforms it serves. */
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { type Language, languages } from '../domain/language.ts';
import type { Clock } from '../jobs/clock.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Guides } from '../messages/guide.ts';
import { wordsIn } from '../messages/language.ts';
import type { ChatPlatform, CommandSpec, Inbox } from '../platform/chat-platform.ts';
import type { Log } from '../platform/log.ts';
import * as effects from '../store/effects.ts';
import type { Store } from '../store/engine.ts';
import { dispatching } from './dispatch.ts';
import { forgetting } from './forget.ts';
import type { KeptFiles } from './kept-files.ts';
import { outbox } from './outbox.ts';
import { reconciling } from './reconcile.ts';
import { scheduling } from './schedule.ts';
import { sealWith } from './seal.ts';
import type { Bot } from './shared.ts';

export interface Wiring {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly guides: Readonly<Record<Language, Guides>>;
  readonly platforms: readonly ChatPlatform[];
  /** What reply tokens are sealed with: the operator's own secrets. */
  readonly secret: string;
  /** The operator's time zone (an IANA name); the system's, if none is told. */
  readonly timeZone?: string;
  /** Where the public pages are, if there are any. */
  readonly publicUrl?: string | undefined;
  /** Where the files of documents are kept, if they are. */
  readonly files?: KeptFiles | undefined;
}

export interface Running {
  readonly inbox: Inbox;
  stop(): Promise<void>;
}

/** Said to the operator, in place of a stack. */
export class NotConnected extends Error {
  constructor(platform: string, cause: Error) {
    const name = platform === 'slack' ? 'Slack' : 'Discord';
    super(
      `${name} did not let the bot in: ${cause.message}. Is the token in .env the right one, and can ${name} be reached from here?`,
      { cause },
    );
  }
}

export async function startBot({
  store,
  jobs,
  clock,
  log,
  guides,
  platforms,
  secret,
  timeZone,
  publicUrl,
  files,
}: Wiring): Promise<Running> {
  const bot: Bot = { store, clock, jobs, log, seal: sealWith(secret), commands, guides, publicUrl, files };
  const dispatch = dispatching(bot);
  const ending = new AbortController();
  const byName = new Map(platforms.map(platform => [platform.name, platform]));
  const inbox: Inbox = { ...dispatch, happened: reconciling(bot, dispatch, byName, ending.signal) };

  if (store.engine === 'sqlite') await effects.releaseClaims(store.db); // the only process there is: whoever held them is gone
  await Promise.all(
    platforms.map(platform =>
      platform.start(commands.map(specOf), inbox).catch((cause: Error) => {
        throw new NotConnected(platform.name, cause);
      }),
    ),
  );
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  await jobs.start([...byName.keys()], outbox(bot, byName, zone));
  const schedule = scheduling(bot, byName, zone);
  schedule.start();
  const endForgetting = forgetting(bot);
  const caughtUp = Promise.all(platforms.map(({ name }) => inbox.happened({ kind: 'returned', platform: name })));
  return {
    inbox,
    async stop() {
      ending.abort();
      // All at once: nothing new is begun anywhere, whoever takes long to end.
      await Promise.all([
        schedule.stop(),
        ...platforms.map(platform => platform.stop()),
        caughtUp,
        endForgetting(),
        jobs.stop(),
      ]);
    },
  };
}

const said = (summary: string) => ({
  summary,
  summaries: Object.fromEntries(languages.filter(one => one !== 'en').map(one => [one, wordsIn(summary, one)])),
});

const specOf = ({
  name,
  summary,
  slash,
  shortcut,
  options,
  answers,
  form,
  may,
  offersSetup,
  weighsAdmin,
  asksUnless,
}: Command): CommandSpec => ({
  name,
  ...said(summary),
  ...(slash && { slash }),
  ...(shortcut && { shortcut }),
  options: Object.fromEntries(
    Object.entries(options ?? {}).map(([option, spec]) => [option, { ...spec, ...said(spec.summary) }]),
  ),
  answers,
  asks: form !== undefined,
  weighsAdmin: offersSetup === true || weighsAdmin === true || may.includes('admin') || may.includes('starter'),
  ...(asksUnless && { asksUnless }),
});
