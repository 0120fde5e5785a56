/** A Discord server that is away for a while: what was decided meanwhile is done when it is back. */
import { afterEach, expect, it } from 'vitest';
import { askIn, startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

it('lets in who was approved during an outage, once it is over', async () => {
  it_ = await stage('discord');
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await askIn(ben);
  await amira.sees(/asks to join/, { in: 'direct message' });
  await it_.settled();
  it_.playground.goesDown?.();
  it_.playground.clearTraffic();
  await amira.presses('Approve', { in: 'direct message' });
  await it_.playground.until(() => it_.playground.traffic.some(call => call.status === 503), 'a call in vain');
  it_.playground.comesBack?.();
  await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
  expect(await amira.membersOf('cop-wound-care')).toContain('Ben Okafor');
}, 30_000);
