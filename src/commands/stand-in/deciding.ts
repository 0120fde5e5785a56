/** Who says whether an offer to look after a CoP counts: the Support Team; where there is none, nobody for two days, or an administrator where somebody objects. */
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { EffectId } from '../../domain/ids.ts';
import type { AboutOf } from '../../domain/message.ts';
import { asksAdmin, asksBesidesFrom, opensAgain, type StandIn } from '../../domain/stand-in.ts';
import * as audit from '../../store/audit.ts';
import * as clocks from '../../store/clocks.ts';
import * as cops from '../../store/cops.ts';
import * as posts from '../../store/posts.ts';
import * as standIns from '../../store/stand-ins.ts';
import * as told from '../../store/told.ts';
import * as unattended from '../../store/unattended.ts';
import type { Scope } from '../command.ts';
import { post, postToSupport, reviseCopies } from '../effects.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'after'>;

/** Whoever is to decide has its card. Where the administrator isn't known, those who are press in the space. */
export async function askToDecide(
  working: Working,
  cop: Cop,
  standIn: StandIn,
  support: string | undefined,
): Promise<void> {
  if (support !== undefined) return askSupport(working, cop, standIn, support);
  const { deciderId: admin } = standIn;
  if (admin) working.after(lane.person(admin), post(cop, 'stand-in', admin, { kind: 'stand-in', id: standIn.id }));
}

export const askSupport = (working: Working, cop: Cop, { id }: StandIn, channel: string): Promise<void> =>
  inTheirChannel(working, cop, 'stand-in', { kind: 'stand-in', id }, channel);

/** The card stands in the Support Team's channel, once. */
async function inTheirChannel<M extends 'stand-in' | 'needs-facilitator'>(
  { tx, after }: Working,
  cop: Cop,
  message: M,
  about: AboutOf<M>,
  channel: string,
): Promise<void> {
  const theirs = lane.workspace(cop.workspace);
  const copies = await posts.copiesOf(tx, cop.networkId, message, about);
  if (copies.some(one => one.channelId === channel)) after(theirs, reviseCopies(cop, message, about));
  else if (!(await told.isUnderWay(tx, cop.networkId, theirs, message, about)))
    after(theirs, postToSupport(cop, message, about));
}

/** Whoever is of the Support Team reads it once more; after a week an administrator is asked as well, and who offered hears how it stands. */
export async function remindToDecide(
  working: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>,
  cop: Cop,
  standIn: StandIn,
  support: string,
): Promise<void> {
  const { tx, now, after } = working;
  const { networkId: network, workspace } = cop;
  const about = { kind: 'stand-in', id: standIn.id } as const;
  const copies = await posts.copiesOf(tx, network, 'stand-in', about);
  if (copies.some(one => one.channelId === support))
    after(lane.workspace(workspace), postToSupport(cop, 'stand-in', about));
  else await askSupport(working, cop, standIn, support);
  if (now < asksBesidesFrom(standIn)) return countsAt(tx, cop, standIn, asksBesidesFrom(standIn));
  const admin = await audit.lastActor(tx, network, workspace, 'settings choose');
  const follows: EffectId[] = []; // it says whether they could be asked
  if (admin && admin !== standIn.personId && standIn.deciderId === undefined) {
    await standIns.save(tx, asksAdmin(standIn, admin));
    follows.push(after(lane.person(admin), post(cop, 'stand-in', admin, about)));
  }
  after(lane.person(standIn.personId), post(cop, 'stand-in-answered', standIn.personId, about), { follows });
}

export async function countsAt(tx: Working['tx'], cop: Cop, { id }: Pick<StandIn, 'id'>, dueAt: number): Promise<void> {
  await clocks.set(tx, cop, {
    about: { kind: 'stand-in', id },
    step: 'counts',
    dueAt,
    does: { command: 'stand-in counts', options: { standIn: id } },
  });
}

/** Another channel was chosen for the Support Team, or none: what nobody looks after, and who has offered to, goes by that from now on. */
export async function decidedOtherwise(
  working: Pick<Scope<unknown>, 'tx' | 'network' | 'workspace' | 'now' | 'after'>,
  support: string | undefined,
  admin: StandIn['personId'],
): Promise<void> {
  const { tx, network, workspace, now, after } = working;
  for (const { id } of await unattended.inWorkspace(tx, network, workspace)) {
    const cop = await cops.lock(tx, network, id);
    if (cop?.unattendedSince === undefined || cop.state !== 'open') continue;
    const about = { kind: 'cop', id } as const;
    after(lane.cop(id), reviseCopies(cop, 'who-looks-after-it', about));
    if (support !== undefined) await inTheirChannel(working, cop, 'needs-facilitator', about, support);
    const standIn = await standIns.pendingOf(tx, network, id);
    if (!standIn) continue;
    await redrawForWhoOffered(working, cop, standIn);
    if (support !== undefined) await askSupport(working, cop, standIn, support);
    if (support !== undefined || standIn.objectedAt === undefined)
      await countsAt(tx, cop, standIn, opensAgain(standIn, now)); // a Support Team is reminded then
    else if (standIn.deciderId === undefined && standIn.personId !== admin) {
      const asked = asksAdmin(standIn, admin);
      await standIns.save(tx, asked);
      await askToDecide(working, cop, asked, support);
    }
  }
}

/** They were told that the Support Team is silent: who decides it now is another. */
async function redrawForWhoOffered({ tx, after }: Working, cop: Cop, { id, personId }: StandIn): Promise<void> {
  const about = { kind: 'stand-in', id } as const;
  if (await posts.copyTo(tx, cop.networkId, 'stand-in-answered', about, lane.person(personId)))
    after(lane.person(personId), reviseCopies(cop, 'stand-in-answered', about));
}
