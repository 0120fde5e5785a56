/** Core roles as offers: what each is, who carries it, and what members say to that. */
import type { Cop } from '../domain/cop.ts';
import { type CarriedRole, type CoreRole, isCoreRole, isOver, type Role } from '../domain/core-role.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Known } from '../domain/person.ts';
import { type Block, type Button, type Card, type Form, joined, type Text, text } from '../platform/card.ts';
import { all, who } from './people.ts';

const five: { readonly [R in CoreRole]: { readonly name: Text; readonly line: Text } } = {
  'agenda-activist': { name: text`Agenda Activist`, line: text`Asks what we should talk about next.` },
  'critical-friend': { name: text`Critical Friend`, line: text`Says kindly what isn't working.` },
  'social-reporter': { name: text`Social Reporter`, line: text`Notes what we learned, for those who missed it.` },
  'external-messenger': {
    name: text`External Messenger`,
    line: text`Carries questions and lessons in and out, with consent.`,
  },
  'community-keeper': {
    name: text`Community Keeper`,
    line: text`Welcomes newcomers and notices who has gone quiet.`,
  },
};

const wordsOf = ({ key, own }: Role) =>
  isCoreRole(key) ? five[key] : { name: text`${own?.name ?? ''}`, line: text`${own?.line ?? ''}` };
export const nameOf = (role: Role): Text => wordsOf(role).name;
export const lineOf = (role: Role): Text => wordsOf(role).line;

export interface Carrying {
  readonly carried: Pick<CarriedRole, 'id' | 'role' | 'endsAt'>;
  readonly person: Known;
}

/** A role somebody carries or carried, for the cards that ask them about it. */
export interface CarriedRoleView {
  readonly carried: CarriedRole;
  readonly cop: Cop;
  readonly role: Role;
  readonly carrier: Known;
}

export interface RolesView {
  readonly cop: Cop;
  readonly reader: PersonId;
  readonly roles: readonly Role[];
  readonly carrying: readonly Carrying[];
  /** The first role that is shown. */
  readonly from: number;
  readonly admin: boolean;
  readonly now: number;
}

/** With what each row says and its two buttons, as many as fit on Discord. */
export const rolesOnCard = 5;

export function rolesCard(view: RolesView): Card {
  const { cop, roles, from, admin } = view;
  const intro: Block = {
    kind: 'text',
    tone: 'quiet',
    text: text`These are offers, never duties: take one up, share it, and step back whenever you like. A role may stay open, too.`,
  };
  const next = from + rolesOnCard;
  return {
    title: text`Roles in ${cop.name}`,
    body: [intro, ...roles.slice(from, next).map(role => roleRow(view, role))],
    buttons: [
      ...(next < roles.length ? [showButton(cop, 'More roles', next)] : []),
      ...(from > 0 ? [showButton(cop, 'Back to the first', 0)] : []),
      ...(admin ? [ownRolesButton] : []),
    ],
  };
}

function roleRow({ cop, reader, carrying, now }: RolesView, role: Role): Block {
  const carriers = carrying.filter(one => one.carried.role === role.key);
  const mine = carriers.find(one => one.person.id === reader);
  const named = joined(
    carriers.map(one => carrierWords(one, cop, now)),
    ', ',
  );
  const options = { cop: cop.id, role: role.key };
  return {
    kind: 'text',
    text:
      carriers.length > 0
        ? text`**${nameOf(role)}**\n${lineOf(role)}\nCarried by ${named}`
        : text`**${nameOf(role)}**\n${lineOf(role)}\nNobody carries it yet`,
    buttons: [
      mine ? stepBackButton(mine.carried) : takeUpButton(options, carriers.length > 0),
      { label: 'Suggest someone…', does: { command: 'role suggest', options } },
    ],
  };
}

const takeUpButton = (options: Readonly<Record<string, string>>, isCarried: boolean): Button =>
  isCarried
    ? { label: 'Share it', does: { command: 'role share', options } }
    : { label: 'Volunteer', does: { command: 'role volunteer', options } };

function carrierWords({ carried, person }: Carrying, cop: Cop, now: number): Text {
  if (carried.endsAt === undefined) return text`${who(person, cop)}`;
  if (isOver(carried, now)) return text`${who(person, cop)} (term over)`;
  return text`${who(person, cop)} until ${{ at: carried.endsAt }}`;
}

const showButton = (cop: Cop, label: string, from = 0): Button => ({
  label,
  does: { command: 'role show', options: { cop: cop.id, ...(from > 0 && { from: String(from) }) } },
});
const seeRoles = (cop: Cop): Button => showButton(cop, 'See the roles');

/** For who administers the workspace. */
export const ownRolesButton: Button = {
  label: "Your network's own roles",
  does: { command: 'role own', options: {} },
};

const stepBackButton = ({ id }: Pick<CarriedRole, 'id'>): Button => ({
  label: 'Step back',
  does: { command: 'role step-back', options: { carried: id } },
});

/** How long: asked of who volunteers and of who shares a role. */
export function takeUpForm(cop: Cop, role: Role, carriers: readonly Pick<Carrying, 'person'>[]): Form {
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
    does: { command: shared ? 'role share' : 'role volunteer', options: { cop: cop.id, role: role.key } },
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
export function termCard({ carried, cop, role }: CarriedRoleView, now: number): Card {
  const name = nameOf(role);
  const { endsAt, endedAt } = carried;
  const settled = (words: Text, buttons: readonly Button[]): Card => ({
    body: [{ kind: 'text', text: words }],
    buttons,
  });
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

/** What the welcome in the space says of roles: who carries what, and what is there to take up. */
export function rosterBlocks(
  cop: Cop,
  roles: readonly Role[],
  carrying: readonly Carrying[],
  open: readonly Role[],
): readonly Block[] {
  const lines = roles.flatMap(role => {
    const carriers = carrying.filter(one => one.carried.role === role.key).map(one => who(one.person, cop));
    return carriers.length > 0 ? [text`${nameOf(role)}: ${all(carriers)}`] : [];
  });
  const roster: Block = { kind: 'text', text: text`**Who carries what**\n${joined(lines, '\n')}` };
  const [one, other] = open;
  return [
    ...(lines.length > 0 ? [roster] : []),
    ...(one ? [{ kind: 'text' as const, text: offerWords(one, other) }] : []),
  ];
}

const offerWords = (one: Role, other: Role | undefined): Text =>
  other
    ? text`Nobody carries **${nameOf(one)}** or **${nameOf(other)}** yet. If one of them is for you, **/cop roles** says what it is and takes you on.`
    : text`Nobody carries **${nameOf(one)}** yet. If it is for you, **/cop roles** says what it is and takes you on.`;

export const roleRefusals = {
  carried: (cop: Cop, role: Role, since: number): Card => ({
    body: [
      {
        kind: 'text',
        text: text`You carry **${nameOf(role)}** in **${cop.name}** already, since ${{ at: since }}. Thank you.`,
      },
    ],
    buttons: [seeRoles(cop)],
  }),
  ended: ({ endedAt, since }: CarriedRole): Text =>
    text`You carry this no longer, since ${{ at: endedAt ?? since }}, so there's nothing left for you to do.`,
  gone: text`That role isn't offered here any more. **/cop roles** shows those that are.`,
  stillCarried: (role: Role): Text =>
    text`Somebody still carries **${nameOf(role)}**, so it stays for now. Once they have stepped back, you can remove it.`,
  tooMany: (most: number): Text =>
    text`Your network has ${most} roles of its own already; more would be hard to choose from. Remove one that nobody carries first.`,
} as const;
