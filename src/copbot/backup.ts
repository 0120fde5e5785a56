/** `copbot backup`: a copy of the database, made beside a running bot. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { backUp, tidyBackups } from '../store/engine/backups.ts';
import { fileOf } from '../store/engine/sqlite.ts';
import type { Counter } from './counter.ts';
import { unwritten } from './unwritten.ts';

/** Wake-ups lie in the schema `pgboss`, and are made anew; `pg_restore --clean` can't drop its tables one by one. */
export const ownWays = `On PostgreSQL its own tools do that, beside running bots too:
  pg_dump --format=custom --exclude-schema=pgboss --file=cop.dump "$DATABASE_URL"
And back, with every bot stopped:
  pg_restore --clean --if-exists --dbname="$DATABASE_URL" cop.dump
  npx copbot restore --done 2026-11-26T03:00Z
with the time of that dump, so that nothing of since is done twice. A dump from
before an upgrade goes into a new, empty database. Keep SECRET_KEY with it.
In containers these are typed otherwise: see docs/operating.md.`;

/** In a container, and under the unit, nothing can be written but where the database is. */
const elsewhere = (url: string): string =>
  `Name a file that can be: npx copbot backup ${typed(path.join(path.dirname(fileOf(url)), 'backups/now.sqlite'))}; or set BACKUP_DIR.`;

/** As it is typed where there is a space in it. */
const typed = (file: string): string => (/\s/.test(file) ? `"${file}"` : file);

/** There is a new one all the same. */
function untidied(folder: string, file: string): string | undefined {
  try {
    tidyBackups(folder, file);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

export function backup(program: Command, counter: Counter): void {
  program
    .command('backup')
    .argument('[file]', 'where it goes; into BACKUP_DIR, or ./backups, if left out')
    .summary('copy the database, beside a running bot too')
    .description(
      "Copies SQLite's file as it is at this moment, with the key that belongs to it, for its owner alone to read. May be run beside the bot. With BACKUP_DIR the bot makes one every day by itself.",
    )
    .option('--json', 'the same for machines')
    .action(async (named: string | undefined, { json }: { json?: boolean }) => {
      const { databaseUrl, backupDir } = counter.config();
      if (!databaseUrl.startsWith('sqlite:')) return counter.refuse(ownWays);
      const folder = backupDir ?? counter.pathOf('backups');
      const to = named === undefined ? undefined : counter.pathOf(named);
      const inTheWay = to && [to, `${to}.key`].find(one => existsSync(one));
      if (inTheWay) return counter.refuse(`${inTheWay} is there already: name another.`);
      const file = await counter.looking(store =>
        backUp(store, folder, counter.now, to).catch((error: unknown) =>
          counter.refuse(named || backupDir ? unwritten(error) : `${unwritten(error)}. ${elsewhere(databaseUrl)}`),
        ),
      );
      if (file === undefined) return;
      const untidy = named === undefined && backupDir ? untidied(backupDir, fileOf(databaseUrl)) : undefined;
      counter.tell(json, { file }, () =>
        counter.say(`The database is copied to ${file}. To go back to it: npx copbot restore ${typed(file)}`),
      );
      if (untidy) counter.refuse(`Older ones could not be tidied away: ${untidy}`);
    });
}
