import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { EffectId, PersonId } from '../../domain/ids.ts';
import * as told from '../../store/told.ts';
import type { Scope } from '../command.ts';
import { post } from '../effects.ts';

/** The five things that whoever facilitates begins with. Nobody gets them twice. */
export async function tellFirstWeek(
  { tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>,
  cop: Cop,
  facilitator: PersonId,
  needs: readonly EffectId[] = [],
): Promise<void> {
  if (await told.wasTold(tx, cop.networkId, facilitator, 'first-week')) return;
  after(lane.person(facilitator), post(cop, 'first-week', facilitator, { kind: 'cop', id: cop.id }), { needs });
}
