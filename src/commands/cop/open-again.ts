import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { manners } from '../../domain/platforms.ts';
import { compared } from '../../domain/words.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import {
  bringItBackCard,
  deletedForGoodCard,
  notClosedCard,
  opensAgainCard,
  opensAnewCard,
  opensHereCard,
} from '../../messages/reopening.ts';
import * as closedCops from '../../store/closed-cops.ts';
import * as closings from '../../store/closings.ts';
import * as cops from '../../store/cops.ts';
import type { Tx } from '../../store/engine.ts';
import * as posts from '../../store/posts.ts';
import { command, consequence } from '../command.ts';
import { post, reopenSpace } from '../effects.ts';
import { neverCameToBe } from './not-started.ts';
import { rebuild } from './rebuild.ts';
import { reopen } from './reopen.ts';
import { libraryGone } from './space-gone.ts';

/** A bot can't bring back what is archived: where it is, somebody there does, or it lives on in a new space. Where a space is only quiet, it is opened. */
export const openCopAgain = command({
  name: 'cop reopen',
  summary: 'Open a CoP again that was closed',
  options: { cop: { kind: 'cop', summary: 'Which one; leave it out to choose', suggests: true } },
  about: 'cop',
  may: ['facilitator', 'former-facilitator', 'support'],
  in: 'any CoP',
  amongClosed: true,
  answers: 'privately',

  async suggest({ reader, network, workspace, actor }, _option, typed) {
    if (!network || !actor) return [];
    const all = await closedCops.reopenable(reader, network, workspace, actor.id);
    return all
      .filter(({ name }) => compared(name).includes(compared(typed)))
      .map(({ id, name }) => ({ value: id, label: name }));
  },

  async run({ tx, subject: { cop }, actor, now, after }) {
    if (cop.state !== 'closed') return { say: notClosedCard(cop) };
    const taken = await isTaken(tx, cop);
    if (manners[workspaceOf(cop.workspace).platform].channelsEnd === 'archived') {
      const closing = await closings.of(tx, cop.networkId, cop.id);
      if (closing?.space !== 'left')
        return { say: (await isDeleted(tx, cop)) ? deletedForGoodCard(cop, taken) : bringItBackCard(cop, taken) };
      await reopen({ tx, now, after }, cop);
      return { say: opensHereCard(cop, taken) };
    }
    after(lane.cop(cop.id), reopenSpace(cop), {
      onFailure: { command: 'cop space-lost', options: { cop: cop.id, by: actor.id } },
    });
    return { say: opensAgainCard(cop, taken) };
  },
});

const isTaken = async (tx: Tx, cop: Cop) => (await cops.byName(tx, cop.networkId, cop.name)) !== undefined;

/** Those who facilitate it were told so since it was last opened again. */
async function isDeleted(tx: Tx, { networkId, id }: Cop): Promise<boolean> {
  const last = async (message: 'cop-deleted' | 'cop-lives-on') =>
    (await posts.copiesOf(tx, networkId, message, { kind: 'cop', id })).at(-1)?.effectId ?? '';
  return (await last('cop-deleted')) > (await last('cop-lives-on'));
}

/** In a new space, with everybody and all that was in it. */
export const openAnew = command({
  name: 'cop rebuild',
  summary: 'Open a CoP again in a new space',
  typedAs: 'cop reopen',
  about: 'cop',
  may: ['facilitator', 'former-facilitator', 'support'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { cop } = scope.subject;
    if (cop.state !== 'closed') return { say: notClosedCard(cop) };
    return { say: opensAnewCard(await rebuild(scope, cop, scope.actor.id)) };
  },
});

/** Its space was deleted, now or long ago. */
export const spaceLost = consequence({
  name: 'cop space-lost',
  summary: 'The space of a CoP that is opened again is not there any more',
  about: 'cop',

  async run(scope) {
    const { cop } = scope.subject;
    const by = scope.options.by;
    if (cop.state !== 'closed') return;
    if (scope.options.reason === 'gone' && scope.options.whose === 'place') {
      await libraryGone(scope, cop);
      await rebuild(scope, cop, by);
    } else scope.after(lane.person(by), post(cop, 'not-reopened', by, { kind: 'cop', id: cop.id }));
  },
});

/** It is closed as before, called as it was, and since when it was, with its people and its library, and whoever had asked in. */
export const notReopened = consequence({
  name: 'cop not-reopened',
  summary: 'The new space of a CoP could not be made',
  about: 'cop',

  async run({ tx, subject: { cop }, options, now, after }) {
    if (cop.state !== 'starting') return;
    const closedAt = Number(options.closed) || now;
    const still: Cop = {
      ...cop,
      name: options.called ?? cop.name,
      state: 'closed',
      closedAt,
      spaceId: cop.formerSpaceId,
    };
    await cops.save(tx, still);
    await neverCameToBe({ tx, now, after }, still);
    const by = options.by;
    after(lane.person(by), post(cop, 'not-reopened', by, { kind: 'cop', id: cop.id }));
  },
});
