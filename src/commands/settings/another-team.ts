/** Another channel was chosen for the Support Team. */
import type { Inhabitant } from '../../platform/chat-platform.ts';
import * as settings from '../../store/settings.ts';
import type { Scope } from '../command.ts';
import { takerMoved } from '../first-conversation/taker-moved.ts';

/** Who is in it is the Support Team; where that hasn't been told yet, nobody, and a look finds them. */
export async function anotherTeam(
  { person, ...working }: Pick<Scope<unknown>, 'tx' | 'network' | 'workspace' | 'now' | 'after' | 'person'>,
  people: readonly Inhabitant[] | undefined,
): Promise<void> {
  const { tx, network, workspace, now } = working;
  const before = await settings.supportPeople(tx, network, workspace);
  await settings.leaveSupport(tx, network, workspace);
  if (!people) return;
  const here = await Promise.all(people.map(async one => (await person(one)).id));
  for (const one of here) await settings.joinSupport(tx, network, workspace, one, now);
  const came = here.filter(one => !before.includes(one));
  const went = before.filter(one => !here.includes(one));
  for (const one of [...came, ...went]) await takerMoved(working, one);
}
