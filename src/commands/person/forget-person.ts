import { type Lane, lane } from '../../domain/effect.ts';
import type { EffectId, PersonId } from '../../domain/ids.ts';
import * as cops from '../../store/cops.ts';
import { erase } from '../../store/erasing.ts';
import * as forgotten from '../../store/forgotten.ts';
import * as homes from '../../store/homes.ts';
import * as memberships from '../../store/memberships.ts';
import type { Scope } from '../command.ts';
import { forget, showHomeOf } from '../effects.ts';
import { depart } from '../membership/go-out.ts';

export type Forgetting = Pick<Scope<unknown>, 'tx' | 'network' | 'workspace' | 'now' | 'after' | 'newId' | 'markOf'>;

/**
 * Out of every CoP now, also of those that are closed, with all that hangs on that; and once the platforms have let them go, out of every table. Until then their
 * account has to be known. Where there is no CoP at all, nothing has to be left first.
 */
export async function forgetPerson(scope: Forgetting, person: PersonId): Promise<void> {
  const { tx, network, workspace, after } = scope;
  const before: EffectId[] = [];
  const noting: Forgetting['after'] = (where: Lane, effect, order) => {
    const id = after(where, effect, order);
    before.push(id);
    return id;
  };
  const mine = (await cops.ofPerson(tx, network, person)).map(({ cop }) => cop);
  const all = [...mine, ...(await cops.closedOf(tx, network, person))];
  for (const one of all.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const cop = await cops.locked(tx, one);
    if (!cop) continue;
    const they = await memberships.of(tx, network, cop.id, person);
    if (!they || they.state === 'left') continue; // they, or somebody else, were faster
    await depart({ ...scope, after: noting }, cop, person);
  }
  const from = all[0] ?? (await cops.anyIn(tx, network, workspace));
  if (!from) return forgetNow(scope, person);
  if ((await homes.toBeDrawn(tx, network, from.workspace, [person])).length > 0)
    noting(lane.home(person), showHomeOf(from, person), { follows: [...before] });
  after(lane.person(person), forget(from, person), { follows: before });
}

async function forgetNow({ tx, network, now, markOf }: Forgetting, person: PersonId): Promise<void> {
  const accounts = await forgotten.accountsOf(tx, network, person);
  await forgotten.add(
    tx,
    accounts.map(one => ({ hash: markOf(one.workspace, one.externalId), at: now })),
  );
  await erase(tx, network, person, now);
}
