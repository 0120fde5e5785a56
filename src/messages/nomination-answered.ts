/** What became of asking somebody to facilitate: to who asked, and in the space. */
import { isTogether } from '../domain/nomination.ts';
import { type Card, type Text, text } from '../platform/card.ts';
import { spaceButton } from './doable.ts';
import { askAnotherButton, facilitates, type NominationView } from './nomination.ts';
import { who } from './people.ts';

/** To the one who asked, and may have moved on meanwhile. */
export function nominationAnsweredCard(view: NominationView): Card {
  const { nomination, cop, nominator } = view;
  return {
    body: [{ kind: 'text', text: answer(view) }],
    buttons: [
      ...(nomination.state === 'accepted' || !facilitates(nominator) ? [] : [askAnotherButton(view)]),
      ...(nominator.role ? spaceButton(cop) : []),
    ],
  };
}

function answer(view: NominationView): Text {
  const { nomination, cop, nominee, nominator } = view;
  const { state } = nomination;
  const person = who(nominee, cop);
  if (!facilitates(nominator) && (state !== 'accepted' || isTogether(nomination) || !nominator.role))
    return answerWithout(view);
  if (state === 'withdrawn')
    return text`${person} is no longer in **${cop.name}**, so they need not answer whether they'd facilitate it. You go on as its facilitator, and can ask somebody else.`;
  if (isTogether(nomination))
    return state === 'accepted'
      ? text`${person} said yes and facilitates **${cop.name}** with you from now on. A word between you, and you know who does what.`
      : text`${person} can't facilitate **${cop.name}** with you just now. That is fine; perhaps somebody else would.`;
  return state === 'accepted'
    ? text`${person} said yes and now facilitates **${cop.name}**. You stay a member.`
    : text`${person} can't facilitate **${cop.name}** just now. You go on as its facilitator; nothing is lost, and you can ask somebody else when you've found them.`;
}

/** They don't go on with it, or are out of it. */
function answerWithout({ nomination: { state }, cop, nominee }: NominationView): Text {
  const person = who(nominee, cop);
  if (state === 'accepted') return text`${person} said yes and now facilitates **${cop.name}**.`;
  return state === 'withdrawn'
    ? text`${person} is no longer in **${cop.name}**, so they need not answer whether they'd facilitate it.`
    : text`${person} can't facilitate **${cop.name}** just now.`;
}

/** In the space, in one line. */
export const facilitatesNowCard = ({ nomination, cop, nominee, nominator }: NominationView): Card => ({
  body: [
    {
      kind: 'text',
      text: isTogether(nomination)
        ? facilitates(nominator)
          ? text`${who(nominee, cop)} facilitates **${cop.name}** together with ${who(nominator, cop)} from now on.`
          : text`${who(nominee, cop)} facilitates **${cop.name}** from now on.`
        : text`${who(nominee, cop)} facilitates **${cop.name}** from now on. Thank you, ${who(nominator, cop)}, for doing so until now.`,
    },
  ],
});
