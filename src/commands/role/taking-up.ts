/** What taking up a role is, however it comes about: by oneself, beside others, or with a yes to who suggested it. */
import type { Cop } from '../../domain/cop.ts';
import { type CarriedRole, type Term, takenUp } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import type { CarriedRoleId, NetworkId, PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import * as clocks from '../../store/clocks.ts';
import * as coreRoles from '../../store/core-roles.ts';
import type { Reader, Tx } from '../../store/engine.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import type { Scope } from '../command.ts';
import { post, reviseCopies, serverRolesFollow } from '../effects.ts';

/** The role as this person finds it: offered, and not theirs already. */
export async function vacant(
  reader: Reader,
  network: NetworkId,
  cop: Cop,
  key: string | undefined,
  person: PersonId,
): Promise<coreRoles.Vacancy> {
  const vacancy = await coreRoles.vacancy(reader, network, cop, key ?? '', person);
  if (!vacancy) throw new Refusal('role-gone', {});
  const mine = vacancy.carriers.find(one => one.person.id === person);
  if (mine) throw new Refusal('carried-already', { cop, role: vacancy.role, since: mine.carried.since });
  return vacancy;
}

type Working = Pick<Scope<unknown>, 'tx' | 'network' | 'now' | 'newId' | 'after'>;

export async function takeUp(
  { tx, network, now, newId, after }: Working,
  cop: Cop,
  { role, carriers }: Pick<coreRoles.Vacancy, 'role' | 'carriers'>,
  personId: PersonId,
  term: Term,
): Promise<CarriedRole> {
  const id = newId<CarriedRoleId>();
  const carried = takenUp({ id, networkId: network, copId: cop.id, personId, role: role.key }, term, now);
  if (!(await coreRoles.add(tx, carried))) throw new Refusal('role-gone', {});
  await askAtItsEnd(tx, cop, carried);
  reviseWelcome(after, cop);
  for (const { person } of carriers)
    after(lane.person(person.id), post(cop, 'role-shared', person.id, { kind: 'carried-role', id }));
  return carried;
}

/** By themselves, and so whoever had them in mind for it has their answer. */
export async function volunteer(scope: Working, cop: Cop, vacancy: coreRoles.Vacancy, person: PersonId, term: Term) {
  const carried = await takeUp(scope, cop, vacancy, person, term);
  const { tx, network, now, after } = scope;
  if (!vacancy.asked) return carried;
  for (const { id, suggesterId } of await suggestions.settle(tx, network, { id: vacancy.asked }, 'accepted', now)) {
    const about = { kind: 'role-suggestion', id } as const;
    after(lane.person(person), reviseCopies(cop, 'role-suggestion', about));
    after(lane.person(suggesterId), post(cop, 'role-suggestion-answered', suggesterId, about));
  }
  return carried;
}

/** Where it is for a term: one that begins anew moves the question to its own end. `dueAt`: where it can't be asked then. */
export async function askAtItsEnd(
  tx: Tx,
  cop: Cop,
  { id, endsAt, personId }: CarriedRole,
  dueAt = endsAt,
): Promise<void> {
  if (dueAt === undefined) return;
  await clocks.set(tx, cop, {
    about: { kind: 'carried-role', id },
    step: 'term',
    dueAt,
    does: { command: 'role term-over', options: { carried: id } },
    minding: personId,
  });
}

/** Who carries what stands in the welcome, and shows in the server roles where an administrator has chosen some. */
export function reviseWelcome(after: Scope<unknown>['after'], cop: Pick<Cop, 'id' | 'networkId' | 'workspace'>): void {
  after(lane.cop(cop.id), reviseCopies(cop, 'cop-welcome', { kind: 'cop', id: cop.id }));
  after(lane.workspace(cop.workspace), serverRolesFollow(cop));
}
