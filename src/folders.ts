/** Folders that whoever runs the bot has named: looked at before anything is begun. */
import { FolderError, type KeptFiles, keepFilesIn } from './bot/files/kept-files.ts';
import { type Config, ConfigError } from './config.ts';
import { mustTakeBackups } from './store/engine/backups.ts';

export async function filesOf({ documents }: Pick<Config, 'documents'>): Promise<KeptFiles | undefined> {
  if (!documents) return undefined;
  return keepFilesIn(documents.dir, documents.most).catch((cause: unknown) => {
    if (!(cause instanceof FolderError)) throw cause;
    throw new ConfigError(
      `DOCUMENTS_DIR is no folder that files can be kept in: ${cause.message}. Name one that this process may write to, or leave it out: then no files are kept.`,
      { cause },
    );
  });
}

/** What passes by itself (no room, a disk that fails) keeps nobody from being served: the log tells of it, and it is tried again. */
const passing = /^(ENOSPC|EDQUOT|EIO|ESTALE|EMFILE|ENFILE|ETIMEDOUT|EBUSY)$/;

export function backupsMustFit({ backupDir }: Pick<Config, 'backupDir'>): void {
  if (!backupDir) return;
  try {
    mustTakeBackups(backupDir);
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    if (passing.test(code)) return;
    throw new ConfigError(
      `BACKUP_DIR is no folder that backups can be written into (${message}). Let whoever runs the bot write there (under systemd its unit has to name the folder, in a container it has to be mounted: docs/operating.md, Backup), name another, or leave it out: then none are made.`,
      { cause },
    );
  }
}
