/** The whole bot against a playground, over the wire: the real clients, a real database, real people. */

import { type DiscordPlayground, startDiscord } from '../../playground/discord/index.ts';
import type { Persona, Playground, PlaygroundWorkspace } from '../../playground/driver.ts';
import { fromManifest, type SlackApp, type SlackPlayground, startSlack } from '../../playground/slack/index.ts';
import { town } from '../../playground/town.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import type { DiscordOptions } from '../../src/adapters/discord/platform.ts';
import { startBot } from '../../src/bot/bot.ts';
import { keepFilesIn } from '../../src/bot/files/kept-files.ts';
import { readGuides } from '../../src/bot/guides/guides.ts';
import { type Clock, systemClock } from '../../src/jobs/clock.ts';
import type { ChatPlatform, Happening, PlatformName } from '../../src/platform/chat-platform.ts';
import type { Log } from '../../src/platform/log.ts';
import { behalf } from '../../src/platform/on-behalf.ts';
import type { PaceClock } from '../../src/platform/pace.ts';
import { consistency } from '../../src/store/consistency.ts';
import type { Store } from '../../src/store/engine.ts';
import { ourGuides } from './guides.ts';
import { jobsFor } from './jobs.ts';
import { migratedStore } from './store.ts';
import { saidInLog } from './unsaid.ts';

export const platformNames = ['slack', 'discord'] as const;

export type AnyPlayground = SlackPlayground | DiscordPlayground;

export interface Stage {
  readonly platform: PlatformName;
  readonly playground: Playground &
    Partial<Omit<SlackPlayground, keyof Playground> & Omit<DiscordPlayground, keyof Playground>>;
  readonly store: Store;
  readonly log: readonly object[];
  person(name: string, workspace?: string): Persona;
  /** As an adapter would tell it. */
  happened(event: Happening): Promise<void>;
  /** Waits until the outbox has nothing left to do, but what waits for a human, or for another day. */
  settled(): Promise<void>;
  /** What happens while the bot is not there; then it comes back, on the same database. */
  away(meanwhile: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export interface StageOptions {
  readonly workspaces?: readonly PlaygroundWorkspace[];
  readonly messageContent?: boolean;
  /** Another manifest than the bot's own. */
  readonly slackApp?: SlackApp;
  /** As the platform has them: what goes beyond them is waited out in real time. Off, where they aren't the subject. */
  readonly rateLimits?: boolean;
  /** Others than Discord's usual. */
  readonly times?: DiscordOptions['times'];
  readonly databaseUrl?: string;
  readonly clock?: Clock;
  /** The platform's own time. */
  readonly now?: () => number;
  readonly guidesDir?: string;
  readonly publicUrl?: string;
  /** Where files are kept, and the largest of them in bytes. */
  readonly documents?: { readonly dir: string; readonly most: number };
}

export async function stage(platform: PlatformName, options: StageOptions = {}): Promise<Stage> {
  const workspaces = options.workspaces ?? [town];
  const { messageContent = true, slackApp, rateLimits = false, now } = options;
  const playground = await openFor(platform, workspaces, messageContent, slackApp, rateLimits, patienceMs, now);
  const lines: object[] = [];
  const log = quietly(lines);
  const store = await migratedStore(options.databaseUrl);
  const clock = options.clock ?? systemClock;
  const started = async () => {
    const starting = await startBot({
      store,
      jobs: await jobsFor(store, log, clock),
      clock,
      log,
      guides: options.guidesDir === undefined ? ourGuides : readGuides(options.guidesDir),
      platforms: [await adapterFor(playground, log, options.times, rateLimits ? undefined : unhurried(), now)],
      secret: 'test',
      publicUrl: options.publicUrl,
      files: options.documents && keepFilesIn(options.documents.dir, options.documents.most),
    });
    await starting.connected;
    return starting;
  };
  let bot = await started();
  return {
    platform,
    playground: playground as Stage['playground'],
    store,
    log: lines,
    person: (name, workspace) => playground.person(fullName(name, workspaces), workspace),
    happened: event => bot.inbox.happened(event),
    settled: () => settled(store, undefined, clock.now),
    async away(meanwhile) {
      await bot.stop();
      await meanwhile();
      bot = await started();
    },
    async stop() {
      await bot.stop();
      await playground.stop();
      const broken = (await consistency(store.db, clock.now())).filter(one => one.many > 0);
      const said = await saidInLog(store.db, lines);
      await store.close();
      if (said.length > 0) throw new Error(`The log says what people wrote: ${JSON.stringify(said)}`);
      if (broken.length > 0) throw new Error(`What the store holds doesn't belong together: ${JSON.stringify(broken)}`);
    },
  };
}

/** Only what fails takes it; a busy machine takes a while. */
const patienceMs = 20_000;

export const openFor = (
  platform: PlatformName,
  workspaces: readonly PlaygroundWorkspace[] = [town],
  messageContent = true,
  slackApp: SlackApp = fromManifest(manifest),
  rateLimits = false,
  patience = patienceMs,
  now = Date.now,
): Promise<AnyPlayground> =>
  platform === 'slack'
    ? startSlack({ workspaces, ...slackApp, rateLimits, patienceMs: patience, now })
    : startDiscord({ workspaces, intents: { messageContent }, rateLimits, patienceMs: patience, now });

/** For a bot in a process of its own, that somebody does something to: what people see then takes a loaded machine a while. */
export const openForProcess = (platform: PlatformName): Promise<AnyPlayground> =>
  openFor(platform, [town], true, fromManifest(manifest), false, 30_000);

export async function adapterFor(
  playground: AnyPlayground,
  log: Log,
  times?: DiscordOptions['times'],
  pace?: PaceClock,
  now: () => number = Date.now,
): Promise<ChatPlatform> {
  if ('appToken' in playground) {
    const { createSlack } = await import('../../src/adapters/slack/platform.ts');
    return createSlack({
      botToken: playground.botToken(),
      appToken: playground.appToken,
      apiUrl: playground.apiUrl,
      log,
      now,
      ...(pace && { pace }),
    });
  }
  const { createDiscord } = await import('../../src/adapters/discord/platform.ts');
  const perSecond = pace && Number.POSITIVE_INFINITY;
  return createDiscord({
    token: playground.token,
    apiUrl: playground.apiUrl,
    log,
    now,
    ...(times && { times }),
    ...(perSecond && { perSecond }),
  });
}

/** Where the playground counts no calls, the bot need not keep ahead of its count: a minute passes before each. What a platform says itself is waited out all the same. */
export function unhurried(): PaceClock {
  let minutes = 0;
  return { now: () => ++minutes * 60_000, sleep: async () => {} };
}

/** `Amira` for Amira Haddad. */
const fullName = (name: string, workspaces: readonly PlaygroundWorkspace[]): string =>
  workspaces.flatMap(workspace => workspace.people).find(person => person.name.startsWith(name))?.name ?? name;

export function quietly(lines: object[]): Log {
  const note = (level: string) => (fields: object, sentence: string) => {
    const press = behalf();
    lines.push({ level, sentence, ...(press && { press }), ...fields });
    if (process.env.LOUD) console.error(level, sentence, fields);
  };
  return { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
}

const dayMs = 24 * 3600_000;

export async function settled({ db }: Store, patienceMs = 30_000, now = Date.now): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const open = await db
      .selectFrom('effects')
      .select(['kind', 'lane', 'state', 'error'])
      .where('settled_at', 'is', null)
      .where('state', '<>', 'parked')
      .where('due_at', '<', now() + dayMs)
      .execute();
    if (open.length === 0) return;
    if (Date.now() > until) throw new Error(`still open: ${JSON.stringify(open)}`);
    await new Promise(resolve => setTimeout(resolve, 5)); // looks again; the condition decides, not the time
  }
}
