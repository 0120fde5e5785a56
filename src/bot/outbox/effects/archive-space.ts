import { PlatformError } from '../../../platform/platform-error.ts';
import { spaceHere } from '../../addresses.ts';
import { everybody } from '../concerned.ts';
import { type Doing, forAll, nothing } from '../doing.ts';

/** Nobody writes in it any more. Of one that lives on meanwhile, there is nothing to be archived. */
export const archiveSpace: Doing<'archive-space'> = {
  toOne: forAll,
  concerns: everybody,
  step: undefined,
  echoes: undefined,

  async perform({ platform, cop, effect }, { how }) {
    if (cop.state !== 'closed') return nothing;
    try {
      await platform.perform['archive-space']({ space: spaceHere(cop), how }, effect.id);
    } catch (error) {
      const isRepeat = effect.intendedAt !== undefined;
      if (!(isRepeat && error instanceof PlatformError && error.kind === 'gone')) throw error; // once it is archived, Slack knows it no more
    }
    return nothing;
  },
};
