import type { Cop } from '../../domain/cop.ts';
import { offeredFrom } from '../../domain/core-role.ts';
import * as clocks from '../../store/clocks.ts';
import type { Tx } from '../../store/engine.ts';
import { consequence } from '../command.ts';
import { reviseWelcome } from './taking-up.ts';

export const offerFromMonthThree = (tx: Tx, cop: Cop) =>
  clocks.set(tx, cop, {
    about: { kind: 'cop', id: cop.id },
    step: 'offers',
    dueAt: offeredFrom(cop),
    does: { command: 'role offers-begin', options: { cop: cop.id } },
  });

/** What nobody carries is named in the welcome, from now on. */
export const offersBegin = consequence({
  name: 'role offers-begin',
  summary: 'A CoP is old enough for its open roles to be offered',
  about: 'cop',

  async run({ subject: { cop }, after }) {
    if (cop.state === 'open') reviseWelcome(after, cop);
  },
});
