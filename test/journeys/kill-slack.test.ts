/** Killed at the worst moments of /startcop, on Slack. */
import { killedAt } from './killed.ts';

killedAt('slack', [
  ['conversations.create', 1],
  ['conversations.setTopic', 1],
  ['chat.postMessage', 1],
  ['chat.postMessage', 3],
  ['pins.add', 2],
  ['chat.postMessage', 5],
  ['pins.add', 4],
  ['chat.postMessage', 7],
]);
