import { hasLeft } from '../../domain/trouble.ts';
import { consequence } from '../command.ts';
import { neverGotIn } from '../membership/go-out.ts';

/** Whoever started it was gone before they could be let in: nobody facilitates it, and somebody is looked for. */
export const starterGone = consequence({
  name: 'cop starter-gone',
  summary: 'Whoever started a CoP, and was gone before they were in it',
  about: 'cop',

  async run(scope) {
    const { cop } = scope.subject;
    if (!hasLeft(scope.options)) return; // what else keeps them out, their answer says
    await neverGotIn(scope, cop, cop.starterId);
  },
});
