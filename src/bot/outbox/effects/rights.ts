import * as lacks from '../../../store/lacks.ts';
import { accountOf, personHere, spaceHere } from '../../addresses.ts';
import { type Doing, forAll, nothing, type Receipt, type Stage, type WishOf } from '../doing.ts';

type Wish = WishOf<'make-member' | 'make-facilitator' | 'unmake-facilitator'>;

/** Whose rights they are. */
const isFacilitators = { 'make-member': false, 'make-facilitator': true, 'unmake-facilitator': false } as const;

const both = {
  toOne: forAll,
  step: undefined,
  echoes: undefined,
  concerns: async (_tx: unknown, _cop: unknown, wish: Wish) => [wish.person],

  /** In a space that is closed nobody has any; once it is opened again, everybody has theirs. Nor has who is out of it, or carries something else by now. */
  async perform({ bot, platform, cop, effect }: Stage, { kind, person }: Wish): Promise<Receipt> {
    const here = await personHere(bot.store.db, cop, person);
    const who = here && accountOf(here, cop);
    const isTheirs = here?.role !== undefined && isFacilitators[kind] === (here.role === 'facilitator');
    if (cop.state === 'closed' || !isTheirs || !who) return nothing;
    const given = { space: spaceHere(cop), who };
    if (kind === 'unmake-facilitator') {
      await platform.perform[kind](given, effect.id);
      return nothing;
    }
    const lacking = await platform.perform[kind](given, effect.id);
    return tx => lacks.note(tx, cop.networkId, cop.id, [person], lacking);
  },
};

export const makeMember: Doing<'make-member'> = both;
export const makeFacilitator: Doing<'make-facilitator'> = { ...both, step: 'people' };
export const unmakeFacilitator: Doing<'unmake-facilitator'> = both;
