import { Refusal } from '../../domain/refusal.ts';
import { needsFacilitatorCard } from '../../messages/stand-in.ts';
import { command } from '../command.ts';
import { askMembers } from '../cop/need-facilitator.ts';
import { lookedFor } from './looked-for.ts';

/** The Support Team has the members asked, in the space. */
export const askTheMembers = command({
  name: 'stand-in ask',
  summary: 'Ask the members of a CoP who would look after it',
  about: 'cop',
  may: ['support'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, network, subject } = scope;
    const { cop } = subject;
    if (cop.unattendedSince === undefined) throw new Refusal('looked-after', { cop });
    await askMembers(scope, cop);
    return { say: needsFacilitatorCard(await lookedFor(tx, network, cop)) };
  },
});
