import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import * as cops from '../../store/cops.ts';
import * as statements from '../../store/statements.ts';
import type { Scope } from '../command.ts';
import { describeSpace, renameSpace, reviseCopies } from '../effects.ts';
import { retellSupport } from '../first-conversation/retell.ts';

type Rewording = Pick<Scope<unknown>, 'tx' | 'actor' | 'now' | 'after'>;

/**
 * A CoP gets other words, whoever found them: its history keeps the statement, the welcome says them and so do its cards in other channels, and its own channel follows in a lane
 * of its own, since a platform may let its name and topic be changed only after a while. Whether there is a channel to follow.
 */
export async function reword({ tx, actor, now, after }: Rewording, cop: Cop, edited: Cop): Promise<boolean> {
  await cops.save(tx, edited);
  const restated = edited.statement !== cop.statement;
  if (restated) await statements.add(tx, cop, { words: edited.statement, by: actor.id, at: now });
  const described = restated || edited.domain !== cop.domain || edited.name !== cop.name;
  if (described) retellSupport({ after }, edited);
  if (!described || cop.spaceId === undefined) return false;
  const about = { kind: 'cop', id: cop.id } as const;
  after(lane.cop(cop.id), reviseCopies(edited, 'cop-welcome', about));
  after(lane.workspace(cop.workspace), reviseCopies(edited, 'cop-invitation', about));
  after(lane.name(cop.id), edited.slug === cop.slug ? describeSpace(edited) : renameSpace(edited));
  return true;
}
