import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { countsFrom } from '../../domain/stand-in.ts';
import * as audit from '../../store/audit.ts';
import * as clocks from '../../store/clocks.ts';
import * as differences from '../../store/differences.ts';
import * as facilitating from '../../store/facilitating.ts';
import { idsFrom } from '../../store/ids.ts';
import * as requests from '../../store/join-requests.ts';
import * as memberships from '../../store/memberships.ts';
import * as posts from '../../store/posts.ts';
import * as settings from '../../store/settings.ts';
import * as unattended from '../../store/unattended.ts';
import type { Scope } from '../command.ts';
import { post, postToSupport, reviseCopies } from '../effects.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after'>;

/** Nobody looks after it any more: the Support Team hears of it, or, where there is none, its members are asked, and whoever started it. Who has asked to join hears that it waits. */
export async function needFacilitator(working: Working, cop: Cop): Promise<void> {
  const { tx, now, after } = working;
  if (cop.state !== 'open') return;
  const { networkId: network, id, workspace } = cop;
  if ((await facilitating.ofCop(tx, network, id, workspace)).length > 0) return;
  if (!(await unattended.leftAlone(tx, network, id, now))) return;
  await tellWhoAsked(working, cop);
  const { supportChannel } = await settings.of(tx, network, workspace);
  if (supportChannel === undefined) return askMembers(working, cop);
  after(lane.workspace(workspace), postToSupport(cop, 'needs-facilitator', { kind: 'cop', id }));
  await clocks.set(tx, cop, {
    about: { kind: 'cop', id },
    step: 'nobody-yet',
    dueAt: countsFrom({ createdAt: now }),
    does: { command: 'stand-in nobody-yet', options: { cop: id } },
  });
}

/** They were told that it goes to those who look after it. */
async function tellWhoAsked({ tx, after }: Working, cop: Cop): Promise<void> {
  for (const request of await requests.waiting(tx, cop.networkId, cop.id)) {
    const about = { kind: 'join-request', id: request.id } as const;
    const [told] = await posts.copiesOf(tx, cop.networkId, 'join-request-unreached', about);
    const { personId } = request;
    after(
      lane.person(personId),
      told ? reviseCopies(cop, 'join-request-unreached', about) : post(cop, 'join-request-unreached', personId, about),
    );
  }
}

/** By one post in the space; where nobody is in it, an administrator hears so, who may look after it. */
export async function askMembers(working: Working, cop: Cop): Promise<void> {
  const { tx, now, after } = working;
  const { networkId: network, id } = cop;
  const isEmpty = (await memberships.everybody(tx, network, id, cop.workspace)).length === 0;
  if (isEmpty) return tellIsEmpty(working, cop);
  if (!(await unattended.membersAsked(tx, network, id, now))) return;
  const about = { kind: 'cop', id } as const;
  after(lane.cop(id), post(cop, 'who-looks-after-it', 'space', about));
  after(lane.workspace(cop.workspace), reviseCopies(cop, 'needs-facilitator', about));
  await askStarter(working, cop);
}

async function tellIsEmpty(working: Working, cop: Cop): Promise<void> {
  const { tx } = working;
  const { networkId: network, workspace } = cop;
  const { supportChannel } = await settings.of(tx, network, workspace);
  const admin = supportChannel === undefined && (await audit.lastActor(tx, network, workspace, 'settings choose'));
  if (admin) await tellOnce(working, cop, 'needs-facilitator', admin);
  if (admin !== cop.starterId) await askStarter(working, cop);
}

/** Whoever started it, unless they read it in the space, or facilitated it themselves until now. */
async function askStarter(working: Working, cop: Cop): Promise<void> {
  const { networkId: network, id, starterId } = cop;
  const starter = await memberships.of(working.tx, network, id, starterId);
  const open = await differences.openOf(working.tx, network, id, 'people');
  const takesItBack = open?.people.some(one => one.id === starterId);
  if (starter?.state !== 'member' && !takesItBack) await tellOnce(working, cop, 'starter-asked', starterId);
}

/** Since nobody looks after it: whoever has read so is told nothing twice, and reads how it stands. */
async function tellOnce(
  { tx, after }: Working,
  cop: Cop,
  message: 'starter-asked' | 'needs-facilitator',
  person: PersonId,
): Promise<void> {
  const about = { kind: 'cop', id: cop.id } as const;
  const since = cop.unattendedSince === undefined ? undefined : idsFrom(cop.unattendedSince);
  const copies = await posts.copiesOf(tx, cop.networkId, message, about);
  const isTold = since !== undefined && copies.some(one => one.effectId > since);
  after(lane.person(person), isTold ? reviseCopies(cop, message, about) : post(cop, message, person, about));
}

/** Somebody came into one that nobody looks after, where there may have been nobody to ask: they are, unless it is the Support Team's to do so first. */
export async function askWhoCameIn(working: Working, cop: Cop): Promise<void> {
  const { tx, after } = working;
  if (cop.unattendedSince === undefined || cop.state !== 'open') return;
  const about = { kind: 'cop', id: cop.id } as const;
  after(lane.workspace(cop.workspace), reviseCopies(cop, 'needs-facilitator', about));
  const { supportChannel } = await settings.of(tx, cop.networkId, cop.workspace);
  const isTheirs = supportChannel !== undefined && (await clocks.dueAt(tx, cop.networkId, about, 'nobody-yet'));
  if (!isTheirs) await askMembers(working, cop);
}
