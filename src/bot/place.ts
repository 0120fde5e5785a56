/** Where a press belongs: the workspace it came from, else the one of the record it names; and who pressed, if they are known there. */
import type { Command, Options } from '../commands/command.ts';
import type { NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Invocation, Visitor } from '../platform/chat-platform.ts';
import type { Reader, Tx } from '../store/engine.ts';
import * as people from '../store/people.ts';
import { placeOf } from '../store/tenancy.ts';

export interface Place {
  readonly workspace: WorkspaceKey;
  /** None, where the bot meets this workspace for the first time. */
  readonly network: NetworkId | undefined;
  readonly person: Person | undefined;
  /** Told by the platform, or found by the record: then only who is known there already may go on. */
  readonly told: boolean;
}

export async function placeOfPress(
  reader: Reader,
  invocation: Pick<Invocation, 'by' | 'options'>,
  command: Command,
): Promise<Place> {
  const { by, options } = invocation;
  const workspace = by.workspace
    ? people.workspaceKey({ platform: by.platform, id: by.workspace })
    : await ofRecord(reader, command, options);
  const known = await people.whoIs(reader, workspace, by.id);
  return { workspace, network: known?.networkId, person: known?.person, told: by.workspace !== undefined };
}

async function ofRecord(reader: Reader, command: Command, options: Options): Promise<WorkspaceKey> {
  if (command.about === 'network') throw new Refusal('only-in-a-server', {});
  const id = command.about === 'cop' ? options.cop : options[optionOf[command.about]];
  const place = id ? await placeOf(reader, command.about, id) : undefined;
  if (!place) throw new Refusal(id ? 'closed-door' : 'only-in-a-server', {});
  return place.workspace;
}

const optionOf = {
  'join-request': 'request',
  nomination: 'nomination',
  invitation: 'invitation',
  document: 'document',
} as const;

/** In a command's transaction everybody becomes known, by the name that the platform shows. */
export async function meetAt(
  tx: Tx,
  place: Place,
  by: Visitor,
  now: number,
): Promise<{ network: NetworkId; person: Person }> {
  if (!place.told && !place.person) throw new Refusal('closed-door', {});
  const network = place.network ?? (await people.meetWorkspace(tx, place.workspace, now));
  const person = place.person ?? (await people.meet(tx, network, place.workspace, by, now));
  if (by.name && person.name !== by.name) {
    await people.renamed(tx, network, person.id, by.name);
    return { network, person: { ...person, name: by.name } };
  }
  return { network, person };
}
