/** Reads the configuration, puts everything together and starts it. The only file that does something by being imported. */
import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { NotConnected, startBot } from './bot/bot.ts';
import { GuidesError, readGuides } from './bot/guides.ts';
import { FolderError, type KeptFiles, keepFilesIn } from './bot/kept-files.ts';
import { type Config, ConfigError, configFrom } from './config.ts';
import { systemClock } from './jobs/clock.ts';
import type { Jobs } from './jobs/jobs.ts';
import { openLog, terminal, withoutSecrets } from './log.ts';
import type { ChatPlatform } from './platform/chat-platform.ts';
import type { Log } from './platform/log.ts';
import { openStore, type Store, StoreTaken } from './store/engine.ts';
import { leaseFor } from './store/lease.ts';
import { migrate } from './store/migrate.ts';
import type { Peek } from './web/peek.ts';
import type { Web } from './web/serve.ts';

async function main(): Promise<void> {
  dotenv.config({ quiet: true });
  const given = configFrom(process.env);
  const guides = readGuides(given.guidesDir);
  const files = await filesOf(given);
  const log = openLog(given.logLevel, process.stdout.isTTY ? await terminal() : process.stdout);
  process.on('unhandledRejection', error =>
    log.error({ err: error }, 'something went wrong that nobody waited for; going on'),
  );

  const { fresh } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } }).values;
  const playing = given.slack || given.discord ? undefined : await (await import('./play.ts')).play(given, fresh);
  const config: Config = playing ? { ...given, slack: playing.slack, discord: playing.discord } : given;

  const store = await openStore(config.databaseUrl);
  const applied = await migrate(store.db);
  if (applied.length > 0) log.info({ applied }, 'the database is up to date');
  const platforms = await platformsOf(config, log);
  const web = config.webPort === undefined ? undefined : await webAt(config.webPort, store, platforms);
  const lease = await leaseFor(store, config.discord ? 'discord' : undefined, log);

  const bot = await startBot({
    store,
    jobs: await jobsOf(store, log),
    clock: systemClock,
    log,
    guides,
    platforms,
    secret: secretOf(config),
    timeZone: config.timeZone,
    publicUrl: config.publicUrl,
    files,
  });
  let peek: Peek | undefined;
  let stopping = false;
  const stop = async (why: Readonly<Record<string, unknown>>, code: number) => {
    if (stopping) return;
    stopping = true;
    log.info(why, 'stopping');
    await peek?.stop();
    await web?.stop();
    await bot.stop();
    await lease.giveBack();
    await store.close();
    await playing?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop({ signal }, 0));
  void bot.ended.then(platform => stop({ platform }, 1)); // nobody is left to serve: whoever watches the process is to know
  void lease.lost.then(() => stop({ platform: 'discord', why: 'another process serves it now' }, 1));

  await bot.connected.catch(async (error: unknown) => {
    if (!stopping) await bot.stop(); // another platform may be served already
    throw error;
  });
  if (stopping) return;
  log.info(
    { platforms: platforms.map(platform => platform.name), database: store.engine, web: web?.port },
    'the bot is up',
  );
  peek = playing && (await (await import('./web/peek.ts')).openPeek(store.db));
  if (playing && peek) playing.letsPeek(peek.url);
  if (playing) for (const line of playing.welcome) log.info({}, line);
}

/** Each platform's library is loaded only where it is used: together they take a second. */
async function platformsOf({ slack, discord }: Config, log: Log): Promise<readonly ChatPlatform[]> {
  const platforms: ChatPlatform[] = [];
  if (slack) platforms.push((await import('./adapters/slack/platform.ts')).createSlack({ ...slack, log }));
  if (discord) platforms.push((await import('./adapters/discord/platform.ts')).createDiscord({ ...discord, log }));
  return platforms;
}

const jobsOf = async (store: Store, log: Log): Promise<Jobs> =>
  store.engine === 'postgres'
    ? (await import('./jobs/pg-boss.ts')).pgBossJobs(store.url, systemClock, log)
    : (await import('./jobs/local.ts')).localJobs(systemClock, log);

async function filesOf({ documents }: Config): Promise<KeptFiles | undefined> {
  if (!documents) return undefined;
  return keepFilesIn(documents.dir, documents.most).catch((cause: unknown) => {
    if (!(cause instanceof FolderError)) throw cause;
    throw new ConfigError(
      `DOCUMENTS_DIR is no folder that files can be kept in: ${cause.message}. Name one that this process may write to, or leave it out: then no files are kept.`,
      { cause },
    );
  });
}

async function webAt(port: number, store: Store, platforms: readonly ChatPlatform[]): Promise<Web> {
  const { startWeb } = await import('./web/serve.ts');
  return startWeb(store, port, platforms).catch((cause: Error) => {
    throw new ConfigError(`WEB_PORT can't be listened on: ${cause.message}. Choose another, or end what holds it.`, {
      cause,
    });
  });
}

const secretOf = ({ slack, discord }: Config): string => JSON.stringify([slack?.botToken, discord?.token]);

main().catch((error: unknown) => {
  if (error instanceof ConfigError)
    console.error(`Please mend this in .env (or in the environment), then start again:\n${error.message}`);
  else if (error instanceof GuidesError) console.error(`Please mend these guides, then start again:\n${error.message}`);
  else if (error instanceof StoreTaken || error instanceof NotConnected) console.error(withoutSecrets(error.message));
  else console.error(withoutSecrets(String(error instanceof Error ? error.stack : error)));
  process.exit(1);
});
