/** That something can't be written where it was to go, as it is said; whatever else went wrong is thrown on. */
export function unwritten(error: unknown): string {
  const { code = '', message } = error as { code?: string; message: string };
  if (!/^(E[A-Z]+|SQLITE_FULL)$/.test(code)) throw error;
  return `It can't be written: ${message}`;
}
