/** To who has invited people: what became of each of them. */
import type { Cop } from '../domain/cop.ts';
import { type Card, type Text, text, type Who } from '../platform/card.ts';
import { inviteButton } from './doable.ts';
import { all, space } from './people.ts';

/** What became of the people somebody named. */
export interface Outcome {
  readonly asked: readonly { who: Who }[];
  readonly letIn: readonly { who: Who }[];
  readonly alreadyIn: readonly { who: Who }[];
  readonly alreadyAsked: readonly { who: Who }[];
  readonly bots: readonly { who: Who }[];
  readonly gone: readonly { who: Who }[];
  readonly elsewhere: readonly { who: Who }[];
  /** Of those who are asked. */
  readonly guests: readonly { who: Who }[];
  /** As typed, beginning with `@`. */
  readonly unknown: readonly string[];
}

/** Few are named, many are counted. */
const few = 5;

export function invitedCard(cop: Cop, outcome: Outcome): Card {
  const { asked, letIn, alreadyIn, alreadyAsked, bots, gone, elsewhere, guests, unknown } = outcome;
  const lines: Text[] = [
    ...told(
      asked,
      named =>
        text`${named}: asked privately. I'll tell you if they say no; if they say yes, you'll find them in ${space(cop)}.`,
      many => text`${many} people are asked privately. Whoever says yes is in ${space(cop)} at once.`,
    ),
    ...told(
      letIn,
      named => text`${named}: had already asked to join, so that's a yes; being let in now.`,
      many => text`${many} people had already asked to join, so that's a yes; they are being let in now.`,
    ),
    ...told(
      alreadyIn,
      named => text`${named}: already in.`,
      many => text`${many} people are already in.`,
    ),
    ...told(
      alreadyAsked,
      named => text`${named}: already invited, and the answer is still to come. Nobody is asked twice.`,
      many => text`${many} people are already invited, and their answers are still to come. Nobody is asked twice.`,
    ),
    ...told(
      guests,
      named => text`${named}: a guest here. If they say yes, an administrator has to let them in; I can't.`,
      many => text`${many} of them are guests here. If they say yes, an administrator has to let them in; I can't.`,
    ),
    ...told(
      gone,
      named => text`${named}: no longer here, so not asked.`,
      many => text`${many} of them are no longer here, so not asked.`,
    ),
    ...told(
      elsewhere,
      named => text`${named}: of another workspace, so not asked: whoever joins has an account in this one.`,
      many => text`${many} of them are of another workspace, so not asked: whoever joins has an account in this one.`,
    ),
    ...told(
      bots,
      named => text`${named}: a bot. A community is for people.`,
      many => text`${many} of them are bots. A community is for people.`,
    ),
  ];
  if (unknown.length > 0)
    lines.push(
      text`I don't know who ${unknown.slice(0, few).join(', ')} is. Type **@** and choose from the list that opens, or use ${{ slash: 'cop invite' }} alone for a form.`,
    );
  const isNobody = lines.length === 0;
  if (isNobody)
    lines.push(
      text`Nobody was named, so nobody was asked. ${{ slash: 'cop invite' }} alone opens a form to choose from.`,
    );
  return {
    title: text`Invitations to ${cop.name}`,
    body: lines.map(words => ({ kind: 'text', text: words })),
    buttons: unknown.length > 0 || isNobody ? [inviteButton(cop)] : [],
  };
}

function told(
  people: readonly { who: Who }[],
  named: (names: Text) => Text,
  counted: (many: number) => Text,
): readonly Text[] {
  if (people.length === 0) return [];
  return [people.length > few ? counted(people.length) : named(all(people))];
}
