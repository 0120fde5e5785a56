/** Folders that whoever runs the bot has named: looked at before anything is begun. */
import { FolderError, type KeptFiles, keepFilesIn } from './bot/files/kept-files.ts';
import { type Config, ConfigError } from './config.ts';
import { mustTakeBackups } from './store/engine/backups.ts';

/**
 * What whoever runs the bot has to mend. Anything else passes by itself (no room, a disk that fails, one of another machine that is away)
 * and keeps nobody from being served: the log tells of it, and it is tried again.
 */
const toMend = /^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST|EISDIR|ELOOP|ENAMETOOLONG|EINVAL|ERR_\w+)$/;

export interface Folders {
  readonly files: KeptFiles | undefined;
  /** By its variable, what can't be had just now, and why. */
  readonly away: readonly { readonly variable: string; readonly folder: string; readonly code: string }[];
}

/** Fails with ConfigError. */
export async function foldersOf({ documents, backupDir }: Pick<Config, 'documents' | 'backupDir'>): Promise<Folders> {
  const files = documents && keepFilesIn(documents.dir, documents.most);
  const away: Folders['away'][number][] = [];
  const unlessAway = (variable: string, folder: string, code: string, says: string, cause: unknown) => {
    if (toMend.test(code)) throw new ConfigError(says, { cause });
    away.push({ variable, folder, code });
  };
  await files?.ready().catch((cause: unknown) => {
    if (!(cause instanceof FolderError)) throw cause;
    const says = `DOCUMENTS_DIR is no folder that files can be kept in: ${cause.code}. Name one that this process may write to, or leave it out: then no files are kept.`;
    unlessAway('DOCUMENTS_DIR', documents?.dir ?? '', cause.code, says, cause);
  });
  try {
    if (backupDir) mustTakeBackups(backupDir);
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    const says = `BACKUP_DIR is no folder that backups can be written into (${message}). Let whoever runs the bot write there (under systemd its unit has to name the folder, in a container it has to be mounted: docs/operating.md, Backup), name another, or leave it out: then none are made.`;
    unlessAway('BACKUP_DIR', backupDir ?? '', code, says, cause);
  }
  return { files, away };
}
