import { who } from '../../messages/people.ts';
import { spreadCard } from '../../messages/share.ts';
import * as facilitating from '../../store/facilitating.ts';
import { command } from '../command.ts';

export const spreadWord = command({
  name: 'cop spread',
  summary: 'How to bring somebody into your CoP: invite them, or share it',
  typedAs: 'cop share',
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',
  reads: true,

  async run({ tx, network, subject: { cop, role }, pageOf }) {
    const facilitators = await facilitating.ofCop(tx, network, cop.id, cop.workspace);
    const named = facilitators.map(one => who(one, cop));
    return { say: spreadCard(cop, role === 'facilitator', named, pageOf(cop)) };
  },
});
