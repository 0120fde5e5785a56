import { lane } from '../../domain/effect.ts';
import { hasLeft } from '../../domain/trouble.ts';
import { consequence } from '../command.ts';
import { postOf } from '../effects.ts';

/** They are out, and don't know it from the bot: whoever took them out hears so. Who isn't there any more need not know. */
export const removalNotTold = consequence({
  name: 'membership not-told',
  summary: 'Somebody taken out of a CoP who could not be written to',
  about: 'cop',

  async run({ subject: { cop }, options, after }) {
    const { person, reader } = options;
    if (hasLeft(options)) return;
    after(lane.person(reader), postOf(cop, 'membership-end-untold', reader, { kind: 'cop', id: cop.id }, person));
  },
});
