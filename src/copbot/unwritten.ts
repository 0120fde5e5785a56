/** That something can't be written where it was to go, as it is said; whatever else went wrong is thrown on. */
export function unwritten(error: unknown): string {
  const { code = '', message } = error as { code?: string; message: string };
  if (/^SQLITE_IOERR/.test(code))
    return `It can't be copied: ${message}. A disk fails, the one it comes from or the one it goes to; or files may not be so large there`;
  if (!/^(E[A-Z]+|SQLITE_FULL)$/.test(code)) throw error;
  return `It can't be written: ${message}`;
}
