/**
 * Many CoPs started on Slack within five minutes, with Slack's limits on: how often it had to say no, and how long it took over what
 * the limits allow. `npm run bench:soak`, with `-- 60` for another number than 300. Time is not waited for.
 */
import { soak } from './soaking.ts';

const minute = 60_000;
const cops = Number(process.argv[2] ?? 300);
const real = performance.now();
const { passed, refused, spaces, took, least, narrowest, open, failed, unanswered } = await soak(cops, 5 * minute);

const sum = (tally: ReadonlyMap<string, number>) => [...tally.values()].reduce((all, one) => all + one, 0);
const [asked, no] = [sum(passed) + sum(refused), sum(refused)];
const minutes = (ms: number) => `${(ms / minute).toFixed(1)} min`;

console.log(`${cops} CoPs started on Slack within five minutes`);
console.log(`  calls                        ${asked}`);
console.log(`  429                          ${no} (${((100 * no) / asked).toFixed(1)} %)`);
console.log(`  until all spaces were there  ${minutes(spaces)}`);
console.log(`  until all was done           ${minutes(took)}`);
console.log(`  what the limits allow        ${minutes(least)} (${narrowest})`);
console.log(`  over that                    ${((100 * took) / Math.max(least, 5 * minute) - 100).toFixed(1)} %`);
console.log(`  CoPs open                    ${open}; not done ${failed.length}; not answered ${unanswered.length}`);
console.log(`  (took ${minutes(performance.now() - real)} of real time)`);
for (const one of [...new Set([...failed, ...unanswered])].slice(0, 5)) console.log(`  ${one}`);
for (const [name, calls] of [...passed].sort((a, b) => b[1] - a[1]))
  console.log(`    ${name.padEnd(30)} ${String(calls).padStart(6)}   429: ${refused.get(name) ?? 0}`);
