import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import * as cops from '../../store/cops.ts';
import * as statements from '../../store/statements.ts';
import { stillAsked } from '../../store/still-asked.ts';
import type { Scope } from '../command.ts';
import { describeSpace, renameSpace, reviseCopies } from '../effects.ts';
import { retellSupport } from '../first-conversation/retell.ts';

type Rewording = Pick<Scope<unknown>, 'tx' | 'actor' | 'now' | 'after'>;

/**
 * A CoP gets other words, whoever found them: its history keeps the statement, the welcome says them and so do its cards in other
 * channels, what is asked about it calls it as it is called now, and its own channel follows in a lane of its own, since a platform
 * may let its name and topic be changed only after a while. Whether there is a channel to follow.
 */
export async function reword({ tx, actor, now, after }: Rewording, cop: Cop, edited: Cop): Promise<boolean> {
  await cops.save(tx, edited);
  const restated = edited.statement !== cop.statement;
  if (restated) await statements.add(tx, cop, { words: edited.statement, by: actor.id, at: now });
  const described = restated || edited.domain !== cop.domain || edited.name !== cop.name;
  if (described) retellSupport({ after }, edited);
  if (edited.name !== cop.name) await askByItsName({ tx, after }, edited);
  if (!described || cop.spaceId === undefined) return false;
  const about = { kind: 'cop', id: cop.id } as const;
  after(lane.cop(cop.id), reviseCopies(edited, 'cop-welcome', about));
  after(lane.workspace(cop.workspace), reviseCopies(edited, 'cop-invitation', about));
  after(lane.name(cop.id), edited.slug === cop.slug ? describeSpace(edited) : renameSpace(edited));
  return true;
}

/** What somebody was asked about it, and has yet to answer, stands before them under its old name. */
async function askByItsName({ tx, after }: Pick<Rewording, 'tx' | 'after'>, cop: Cop): Promise<void> {
  const theirs = lane.workspace(cop.workspace);
  for (const one of await stillAsked(tx, cop.networkId, cop.id)) after(theirs, reviseCopies(cop, one.kind, one));
}
