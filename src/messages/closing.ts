/** A CoP that is to be closed: what is asked of whom, and what its members read. */
import { type Closing, underWay } from '../domain/closing.ts';
import type { Cop } from '../domain/cop.ts';
import type { MembershipRole } from '../domain/membership.ts';
import type { Known } from '../domain/person.ts';
import { type Block, type Button, type Card, type Text, text } from '../platform/card.ts';
import { space, who } from './people.ts';

const line = (words: Text): Block => ({ kind: 'text', text: words });
const quiet = (words: Text): Block => ({ kind: 'text', text: words, tone: 'quiet' });

const about = (cop: Cop) => ({ cop: cop.id });
const callsOff = (cop: Cop, where: { readonly panel?: string } = {}): Button => ({
  label: 'Call it off',
  does: { command: 'closing call-off', options: { ...about(cop), ...where } },
});

/** To its facilitators, among what they can do. */
export const closeOrCallOffButton = (cop: Cop): Button =>
  cop.closesAt === undefined
    ? { label: 'Close it…', does: { command: 'cop close', options: { cop: cop.id } } }
    : callsOff(cop);

/** To who is in it, where they read that it is to be closed. `where`: pressed on the panel, it is answered there. */
export function whileItCloses(
  cop: Cop,
  role: MembershipRole,
  where: { readonly panel?: string } = {},
): readonly Button[] {
  if (cop.closesAt === undefined) return [];
  if (role === 'facilitator') return [callsOff(cop, where)];
  const does = { command: 'closing wait', options: { ...about(cop), ...where } } as const;
  return [{ label: 'Ask to wait with closing it', does }];
}

/** Below its name, in the directory. */
export const closesLine = (cop: Cop): Text =>
  cop.closesAt === undefined ? [] : text`\nIt is to be closed on ${{ at: cop.closesAt }}.`;
/** In a row of one's own. */
export const closesShort = (cop: Cop): Text =>
  cop.closesAt === undefined ? [] : text`, to be closed on ${{ at: cop.closesAt }}`;

/** To the facilitator. `deletes`: they chose that its space be deleted, and are asked once more. */
export const closesCard = (cop: Cop, closing: Closing, deletes: boolean): Card => ({
  title: text`${cop.name} is to be closed`,
  body: [
    line(
      closing.state === 'waits'
        ? text`Somebody has asked to wait, so no day is set. What is kept is noted.`
        : text`On ${{ at: closing.dueAt }}. I've told its members in ${space(cop)}; each can ask you to wait, choose to be named, and have what it leaves behind sent to them. You can call it off until then.`,
    ),
    ...(deletes
      ? [
          line(
            text`You chose to have its space deleted: all that was said in it, and every file, is gone for good then. Are you sure? Unless you say so, its members can still read it.`,
          ),
        ]
      : closing.space === 'deleted'
        ? [quiet(text`Its space is deleted then.`)]
        : []),
  ],
  buttons: [
    ...(deletes
      ? [
          {
            label: 'Yes, delete it then',
            does: { command: 'closing space', options: { cop: cop.id, space: 'deleted' } },
            style: 'danger',
          } as const,
        ]
      : closing.space === 'deleted'
        ? [
            {
              label: 'Keep it, read only',
              does: { command: 'closing space', options: { cop: cop.id, space: 'archived' } },
            } as const,
          ]
        : []),
    { label: 'Change what is kept…', does: { command: 'closing change', options: about(cop) } },
    callsOff(cop),
  ],
});

/** In the space, for its members; drawn anew as it goes. `isLookedAfter`: somebody facilitates it. */
export function closingCard(
  cop: Cop,
  closing: Closing | undefined,
  by: Known | undefined,
  isLookedAfter: boolean,
): Card {
  if (cop.state === 'closed') return { body: [line(text`**${cop.name}** is closed.`)] };
  if (!underWay(closing)) return { body: [line(goesOnLine(cop, closing))] };
  if (closing.state === 'waits')
    return {
      title: text`${cop.name} isn't closed for now`,
      body: [
        line(
          isLookedAfter
            ? text`A member asked to wait. It isn't closed until the facilitators go on, and they have been told.`
            : text`A member asked to wait. It isn't closed until somebody looks after it and goes on; whoever does is told.`,
        ),
      ],
    };
  return {
    title: text`${cop.name} is to be closed`,
    body: [
      line(
        by
          ? text`${who(by, cop)} would close it on ${{ at: closing.dueAt }}. ${whatStays(closing)}`
          : text`It is to be closed on ${{ at: closing.dueAt }}. ${whatStays(closing)}`,
      ),
      line(text`Not yet? Press **Wait**: then it isn't closed until the facilitators have talked with you and go on.`),
      quiet(text`Nobody is named in the document who didn't say so here.`),
    ],
    buttons: [
      { label: 'Wait', does: { command: 'closing wait', options: about(cop) } },
      { label: 'Send it to me', does: { command: 'closing wants', options: about(cop) } },
      { label: 'Name me in it', does: { command: 'closing named', options: about(cop) } },
    ],
  };
}

/** Where nothing of it is under way. */
const goesOnLine = (cop: Cop, closing: Closing | undefined): Text =>
  closing?.state === 'closed'
    ? text`**${cop.name}** was closed, and is open again.`
    : text`**${cop.name}** isn't closed after all: it goes on.`;

const whatStays = ({ space: its }: Closing): Text =>
  its === 'deleted'
    ? text`Then its space is deleted, with all that was said in it and every file. What you learned isn't lost: if you press **Send it to me**, a document with what it leaves behind comes to you by direct message that day.`
    : text`What you learned isn't lost: a document with what it leaves behind is posted here that day, and sent to whoever would like it.`;

/** To each facilitator, when somebody asked to wait. */
export const waitsCard = (cop: Cop, closing: Closing | undefined, person: Known | undefined): Card => {
  if (cop.state === 'closed') return { body: [line(text`**${cop.name}** is closed.`)] };
  if (closing?.state !== 'waits')
    return {
      body: [
        line(
          underWay(closing)
            ? text`**${cop.name}** is to be closed on ${{ at: closing.dueAt }}.`
            : goesOnLine(cop, closing),
        ),
      ],
    };
  return {
    title: text`Somebody asked to wait with closing ${cop.name}`,
    body: [
      line(
        person
          ? text`${who(person, cop)} would rather **${cop.name}** wasn't closed yet. It isn't, until you go on. A word with them would be kind.`
          : text`A member would rather **${cop.name}** wasn't closed yet. It isn't, until you go on.`,
      ),
    ],
    buttons: [{ label: 'Go on closing', does: { command: 'closing go-on', options: about(cop) } }, callsOff(cop)],
  };
};

/** To who was asked, and facilitates it no more. */
export const waitsForOthers = (cop: Cop): Card => ({
  body: [
    line(
      text`Somebody asked to wait with closing **${cop.name}**. You no longer facilitate it, so there's nothing left for you to do: whoever does decides.`,
    ),
  ],
});

export const notClosing = (cop: Cop): Card => ({
  body: [line(text`**${cop.name}** isn't being closed, so there's nothing left for you to do.`)],
});
export const waitsNow = (cop: Cop, isLookedAfter: boolean): Card => ({
  body: [
    line(
      isLookedAfter
        ? text`**${cop.name}** isn't closed for now. Its facilitators hear that you asked to wait.`
        : text`**${cop.name}** isn't closed for now. Nobody looks after it just now: whoever does next hears that you asked to wait.`,
    ),
  ],
});
export const goesOnCard = (cop: Cop, closing: Closing): Card => ({
  body: [line(text`**${cop.name}** is closed on ${{ at: closing.dueAt }}, and its members can read that.`)],
  buttons: [callsOff(cop)],
});
export const calledOffCard = (cop: Cop): Card => ({
  body: [line(text`**${cop.name}** isn't closed: it goes on, and ${space(cop)} knows.`)],
});
export const willHave = (cop: Cop): Card => ({
  body: [line(text`You get what **${cop.name}** leaves behind by direct message, once it is closed.`)],
});
export const willBeNamed = (cop: Cop): Card => ({
  body: [
    line(
      text`You're named in what **${cop.name}** leaves behind. If it says who carried which role, yours are there with your name.`,
    ),
  ],
});

/** To the facilitators: a person has to do it. */
export const notArchivedCard = (cop: Cop): Card => ({
  body: [
    line(
      text`**${cop.name}** is closed, and what it leaves behind is kept. I couldn't archive ${space(cop)} myself, so people can still write there: somebody in it can archive it.`,
    ),
  ],
});
