import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import {
  forgetSomebodyCard,
  forgetSomebodyErrors,
  forgetSomebodyForm,
  somebodyForgottenCard,
  somebodyStaysCard,
} from '../../messages/forgetting.ts';
import { byId, peopleCalled } from '../../store/people-called.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { forgetPerson } from './forget-person.ts';
import { leaving } from './lasts.ts';

/** For who has left and can't ask any more: found by their name as it was shown, or by the id of their account. */
export const forgetSomebody = command({
  name: 'person forget-somebody',
  summary: 'For admins: have the bot forget somebody who has left',
  options: { who: { kind: 'words', summary: 'Their name, or the id of their account' } },
  about: 'network',
  may: ['admin'],
  in: 'no CoP',
  answers: 'privately',
  asksUnless: 'person',

  async form({ options }) {
    return forgetSomebodyForm(options.who);
  },

  async run(scope) {
    const { tx, network, actor, settings, options } = scope;
    const found = options.person
      ? await byId(tx, network, options.person as PersonId)
      : await called(scope, options.who?.trim() ?? '');
    if (found === undefined || found.length === 0)
      return { mend: forgetSomebodyForm(options.who, forgetSomebodyErrors.nobody) };
    const [one, other] = found as [Person, Person?];
    if (one.id === actor.id) return { mend: forgetSomebodyForm(options.who, forgetSomebodyErrors.yourself) };
    if (other) return { mend: forgetSomebodyForm(options.who, forgetSomebodyErrors.several) };
    if (options.sure === 'no') return { say: somebodyStaysCard(one) };
    if (options.sure !== 'yes') return { say: forgetSomebodyCard(one, await leaving(tx, network, one.id, settings)) };
    await forgetPerson(scope, one.id);
    return { say: somebodyForgottenCard(one) };
  },
});

const called = (
  { tx, network, workspace }: Scope<Subjects['network'], 'who'>,
  who: string,
): Promise<readonly Person[]> => peopleCalled(tx, network, workspace, who.replace(/^<?@?|>$/g, ''));
