/** How far a CoP's start has come, and what it waits for. */
import { workspaceOf } from '../../domain/workspace.ts';
import { progressCard } from '../../messages/cop.ts';
import type { Card } from '../../platform/card.ts';
import * as effects from '../../store/effects.ts';
import { standingBefore } from '../../store/in-line.ts';
import { askedToFacilitate } from './besides.ts';
import { lineOf, progressOf } from './how-far.ts';
import type { Drawing } from './render.ts';

export async function started(drawing: Drawing): Promise<Card> {
  const { bot, reader, cop, effect, now } = drawing;
  const batch = await effects.ofBatch(reader, effect.batch);
  const paced = bot.paced(workspaceOf(cop.workspace).platform);
  const [first] = batch;
  const kinds = paced.flatMap(one => one.kinds);
  const others = first ? await standingBefore(reader, cop.workspace, first.id, kinds) : [];
  return progressCard({
    ...progressOf(cop, batch, bot.stepOf),
    line: lineOf(batch, others, paced, now),
    asked: await askedToFacilitate(drawing),
  });
}
