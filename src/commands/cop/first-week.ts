import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { EffectId, PersonId } from '../../domain/ids.ts';
import type { Scope } from '../command.ts';
import { post } from '../effects.ts';

/** The five things that whoever facilitates begins with. Who had them, for whichever CoP, isn't told again: that is found when they are to be posted. */
export const tellFirstWeek = (
  { after }: Pick<Scope<unknown>, 'after'>,
  cop: Cop,
  facilitator: PersonId,
  needs: readonly EffectId[] = [],
) => after(lane.person(facilitator), post(cop, 'first-week', facilitator, { kind: 'cop', id: cop.id }), { needs });
