import type { Cop } from '../domain/cop.ts';
import type { Button } from '../platform/card.ts';
import { spaceOf } from './people.ts';

/** What can be done in a CoP, by whoever is in it. */
function doable({ id }: Pick<Cop, 'id'>) {
  const options = { cop: id };
  return {
    library: { label: 'Library', does: { command: 'document list', options } },
    invite: { label: 'Invite', does: { command: 'cop invite', options } },
    share: { label: 'Share', does: { command: 'cop share', options } },
    roles: { label: 'Roles', does: { command: 'role show', options } },
    edit: { label: 'Edit', does: { command: 'cop edit', options } },
    add: { label: 'Add to the library', does: { command: 'document add', options } },
    tidy: { label: 'Tidy the library', does: { command: 'document review', options } },
    statement: { label: 'Core statement', does: { command: 'cop statement', options } },
    chat: { label: 'Ask for a chat', does: { command: 'first-conversation ask', options } },
    leave: { label: 'Leave', does: { command: 'membership leave', options } },
    facilitators: { label: 'Facilitators', does: { command: 'facilitator show', options } },
  } as const satisfies Readonly<Record<string, Button>>;
}

export function facilitating(cop: Cop) {
  const { library, invite, share, roles, edit, add, tidy, statement, chat, facilitators } = doable(cop);
  return { buttons: [library, invite, share, roles, edit], menu: [add, tidy, statement, chat, facilitators] };
}

export function taking(cop: Cop) {
  const { library, share, roles, add, statement, chat, facilitators, leave } = doable(cop);
  return { buttons: [library, share, roles], menu: [add, statement, chat, facilitators, leave] };
}

/** In a direct message a command is the second way: a button stands beside each that is named. */
export const libraryButton = (cop: Cop): Button => doable(cop).library;
export const rolesButton = (cop: Pick<Cop, 'id'>): Button => doable(cop).roles;
export const shareButton = (cop: Cop, label: string): Button => ({ ...doable(cop).share, label });
export const facilitatorsButton = (cop: Cop): Button => doable(cop).facilitators;
export const editButton = (cop: Cop): Button => doable(cop).edit;
export const chatButton = (cop: Cop): Button => doable(cop).chat;
export const homeButton: Button = { label: 'What waits for you', does: { command: 'home show', options: {} } };

/** The way there, once there is a space. */
export function spaceButton(cop: Pick<Cop, 'workspace' | 'spaceId'>, label = 'Open the space'): readonly Button[] {
  const channel = spaceOf(cop);
  return channel ? [{ label, goesTo: channel }] : [];
}

export const inviteButton = (cop: Cop): Button => ({
  label: 'Invite people',
  does: { command: 'cop invite', options: { cop: cop.id } },
});
