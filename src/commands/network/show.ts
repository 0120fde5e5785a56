import type { CopId } from '../../domain/ids.ts';
import { stageCalled } from '../../domain/stage.ts';
import { networkCard } from '../../messages/network.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as reminders from '../../store/reminders.ts';
import * as stages from '../../store/stages.ts';
import * as unanswered from '../../store/unanswered.ts';
import { command } from '../command.ts';

const most = 8;
const mostWaiting = 5;

/** What everybody may know of a CoP, and that something waits; never what was said or written in one. */
export const showNetwork = command({
  name: 'network show',
  summary: 'For the Support Team: all CoPs by stage, and what waits for you',
  about: 'network',
  may: ['support'],
  in: 'no CoP',
  answers: 'privately',

  async run({ tx, network, workspace, actor, options, now }) {
    const stage = stageCalled(options.stage);
    const behind = (options.behind || undefined) as CopId | undefined;
    const found = await stages.pageOfStage(tx, network, workspace, { stage, behind, most: most + 1, now });
    const shown = found.slice(0, most);
    const facilitators = await facilitating.ofCops(
      tx,
      network,
      shown.map(one => one.cop.id),
    );
    const isFirst = behind === undefined && stage === undefined;
    const requests = isFirst ? await reminders.knownToSupport(tx, network, actor.id, mostWaiting) : [];
    const asked = isFirst ? await unanswered.waitingFor(tx, network, actor.id, mostWaiting) : [];
    const view = {
      stage,
      now,
      cops: shown.map(one => ({ ...one, facilitators: facilitators.get(one.cop.id) ?? [] })),
      more: found.length > most ? shown.at(-1)?.cop.id : undefined,
      requests,
      talks: asked.filter(one => one.kind === 'first-conversation'),
    };
    return { say: networkCard(view) };
  },
});
