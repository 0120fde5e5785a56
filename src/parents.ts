/**
 * npm starts a script through a shell, hands a signal on to that shell alone and ends with it; the shell dies of it and tells nobody
 * (npm 10 and 11 with dash, measured; on Windows there are no signals at all). So who was started like that looks for itself.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const lookEveryMs = 250;

/** Calls back when the npm that started this process, or its shell, is gone. Never where it was started in another way. */
export async function whenLeftAlone(left: () => void): Promise<void> {
  if (!process.env.npm_lifecycle_event && !process.env.NODE_RUN_SCRIPT_NAME) return;
  const shell = process.ppid;
  const told = await toldOf(shell);
  if (shell === 1 && told && !/\b(npm|npx|pnpm|yarn|bun|node|\w*sh)\b/.test(told.command)) return left(); // it was gone before we looked
  const npm = told && isShell(told.command) ? told.parent : undefined;
  const timer = setInterval(() => {
    if (process.ppid === shell && isThere(shell) && (npm === undefined || isStillAbove(npm, shell))) return;
    clearInterval(timer);
    left();
  }, lookEveryMs);
  timer.unref();
}

/** Some shells become what they are to run: then the parent is npm itself. */
const isShell = (command: string): boolean => process.platform === 'win32' || /^\S*sh -c /.test(command);

/** A process that has ended is still there until its own parent has taken note; its children go to somebody else at once. */
const isStillAbove = (npm: number, shell: number): boolean =>
  process.platform === 'linux' ? onLinux(shell)?.parent === npm : isThere(npm);

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

interface Told {
  readonly parent: number;
  readonly command: string;
}

/** Nothing where the system doesn't say. */
async function toldOf(pid: number): Promise<Told | undefined> {
  if (process.platform === 'linux') return onLinux(pid);
  const [program, ...words] =
    process.platform === 'win32'
      ? [
          'powershell.exe',
          '-NoProfile',
          '-Command',
          `(Get-CimInstance Win32_Process -Filter ProcessId=${pid}).ParentProcessId`,
        ]
      : ['ps', '-o', 'ppid=,args=', '-p', String(pid)];
  const said = await promisify(execFile)(program as string, words, { timeout: 10_000, windowsHide: true }).catch(
    () => undefined,
  );
  const [, parent, command = ''] = /^\s*(\d+)\s*(.*)/.exec(said?.stdout ?? '') ?? [];
  return parent === undefined ? undefined : { parent: Number(parent), command };
}

function onLinux(pid: number): Told | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8'); // `12 (a name) S 34 …`
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return { parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    return undefined;
  }
}
