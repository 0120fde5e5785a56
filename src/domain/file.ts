/** Files that people put into a library: how they are called, and which are programs. */
import { tidied } from './words.ts';

const mb = 1_000_000;
/** What one may be that is added with the form; every platform lets a bot post that much. */
export const largestGiven = 10 * mb;

/** `../../x` is a file called x: a name is shown, and never a way to anywhere. */
export const fileTitle = (name: string): string => tidied(name.split(/[\\/]/).findLast(Boolean) ?? '') || 'File';

const programEndings = new Set(
  `apk app appimage bat bin cmd com cpl deb dll dmg elf exe gadget hta inf jar js jse lnk mjs msi msp pif pkg ps1 reg rpm scr sh
   sys vb vbe vbs wsf wsh`.split(/\s+/),
);
const programTypes =
  /^application\/(x-(msdownload|dosexec|msdos-program|executable|elf|mach-binary|sharedlib|sh|bat|msi|apple-diskimage|debian-package|rpm)|vnd\.(microsoft\.portable-executable|android\.package-archive|debian\.binary-package)|java-archive|(x-)?javascript)$|^text\/(x-sh|x-shellscript|javascript)$/;

/** How the programs of Windows, Linux, macOS (one or several architectures, which is Java's too) and scripts begin. */
const programBeginnings = ['4d5a', '7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', '2321'];

/** By its name, by what the platform says it is, or by its first bytes. */
export function isProgram(file: { readonly name: string; readonly type: string }, beginning?: Uint8Array): boolean {
  const called = fileTitle(file.name).replace(/[.\s:]+$/u, ''); // as Windows calls it: it drops these at the end
  const ending = /\.([^.]*)$/.exec(called)?.[1]?.trim().toLowerCase() ?? '';
  const type = file.type.split(';')[0]?.trim().toLowerCase() ?? '';
  const first = Buffer.from(beginning?.subarray(0, 4) ?? []).toString('hex');
  return programEndings.has(ending) || programTypes.test(type) || programBeginnings.some(one => first.startsWith(one));
}
