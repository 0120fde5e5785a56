/** To who carries a role: taking it up, sharing it, and the kind question when a term is over. */
import type { Cop } from '../domain/cop.ts';
import type { CarriedRole, Role } from '../domain/core-role.ts';
import type { Known } from '../domain/person.ts';
import { type Button, type Card, type FormOf, type Text, text } from '../platform/card.ts';
import { all, who } from './people.ts';
import { type Carrying, lineOf, nameOf, seeRoles, stepBackButton } from './role.ts';

/** A role somebody carries or carried, for the cards that ask them about it. */
export interface CarriedRoleView {
  readonly carried: CarriedRole;
  readonly cop: Cop;
  readonly role: Role;
  readonly carrier: Known;
}

/** How long: asked of who volunteers and of who shares a role. */
export function takeUpForm(
  cop: Cop,
  role: Role,
  carriers: readonly Pick<Carrying, 'person'>[],
): FormOf<'role volunteer'> {
  const shared = carriers.length > 0;
  const others = all(carriers.map(one => who(one.person, cop)));
  return {
    title: shared ? 'Share it' : 'Volunteer',
    intro: shared
      ? text`**${nameOf(role)}** of **${cop.name}**, together with ${others}: ${lineOf(role)}`
      : text`**${nameOf(role)}** of **${cop.name}**: ${lineOf(role)}`,
    fields: [
      {
        kind: 'choice',
        name: 'term',
        label: 'For how long?',
        hint: 'You can step back at any time.',
        choices: [
          { value: 'open', label: 'Until I step back' },
          { value: 'three-months', label: 'For three months' },
        ],
        value: 'open',
      },
    ],
    submit: shared ? 'Share it' : 'Volunteer',
    does: { command: 'role volunteer', options: { cop: cop.id, role: role.key } },
  };
}

/** To who has taken it up, with `others` or alone. */
export function takenUpCard(
  { carried, cop, role }: Omit<CarriedRoleView, 'carrier'>,
  others: readonly Pick<Carrying, 'person'>[],
): Card {
  const name = nameOf(role);
  const with_ = all(others.map(one => who(one.person, cop)));
  const { endsAt } = carried;
  const open =
    others.length > 0
      ? text`You share **${name}** in **${cop.name}** with ${with_} now, until you step back. Thank you.`
      : text`You carry **${name}** in **${cop.name}** now, until you step back. Thank you.`;
  const until = { at: endsAt ?? 0 };
  const term =
    others.length > 0
      ? text`You share **${name}** in **${cop.name}** with ${with_} until ${until}; then I'll ask whether you'd like to go on. Thank you.`
      : text`You carry **${name}** in **${cop.name}** until ${until}; then I'll ask whether you'd like to go on. Thank you.`;
  const forATerm: Button = {
    label: 'Just for three months',
    does: { command: 'role go-on', options: { carried: carried.id } },
  };
  return {
    body: [{ kind: 'text', text: endsAt === undefined ? open : term }],
    buttons: endsAt === undefined ? [stepBackButton(carried), forATerm] : [stepBackButton(carried)],
  };
}

/** To those who carried it before. */
export const sharedRoleCard = ({ cop, role, carrier }: CarriedRoleView): Card => ({
  body: [
    {
      kind: 'text',
      text: text`${who(carrier, cop)} shares **${nameOf(role)}** in **${cop.name}** with you from now on. A word between you, and you know who does what.`,
    },
  ],
  buttons: [seeRoles(cop)],
});

/** The kind question when a term is over, and what became of it. */
export function termCard({ carried, cop, role, carrier }: CarriedRoleView, now: number): Card {
  const name = nameOf(role);
  const { endsAt, endedAt } = carried;
  const settled = (words: Text, buttons: readonly Button[]): Card => ({
    body: [{ kind: 'text', text: words }],
    buttons,
  });
  if (endedAt !== undefined && endedAt === cop.closedAt)
    return settled(
      text`**${cop.name}** was closed on ${{ at: endedAt }}, and its roles ended with it. Thank you for carrying **${name}**.`,
      [],
    );
  if (endedAt !== undefined && !carrier.role)
    return settled(
      text`You are no longer in **${cop.name}**, so you carry **${name}** no longer. Thank you for carrying it.`,
      [],
    );
  if (endedAt !== undefined)
    return settled(
      text`You stepped back from **${name}** in **${cop.name}** on ${{ at: endedAt }}. Thank you for carrying it.`,
      [seeRoles(cop)],
    );
  if (endsAt === undefined)
    return settled(text`You carry **${name}** in **${cop.name}** until you step back. Thank you.`, [
      stepBackButton(carried),
    ]);
  if (endsAt > now)
    return settled(
      text`You carry **${name}** in **${cop.name}** until ${{ at: endsAt }}; then I'll ask whether you'd like to go on. Thank you.`,
      [stepBackButton(carried)],
    );
  return {
    body: [
      {
        kind: 'text',
        text: text`You took up **${name}** in **${cop.name}** for three months, and they are over. Thank you for carrying it. Would you like to go on?`,
      },
      {
        kind: 'text',
        tone: 'quiet',
        text: text`Either is fine. If you don't answer, it simply stays with you.`,
      },
    ],
    buttons: [
      {
        label: 'Go on for three months',
        does: { command: 'role go-on', options: { carried: carried.id } },
        style: 'primary',
      },
      stepBackButton(carried),
    ],
  };
}
