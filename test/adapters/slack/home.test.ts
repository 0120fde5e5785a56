/** The Home tab where processes side by side draw it: Slack tells one of them alone who opens or presses it, and any draws it anew. */
import { afterEach, expect, it } from 'vitest';
import type { Persona } from '../../../playground/driver.ts';
import type { Answer, ChatPlatform, CommandSpec, DrawnHomes } from '../../../src/platform/chat-platform.ts';
import { card } from '../../contract/port.ts';
import { drawnHomes } from '../../support/drawn-homes.ts';
import { type AnyPlayground, adapterFor, openFor, quietly } from '../../support/stage.ts';

const spec: CommandSpec = {
  name: 'thing home',
  summary: 'Home',
  slash: 'cop home',
  options: {},
  answers: 'privately',
  asks: false,
};
const idle = card('Nothing is waiting for you');
const waiting = card('One thing is waiting for you', [
  { label: 'Approve', does: { command: 'thing home' as never, options: {} } },
]);

let playground: AnyPlayground;
let answer: Answer;
let amira: Persona;
/** Whether a mark of it is known to both. */
let isKnown: () => Promise<boolean>;
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

async function started(homes: DrawnHomes): Promise<ChatPlatform> {
  const slack = await adapterFor(playground, quietly([]));
  running.push(slack);
  await slack.start([spec], {
    form: async () => ({ say: idle }),
    suggest: async () => [],
    wordsIn: words => words,
    invoke: async () => answer,
    addressed: async () => undefined,
    happened: async () => {},
    homes,
  });
  return slack;
}

/** Two processes: how either draws it. */
async function both(): Promise<readonly ((home: typeof idle) => Promise<void>)[]> {
  playground = await openFor('slack');
  running.push(playground);
  amira = playground.person('Amira Haddad');
  answer = { say: idle, shows: 'person' };
  const homes = drawnHomes();
  const of = { platform: 'slack', workspace: playground.workspaceId(), id: amira.id } as const;
  isKnown = async () => (await homes.of(of)) !== undefined;
  const each = [await started(homes), await started(homes)];
  return each.map(slack => home => slack.perform['show-home']({ of, home }, 'a key'));
}
const shown = () => amira.seesNow(/./, { in: 'home' }).map(one => one.text);
const published = () =>
  playground.traffic.filter(one => one.name === 'views.publish' && one.direction === 'call').length;

it('what one has drawn another draws over, and what another has drawn as it should be nobody draws again', async () => {
  const [first, second] = await both();
  await first?.(idle);
  await second?.(waiting);
  await first?.(idle);
  expect(shown()).toEqual([expect.stringMatching(/Nothing is waiting/)]);
  await second?.(idle);
  await amira.home();
  expect(published()).toBe(3);
});

it('what is said of a press there stays, whichever of them draws it anew', async () => {
  const [first, second] = await both();
  await first?.(waiting);
  answer = { say: card('You said yes'), shows: 'card', lasting: idle };
  await amira.presses('Approve', { in: 'home' });
  await amira.sees(/You said yes/, { in: 'home' });
  await playground.until(isKnown, 'what it shows to be known');
  await first?.(idle);
  await second?.(idle);
  expect(shown()).toEqual([expect.stringMatching(/You said yes/)]);
});

it('what Slack has drawn without saying so is drawn over', async () => {
  const [draws] = await both();
  await draws?.(idle);
  playground.injects({ on: 'views.publish', does: { status: 503, performed: true } });
  await expect(draws?.(waiting)).rejects.toThrow();
  expect(shown()).toEqual([expect.stringMatching(/One thing/)]);
  await draws?.(idle);
  expect(shown()).toEqual([expect.stringMatching(/Nothing is waiting/)]);
});
