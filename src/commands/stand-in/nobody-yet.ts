import { consequence } from '../command.ts';
import { askMembers } from '../cop/need-facilitator.ts';

/** The Support Team was told, and nobody was found in two days: the members are asked all the same. */
export const nobodyYet = consequence({
  name: 'stand-in nobody-yet',
  summary: 'Nobody looks after a CoP yet',
  about: 'cop',
  evenAtRest: true,

  async run(scope) {
    const { cop } = scope.subject;
    if (cop.state === 'open') await askMembers(scope, cop);
  },
});
