/** Whether the bot may see what is pinned in a space: where it may not, this waits, and those who can mend it are told. */
import { spaceHere } from '../../addresses.ts';
import { type Doing, forAll, nobody, nothing } from '../doing.ts';

export const readPins: Doing<'read-pins'> = {
  toOne: forAll,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform({ platform, cop }) {
    await platform.pins(spaceHere(cop));
    return nothing;
  },
};
