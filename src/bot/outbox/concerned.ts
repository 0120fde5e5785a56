/** Who has to do with a record that a message tells of, as far as it shows in their Home. */
import type { About } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Reader, Tx } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as conversations from '../../store/first-conversations.ts';
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
async function deciding(tx: Tx, { id, networkId, workspace }: Within): Promise<readonly PersonId[]> {
  const facilitators = await facilitating.ofCop(tx, networkId, id, workspace);
  return [...facilitators.map(one => one.id), ...(await settings.supportPeople(tx, networkId, workspace))];
}

type Kind = About['kind'];
type Shown<K extends Kind> = (
  tx: Tx,
  cop: Within,
  about: Extract<About, { readonly kind: K }>,
) => Promise<readonly PersonId[]>;

const nobodys = async () => [];

/** To whom a record of each kind is shown there for as long as it waits: who asked, who was asked, and who decides. */
const shownTo: { readonly [K in Kind]: Shown<K> } = {
  'join-request': async (tx, cop, about) => [...(await asking(tx, cop, about)), ...(await deciding(tx, cop))],
  async nomination(tx, { networkId }, { id }) {
    const found = await nominations.withCop(tx, networkId, id);
    return found ? [found.nomination.nomineeId, found.nomination.nominatorId] : [];
  },
  async 'role-suggestion'(tx, { networkId }, { id }) {
    const found = await suggestions.withCop(tx, networkId, id);
    return found ? [found.suggestion.personId] : [];
  },
  async invitation(tx, { networkId }, { id }) {
    const found = await invitations.withCop(tx, networkId, id);
    return found ? [found.invitation.inviteeId] : [];
  },
  async 'first-conversation'(tx, { networkId, workspace }, { id }) {
    const found = await conversations.withCop(tx, networkId, id);
    const team = await settings.supportPeople(tx, networkId, workspace);
    return found ? [found.conversation.personId, ...team] : team;
  },
  cop: nobodys,
  document: nobodys,
  'carried-role': nobodys,
  difference: nobodys,
  'stand-in': nobodys,
  meeting: nobodys,
  effect: nobodys,
};

export const concerned = (tx: Tx, cop: Within, about: About): Promise<readonly PersonId[]> =>
  (shownTo[about.kind] as Shown<Kind>)(tx, cop, about);
