/** For administrators, on Discord: the server roles that go with the roles of CoPs. */
import { type NetworkRole, type RoleKey, rolesWith } from '../domain/core-role.ts';
import { type Button, type Card, type FormOf, joined, text } from '../platform/card.ts';
import { nameOf } from './role.ts';

export const serverRolesButton: Button = { label: 'Server roles…', does: { command: 'role server', options: {} } };

const whyNot = {
  'by anybody': 'Discord itself gives that role out, to an app or to boosters. Please choose another.',
  'by the presser': 'You can give or take only roles below your own, and need Manage Roles for it.',
  untold: "Discord hasn't told me just now who may give that role. Please try again in a moment.",
} as const;

/** `why`: the server role that was chosen for `chosen`, or the one before, isn't to be given. */
export const serverRoleForm = (
  own: readonly NetworkRole[],
  { chosen, why }: { readonly chosen?: RoleKey; readonly why?: keyof typeof whyNot } = {},
): FormOf<'role server'> => ({
  title: 'Server roles',
  intro: text`Whoever carries a role in a CoP is given the server role that goes with it, for as long as they carry it. I can only give roles that stand below mine.`,
  fields: [
    {
      kind: 'choice',
      name: 'role',
      label: 'Role in a CoP',
      required: true,
      choices: rolesWith(own).map(role => ({ value: role.key, label: nameOf(role) })),
      ...(chosen && { value: chosen }),
    },
    {
      kind: 'server-role',
      name: 'server',
      label: 'Server role',
      hint: 'Leave it empty for none',
      ...(why && { error: whyNot[why] }),
    },
  ],
  submit: 'Save',
  does: { command: 'role server', options: {} },
});

export function serverRolesCard(chosen: ReadonlyMap<RoleKey, string>, own: readonly NetworkRole[]): Card {
  const names = rolesWith(own)
    .filter(role => chosen.has(role.key))
    .map(nameOf);
  return {
    title: text`Server roles`,
    body: [
      {
        kind: 'text',
        text:
          names.length > 0
            ? text`Whoever carries one of these in a CoP is given the server role that you chose for it: ${joined(names, ', ')}.`
            : text`No role in a CoP goes with a server role. Whoever was given one for it loses it.`,
      },
    ],
    buttons: [serverRolesButton],
  };
}
