/** Reads the configuration, puts everything together and starts it. The only file that does something by being imported. */
import dotenv from 'dotenv';
import type { OpenPlayground } from '../playground/open.ts';
import { startBot, type Wiring } from './bot/bot.ts';
import { NotConnected } from './bot/connecting.ts';
import type { KeptFiles } from './bot/files/kept-files.ts';
import { GuidesError, readGuides } from './bot/guides/guides.ts';
import { complaint } from './complaint.ts';
import { type Config, configFrom } from './config.ts';
import { manners } from './domain/platforms.ts';
import { workspaceOf } from './domain/workspace.ts';
import { readEnvFile } from './env-file.ts';
import { foldersOf } from './folders.ts';
import { systemClock } from './jobs/clock.ts';
import type { Jobs } from './jobs/jobs.ts';
import { openLog, terminal, withoutSecrets } from './log.ts';
import { whenLeftAlone } from './parents.ts';
import type { ChatPlatform } from './platform/chat-platform.ts';
import type { Log } from './platform/log.ts';
import type { UnknownSpaces } from './platform/unknown-spaces.ts';
import { heedProxies } from './proxies.ts';
import { secretsOf } from './secret.ts';
import { copyBefore } from './store/copies.ts';
import { arriving } from './store/engine/arriving.ts';
import { forgottenFileOf } from './store/engine/beside.ts';
import { inWords } from './store/engine/in-words.ts';
import { leasesFor } from './store/engine/lease.ts';
import { type Heed, heedNewer } from './store/engine/outdated.ts';
import { walIsLost } from './store/engine/restoring.ts';
import { fileOf, inMemory } from './store/engine/sqlite.ts';
import { holdStore, openStore, type Store } from './store/engine.ts';
import { breaksUnknown, knownSteps, migrate } from './store/migrate.ts';
import { typed } from './typed.ts';
import { unheard } from './unheard.ts';
import { version } from './version.ts';
import { type WayOut, wayOut } from './way-out.ts';
import type { Watched } from './web/ready.ts';
import type { Web } from './web/serve.ts';

/** A process that is just ending has this long to let go of the file; and a server that is just starting, to answer. */
const patienceMs = 12_000;

async function main(): Promise<void> {
  const { fresh } = typed();
  const written = readEnvFile('.env');
  dotenv.populate(process.env as Record<string, string>, written);
  const given = configFrom(process.env, written);
  const guides = readGuides(given.guidesDir);
  const { files, away } = await foldersOf(given);
  const log = openLog(given.logLevel, process.stdout.isTTY ? await terminal() : process.stdout);
  log.info({ version }, 'starting');
  for (const one of away)
    log.warn(one, 'a folder can not be had just now; the bot starts without it, and tries again what is for it');
  if ((given.slack ?? given.discord) && inMemory(given.databaseUrl))
    log.warn(
      {},
      `DATABASE_URL keeps everything in memory alone, and nothing once this process has ended${noMore(given)}`,
    );
  process.on('unhandledRejection', error =>
    log.error({ err: error }, 'something went wrong that nobody waited for; going on'),
  );
  const way = wayOut(log);
  // Left to itself, Node prints the whole error: clients hang whole requests on theirs.
  process.on('uncaughtException', error => {
    log.error({ err: error }, 'something went wrong that nobody caught; ending, to be started anew');
    void way.leave(1);
  });
  void whenLeftAlone(() => void way.leave(0, { because: 'what started this process has ended' }));
  await run(given, { fresh, guides, files, log, way }).catch(async (error: unknown) => {
    if (way.leaving) return; // what was closed meanwhile is missed
    complain(error);
    await way.leave(1);
  });
}

const noMore = ({ backupDir }: Config): string =>
  `: name a file there, or leave it out${backupDir ? '. No backup is made of it, either' : ''}`;

interface Ready {
  /** The playground begins anew. */
  readonly fresh: boolean;
  readonly guides: Wiring['guides'];
  readonly files: KeptFiles | undefined;
  readonly log: Log;
  readonly way: WayOut;
}

async function run(given: Config, { fresh, guides, files, log, way }: Ready): Promise<void> {
  const proxied = Boolean(given.slack ?? given.discord) && heedProxies(); // the playground goes through none
  const waiting = () => log.info({}, 'another process of this bot holds the database; waiting a moment for it to end');
  const hold = await holdStore(given.databaseUrl, { mostMs: patienceMs, waiting });
  way.opened('the hold on the file', async () => hold.letGo(), 100);
  const playing = given.slack || given.discord ? undefined : await (await import('./play.ts')).play(given, fresh);
  if (playing) way.opened('the playground', () => playing.stop(), 1000);
  const config: Config = playing ? inPlay(given, playing) : given;

  if (walIsLost(config.databaseUrl, systemClock.now()))
    log.warn(
      { file: `${fileOf(config.databaseUrl)}-wal` },
      'a file beside the database is gone, though this bot was killed and had left it: what it had written last is lost. What the platforms show is found again; to have the rest, stop, bring the file back or restore a backup',
    );
  const store = await openStore(config.databaseUrl, undefined, { held: hold, checked: true });
  way.opened('the store', () => store.close(), 1000);
  const platforms = await platformsOf(config, log, { proxied, alone: !store.shared });
  way.opened('the platforms', () => Promise.all(platforms.map(platform => platform.stop())), 1000);
  const unknown: UnknownSpaces = new Map();
  const watched = platforms.map(one => watching(one, unknown));
  const web = await webOf(config, store, watched, log, playing);
  way.opened('the web', async () => web?.stop(), 500);
  const metrics = await metricsOf(config, store, watched, log);
  way.opened('the metrics', async () => metrics?.stop(), 500);
  const newer = await broughtUpToDate(store, log);
  way.opened('the ear for newer ones', () => newer.stop(), 500);
  const { secret, before } = secretsOf(config, store, log);
  const alone = platforms.map(one => one.name).filter(name => manners[name].oneProcess);
  const leases = await leasesFor(store, alone, log, one => way.opened('the lease', () => one.giveBack(), 1000));

  const bot = await startBot({
    store,
    jobs: await jobsOf(store, log),
    clock: systemClock,
    log,
    guides,
    platforms,
    others: newer,
    secret,
    secretsBefore: before,
    timeZone: config.timeZone,
    publicUrl: config.publicUrl,
    files,
    forgottenFile: forgottenFileOf(store),
    backupDir: config.backupDir,
    unknown,
  });
  way.opened('the bot', () => bot.stop(), 4000);
  void bot.ended.then(platform => way.leave(1, { platform })); // nobody is left to serve: whoever watches the process is to know
  void newer.outdated.then(steps => {
    log.error({ steps }, 'a newer version has brought the database up to date, and this one must not go on with it');
    return way.leave(1, { because: 'the database is newer than this version' });
  });
  void leases.lost.then(platform => way.leave(1, { platform, because: 'another process serves it now' }));
  await bot.connected;
  log.info(
    { version, platforms: platforms.map(platform => platform.name), database: store.engine, web: web?.port },
    'the bot is up',
  );
  const peek = playing && (await (await import('./web/peek.ts')).openPeek(store.db));
  if (playing && peek) {
    way.opened('the look into the database', () => peek.stop(), 500);
    playing.letsPeek(peek.url);
    for (const line of playing.welcome) log.info({}, line);
  }
}

const watching = (platform: ChatPlatform, unknown: UnknownSpaces): Watched => ({
  name: platform.name,
  standing: () => platform.standing(),
  unknownSpaces: () =>
    [...unknown].reduce((all, [key, many]) => all + (workspaceOf(key).platform === platform.name ? many : 0), 0),
});

/** Whoever watches is answered by now: what takes long here is not to be ended in the middle, and begun anew, for ever. */
async function broughtUpToDate(store: Store, log: Log): Promise<Heed> {
  const known = knownSteps();
  const away = () => log.warn({}, 'the database that DATABASE_URL names does not answer yet; waiting a moment for it');
  await arriving(store, { mostMs: patienceMs, waiting: away });
  const applied = await migrate(store.db, async next => {
    const copy = await copyBefore(store, next);
    if (copy) log.info({ copy }, 'the database was copied before it is brought up to date');
  }).catch((error: unknown) => {
    throw inWords(store, error);
  });
  if (applied.length > 0) log.info({ applied }, 'the database is up to date');
  return heedNewer(store, () => breaksUnknown(store.db, known));
}

/** Each platform's library is loaded only where it is used: together they take a second. */
async function platformsOf(
  { slack, discord }: Config,
  log: Log,
  how: { readonly proxied: boolean; readonly alone: boolean },
): Promise<readonly ChatPlatform[]> {
  const platforms: ChatPlatform[] = [];
  const both = { log, beside: Boolean(slack && discord) };
  if (slack) platforms.push((await import('./adapters/slack/platform.ts')).createSlack({ ...slack, ...both, ...how }));
  if (discord) platforms.push((await import('./adapters/discord/platform.ts')).createDiscord({ ...discord, ...both }));
  return platforms;
}

const jobsOf = async (store: Store, log: Log): Promise<Jobs> =>
  store.shared
    ? (await import('./jobs/pg-boss.ts')).pgBossJobs(store.url, systemClock, log)
    : (await import('./jobs/local.ts')).localJobs(systemClock, log);

/** Its public pages are shown under the playground's own address. */
const inPlay = (given: Config, { slack, discord, url }: OpenPlayground): Config => ({
  ...given,
  ...{ slack, discord, publicUrl: given.publicUrl ?? url.replace(/\/$/, '') },
});

/** In the playground on a port of its own and for this machine alone, unless another was asked for. */
async function webOf(
  { webPort }: Config,
  store: Store,
  platforms: readonly Watched[],
  log: Log,
  playing: OpenPlayground | undefined,
): Promise<Web | undefined> {
  const port = webPort ?? (playing ? 0 : undefined);
  if (port === undefined) return undefined;
  const { startWeb } = await import('./web/serve.ts');
  const host = webPort === undefined ? '127.0.0.1' : undefined;
  const web = await startWeb(store, port, platforms, host, log).catch(unheard('WEB_PORT'));
  playing?.showsPages(`http://127.0.0.1:${web.port}`);
  return web;
}

async function metricsOf(
  { metrics }: Config,
  store: Store,
  platforms: readonly Watched[],
  log: Log,
): Promise<Web | undefined> {
  if (!metrics) return undefined;
  const { startMetrics } = await import('./web/metrics.ts');
  return startMetrics(store, metrics.port, platforms, metrics.host, log).catch(unheard('METRICS_PORT'));
}

function complain(error: unknown): void {
  if (error instanceof GuidesError) console.error(`Please mend these guides, then start again:\n${error.message}`);
  else console.error(error instanceof NotConnected ? withoutSecrets(error.message) : complaint(error));
}

// Whoever reads what is said here may end before this process does, which then goes on to end in order.
for (const out of [process.stdout, process.stderr]) out.on('error', () => {});

main().catch((error: unknown) => {
  complain(error);
  process.exit(1);
});
