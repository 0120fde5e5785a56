/** An adapter and what it speaks to, begun anew for each test; what it hears and what it is told to answer. */
import { afterEach, beforeEach } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { type Card, type Form, text } from '../../src/platform/card.ts';
import type {
  Account,
  Channel,
  ChatPlatform,
  CommandSpec,
  Happening,
  Inbox,
  Invocation,
  PlatformName,
} from '../../src/platform/chat-platform.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';
import { drawnHomes } from '../support/drawn-homes.ts';
import { type AnyPlayground, adapterFor, openFor, quietly } from '../support/stage.ts';

const specs: readonly CommandSpec[] = [
  { name: 'thing ask', summary: 'Asks with a form', slash: 'cop ask', options: {}, answers: 'privately', asks: true },
  {
    name: 'thing say',
    summary: 'Says what was typed',
    slash: 'cop say',
    options: { words: { kind: 'words', summary: 'Words', suggests: true } },
    answers: 'privately',
    asks: false,
  },
  {
    name: 'thing send',
    summary: 'Names people and places',
    slash: 'cop send',
    options: {
      people: { kind: 'people', summary: 'Whom' },
      channel: { kind: 'channel', summary: 'Where' },
      words: { kind: 'words', summary: 'Words' },
    },
    answers: 'privately',
    asks: true,
    asksUnless: 'people',
  },
  { name: 'thing press', summary: 'A button', options: {}, answers: 'on-the-card', asks: false },
  { name: 'thing refuse', summary: 'A button that is refused', options: {}, answers: 'on-the-card', asks: false },
  { name: 'thing form', summary: 'A button that opens a form', options: {}, answers: 'on-the-card', asks: true },
  {
    name: 'thing save',
    summary: 'From the menu of a message',
    shortcut: 'Save to the library',
    options: {},
    answers: 'privately',
    asks: true,
  },
];

export const card = (words: string, buttons: Card['buttons'] = []): Card => ({
  body: [{ kind: 'text', text: text`${words}` }],
  buttons,
});
export const form = (error?: string): Form => ({
  title: 'A form',
  fields: [
    { kind: 'words', name: 'name', label: 'Name', required: true, max: 50, value: 'prefilled', error },
    { kind: 'words', name: 'long', label: 'More', long: true, max: 500 },
    { kind: 'people', name: 'who', label: 'Who', most: 1 },
    {
      kind: 'choice',
      name: 'how',
      label: 'How',
      choices: [
        { value: 'a', label: 'In person' },
        { value: 'b', label: 'By phone' },
      ],
      value: 'b',
    },
    { kind: 'tick', name: 'sure', label: 'Sure', words: 'Members may read it' },
  ],
  submit: 'Send',
  does: { command: 'thing ask', options: { kept: 'yes' } },
});

export let playground: AnyPlayground;
export let it_: ChatPlatform;
export let amira: Persona;
export let ben: Persona;
export let heard: Invocation[];
export let happened: Happening[];
export let logged: object[];
let platform: PlatformName;
let answer: Inbox['invoke'];
let key = 0;

/** From now on, in this test. */
export function answers(next: Inbox['invoke']): void {
  answer = next;
}

export function atThePort(name: PlatformName, now?: () => number): void {
  beforeEach(async () => {
    platform = name;
    playground = await openFor(platform);
    heard = [];
    happened = [];
    logged = [];
    answer = async invocation => ({
      say: card(`Done: ${JSON.stringify(invocation.options)}`),
      shows: invocation.command === 'thing press' ? 'card' : 'person',
    });
    it_ = await adapterFor(playground, quietly(logged), { promise: 500 }, undefined, now); // a machine may stand still for longer than the rest of Discord's three seconds
    await it_.start(specs, {
      form: async invocation => {
        heard.push(invocation);
        return {
          show: {
            ...form(),
            does: invocation.command === 'thing form' ? { command: 'thing form', options: {} } : form().does,
          },
        };
      },
      suggest: async (_invocation, _option, typed) => [{ value: `v-${typed}`, label: `Suggested ${typed}` }],
      wordsIn: words => words,
      invoke: async invocation => {
        heard.push(invocation);
        return answer(invocation);
      },
      addressed: async () => undefined,
      homes: drawnHomes(),
      happened: async event => {
        happened.push(event);
      },
    });
    await playground.until(() => playground.connected(), 'the adapter to be connected');
    amira = playground.person('Amira Haddad');
    ben = playground.person('Ben Okafor');
  });
  afterEach(async () => {
    await it_.stop();
    await playground.stop();
  });
}

const workspace = () => ({ platform, id: playground.workspaceId() });
export const account = (who: Persona): Account => ({ platform, workspace: playground.workspaceId(), id: who.id });
export const newKey = () => `01ARZ3NDEKTSV4RRFFQ69G${String(++key).padStart(4, '0')}`;
export const opening = (more: { members?: Account[]; others?: () => Promise<string[]>; name?: string } = {}) => ({
  workspace: workspace(),
  name: more.name ?? 'cop-wound-care',
  topic: 'Healing',
  purpose: 'To heal',
  facilitators: [account(amira)],
  members: more.members ?? [],
  others: more.others ?? (async () => []),
});
/** A space with Amira in it. */
export async function space(): Promise<Channel & { readonly name: string }> {
  const opened = await it_.perform['open-space'](opening(), newKey());
  await it_.perform.admit({ space: opened, who: [account(amira)] }, newKey());
  await it_.perform['make-facilitator']({ space: opened, who: account(amira) }, newKey());
  return opened;
}
/** Slack lists the bot among a channel's members. */
export const peopleIn = async (who: Persona) =>
  (await who.membersOf('cop-wound-care')).filter(name => name !== 'CoP Bot');
export const kindOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof PlatformError ? error.kind : String(error)),
  );
export const calls = () => playground.traffic.filter(one => one.direction === 'call').map(one => one.name);
