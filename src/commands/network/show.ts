import type { CopId, WorkspaceKey } from '../../domain/ids.ts';
import { stageCalled } from '../../domain/stage.ts';
import { mostWaiting, networkCard } from '../../messages/network.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as reminders from '../../store/reminders.ts';
import * as stages from '../../store/stages.ts';
import * as unanswered from '../../store/unanswered.ts';
import { command, type Scope } from '../command.ts';

const most = 8;

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
    const waits = isFirst
      ? await waiting({ tx, network, workspace, actor, now })
      : { alone: [], requests: [], talks: [] };
    const view = {
      stage,
      now,
      isFurther: behind !== undefined,
      cops: shown.map(one => ({ ...one, facilitators: facilitators.get(one.cop.id) ?? [] })),
      more: found.length > most ? shown.at(-1)?.cop.id : undefined,
      ...waits,
    };
    return { say: networkCard(view) };
  },
});

/** As many as are shown, and one more where there are more. */
async function waiting({
  tx,
  network,
  workspace,
  actor,
  now,
}: Pick<Scope<unknown>, 'tx' | 'network' | 'actor' | 'now'> & { readonly workspace: WorkspaceKey }) {
  const many = mostWaiting + 1;
  return {
    alone: await stages.pageOfStage(tx, network, workspace, { stage: 'alone', behind: undefined, most: many, now }),
    requests: await reminders.knownToSupport(tx, network, actor.id, many),
    talks: await unanswered.talksFor(tx, network, actor.id, many),
  };
}
