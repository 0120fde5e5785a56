/** The calls that a meeting costs, on both platforms: `npm run bench:meeting`. */
import { movableClock } from '../test/support/clock.ts';
import { letsIn, startCop } from '../test/support/scenes.ts';
import { platformNames, stage } from '../test/support/stage.ts';
import { meetingOf } from './meeting-of.ts';

for (const platform of platformNames) {
  const clock = movableClock();
  const it = await stage(platform, { clock });
  const amira = it.person('Amira');
  await startCop(amira);
  for (const name of ['Ben', 'Dev']) await letsIn(amira, it.person(name));
  await it.settled();
  console.log(`\n${platform}`);
  for (const [what, calls] of Object.entries(await meetingOf(it, clock))) {
    const many = Object.values<number>(calls).reduce((a, b) => a + b, 0);
    const told = Object.entries(calls).map(([name, n]) => (n === 1 ? name : `${name} ×${n}`));
    console.log(`  ${what}: ${many} (${told.join(', ')})`);
  }
  await it.stop();
}
