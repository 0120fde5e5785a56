import type { Cop } from '../../domain/cop.ts';
import type { NetworkId, PersonId } from '../../domain/ids.ts';
import type { Settings } from '../../domain/settings.ts';
import * as cops from '../../store/cops.ts';
import type { Reader } from '../../store/engine.ts';
import { goingLast } from '../membership/going-last.ts';

export interface Leaving {
  /** What they are in. */
  readonly mine: readonly Cop[];
  /** Which of them nobody else facilitates. */
  readonly lasts: readonly Cop[];
}

export async function leaving(
  reader: Reader,
  network: NetworkId,
  person: PersonId,
  settings: Pick<Settings, 'supportChannel'>,
): Promise<Leaving> {
  const mine = await cops.ofPerson(reader, network, person);
  const lasts: Cop[] = [];
  for (const { cop, role } of mine)
    if (cop.state === 'open' && (await goingLast(reader, cop, role, person, settings))) lasts.push(cop);
  return { mine: mine.map(({ cop }) => cop), lasts };
}
