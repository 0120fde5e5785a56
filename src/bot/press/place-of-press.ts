/** Where a press belongs: the workspace it came from (which-server.ts), else the one of the record it names; and who pressed, if they are known there. */

import type { Command, Options } from '../../commands/command.ts';
import type { NetworkId, WorkspaceKey } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { isId, optionOf } from '../../domain/record.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Chosen, nothingChosen } from '../../domain/settings.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { Channel, Invocation } from '../../platform/chat-platform.ts';
import type { Reader, Tx } from '../../store/engine.ts';
import * as people from '../../store/people.ts';
import type { Record } from '../../store/tenancy.ts';

export interface Place {
  readonly workspace: WorkspaceKey;
  /** None, where the bot meets this workspace for the first time. */
  readonly network: NetworkId | undefined;
  readonly person: Person | undefined;
  /** Told by the platform, or found by the record: then only who is known there already may go on. */
  readonly told: boolean;
  /** Their language, as far as it was told before. */
  readonly locale: string | undefined;
  readonly settings: Chosen;
  /** Whether they are of the Support Team: `known`, or `here`, by a press in its channel. */
  readonly support: 'no' | 'known' | 'here';
}

export async function placeOfPress(
  reader: Reader,
  invocation: Pick<Invocation, 'by' | 'options' | 'at'>,
  command: Command,
): Promise<Place> {
  const { by, options, at } = invocation;
  const told = by.workspace ? workspaceKey({ platform: by.platform, id: by.workspace }) : undefined;
  const known = await people.whoIs(reader, told ?? recordOf(command, options), by.id);
  const workspace = known?.workspace ?? told;
  if (!workspace) throw new Refusal('closed-door', {});
  const settings = known?.settings ?? nothingChosen(workspace);
  const there = at !== undefined && workspaceKeyOf(at) === workspace && at.id === settings.supportChannel;
  return {
    workspace,
    network: known?.networkId,
    person: known?.person,
    told: by.workspace !== undefined,
    locale: known?.locale,
    settings,
    support: known?.support ? 'known' : there ? 'here' : 'no',
  };
}

const workspaceKeyOf = (at: Channel) => workspaceKey({ platform: at.platform, id: at.workspace });

/** The record that it names by itself. */
export function recordNamed({ about }: Pick<Command, 'about'>, options: Options): Record | undefined {
  const noun = about === 'network' ? 'cop' : about; // what is about no record may still tell a CoP: then it is from there
  const id = options[optionOf[noun]];
  return id && (noun !== 'cop' || isId(id)) ? { noun, id } : undefined;
}

function recordOf(command: Command, options: Options): Record {
  const record = recordNamed(command, options);
  if (!record) throw new Refusal('only-in-a-server', {});
  return record;
}

/** In a command's transaction everybody becomes known, by the name that the platform shows. */
export async function meetAt(
  tx: Tx,
  place: Place,
  { by, locale }: Pick<Invocation, 'by' | 'locale'>,
  now: number,
): Promise<{ network: NetworkId; person: Person }> {
  if (!place.told && !place.person) throw new Refusal('closed-door', {});
  const network = place.network ?? (await people.meetWorkspace(tx, place.workspace, now));
  const person = place.person ?? (await people.meet(tx, network, place.workspace, { ...by, locale }, now));
  if (place.person && locale && locale !== place.locale) await people.reads(tx, place.workspace, by.id, locale);
  if (by.name && !by.handle && person.name !== by.name) {
    await people.renamed(tx, network, person.id, by.name);
    return { network, person: { ...person, name: by.name } };
  }
  return { network, person };
}
