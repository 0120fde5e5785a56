/** Who is turned away because only administrators may is told, as far as it is known, who could: whoever has set the bot up. */
import type { Command } from '../../commands/command.ts';
import type { PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import * as audit from '../../store/audit.ts';
import type { Reader } from '../../store/engine.ts';
import * as people from '../../store/people.ts';
import { allowed, type Presser } from './authorise.ts';
import type { Found } from './find-subject.ts';
import type { Place } from './place-of-press.ts';

export async function admitted(
  reader: Reader,
  place: Pick<Place, 'network' | 'workspace'>,
  command: Command,
  presser: Presser,
  found: Found,
): Promise<void> {
  try {
    allowed(command, presser, found);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { reason } = error;
    if (reason !== 'admins-only' && reason !== 'admins-start') throw error;
    throw new Refusal(reason, await whoCould(reader, place, presser.id as PersonId | undefined));
  }
}

/** Whoever is turned away could once, perhaps, and can't any more. */
async function whoCould(
  reader: Reader,
  { network, workspace }: Pick<Place, 'network' | 'workspace'>,
  presser: PersonId | undefined,
) {
  const id = network && (await audit.lastActor(reader, network, workspace, 'settings choose', presser && [presser]));
  const person = id && (await people.known(reader, network, { workspace, cop: undefined }, [id])).get(id);
  return person ? { could: { person, workspace } } : {};
}
