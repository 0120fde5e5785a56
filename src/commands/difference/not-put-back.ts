import { consequence } from '../command.ts';
import { neverGotIn } from '../membership/go-out.ts';

/** They can't be brought in again: they have left for good. */
export const notPutBack = consequence({
  name: 'difference not-put-back',
  summary: 'Somebody who could not be brought in again',
  about: 'difference',

  async run(scope) {
    const { subject, options } = scope;
    if (subject.difference.people.some(one => one.id === options.person))
      await neverGotIn(scope, subject.cop, options.person);
  },
});
