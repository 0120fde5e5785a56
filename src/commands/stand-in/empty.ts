/** CoPs that nobody is in, and that nobody looks after: where there is no Support Team to hear of them, any administrator may take one up. */
import type { Cop } from '../../domain/cop.ts';
import type { NetworkId, PersonId } from '../../domain/ids.ts';
import type { Chosen } from '../../domain/settings.ts';
import { mostToStart } from '../../messages/settings.ts';
import * as audit from '../../store/audit.ts';
import type { Reader } from '../../store/engine.ts';
import * as unattended from '../../store/unattended.ts';

interface Looking {
  readonly network: NetworkId;
  readonly person: PersonId | undefined;
  /** Whether it is told that they administer the workspace, and will be again when they press: not in a direct message on Discord. */
  readonly admin: boolean;
}

/** Whoever chose the settings last may wherever they press. */
export async function emptyForAdmins(
  reader: Reader,
  { supportChannel, workspace }: Chosen,
  { network, person, admin }: Looking,
): Promise<readonly Cop[]> {
  if (supportChannel !== undefined) return [];
  const all = await unattended.emptyIn(reader, network, workspace, mostToStart);
  if (all.length === 0 || admin) return all;
  return (await audit.lastActor(reader, network, workspace, 'settings choose')) === person ? all : [];
}
