/** Who gave it: their name and language, and whether they administer the workspace, where that matters. Slack's payloads don't tell. */
import type { CommandSpec, Invocation } from '../../platform/chat-platform.ts';
import { adminBelievedMs, type Profile, type Profiles, soonTold } from './profiles.ts';

interface Weighing {
  readonly specs: ReadonlyMap<string, CommandSpec>;
  readonly about: Profiles;
}

const weighs = ({ specs }: Weighing, { command }: Invocation): boolean => specs.get(command)?.weighsAdmin === true;

export async function weighed(desk: Weighing, invocation: Invocation): Promise<Invocation> {
  const { about } = desk;
  const { id } = invocation.by;
  return by(desk, invocation, await soonTold(about(id, weighs(desk, invocation) ? adminBelievedMs : undefined)));
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
