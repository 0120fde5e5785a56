/** The playground instead of real platforms: both of them on this machine, with the bot in them and a page to be its people. */
import { existsSync, rmSync } from 'node:fs';
import type { OpenPlayground } from '../playground/open.ts';
import manifest from '../slack-app-manifest.json' with { type: 'json' };
import { type Config, ConfigError, ownDatabase } from './config.ts';
import { hasPlayground } from './has-playground.ts';
import { fileOf } from './store/engine/sqlite.ts';

/** `fresh` forgets what both the platforms and the bot knew. */
export async function play(config: Config, fresh: boolean): Promise<OpenPlayground> {
  const file = keptBeside(config.databaseUrl);
  const isOurs = config.databaseUrl === ownDatabase;
  if (fresh && !isOurs)
    throw new ConfigError(
      "--fresh begins the playground's own database anew, but DATABASE_URL names another one. Leave one of the two out.",
    );
  // Channels that are no more mean nothing: the two are begun anew together.
  if (isOurs && (fresh || !existsSync(file))) forget(fileOf(config.databaseUrl));
  mustBeThere();
  const { fromManifest, openPlayground } = await import('../playground/open.ts');
  return openPlayground({
    port: config.playgroundPort,
    file,
    fresh,
    slackApp: fromManifest(manifest),
  });
}

function mustBeThere(): void {
  if (!hasPlayground())
    throw new ConfigError(
      'There are no tokens here, and this installation has no playground: it was made for production. Give it tokens, or run "npm ci --include=dev" for the playground.',
    );
}

const keptBeside = (databaseUrl: string): string =>
  databaseUrl.startsWith('sqlite:')
    ? `${fileOf(databaseUrl).replace(/\.sqlite$/, '')}.platforms.json`
    : 'data/playground.platforms.json';

function forget(database: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
}
