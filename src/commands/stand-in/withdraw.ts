import { command } from '../command.ts';
import { takeBack } from './take-back.ts';

export const withdrawStandIn = command({
  name: 'stand-in withdraw',
  summary: 'Take back that you would look after a CoP',
  about: 'stand-in',
  may: ['its-author'],
  in: 'any CoP',
  answers: 'privately',
  run: takeBack,
});
