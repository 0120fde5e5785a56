import { compared } from '../../domain/words.ts';
import type { Choice } from '../../platform/chat-platform.ts';
import * as cops from '../../store/cops.ts';
import type { ReadScope } from '../command.ts';

/** The CoPs somebody is in, to choose from while typing. */
export async function ownCops(
  { reader, network, actor }: Pick<ReadScope<unknown>, 'reader' | 'network' | 'actor'>,
  typed: string,
): Promise<readonly Choice[]> {
  if (!network || !actor) return [];
  const mine = await cops.ofPerson(reader, network, actor.id);
  return mine
    .filter(({ cop }) => compared(cop.name).includes(compared(typed)))
    .slice(0, 25)
    .map(({ cop }) => ({ value: cop.id, label: cop.name }));
}
