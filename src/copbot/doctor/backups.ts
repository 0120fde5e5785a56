/** Where a copy of the database goes every day: that there is such a folder, that it can be written, and what it would survive. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../platform/finding.ts';
import { backupsIn, strangersIn } from '../../store/engine/backups.ts';
import { byItsName } from '../../store/engine/by-its-name.ts';
import { fileOf } from '../../store/engine/sqlite.ts';
import type { Counter } from '../counter.ts';
import { long, when } from '../table.ts';
import { bytesOf } from './database.ts';
import { disk, nearest, unwritable } from './machine.ts';

const lateMs = 2 * 24 * 3600_000;
const aheadMs = 24 * 3600_000;

export function backups(counter: Counter): readonly Finding[] {
  const { databaseUrl: url, backupDir } = counter.config();
  if (!url.startsWith('sqlite:')) return [elsewhere]; // on PostgreSQL the configuration takes none
  if (!backupDir) return [none];
  const file = fileOf(url);
  const what = `BACKUP_DIR ${backupDir}`;
  const trouble = unwritable(what, backupDir, 'no copy is made');
  if (trouble) return [trouble];
  const bytes = bytesOf(file);
  const { now } = counter;
  return [
    last(what, backupDir, file, now),
    ...ahead(what, backupDir, file, now),
    ...strange(what, backupDir, file),
    where(what, backupDir, file, bytes),
  ];
}

const none: Finding = {
  grade: 'optional',
  what: 'BACKUP_DIR',
  says: 'is not set',
  costs: 'with this disk, all that is in the database is lost',
  remedy: 'name a folder, best on another disk: the bot copies its database there every day',
};

const elsewhere: Finding = {
  grade: 'unseen',
  what: 'backups',
  says: 'of PostgreSQL the bot makes none: whether anybody does can not be seen from here',
  remedy: 'have pg_dump make one every day, as npx copbot backup says; in containers, as docs/operating.md does',
};

function last(what: string, folder: string, file: string, now: number): Finding {
  const all = backupsIn(folder, file);
  const latest = all.find(one => one.at <= now) ?? all[0]; // one of a clock that was ahead says nothing of those since
  if (!latest) return { grade: 'unseen', what, says: 'holds none yet; the first is made when the bot starts' };
  const says = `the last is of ${when(latest.at)}`;
  if (now - latest.at < lateMs) return { grade: 'good', what, says };
  return {
    grade: 'mend',
    what,
    says: `${says}, ${long(now - latest.at)} ago`,
    costs: 'what was since is in none',
    remedy: 'the bot makes one every day while it runs: look for "could not be backed up" in its log',
  };
}

/** The bot takes none of them away: were its own clock wrong, those would be all that there is. */
function ahead(what: string, folder: string, file: string, now: number): readonly Finding[] {
  const many = backupsIn(folder, file).filter(one => one.at > now + aheadMs).length;
  if (many === 0) return [];
  return [
    {
      grade: 'mend',
      what,
      says: `${many} there ${many === 1 ? 'is' : 'are'} of a time to come: a clock was ahead when the bot made ${many === 1 ? 'it' : 'them'}`,
      costs: 'what people have deleted since stays there until that time has come, and longer',
      remedy: 'see that the clock is right now, then delete what is named by a day to come',
    },
  ];
}

/** Another bot keeps its own there; or this one was begun anew, and nobody tidies what was before. */
function strange(what: string, folder: string, file: string): readonly Finding[] {
  const many = strangersIn(folder, file).length;
  if (many === 0) return [];
  return [
    {
      grade: 'optional',
      what,
      says: `${many} there ${many === 1 ? 'is' : 'are'} of another database that is called the same`,
      costs: "they are left alone, and easily taken for this one's where one is to be put back",
      remedy: 'give each bot a folder of its own; what no bot makes any more, delete by hand',
    },
  ];
}

/** Whether it is another disk, as far as this machine can tell: a volume of another machine is another device, too. Of the database's own its room is told beside that. */
function where(what: string, folder: string, file: string, bytes: number): Finding {
  const device = (at: string) => statSync(nearest(path.resolve(at))).dev;
  if (device(folder) !== device(byItsName(file)))
    return disk(folder, bytes, {
      costs: 'once it is full no copy is made any more',
      remedy: 'make room, or name a folder elsewhere',
    });
  return {
    grade: 'optional',
    what,
    says: 'is on the same disk as the database',
    costs: 'what takes one takes the other',
    remedy: 'name a folder on another disk, or have this one fetched from elsewhere',
  };
}
