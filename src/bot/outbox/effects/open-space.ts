import { needFacilitator } from '../../../commands/cop/need-facilitator.ts';
import { post, reviseCopies } from '../../../commands/effects.ts';
import { offerFromMonthThree } from '../../../commands/role/offers-begin.ts';
import { type Cop, spaceNameOf } from '../../../domain/cop.ts';
import { lane } from '../../../domain/effect.ts';
import type { Known } from '../../../domain/person.ts';
import { workspaceOf } from '../../../domain/workspace.ts';
import { topicOf } from '../../../messages/cop.ts';
import * as cops from '../../../store/cops.ts';
import type { Tx } from '../../../store/engine.ts';
import * as conversations from '../../../store/first-conversations.ts';
import * as libraries from '../../../store/libraries.ts';
import * as memberships from '../../../store/memberships.ts';
import * as posts from '../../../store/posts.ts';
import * as spaces from '../../../store/spaces.ts';
import { accountOf } from '../../addresses.ts';
import { wishing } from '../../wishes.ts';
import { everybody } from '../concerned.ts';
import { type Doing, forAll } from '../doing.ts';
import { findOrDo } from '../find-or-do.ts';
import { purposeHere } from './describe-space.ts';

export const openSpace: Doing<'open-space'> = {
  toOne: forAll,
  concerns: everybody,
  step: 'space',
  echoes: 'people',

  async perform(stage) {
    const { bot, cop } = stage;
    const { db } = bot.store;
    const all = await memberships.everybody(db, cop.networkId, cop.id, cop.workspace);
    const accounts = (role: Known['role']) =>
      all.filter(one => one.role === role).flatMap(one => accountOf(one, cop) ?? []);
    const space = await findOrDo(stage, 'open-space', {
      workspace: workspaceOf(cop.workspace),
      name: spaceNameOf(cop),
      topic: topicOf(cop),
      purpose: await purposeHere(stage),
      facilitators: accounts('facilitator'),
      members: accounts('member'),
      others: channels => spaces.spacesAmong(db, cop.workspace, channels),
    });
    return async (tx, wishes) => {
      const current = await cops.lock(tx, cop.networkId, cop.id);
      if (!current) return;
      await leaveFormer(tx, current);
      await offerFromMonthThree(tx, cop);
      const open = { ...current, state: 'open', spaceId: space.id, spaceName: space.name } as const;
      await cops.save(tx, open);
      const working = { tx, now: stage.now, after: wishing(wishes, stage.now) };
      await needFacilitator(working, open);
      const talk = await conversations.lastOf(tx, cop.networkId, cop.id);
      if (talk) {
        const about = { kind: 'first-conversation', id: talk.id } as const;
        wishing(wishes, stage.now)(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about));
      }
      if (stage.effect.error?.kind === 'forbidden' && current.formerSpaceId === undefined)
        wishing(wishes, stage.now)(
          lane.person(cop.starterId),
          post(cop, 'cop-ready', cop.starterId, { kind: 'cop', id: cop.id }),
        );
    };
  },
};

/** What stands in the space that it had before is nobody's to keep up to date any more, once there is a new one. */
async function leaveFormer(tx: Tx, { networkId: network, id, workspace, formerSpaceId: former }: Cop): Promise<void> {
  if (former === undefined) return;
  await posts.forgetIn(tx, network, workspace, former);
  await libraries.unpin(tx, network, id);
}
