import { purposeOf, topicOf } from '../../../messages/cop.ts';
import { plainIn } from '../../../messages/language.ts';
import { spaceHere } from '../../addresses.ts';
import { languageOfPlace } from '../../drawing/languages.ts';
import { everybody } from '../concerned.ts';
import { type Doing, forAll, nothing, type Stage } from '../doing.ts';

export const purposeHere = async (stage: Stage): Promise<string> =>
  plainIn(purposeOf(stage.cop), await languageOfPlace(stage));

export const describeSpace: Doing<'describe-space'> = {
  toOne: forAll,
  concerns: everybody,
  step: 'guides',
  echoes: undefined,

  async perform(stage) {
    const { platform, cop, effect } = stage;
    const described = { space: spaceHere(cop), topic: topicOf(cop), purpose: await purposeHere(stage) };
    await platform.perform['describe-space'](described, effect.id);
    return nothing;
  },
};
