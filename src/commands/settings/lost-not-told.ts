import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as audit from '../../store/audit.ts';
import * as lostChannels from '../../store/lost-channels.ts';
import { consequence, type Scope } from '../command.ts';
import { post } from '../effects.ts';

type ToldOfLost = 'support-lost' | 'forum-lost';

/** To whoever chose the settings last; `before`: whom it could not be told. */
export function tellOfLost(
  { after }: Pick<Scope<unknown>, 'after'>,
  cop: Cop,
  which: ToldOfLost,
  person: PersonId,
  before: readonly PersonId[] = [],
): void {
  after(lane.person(person), post(cop, which, person, { kind: 'cop', id: cop.id }), {
    onFailure: {
      command: 'settings lost-not-told',
      options: { cop: cop.id, which, tried: [...before, person].join(' ') },
    },
  });
}

/** Who is not there any more can't choose another: whoever chose before them is told. */
export const lostNotTold = consequence({
  name: 'settings lost-not-told',
  summary: 'Whoever chose the settings last could not be told that a chosen channel is lost',
  about: 'cop',
  evenAtRest: true,

  async run({ tx, network, subject: { cop }, settings, options, after }) {
    const which = options.which === 'forum-lost' ? 'forum-lost' : 'support-lost';
    const channel = which === 'forum-lost' ? settings.forumChannel : settings.supportChannel;
    if (!(await lostChannels.isLost(tx, network, cop.workspace, channel))) return;
    const tried = (options.tried ?? '').split(' ') as PersonId[];
    const next = await audit.lastActor(tx, network, cop.workspace, 'settings choose', tried);
    if (next) tellOfLost({ after }, cop, which, next, tried);
  },
});
