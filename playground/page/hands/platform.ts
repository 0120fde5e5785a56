/** What happens to a platform, and to the bot in it: tokens, rights, outages, lines that break. */
import type { Fault } from '../../driver.ts';
import { onDiscordAlone } from './discord.ts';
import { onSlackAlone } from './slack.ts';
import { choice, type Verb, words } from './verb.ts';

const ways: Readonly<Record<string, Fault['does']>> = {
  'answer 503': { status: 503 },
  'answer 503, though it was done': { status: 503, performed: true },
  'answer 429, again in 5 seconds': { rateLimit: 5 },
  'cut the line': { reset: true },
  'cut the line, though it was done': { reset: true, performed: true },
  'cut the line in the middle of the answer': { halfSaid: true },
  'answer 3 seconds late': { late: 3000 },
};

const whole: readonly Verb[] = [
  {
    verb: 'injects',
    on: 'platform',
    group: 'Calls',
    says: { slack: 'Let calls go wrong…', discord: 'Let calls go wrong…' },
    asks: playground => [
      words('call', 'Which call', playground.platform === 'slack' ? 'chat.postMessage' : 'POST /channels/:id/messages'),
      choice('way', 'What it should do', Object.keys(ways)),
      choice('times', 'How many times', ['1', '3', '10']),
    ],
    perform({ playground, given }) {
      const does = ways[given('way')];
      if (does) playground.injects({ on: given('call'), times: Number(given('times')), does });
    },
  },
  {
    verb: 'delivers',
    on: 'platform',
    group: 'Calls',
    says: { slack: 'Deliver everything…', discord: 'Deliver everything…' },
    asks: () => [choice('times', 'How often from now on', ['once', 'twice', 'three times'])],
    perform: ({ playground, given }) =>
      playground.delivers({ once: 1, twice: 2, 'three times': 3 }[given('times')] ?? 1),
  },
  {
    verb: 'joinsWorkspace',
    on: 'platform',
    group: 'People and names',
    says: { slack: 'Somebody new joins…', discord: 'Somebody new joins…' },
    asks: () => [words('name', 'Their name')],
    perform({ playground, given }) {
      if (playground.isHere(given('name'))) throw new Error(`${given('name')} is here already`);
      playground.joinsWorkspace(given('name'));
    },
  },
  {
    verb: 'renamesWorkspace',
    on: 'platform',
    group: 'People and names',
    says: { slack: 'Rename the workspace…', discord: 'Rename the server…' },
    asks: () => [words('name', 'Its new name')],
    perform: ({ playground, given }) => playground.renamesWorkspace(given('name')),
  },
];

export const onPlatform: readonly Verb[] = [...onSlackAlone, ...onDiscordAlone, ...whole];
