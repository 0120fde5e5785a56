/** Core roles as offers: what each is, who carries it, and what members say to that. */
import type { Cop } from '../domain/cop.ts';
import { type CarriedRole, type CoreRole, isCoreRole, isOver, type Role } from '../domain/core-role.ts';
import type { OptionsOf } from '../domain/deed.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Known } from '../domain/person.ts';
import { isResting } from '../domain/rest.ts';
import { type Block, type Button, type Card, joined, type Text, text } from '../platform/card.ts';
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
    body: [...(cop.state === 'open' ? [intro] : []), ...roles.slice(from, next).map(role => roleRow(view, role))],
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
  const isOffered = cop.state === 'open';
  return {
    kind: 'text',
    text:
      carriers.length > 0
        ? text`**${nameOf(role)}**\n${lineOf(role)}\nCarried by ${named}`
        : text`**${nameOf(role)}**\n${lineOf(role)}\nNobody carries it at the moment`,
    buttons: [
      ...(mine ? [stepBackButton(mine.carried)] : isOffered ? [takeUpButton(options, carriers.length > 0)] : []),
      ...(isOffered ? [{ label: 'Suggest someone…', does: { command: 'role suggest', options } } as const] : []),
    ],
  };
}

const takeUpButton = (options: OptionsOf<'role volunteer'>, isCarried: boolean): Button =>
  isCarried
    ? { label: 'Share it', does: { command: 'role volunteer', options } }
    : { label: 'Volunteer', does: { command: 'role volunteer', options } };

function carrierWords({ carried, person }: Carrying, cop: Cop, now: number): Text {
  if (carried.endsAt === undefined) return text`${who(person, cop)}`;
  if (isResting(cop) && carried.endsAt <= now) return text`${who(person, cop)}`; // asked about it once it is awake
  if (isOver(carried, now)) return text`${who(person, cop)} (term over)`;
  return text`${who(person, cop)} until ${{ at: carried.endsAt }}`;
}

const showButton = (cop: Cop, label: string, from = 0): Button => ({
  label,
  does: { command: 'role show', options: { cop: cop.id, ...(from > 0 && { from: String(from) }) } },
});
export const seeRoles = (cop: Cop): Button => showButton(cop, 'See the roles');

/** For who administers the workspace. */
export const ownRolesButton: Button = {
  label: "Your network's own roles",
  does: { command: 'role own', options: {} },
};

export const stepBackButton = ({ id }: Pick<CarriedRole, 'id'>): Button => ({
  label: 'Step back',
  does: { command: 'role step-back', options: { carried: id } },
});

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
    ? text`Nobody carries **${nameOf(one)}** or **${nameOf(other)}** at the moment. If one of them is for you, ${{ slash: 'role show' }} shows what it involves, and you can take it up there.`
    : text`Nobody carries **${nameOf(one)}** at the moment. If it is for you, ${{ slash: 'role show' }} shows what it involves, and you can take it up there.`;

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
  gone: text`That role isn't offered here any more. ${{ slash: 'role show' }} shows those that are.`,
  stillCarried: (role: Role): Text =>
    text`Somebody still carries **${nameOf(role)}**, so it stays for now. Once they have stepped back, you can remove it.`,
  tooMany: (most: number): Text =>
    text`Your network has ${most} roles of its own already; more would be hard to choose from. Remove one that nobody carries first.`,
} as const;
