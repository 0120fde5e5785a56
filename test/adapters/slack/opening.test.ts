/** A form opens without waiting for anything but its own call; who asked for it is told in words where it can't. */
import { afterEach, describe, expect, it } from 'vitest';
import { setUp, startCop } from '../../support/scenes.ts';
import { type Stage, stage } from '../../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const callsBefore = (method: string) => {
  const calls = it_.playground.traffic.filter(one => one.direction === 'call').map(one => one.name);
  return calls.slice(0, calls.indexOf(method));
};

describe('/startcop', () => {
  it('opens though Slack tells nothing of anybody', async () => {
    it_ = await stage('slack');
    await waited(() => it_.playground.traffic.some(one => one.name === 'users.conversations')); // the look that each start takes
    it_.playground.clearTraffic();
    it_.playground.injects({ on: 'users.info', times: 9, does: { hang: true } });
    const amira = it_.person('Amira');
    const typed = amira.types('/startcop', { in: 'general' });
    expect((await amira.form()).title).toBe('Start a CoP');
    expect(callsBefore('views.open')).toEqual([]);
    await typed;
  });

  it('is drawn anew in the language that Slack tells meanwhile; what was filled in stays', async () => {
    it_ = await stage('slack');
    it_.playground.injects({ on: 'users.info', does: { late: 300 } });
    const carla = it_.person('Carla');
    const typed = carla.types('/startcop', { in: 'general' });
    expect((await carla.form()).title).toBe('Start a CoP');
    expect((await carla.form(open => open.title === 'CoP gründen')).fields[0]?.label).toBe('Name');
    await typed;
    await carla.closesForm();
    await carla.types('/startcop', { in: 'general' });
    expect((await carla.form()).title).toBe('CoP gründen');
  });

  it.each([
    ['an expired trigger', { refuse: 'expired_trigger_id' }],
    ['503, twice', { status: 503 }],
    ['429', { rateLimit: 1 }],
    ['no answer', { hang: true }],
  ] as const)(
    'says that it could not be opened: %s',
    async (_why, does) => {
      it_ = await stage('slack');
      it_.playground.injects({ on: 'views.open', times: 'status' in does ? 2 : 1, does });
      const amira = it_.person('Amira');
      await amira.types('/startcop', { in: 'general' });
      await waited(() => amira.seesNow(/could not open the form just now. Please type that again/).length > 0);
      const told = Date.now();
      if ('rateLimit' in does) await waited(() => Date.now() - told > does.rateLimit * 1000); // as Slack asks for
      await startCop(amira);
    },
    30_000,
  );
});

it.each([
  ['did not open it', false],
  ['had opened it', true],
])('a bad moment of Slack is nothing that anybody hears of: it %s', async (_what, performed) => {
  it_ = await stage('slack');
  it_.playground.injects({ on: 'views.open', does: { status: 503, performed } });
  const amira = it_.person('Amira');
  await amira.types('/startcop', { in: 'general' });
  expect((await amira.form()).title).toBe('Start a CoP');
  expect(it_.playground.traffic.filter(one => one.name === 'views.open')).toHaveLength(2);
  await it_.settled();
  expect(amira.seesNow(/could not open the form/)).toEqual([]);
});

it('a button whose form can not be opened asks to be pressed again', async () => {
  it_ = await stage('slack');
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await ben.types('/cop find wound', { in: 'general' });
  it_.playground.injects({ on: 'views.open', times: 2, does: { status: 500 } });
  await ben.presses('Request to join', { with: /Wound Care/ });
  await ben.sees(/could not open the form just now. Please press again/);
  await ben.types('/cop find wound', { in: 'general' });
  await ben.presses('Request to join', { with: /Wound Care/ });
  await ben.form();
});

describe('what only administrators may', () => {
  it('is taken back from the open form of somebody else', async () => {
    it_ = await stage('slack');
    const amira = it_.person('Amira');
    await amira.types('/cop setup', { in: 'general' });
    await amira.sees(/Only administrators can do this/);
  });

  it('is asked again when it is given; where Slack does not tell, that is said, and nobody is called something else', async () => {
    it_ = await stage('slack');
    const joan = it_.person('Joan');
    it_.playground.injects({ on: 'users.info', times: 4, does: { status: 503 } });
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses('Forum');
    await joan.form();
    await joan.submits({});
    await joan.sees(/couldn't find out whether you're an administrator here/);
    await setUp(joan);
  });
});

async function waited(there: () => boolean): Promise<void> {
  for (let n = 0; n < 2000 && !there(); n++) await new Promise(resolve => setTimeout(resolve, 10)); // looks again; the condition decides
  expect(there()).toBe(true);
}
