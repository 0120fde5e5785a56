import { reservedCard } from '../../messages/meetings.ts';
import * as meetings from '../../store/meetings.ts';
import { command } from '../command.ts';

export const reserveCalling = command({
  name: 'meeting reserve',
  summary: 'Choose whether every member calls meetings, or only facilitators',
  typedAs: 'meeting list',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async run({ tx, network, subject: { cop }, options }) {
    const by = options.by === 'facilitators' ? 'facilitators' : undefined;
    await meetings.setCalledBy(tx, network, cop.id, by);
    return { say: reservedCard(cop, by) };
  },
});
