import { dataCard, isLong } from '../../messages/person.ts';
import * as cops from '../../store/cops.ts';
import { heldOf } from '../../store/held-of.ts';
import { command } from '../command.ts';
import { sendOnce } from '../send-once.ts';
import { partsOf } from './parts.ts';

/** What doesn't fit on a card comes as a file: the workspace's first CoP stands for where it is sent from. */
export const showData = command({
  name: 'person data',
  summary: 'What is held about you, in words, for you alone',
  about: 'network',
  may: ['anyone'],
  in: 'no CoP',
  answers: 'privately',

  async run({ tx, network, workspace, actor, after }) {
    const parts = partsOf(await heldOf(tx, network, actor.id, few));
    const cop = isLong(parts) ? await cops.anyIn(tx, network, workspace) : undefined;
    if (cop) await sendOnce({ tx, after }, cop, 'person', actor.id);
    return { say: dataCard(parts, cop !== undefined) };
  },
});

const few = 3;
