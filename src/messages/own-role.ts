/** For administrators: the roles that a network adds to the five. */
import { limits, type NetworkRole, type RoleFault } from '../domain/core-role.ts';
import type { WorkspaceKey } from '../domain/ids.ts';
import { manners } from '../domain/platforms.ts';
import { workspaceOf } from '../domain/workspace.ts';
import {
  type AtMostFive,
  type Block,
  type Button,
  type Card,
  type Field,
  type FormOf,
  type Text,
  text,
} from '../platform/card.ts';
import { serverRolesButton } from './server-role.ts';

const addButton: Button = { label: 'Add a role…', does: { command: 'role add', options: {} } };

/** `on`: where it is read. `said`: what has just happened. */
export function ownRolesCard(roles: readonly NetworkRole[], from: number, on: WorkspaceKey, said?: Text): Card {
  const next = from + ownOnCard;
  const intro: Block = {
    kind: 'text',
    text:
      roles.length > 0
        ? text`Besides the five core roles, every CoP of your network offers these:`
        : text`Every CoP of your network offers the five core roles. You can add your own: a Value Detective, say, who finds what it was all worth.`,
  };
  const more: Button = { label: 'More roles', does: { command: 'role own', options: { from: String(next) } } };
  return {
    title: text`Your network's own roles`,
    body: [
      ...(said ? [{ kind: 'text' as const, text: said }] : []),
      intro,
      ...roles.slice(from, next).map(
        (role): Block => ({
          kind: 'text',
          text: text`**${role.name}**\n${role.line}`,
          buttons: [
            { label: 'Change…', does: { command: 'role rename', options: { role: role.id } } },
            { label: 'Remove', does: { command: 'role remove', options: { role: role.id } } },
          ],
        }),
      ),
    ],
    buttons: [
      ...(roles.length < limits.own ? [addButton] : []),
      ...(next < roles.length ? [more] : []),
      ...(manners[workspaceOf(on).platform].serverRoles ? [serverRolesButton] : []),
    ],
  };
}

const ownOnCard = 6;

export const ownRoleSaid = {
  added: ({ name }: NetworkRole): Text => text`**${name}** is offered from now on, in every CoP of your network.`,
  changed: ({ name }: NetworkRole): Text => text`**${name}** reads like this from now on.`,
  removed: ({ name }: NetworkRole): Text => text`**${name}** isn't offered any more.`,
} as const;

const nameFaults: { readonly [F in RoleFault]: string } = {
  empty: 'Give it a name that people will recognise.',
  'too-long': 'That is longer than 40 characters; a shorter one is easier to remember.',
  taken: 'There is a role of that name already. Choose another.',
};
const lineFaults: { readonly [F in RoleFault]: string } = {
  empty: 'Say in a few words what somebody in this role does.',
  'too-long': 'That is longer than 120 characters; one line is enough.',
  taken: '',
};

interface Values {
  readonly name?: string;
  readonly line?: string;
}

const fields = (
  values: Values,
  faults: { readonly name?: RoleFault; readonly line?: RoleFault },
): AtMostFive<Field<'name' | 'line'>> => [
  {
    kind: 'words',
    name: 'name',
    label: 'Name',
    hint: 'Short and plain: Value Detective',
    required: true,
    max: limits.name,
    ...(values.name && { value: values.name }),
    ...(faults.name && { error: nameFaults[faults.name] }),
  },
  {
    kind: 'words',
    name: 'line',
    label: 'What do they do?',
    hint: 'One line: Finds what it was all worth.',
    required: true,
    max: limits.line,
    ...(values.line && { value: values.line }),
    ...(faults.line && { error: lineFaults[faults.line] }),
  },
];

export const addRoleForm = (values: Values = {}, faults: Parameters<typeof fields>[1] = {}): FormOf<'role add'> => ({
  title: 'Add a role',
  intro: text`Every CoP of your network offers it then, besides the five.`,
  fields: fields(values, faults),
  submit: 'Add it',
  does: { command: 'role add', options: {} },
});

export const renameRoleForm = (
  role: NetworkRole,
  values: Values = role,
  faults: Parameters<typeof fields>[1] = {},
): FormOf<'role rename'> => ({
  title: 'Change the role',
  intro: text`Whoever carries it goes on; what it is called changes everywhere.`,
  fields: fields(values, faults),
  submit: 'Save',
  does: { command: 'role rename', options: { role: role.id } },
});
