/** `npm run demo -- --year`: a year of one community in a minute, on both platforms. The bot is in this process, for its clock; so it stands with the tests. */
import { inWords, yearOn } from './telling.ts';

let passed = true;
for (const platform of ['slack', 'discord'] as const) {
  console.log(`\nA year on ${platform === 'slack' ? 'Slack' : 'Discord'}`);
  const told = await yearOn(platform, step => console.log(inWords(step)));
  passed &&= told.every(step => step.wrong === undefined);
}
console.log(passed ? '\nAll as expected.' : '\nSomething was not as expected; see above.');
process.exit(passed ? 0 : 1);
