/** Whom a message names besides its record. */
import { who } from '../../messages/people.ts';
import * as nominations from '../../store/nominations.ts';
import * as people from '../../store/people.ts';
import type { Drawing } from './render.ts';

/** Whom its starter named instead, until they have answered. */
export async function askedToFacilitate({ reader, cop }: Drawing) {
  const [pending] = await nominations.pendingOf(reader, cop.networkId, cop.id);
  if (!pending) return undefined;
  const { nomineeId } = pending;
  return (await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [nomineeId])).get(
    nomineeId,
  );
}

export async function sharedBy({ reader, cop, shared }: Drawing) {
  if (!shared) return undefined;
  const known = await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [shared.by]);
  const sharer = known.get(shared.by);
  return sharer && { ...who(sharer, cop), words: shared.words };
}
