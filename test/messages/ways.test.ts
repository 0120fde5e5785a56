/** In a direct message commands are only a second way (on Slack they can't be typed there): beside each that a card names stands its button. */
import { expect, it } from 'vitest';
import type { Cop } from '../../src/domain/cop.ts';
import type { DeedName } from '../../src/domain/deed.ts';
import { slashes } from '../../src/domain/slash.ts';
import { channelLostCard } from '../../src/messages/chosen-channel.ts';
import { closedCard, reopenedCard } from '../../src/messages/cop.ts';
import { takeItBackCard } from '../../src/messages/difference.ts';
import { savedCard } from '../../src/messages/document.ts';
import { addedCard } from '../../src/messages/document-file.ts';
import { withdrawnCard } from '../../src/messages/first-conversation.ts';
import { invitationCard } from '../../src/messages/invitation.ts';
import { invitedCard } from '../../src/messages/invited.ts';
import { declinedCard, lapsedCard } from '../../src/messages/join-request-outcome.ts';
import { admittedCard } from '../../src/messages/newcomer.ts';
import { sentCard } from '../../src/messages/own-request.ts';
import { refusalCard } from '../../src/messages/refusal.ts';
import { suggestionCard } from '../../src/messages/role-suggestion.ts';
import { sharingCard, spreadCard } from '../../src/messages/share.ts';
import { standInAnsweredCard } from '../../src/messages/stand-in-offer.ts';
import { needsHandCard } from '../../src/messages/trouble.ts';
import { type Card, flat, type Text } from '../../src/platform/card.ts';

const cop = { id: 'c', name: 'Wound Care', domain: 'Wounds', workspace: 'slack:T1', state: 'open' } as Cop;
const closed = { ...cop, state: 'closed' } as Cop;
const person = { id: 'p', name: 'Ben Okafor' };
const decided = { id: 'r', copId: 'c', createdAt: 1, decidedAt: 2 };
const of = <T>(view: object): T => ({ cop, person, inviter: person, suggester: person, ...view }) as T;
const refused = (reason: string, about: object = {}) => refusalCard({ reason, about: { cop, ...about } } as never);
const notCalled = (kind: 'rename-space' | 'open-space') =>
  needsHandCard(cop, kind, { code: 'invalid_name' } as never, false);

const sharing = { cop, channel: { platform: 'slack', workspace: 'T1', id: 'C1' }, link: undefined } as const;
const nobody = { asked: [], letIn: [], alreadyIn: [], alreadyAsked: [], bots: [], gone: [], elsewhere: [], guests: [] };

const cards: Readonly<Record<string, Card>> = {
  archived: closedCard(cop, 'archived'),
  reopened: reopenedCard(cop),
  admitted: admittedCard(cop, { pinned: [], next: undefined }),
  lapsed: lapsedCard(of({ cop: closed, request: { ...decided, state: 'withdrawn' } })),
  declined: declinedCard(of({ request: { ...decided, state: 'declined' } })),
  sent: sentCard(of({ request: { ...decided, state: 'pending' } }), true),
  'sent to nobody': sentCard(of({ request: { ...decided, state: 'pending' } }), false),
  'an invitation declined': invitationCard(of({ invitation: { ...decided, state: 'declined' } })),
  'out for good': takeItBackCard(of({ difference: { ...decided, people: [], settledAs: 'right', foundAt: 1 } })),
  'a role taken': suggestionCard(
    of({ role: { key: 'critical-friend' }, suggestion: { ...decided, state: 'accepted' } }),
  ),
  'a role not taken': suggestionCard(
    of({ role: { key: 'critical-friend' }, suggestion: { ...decided, state: 'declined' } }),
  ),
  'looks after it': standInAnsweredCard(of({ standIn: { ...decided, state: 'accepted' } }), {
    support: true,
    admin: false,
    now: 1,
  }),
  'no chat': withdrawnCard(of({})),
  'not started': withdrawnCard(of({ cop: { ...cop, state: 'not-started' } })),
  'a lost channel': channelLostCard('support', true),
  'a lost forum': channelLostCard('forum', true),
  'may not be called so': notCalled('open-space'),
  'may not be renamed so': notCalled('rename-space'),
  'shared where nobody may': sharingCard({ ...sharing, step: 'not theirs' }),
  'not shared there': sharingCard({ ...sharing, step: 'did not work' }),
  'unlisted, for its facilitator': spreadCard({ ...cop, unlisted: true }, true, [], 'https://example.org'),
  'nobody invited': invitedCard(cop, { ...nobody, unknown: ['@sol'] }),
  saved: savedCard(cop, 'Chart', false),
  added: addedCard(cop, 'Chart'),
  'closed door': refused('closed-door'),
  'talk over': refused('talk-over', { request: decided }),
  "the other's turn": refused('talk-others-turn', { request: decided }),
  'invitation over': refused('invitation-decided', { invitation: { ...decided, state: 'declined' } }),
  'closed already': refused('cop-closed'),
  'role answered': refused('suggestion-decided', { suggestion: { ...decided, state: 'accepted' } }),
};

const textsOf = ({ body }: Card): readonly Text[] =>
  body.flatMap(one => (one.kind === 'text' ? [one.text] : one.kind === 'facts' ? one.facts.map(f => f.value) : []));
const doneBy = ({ body, buttons = [] }: Card): readonly string[] =>
  [...body.flatMap(one => (one.kind === 'text' ? (one.buttons ?? []) : [])), ...buttons].flatMap(one =>
    'does' in one ? [one.does.command] : [],
  );
/** The library is where documents are looked up. */
const asGood: { readonly [D in DeedName]?: DeedName } = { 'document find': 'document list' };

it.each(Object.entries(cards))('%s', (_, card) => {
  const named = textsOf(card)
    .flatMap(flat)
    .flatMap(part => (part.kind === 'slash' ? [part.slash] : []));
  expect(named).not.toEqual([]);
  const deeds = named.map(slash => Object.entries(slashes).find(([, typed]) => typed === slash)?.[0] as DeedName);
  expect(doneBy(card)).toEqual(expect.arrayContaining(deeds.map(one => asGood[one] ?? one)));
});
