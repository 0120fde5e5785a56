/** A CoP that its last member has left: who hears so, what is shown of it, and how it goes on. */
import { fills, presses, type Scene, scene, types } from './acting.ts';

const support = 'support-team';

export const nobodyIsIn: readonly Scene[] = [
  scene('nobody-started', 'Dev', 'general', async ({ persona, fill }) => {
    await persona.types('/startcop', { in: 'general' });
    await fill({ 0: 'Gait', 1: 'Walking well again after a stroke' });
  }),
  scene('nobody-leaves', 'Dev', 'cop-gait', types('/cop me leave', 'cop-gait')),
  scene('nobody-support', 'Joan', support, async ({ person, persona, say }) => {
    await person('Dev').presses(say('Leave all the same'));
    await persona.sees(/Gait/, { in: support });
  }),
  scene('nobody-find', 'Ben', 'general', types('/cop find gait')),
  scene('nobody-request-form', 'Ben', 'general', async ({ persona, say }) => {
    await persona.presses(say('Request to join'), { in: 'general' });
    await persona.form();
  }),
  scene('nobody-request', 'Ben', 'general', fills('Request to join', { 0: 'I fit splints.' })),
  scene('nobody-home', 'Ben', 'general', types('/cop home')),
  scene('nobody-stepped-in', 'Joan', support, presses('Look after it for now', support)),
  scene('nobody-waited', 'Joan', 'direct message'),
];
