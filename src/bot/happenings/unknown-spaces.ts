/**
 * Whenever a platform is there: a database without any CoP, where the platform shows spaces that this bot made. Then another database was
 * meant, or a backup is to come: whoever runs the bot is to know before somebody begins anew beside them. Nothing is made of it.
 */
import { manners } from '../../domain/platforms.ts';
import { workspaceKey, workspaceOf } from '../../domain/workspace.ts';
import type { PlatformName } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { isAnyCop } from '../../store/cops-told.ts';
import type { Bot } from '../the-bot.ts';
import type { Platforms } from './tend-libraries.ts';

export async function lookForUnknown(
  { store, log, unknown }: Bot,
  platforms: Platforms,
  name: PlatformName,
): Promise<void> {
  for (const key of unknown.keys()) if (workspaceOf(key).platform === name) unknown.delete(key);
  if (await isAnyCop(store.db)) return;
  const found = await platforms
    .get(name)
    ?.ownSpaces()
    .catch((err: unknown) => {
      if (!(err instanceof PlatformError)) throw err;
      log.warn(
        { err, platform: name },
        'it could not be seen whether there are spaces that the database does not know',
      );
      return undefined;
    });
  for (const [id, { length: spaces }] of found ?? []) {
    if (spaces === 0) continue;
    const workspace = workspaceKey({ platform: name, id });
    unknown.set(workspace, spaces);
    log.error(
      { workspace, spaces },
      `the database holds no CoP, but ${manners[name].name} shows spaces that this bot made: DATABASE_URL may name another place, or a backup is to be put back (npx copbot restore FILE). Nothing is made of it by itself; a CoP that is started now begins anew beside them`,
    );
  }
}
