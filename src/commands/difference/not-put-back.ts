import type { PersonId } from '../../domain/ids.ts';
import * as memberships from '../../store/memberships.ts';
import { consequence } from '../command.ts';
import { windUp } from '../membership/go-out.ts';

/** They can't be brought in again: they have left for good. */
export const notPutBack = consequence({
  name: 'difference not-put-back',
  summary: 'Somebody who could not be brought in again',
  about: 'difference',

  async run(scope) {
    const { tx, network, subject, options } = scope;
    const was = subject.difference.people.find(one => one.id === (options.person as PersonId));
    if (!was || (await memberships.mark(tx, network, subject.cop.id, [was.id], 'joining', 'left')) === 0) return;
    await windUp(scope, subject.cop, [was]);
  },
});
