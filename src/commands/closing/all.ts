/** How a CoP is closed, from when that is announced. */
import { changeKept, closeCop } from './close.ts';
import { callOffClosing, chooseSpaceEnd, goOnClosing, waitWithClosing } from './wait.ts';
import { beNamed, haveHarvest } from './wish.ts';

export const closing = [
  closeCop,
  changeKept,
  waitWithClosing,
  goOnClosing,
  callOffClosing,
  haveHarvest,
  beNamed,
  chooseSpaceEnd,
];
