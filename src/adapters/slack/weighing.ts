/** Who gave it: their name and language, and whether they administer the workspace, where that matters. Slack's payloads don't tell. */
import type { CommandSpec, Invocation } from '../../platform/chat-platform.ts';
import type { NamedLater } from './named-later.ts';
import { adminBelievedMs, type Profile, type Profiles, soonTold } from './profiles.ts';
import { isFromElsewhere } from './whose.ts';

interface Weighing {
  readonly team: string;
  readonly botUserId: string;
  readonly specs: ReadonlyMap<string, CommandSpec>;
  readonly about: Profiles;
  readonly later: NamedLater;
}

const weighs = ({ specs }: Weighing, { command }: Invocation): boolean => specs.get(command)?.weighsAdmin === true;

export async function weighed(desk: Weighing, invocation: Invocation): Promise<Invocation> {
  const { about } = desk;
  const { id } = invocation.by;
  const profile = await soonTold(about(id, weighs(desk, invocation) ? adminBelievedMs : undefined));
  if (!profile) desk.later.untold(invocation, id);
  return by(desk, invocation, profile);
}

/** Without a call. */
export const asKnown = (desk: Weighing, invocation: Invocation): Invocation =>
  by(desk, invocation, desk.about.known(invocation.by.id, weighs(desk, invocation) ? adminBelievedMs : undefined));

function by(desk: Weighing, invocation: Invocation, profile: Profile | undefined): Invocation {
  const { handle, ...by } = invocation.by;
  return {
    ...invocation,
    by: {
      ...by,
      ...(profile?.name ? { name: profile.name } : handle && { handle }),
      ...(weighs(desk, invocation) && { admin: profile ? profile.admin : 'not-told' }),
    },
    ...(profile?.locale && { locale: profile.locale }),
  };
}

/** More are not asked for one by one while somebody waits. */
const mostNamed = 10;

/**
 * Who was chosen or typed: Slack tells their ids, and perhaps their handles. What it tells of them in time stands with them. Its list shows
 * people of another team, too, with whom a channel is shared: they can be brought in no more than a guest can.
 */
export async function withPeople(
  { about, later, team, botUserId }: Pick<Weighing, 'about' | 'later' | 'team' | 'botUserId'>,
  invocation: Invocation,
  named: readonly string[],
): Promise<Invocation> {
  const ids = [...new Set(named)];
  const soon = ids.length > mostNamed ? [] : await Promise.all(ids.map(id => soonTold(about(id))));
  const told = await Promise.all(
    ids.map(async (id, n) => {
      const profile = soon[n];
      if (!profile) {
        later.untold(invocation, id);
        return [];
      }
      const elsewhere = await isFromElsewhere({ team, botUserId, about }, profile);
      return [[id, { ...profile, elsewhere, guest: profile.guest || elsewhere }] as const];
    }),
  );
  const people = { ...invocation.people, ...Object.fromEntries(told.flat()) };
  return Object.keys(people).length > 0 ? { ...invocation, people } : invocation;
}
