import { termOf } from '../../domain/core-role.ts';
import { takenUpCard, takeUpForm } from '../../messages/carried-role.ts';
import { command, somebody } from '../command.ts';
import { vacant, volunteer } from './taking-up.ts';

export const volunteerForRole = command({
  name: 'role volunteer',
  summary: 'Take up a role in your CoP, alone or with others, for a while or until you step back',
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'privately',
  asksUnless: 'term', // said already, by the button

  async form({ reader, subject: { cop }, actor, options }) {
    const { role, carriers } = await vacant(reader, cop.networkId, cop, options.role, somebody(actor).id);
    return takeUpForm(cop, role, carriers);
  },

  async run(scope) {
    const { tx, network, subject, actor, options } = scope;
    const { cop } = subject;
    const vacancy = await vacant(tx, network, cop, options.role, actor.id);
    const carried = await volunteer(scope, cop, vacancy, actor.id, termOf(options.term));
    return { say: takenUpCard({ carried, cop, role: vacancy.role }, vacancy.carriers) };
  },
});
