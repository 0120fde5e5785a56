/** Who has to do with a record that a message tells of, as far as it shows in their Home. */
import type { About } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Reader, Tx } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as memberships from '../../store/memberships.ts';
import * as nominations from '../../store/nominations.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import * as settings from '../../store/settings.ts';
import type { Within } from './doing.ts';

export const everybody = async (tx: Tx, cop: Within): Promise<readonly PersonId[]> =>
  (await memberships.everybody(tx, cop.networkId, cop.id, cop.workspace)).map(one => one.id);

export async function asking(tx: Tx, { networkId }: Within, about: About): Promise<readonly PersonId[]> {
  if (about.kind !== 'join-request') return [];
  const found = await joinRequests.withCop(tx, networkId, about.id);
  return found ? [found.request.personId] : [];
}

/** Who came in, by a request or an invitation. */
export async function newcomer(reader: Reader, { networkId }: Within, about: About): Promise<PersonId | undefined> {
  if (about.kind === 'join-request') return (await joinRequests.withCop(reader, networkId, about.id))?.request.personId;
  if (about.kind !== 'invitation') return undefined;
  return (await invitations.withCop(reader, networkId, about.id))?.invitation.inviteeId;
}

/** The facilitators, and the Support Team, who may have been told that it waits. */
export async function deciding(tx: Tx, { id, networkId, workspace }: Within): Promise<readonly PersonId[]> {
  const facilitators = await facilitating.ofCop(tx, networkId, id, workspace);
  return [...facilitators.map(one => one.id), ...(await settings.supportPeople(tx, networkId, workspace))];
}

export async function asked(tx: Tx, { networkId }: Within, about: About): Promise<readonly PersonId[]> {
  if (about.kind === 'role-suggestion') {
    const found = await suggestions.withCop(tx, networkId, about.id);
    return found ? [found.suggestion.personId] : [];
  }
  if (about.kind !== 'nomination') return [];
  const found = await nominations.withCop(tx, networkId, about.id);
  return found ? [found.nomination.nomineeId, found.nomination.nominatorId] : [];
}
