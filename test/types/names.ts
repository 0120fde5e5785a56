/**
 * Names that tie rooms together, misspelt on purpose: `npm run check` fails if the compiler lets one of them through. Nothing here is run.
 */

import { doings } from '../../src/bot/outbox/effects/index.ts';
import {
  type AllCommands,
  type AllFollowUps,
  type Command,
  command,
  type FollowUp,
} from '../../src/commands/command.ts';
import { post, postFor, reviseCopies } from '../../src/commands/effects.ts';
import type { SetClock } from '../../src/domain/clock.ts';
import type { Cop } from '../../src/domain/cop.ts';
import type { Deed } from '../../src/domain/deed.ts';
import type { Effect } from '../../src/domain/effect.ts';
import type { JoinRequestId, NetworkId, NominationId, PersonId, WorkspaceKey } from '../../src/domain/ids.ts';
import type { MessageName } from '../../src/domain/message.ts';
import { manners } from '../../src/domain/platforms.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { Trouble } from '../../src/domain/trouble.ts';
import { asking, type Button, type ErrorsOf, type Field, type FormOf, text } from '../../src/platform/card.ts';
import type { ChatPlatform } from '../../src/platform/chat-platform.ts';
import { type Invoke, isDeed } from '../../src/platform/invoke.ts';
import * as audit from '../../src/store/audit.ts';
import * as clocks from '../../src/store/clocks.ts';
import * as echoes from '../../src/store/echoes.ts';
import type { Tx } from '../../src/store/engine.ts';
import { said } from '../../src/store/pieces.ts';

declare const cop: Cop;
declare const person: PersonId;
declare const request: JoinRequestId;
declare const nomination: NominationId;

export const kinds: readonly Trouble['kind'][] = [
  'forbidden',
  // @ts-expect-error: no platform says no in that way
  'forbiden',
];

/** Right, so that what follows is wrong for one reason alone. */
export const approve: Button = { label: 'Approve', does: { command: 'join-request approve', options: { request } } };

// @ts-expect-error: a command that is not there
export const misspelt: Button = { label: 'Approve', does: { command: 'join-request aprove', options: { request } } };

export const noSuchOption: Button = {
  label: 'Approve',
  // @ts-expect-error: an option that the command doesn't take
  does: { command: 'join-request approve', options: { reqest: request } },
};

// @ts-expect-error: a button that doesn't say which request
export const which: Button = { label: 'Approve', does: { command: 'join-request approve', options: {} } };

export const sure: readonly Deed[] = [
  { command: 'membership go', options: { cop: cop.id, sure: 'as-the-last' } },
  // @ts-expect-error: a word that the command doesn't read
  { command: 'membership go', options: { cop: cop.id, sure: 'as-last' } },
];

// @ts-expect-error: a button does no consequence
export const drawn: Button = { label: 'No', does: { command: 'join-request not-admitted', options: { request } } };

export const wrongRecord = [
  post(cop, 'join-request', 'space', { kind: 'join-request', id: request }),
  // @ts-expect-error: tells of a join request
  post(cop, 'join-request', 'space', { kind: 'nomination', id: nomination }),
  // @ts-expect-error: tells of a nomination
  reviseCopies(cop, 'nomination', { kind: 'join-request', id: request }),
  // @ts-expect-error: no such message
  post(cop, 'join-reqest', 'space', { kind: 'join-request', id: request }),
];

export const theirs = [
  postFor(cop, 'cop-invitation', 'space', { by: person }),
  // @ts-expect-error: in nobody's name
  postFor(cop, 'cop-ready', 'space', { by: person }),
];

export const following: readonly Effect['onFailure'][] = [
  { command: 'join-request not-admitted', options: { request } },
  // @ts-expect-error: no such consequence
  { command: 'join-request not-admited', options: { request } },
  // @ts-expect-error: a deed of people's is no consequence
  { command: 'join-request approve', options: { request } },
  // @ts-expect-error: without the record that it is about
  { command: 'join-request not-admitted', options: {} },
];

const silence = { about: { kind: 'nomination', id: nomination }, step: 'silence', dueAt: 1 } as const;
const unanswered = { command: 'nomination unanswered', options: { nomination } } as const;
export const later: readonly SetClock[] = [
  { ...silence, does: unanswered },
  // @ts-expect-error: no such consequence
  { ...silence, does: { command: 'nomination unanswerd', options: { nomination } } },
  // @ts-expect-error: no such option
  { ...silence, does: { command: 'nomination unanswered', options: { nominaton: nomination } } },
  // @ts-expect-error: no such step
  { ...silence, step: 'silense', does: unanswered },
  // @ts-expect-error: a step of another record's
  { ...silence, step: 'waits', does: unanswered },
  // @ts-expect-error: a record of another kind
  { ...silence, about: { kind: 'join-request', id: nomination }, does: unanswered },
];

declare const tx: Tx;
declare const network: NetworkId;
export const stopped = [
  clocks.stop(tx, network, { kind: 'nomination', id: nomination }, 'trial'),
  // @ts-expect-error: a step that a join request doesn't have
  clocks.stop(tx, network, { kind: 'join-request', id: request }, 'trial'),
];

declare const workspace: WorkspaceKey;
export const chose = [
  audit.lastActor(tx, network, workspace, 'settings choose'),
  // @ts-expect-error: the audit knows no such name
  audit.lastActor(tx, network, workspace, 'settings chose'),
  // @ts-expect-error: nor is it sought there by one
  tx.selectFrom('audit').where('command', '=', 'membership leaves'),
  // @ts-expect-error: no such message stands anywhere
  tx.selectFrom('posts').where('message', '=', 'cop-wellcome'),
];

export const changing = [
  echoes.stillChanging(tx, network, cop.id, ['read-pins']),
  // @ts-expect-error: an effect that is not there
  echoes.stillChanging(tx, network, cop.id, ['read-pinz']),
];

export const pieces = [
  said({ message: 'first-week' }),
  // @ts-expect-error: no such message is posted
  said({ message: 'first-weak' }),
  // @ts-expect-error: nor has a post such a field
  said({ mesage: 'first-week' }),
];

declare const pressed: Invoke;
// @ts-expect-error: no such deed
export const isStart: boolean = isDeed(pressed, 'cop strat');

const field = <Name extends string>(name: Name): Field<Name, never> => ({ kind: 'words', name, label: name, max: 9 });
type Start = FormOf<'cop start'>;
export const five: Start['fields'] = asking(
  field('name'),
  field('domain'),
  field('statement'),
  field('facilitator'),
  field('conversation'),
);
// @ts-expect-error: a sixth field, which Discord would refuse
export const six: Start['fields'] = [
  field('name'),
  field('name'),
  field('name'),
  field('name'),
  field('name'),
  field('name'),
];
// @ts-expect-error: a field that the command doesn't take
export const unknown: Start['fields'] = [field('nickname')];

export const listed: FormOf<'cop edit'>['fields'] = [
  // @ts-expect-error: a choice that the command doesn't read
  { kind: 'choice', name: 'listed', label: 'Who?', choices: [{ value: 'none', label: 'Nobody' }] },
];
export const who: FormOf<'cop edit'>['fields'] = [
  { kind: 'choice', name: 'listed', label: 'Who?', choices: [{ value: 'no', label: 'Those who are told' }] },
];

export const wrong: ErrorsOf<'cop edit'> = {
  name: 'Give it a name.',
  // @ts-expect-error: said at a field that the form doesn't have
  nam: 'Give it a name.',
};

export const undeclared = command({
  name: 'nomination accept',
  summary: 'Facilitate a CoP',
  about: 'nomination',
  may: ['the-one-asked'],
  in: 'an open CoP',
  answers: 'on-the-card',
  // @ts-expect-error: an option that its entry doesn't have
  options: { nominee: { kind: 'record', summary: 'Who' } },
  run: async () => ({ say: { body: [{ kind: 'text', text: text`Yes` }] } }),
});

declare const few: readonly (Command & { readonly name: 'cop start' | 'cop find' })[];
// @ts-expect-error: deeds that nobody does
export const someCommands: AllCommands<(typeof few)[number]> = few;
declare const fewer: readonly (FollowUp & { readonly name: 'cop not-started' })[];
// @ts-expect-error: consequences that nobody draws
export const someFollow: AllFollowUps<(typeof fewer)[number]> = fewer;

// @ts-expect-error: a message that is not there
export const name: MessageName = 'cop-wellcome';

type Perform = ChatPlatform['perform'];
declare const performed: Perform;
const { pin: _pin, ...allButOne } = performed;
// @ts-expect-error: an adapter that leaves an effect out
export const adapter: Perform = allButOne;

// @ts-expect-error: the manners of a platform are missing
export const someManners: typeof manners = { slack: manners.slack };

const { pin: _doing, ...allDoingsButOne } = doings;
// @ts-expect-error: an effect that nobody does
export const outbox: typeof doings = allDoingsButOne;
const { echoes: _echoes, ...unheard } = doings.pin;
// @ts-expect-error: it isn't said whether it comes back as if people had done it
export const silent: typeof doings.pin = unheard;

export function toldOf(error: unknown): string {
  if (!(error instanceof Refusal)) return '';
  if (error.reason === 'name-taken') return error.about.cop.name;
  // @ts-expect-error: that is told of a name that is taken, and of nothing else
  return error.about.members;
}

// @ts-expect-error: a refusal without what it is about
export const refused = new Refusal('name-taken', {});
