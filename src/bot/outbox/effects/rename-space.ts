import { spaceNameOf } from '../../../domain/cop.ts';
import { topicOf } from '../../../messages/cop.ts';
import * as cops from '../../../store/cops.ts';
import { spaceHere } from '../../addresses.ts';
import { type Doing, forAll, nobody } from '../doing.ts';
import { purposeHere } from './describe-space.ts';

export const renameSpace: Doing<'rename-space'> = {
  toOne: forAll,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform(stage) {
    const { platform, cop, effect } = stage;
    const { name } = await platform.perform['rename-space'](
      { space: spaceHere(cop), name: spaceNameOf(cop), topic: topicOf(cop), purpose: await purposeHere(stage) },
      effect.id,
    );
    return async tx => {
      const current = await cops.lock(tx, cop.networkId, cop.id);
      if (current && current.spaceName !== name) await cops.save(tx, { ...current, spaceName: name });
    };
  },
};
