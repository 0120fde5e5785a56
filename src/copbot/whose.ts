/** Whose a database is, by the workspaces that it knows. When it was born tells nothing: one that was begun anew by mistake has another birth. */
import type { WorkspaceKey } from '../domain/ids.ts';
import { openReading } from '../store/engine.ts';
import { everyWorkspace } from '../store/people.ts';

/** None of one that isn't there, is broken, or is nobody's yet. */
export async function knownIn(url: string): Promise<readonly WorkspaceKey[]> {
  try {
    const store = await openReading(url);
    try {
      return await everyWorkspace(store.db);
    } finally {
      await store.close();
    }
  } catch {
    return []; // what is to be put in its place does not wait for that
  }
}

/** Both have been somewhere, and nowhere together. */
export const isAnothers = (theirs: readonly WorkspaceKey[], ours: readonly WorkspaceKey[]): boolean =>
  theirs.length > 0 && ours.length > 0 && !theirs.some(one => ours.includes(one));
