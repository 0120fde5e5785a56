import { foundCard, notYetFoundCard } from '../../messages/newcomer.ts';
import { command } from '../command.ts';
import { turnTo } from './turn-to.ts';

/** Nobody is told, and nothing is kept of it. */
export const foundIt = command({
  name: 'newcomer found',
  summary: 'Say that you found in a CoP what you came for',
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',
  reads: true,

  async run({ subject: { cop } }) {
    return { say: foundCard(cop) };
  },
});

export const notYetFound = command({
  name: 'newcomer not-yet',
  summary: 'Say that you have not found in a CoP what you came for, and hear whom you can turn to',
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',
  reads: true,

  async run({ tx, subject: { cop }, actor }) {
    return { say: notYetFoundCard(cop, await turnTo(tx, cop, actor.id)) };
  },
});
