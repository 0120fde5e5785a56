import { lane } from '../../domain/effect.ts';
import { goodInvites, type Settings } from '../../domain/settings.ts';
import * as clocks from '../../store/clocks.ts';
import * as cops from '../../store/cops.ts';
import { consequence, type Scope } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';

type Choosing = Pick<Scope<unknown>, 'tx' | 'network' | 'workspace' | 'after' | 'actor' | 'now'>;

/** Whoever was told that an invite ran out sees what became of that; and whoever has one made now hears when that one does. */
export async function anotherWayIn(
  { tx, network, workspace, after, actor, now }: Choosing,
  before: Pick<Settings, 'wayIn'>,
  { wayIn }: Pick<Settings, 'wayIn'>,
): Promise<void> {
  const cop = await cops.anyIn(tx, network, workspace);
  if (!cop) return;
  const about = { kind: 'cop', id: cop.id } as const;
  if (before.wayIn.kind === 'bot') {
    await clocks.stop(tx, network, about, 'invite');
    after(lane.workspace(workspace), reviseCopies(cop, 'invite-over', about));
  }
  const [first] = goodInvites(wayIn, now);
  if (!first) return;
  const does = { command: 'settings invite-over', options: { cop: cop.id, person: actor.id } } as const;
  await clocks.set(tx, cop, { about, step: 'invite', dueAt: first.until, does, minding: actor.id });
}

export const inviteOver = consequence({
  name: 'settings invite-over',
  summary: 'An invite for people from outside has run out: whoever had it made is offered a new one',
  about: 'cop',
  evenAtRest: true,

  async run({ subject: { cop }, settings: { wayIn }, options, after, now }) {
    const { person } = options;
    if (wayIn.kind !== 'bot' || goodInvites(wayIn, now).length > 0) return;
    after(lane.person(person), post(cop, 'invite-over', person, { kind: 'cop', id: cop.id }));
  },
});
