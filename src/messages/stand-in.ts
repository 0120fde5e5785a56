/** A CoP that nobody looks after: whoever can find somebody is asked, members offer themselves, and others may object. */
import type { Cop } from '../domain/cop.ts';
import type { Known } from '../domain/person.ts';
import type { StandIn } from '../domain/stand-in.ts';
import { type Block, type Button, type Card, type Text, text } from '../platform/card.ts';
import { about } from './cop.ts';
import { all, who } from './people.ts';

export interface StandInView {
  readonly standIn: StandIn;
  readonly cop: Cop;
  /** Who would. */
  readonly person: Known;
}

export interface LookedForView {
  readonly cop: Cop;
  /** Whose yes it takes, or who decides where somebody objects. */
  readonly decides: 'support' | 'admins';
  /** Those who carry a role first. */
  readonly members: readonly Known[];
  readonly membersAsked: boolean;
  /** Asked by a facilitator, and still to answer. */
  readonly nominees: readonly Known[];
  /** `counts`: from when on, unless somebody objects. */
  readonly offer: (Omit<StandInView, 'cop'> & { readonly counts: number }) | undefined;
  readonly facilitators: readonly Known[];
}

const shown = 20;
export const paragraph = (words: Text, tone?: 'quiet'): Block => ({ kind: 'text', text: words, ...(tone && { tone }) });

/** How it ended, where it has. */
function settled({ cop, facilitators }: LookedForView): Text | undefined {
  if (cop.state === 'closed') return text`**${cop.name}** is closed, so nobody has to look after it any more.`;
  if (cop.unattendedSince !== undefined) return undefined;
  const names = all(facilitators.map(one => who(one, cop)));
  return facilitators.length === 1
    ? text`${names} looks after **${cop.name}** now.`
    : text`${names} look after **${cop.name}** now.`;
}

/** To the Support Team; where nobody is in it and there is none, to an administrator. */
export function needsFacilitatorCard(view: LookedForView): Card {
  const { cop, members, nominees, decides, membersAsked } = view;
  const title = text`${cop.name} needs a facilitator`;
  const over = settled(view);
  if (over) return { title, body: [paragraph(text`That is settled. ${over}`)] };
  const named = members.slice(0, shown).map(one => who(one, cop));
  const facts = [
    ...about(cop),
    ...(named.length > 0 ? [{ label: 'Members', value: all(named) }] : []),
    ...(nominees.length > 0
      ? [{ label: 'Asked to facilitate it, and still to answer', value: all(nominees.map(one => who(one, cop))) }]
      : []),
  ];
  return {
    title,
    body: [paragraph(nobodyFacilitates(view)), { kind: 'facts', facts }, ...found(view)],
    buttons: members.length === 0 ? [stepsInButton(cop)] : membersAsked || decides === 'admins' ? [] : [askButton(cop)],
  };
}

function nobodyFacilitates({ cop, members, decides, offer }: LookedForView): Text {
  if (members.length === 0)
    return text`Nobody facilitates **${cop.name}** just now, and nobody is in it, so there is nobody to ask. Requests to join wait. Whoever presses **Look after it for now** comes into its space and has those requests; they can invite people, hand it over, or close it.`;
  if (decides === 'support')
    return text`Nobody facilitates **${cop.name}** just now. Could you find somebody with its members?`;
  return offer?.standIn.objectedAt === undefined
    ? text`Nobody facilitates **${cop.name}** just now. Somebody is in it, and is asked in its space who would look after it, so there's nothing you need to do.`
    : text`Nobody facilitates **${cop.name}** just now. Somebody is in it, and was asked in its space who would look after it.`;
}

function found(view: LookedForView): readonly Block[] {
  const { cop, members, offer, decides, membersAsked } = view;
  if (offer)
    return [
      paragraph(
        decides === 'support'
          ? text`${who(offer.person, cop)} would look after it, if you say yes.`
          : offerToAdmin(view, offer),
      ),
    ];
  return membersAsked && members.length > 0 && decides === 'support'
    ? [paragraph(text`Its members have been asked, in its space. I'll tell you here when somebody would.`, 'quiet')]
    : [];
}

/** The card is none to object on, nor to decide. */
function offerToAdmin({ cop }: LookedForView, { standIn, person, counts }: Offer): Text {
  const name = who(person, cop);
  if (standIn.objectedAt === undefined)
    return text`${name} would look after it, from ${{ at: counts, style: 'moment' }} on, unless somebody objects.`;
  return standIn.deciderId === undefined
    ? text`${name} would look after it, and somebody would rather have it decided. An administrator decides it in its space; or somebody else offers.`
    : text`${name} would look after it, and somebody would rather have it decided. An administrator is asked in a message of its own, with the buttons; or somebody else offers.`;
}

const askButton = (cop: Cop): Button => ({
  label: 'Ask its members',
  does: { command: 'stand-in ask', options: { cop: cop.id } },
  style: 'primary',
});
const stepsInButton = (cop: Cop, more: { readonly panel?: string } = {}): Button => ({
  label: 'Look after it for now',
  does: { command: 'stand-in step-in', options: { cop: cop.id, ...more } },
  style: 'primary',
});

/** For an administrator, among what waits for them; `more` goes along with its button. */
export const emptyBlock = (cop: Cop, more: { readonly panel?: string } = {}): Block => ({
  kind: 'text',
  text: text`Nobody is in **${cop.name}**, and nobody looks after it`,
  buttons: [stepsInButton(cop, more)],
});

/** To its members, in the space. */
export function whoLooksAfterItCard(view: LookedForView): Card {
  const { cop, offer, decides } = view;
  const title = text`Who would look after ${cop.name}?`;
  const over = settled(view);
  if (over) return { title, body: [paragraph(over)] };
  if (!offer)
    return {
      title,
      body: [
        paragraph(
          text`**${cop.name}** has no facilitator just now. Facilitating means welcoming people, saying yes or no to those who ask to join, and keeping the conversation going; an hour or two a month. Who would do it, even for a while? Requests to join wait meanwhile.`,
        ),
        paragraph(
          decides === 'support'
            ? text`Talk it over here. Whoever presses **I will** is offering; the Support Team then says yes.`
            : text`Talk it over here. Whoever presses **I will** is offering; it counts after two days, unless somebody objects.`,
          'quiet',
        ),
      ],
      buttons: [willButton(cop)],
    };
  return { title, body: [paragraph(offerLine(view, offer))], buttons: answersTo(view, offer) };
}

type Offer = NonNullable<LookedForView['offer']>;

function offerLine({ cop, decides }: LookedForView, { standIn, person, counts }: Offer): Text {
  const name = who(person, cop);
  if (decides === 'support')
    return text`${name} would look after **${cop.name}**. The Support Team has been asked for its yes.`;
  if (standIn.objectedAt !== undefined)
    return text`${name} would look after **${cop.name}**, and somebody would rather have it decided. That is now for an administrator to decide; or somebody else offers.`;
  return text`${name} would look after **${cop.name}**, from ${{ at: counts, style: 'moment' }} on. If you would rather have others decide, press **I object**: nobody is told that it was you.`;
}

function answersTo({ cop, decides }: LookedForView, { standIn }: Offer): readonly Button[] {
  if (decides === 'support') return [];
  if (standIn.objectedAt === undefined) return [objectButton(standIn)];
  const options = { standIn: standIn.id };
  return [
    willButton(cop),
    { label: 'Administrators: say yes', does: { command: 'stand-in accept', options } },
    { label: 'Administrators: somebody else', does: { command: 'stand-in decline', options } },
  ];
}

export const willButton = (cop: Cop): Button => ({
  label: 'I will',
  does: { command: 'stand-in offer', options: { cop: cop.id } },
  style: 'primary',
});
const objectButton = ({ id }: StandIn): Button => ({
  label: 'I object',
  does: { command: 'stand-in object', options: { standIn: id } },
});

/** To whoever started it, and isn't in it. */
export function starterAskedCard(view: LookedForView): Card {
  const { cop, members, offer, decides } = view;
  const title = text`Who would look after ${cop.name}?`;
  const over = settled(view);
  if (over) return { title, body: [paragraph(over)] };
  return {
    title,
    body: [
      paragraph(
        members.length === 0
          ? text`**${cop.name}**, which you started, has no facilitator just now, and nobody is in it. Requests to join wait. A word from you to somebody who could look after it would help.`
          : text`**${cop.name}**, which you started, has no facilitator just now. I've asked its members who would look after it, even for a while. A word from you to somebody who could would help.`,
      ),
      ...(offer ? [paragraph(offerLine(view, offer))] : []),
    ],
    buttons:
      offer && decides === 'admins' && offer.standIn.objectedAt === undefined ? [objectButton(offer.standIn)] : [],
  };
}

/** One line in the space; where it is drawn anew, nobody may facilitate it any more. */
export const looksAfterItCard = (cop: Cop, facilitators: readonly Known[]): Card => {
  if (facilitators.length === 0)
    return { body: [paragraph(text`**${cop.name}** was looked after again from then on.`)] };
  const names = all(facilitators.map(one => who(one, cop)));
  return {
    body: [
      paragraph(
        facilitators.length === 1
          ? text`${names} looks after **${cop.name}** from now on, and has the requests to join that waited.`
          : text`${names} look after **${cop.name}** from now on, and have the requests to join that waited.`,
      ),
    ],
  };
};
