/** Every no of the community's rules, in words that say what to do instead. */
import type { Refusal, Refusals } from '../domain/refusal.ts';
import { type Block, type Button, type Card, type Text, text } from '../platform/card.ts';
import { nameTaken, requestButton, whichCard } from './cop.ts';
import { space, spaceOf } from './people.ts';

type Words = { readonly [R in keyof Refusals]: (about: Refusals[R]) => Card };

const say = (words: Text, buttons: readonly Button[] = [], more: readonly Block[] = []): Card => ({
  body: [{ kind: 'text', text: words }, ...more],
  buttons,
});

const words: Words = {
  'closed-door': () => say(text`That isn't here any more, or it isn't open to you. **/cop home** shows what is yours.`),
  'facilitators-only': ({ cop }) => say(text`Only the facilitators of **${cop.name}** can decide this.`),
  'members-only': ({ cop }) =>
    say(text`Only the members of **${cop.name}** see its library. You could ask to join.`, [requestButton(cop)]),
  'request-decided': ({ request }) =>
    say(
      request.state === 'withdrawn'
        ? text`The request was taken back, so there's nothing left for you to do.`
        : text`This was answered already (${request.state}) on ${{ at: request.decidedAt ?? request.createdAt }}, so there's nothing left for you to do.`,
    ),
  'nomination-decided': ({ nomination }) =>
    say(
      text`You said ${nomination.state === 'accepted' ? 'yes' : 'no'} to this on ${{ at: nomination.decidedAt ?? nomination.createdAt }}.`,
    ),
  'already-member': ({ cop }) => {
    const channel = spaceOf(cop);
    return say(
      text`You are in **${cop.name}** already: ${space(cop)}.`,
      channel ? [{ label: 'Open the space', goesTo: channel }] : [],
    );
  },
  'already-asked': ({ cop, request }) =>
    say(
      text`You asked to join **${cop.name}** on ${{ at: request.createdAt }}; its facilitators haven't answered yet. You hear of it here.`,
      [{ label: 'Take it back', does: { command: 'join-request withdraw', options: { request: request.id } } }],
    ),
  'not-open-yet': ({ cop }) =>
    say(text`**${cop.name}** is being set up and will be open in a moment. Please ask again then.`),
  'name-taken': ({ cop, members }) => say(text`${nameTaken(cop, members)}`, [requestButton(cop, 'Ask to join it')]),
  'which-cop': ({ cops, command, options }) => whichCard(cops, command, options),
  'no-such-cop': ({ typed, near, command }) =>
    near.length === 0
      ? say(text`There is no CoP called “${typed}”. **/cop find** lists them all, and **/startcop** starts a new one.`)
      : { ...whichCard(near, command, {}), title: text`There is no CoP called exactly “${typed}”. One of these?` },
  'no-cop-of-yours': () => say(text`You aren't in a CoP yet. **/cop find** lists them all.`),
  'only-in-a-server': () =>
    say(text`Please do this in your server, not in a direct message: there I know which one you mean.`),
  'a-bot': ({ name }) => say(text`${name} is a bot. Please choose a person.`),
  'bot-message': () =>
    say(text`That message is mine; the guides and cards are always there. Choose a message of a member's.`),
  'not-in-this-space': ({ cop }) =>
    say(text`That message isn't in the space of **${cop.name}**. Use **Save to the library** on a message there.`),
  'empty-file': ({ name }) =>
    say(
      text`**${name}** is an empty file, so there's nothing in it to keep. Post it once more, and save that message.`,
    ),
  'document-removed': () =>
    say(text`That was taken out of the library, and nothing of it is kept after a day. You can save it anew.`),
  'nothing-to-pin': ({ cop }) =>
    say(
      text`There is no message of it in the space of **${cop.name}** that could be pinned. The library keeps it all the same.`,
    ),
  'nothing-to-keep': () =>
    say(text`I can't reach that message any more. Open its menu again and choose **Save to the library**.`),
};

export const refusalCard = (refusal: Refusal): Card =>
  (words[refusal.reason] as (about: unknown) => Card)(refusal.about);
