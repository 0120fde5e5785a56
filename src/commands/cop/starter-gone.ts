import { hasLeft } from '../../domain/trouble.ts';
import * as memberships from '../../store/memberships.ts';
import { consequence } from '../command.ts';
import { windUp } from '../membership/go-out.ts';

/** Whoever started it was gone before they could be let in: nobody facilitates it, and somebody is looked for. */
export const starterGone = consequence({
  name: 'cop starter-gone',
  summary: 'Whoever started a CoP, and was gone before they were in it',
  about: 'cop',

  async run(scope) {
    const { tx, network, subject, options } = scope;
    const { id, starterId } = subject.cop;
    if (!hasLeft(options)) return; // what else keeps them out, their answer says
    if ((await memberships.mark(tx, network, id, [starterId], 'joining', 'left')) === 0) return;
    await windUp(scope, subject.cop, [{ id: starterId, role: 'facilitator' }]);
  },
});
