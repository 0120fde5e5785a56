import type { DrawnHomes } from '../../src/platform/chat-platform.ts';

/** Where no database is. */
export function drawnHomes(): DrawnHomes {
  const marks = new Map<string, string | undefined>();
  return {
    of: async ({ id }) => marks.get(id),
    note: async ({ id }, mark) => void marks.set(id, mark),
  };
}
