/** What is pressed stands as it was decided, whatever the platform does at that very moment; and costs no call more where it does nothing. */
import { afterEach, describe, expect, it } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { askIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
let clock: ReturnType<typeof movableClock>;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
const callback = 'POST /interactions/:id/:token/callback';
/** Where the answer goes first; on Discord it is tried twice, as long as the three seconds last. */
const drawing = {
  slack: { card: { on: 'chat.update' }, panel: { on: 'response_url' } },
  discord: { card: { on: callback, times: 2 }, panel: { on: callback } },
} as const;
const troubles = [
  ['busy', { rateLimit: 0.3 }],
  ['broken', { status: 503 }],
  ['broken after it was done', { status: 503, performed: true }],
] as const;

const redraws = () =>
  it_.store.db.selectFrom('effects').select(['state', 'wish']).where('kind', '=', 'redraw').execute();
const calls = (name: string) => it_.playground.traffic.filter(one => one.name === name);

async function asked(platform: (typeof platformNames)[number]) {
  clock = movableClock();
  it_ = await stage(platform, { clock });
  const people = { amira: it_.person('Amira'), ben: it_.person('Ben') };
  await startCop(people.amira);
  await askIn(people.ben);
  await people.amira.sees(/Ben Okafor asks to join/, dm);
  await it_.settled();
  it_.playground.clearTraffic();
  return people;
}

/** Until the bot has noted that its answer stands, or that it didn't come to stand: then as much time as it gives the answer. */
async function later() {
  clock.passes(6000);
  await it_.settled();
}

describe.each(platformNames)('on %s', platform => {
  it.each(troubles)('a card is drawn anew though the platform is %s just then', async (_how, does) => {
    const { amira } = await asked(platform);
    it_.playground.injects({ ...drawing[platform].card, does });
    await amira.presses('Approve', dm);
    await it_.playground.until(async () => (await redraws()).length > 0, 'the decision');
    await later();
    const card = await amira.sees(/Ben Okafor asks to join.*said yes/s, dm);
    expect(card.buttons.map(button => button.label)).not.toContain('Approve');
  });

  it('costs one further call where nothing goes wrong, to say who is in, and keeps nothing of the card', async () => {
    const { amira, ben } = await asked(platform);
    await amira.presses('Approve', dm);
    await amira.sees(/said yes/, dm);
    await ben.sees(/You're in/, dm);
    await amira.sees(/You said yes .*, and Ben Okafor is in/s, dm);
    await it_.playground.until(
      async () => (await redraws()).every(one => one.state === 'done'),
      'the note that it stands',
    );
    await later();
    expect(await redraws()).toEqual([{ state: 'done', wish: expect.not.stringMatching(/"card"|"reply"/) }]);
    if (platform === 'slack') expect(calls('chat.update')).toHaveLength(2);
    else {
      expect(calls(callback)).toHaveLength(1);
      expect(calls('PATCH /channels/:id/messages/:id')).toHaveLength(1);
    }
  });

  it('is drawn once more where its answer came to stand later than what came of it', async () => {
    const { amira } = await asked(platform);
    it_.playground.injects({ on: drawing[platform].card.on, does: { late: 1500 } });
    await amira.presses('Approve', dm);
    await amira.sees(/You said yes .*, and Ben Okafor is in/s, dm);
    await it_.playground.until(() => it_.playground.underWay() === 0, 'the answer to come back');
    await later();
    await amira.sees(/You said yes .*, and Ben Okafor is in/s, dm);
    const drawn = platform === 'slack' ? 'chat.update' : 'PATCH /channels/:id/messages/:id';
    expect(calls(drawn)).toHaveLength(platform === 'slack' ? 3 : 2);
  });

  it('is drawn once more where its answer comes to stand while what came of it is being drawn: which of the two is seen, nobody knows', async () => {
    const { amira } = await asked(platform);
    const drawn = platform === 'slack' ? 'chat.update' : 'PATCH /channels/:id/messages/:id';
    it_.playground.injects({ on: drawing[platform].card.on, does: { late: 600 } });
    it_.playground.injects({ on: drawn, after: platform === 'slack' ? 1 : 0, does: { late: 2000 } });
    await amira.presses('Approve', dm);
    await it_.playground.until(() => it_.playground.underWay() === 0, 'both to come back');
    await later();
    await amira.sees(/You said yes .*, and Ben Okafor is in/s, dm);
    expect(calls(drawn).length).toBeGreaterThanOrEqual(platform === 'slack' ? 3 : 2);
  });

  it('is drawn once more where what came of it may have been drawn over, by what was to stand until then', async () => {
    const { amira } = await asked(platform);
    const drawn = platform === 'slack' ? 'chat.update' : 'PATCH /channels/:id/messages/:id';
    const admits = { slack: 'conversations.invite', discord: 'PUT /channels/:id/permissions/:id' }[platform];
    it_.playground.injects({ ...drawing[platform].card, does: { status: 503 } }); // the answer
    it_.playground.injects({ on: admits, times: 3, does: { status: 503 } });
    const isIn = async () =>
      (await it_.store.db.selectFrom('memberships').select('state').execute()).every(one => one.state === 'member');
    let held = 0;
    const stop = it_.playground.watch(async (moment, { name, request }) => {
      if (moment !== 'performed' || name !== drawn || !/is being let in/.test(JSON.stringify(request))) return;
      held += 1;
      await it_.playground.until(isIn, 'what comes of it');
      await it_.playground.until(
        () => calls(drawn).some(one => /is in\b/.test(JSON.stringify(one.request))),
        'it to be drawn',
      );
    });
    await amira.presses('Approve', dm);
    await it_.playground.until(async () => (await redraws()).length > 0, 'the decision');
    clock.passes(6000);
    await it_.playground.until(() => held > 0, 'what stands until then');
    for (let n = 0; n < 5; n++) clock.passes(20_000);
    await later();
    stop();
    expect(held).toBe(1);
    await amira.sees(/You said yes .*, and Ben Okafor is in/s, dm);
    const said = calls(drawn).filter(one => /is in\b/.test(JSON.stringify(one.request)));
    expect(said.length).toBeGreaterThan(1);
  });

  it.each([
    ['', []],
    [
      ', and nobody hears that it does',
      [{ status: 503, performed: true }, ...(platform === 'discord' ? [{ rateLimit: 10 }] : [])],
    ],
  ])(
    'is drawn once more where its answer comes to stand after all that was drawn in its place%s',
    async (_, faults) => {
      const { amira } = await asked(platform);
      const { on } = drawing[platform].card;
      for (const does of faults) it_.playground.injects({ on, does });
      const drawnInItsPlace = async () => (await redraws()).some(one => one.state === 'done');
      let held = 0;
      const stop = it_.playground.watch(async (moment, { name, request }) => {
        if (moment !== 'before' || name !== on || held > 0) return;
        if (!/is being let in/.test(JSON.stringify(request))) return;
        held += 1;
        await it_.playground.until(drawnInItsPlace, 'what is drawn in its place');
      });
      const pressing = amira.presses('Approve', dm);
      await amira.sees(/You said yes .*, and Ben Okafor is in/s, dm);
      clock.passes(6000);
      await pressing;
      await it_.playground.until(() => held > 0 && it_.playground.underWay() === 0, 'the answer to come');
      stop();
      await it_.playground.until(async () => (await redraws()).length === 2, 'it to be drawn once more');
      await later();
      await amira.sees(/You said yes .*, and Ben Okafor is in/s, dm);
      const drawn = async () => (await redraws()).map(one => one.state).join(' ');
      await it_.playground.until(async () => (await drawn()) === 'done done', 'it to be drawn');
    },
  );

  it('a form that decides leaves the card it came from as it was decided', async () => {
    const { amira } = await asked(platform);
    await amira.presses('Decline…', dm);
    await amira.form();
    it_.playground.injects({ ...drawing[platform].card, does: { status: 503 } });
    await amira.submits({ 'A kind word with it (optional)': 'Next term' });
    await it_.playground.until(async () => (await redraws()).length > 0, 'the decision');
    await later();
    expect((await amira.sees(/said no/, dm)).buttons).toEqual([]);
  });

  it('what only the presser sees is drawn anew too', async () => {
    const { amira } = await asked(platform);
    await amira.types('/cop home', { in: 'general' });
    await amira.sees(/This week.*One thing is waiting for you/s);
    it_.playground.injects({ ...drawing[platform].panel, does: { rateLimit: 0.2 } });
    const before = calls(drawing[platform].panel.on).length;
    await amira.presses('Approve', { with: /This week/ });
    await it_.playground.until(async () => (await redraws()).length > 0, 'the decision');
    const tries = platform === 'discord' ? 2 : 1; // no time may pass before its three seconds' second try
    const undecided = () =>
      amira.seesNow(/This week/).some(one => one.buttons.some(({ label }) => label === 'Approve'));
    await it_.playground.until(
      () => calls(drawing[platform].panel.on).length >= before + tries || !undecided(),
      'the answer to have been tried',
    );
    await later();
    const panel = await amira.sees(/This week/);
    expect(panel.buttons.map(button => button.label)).not.toContain('Approve');
  });

  it('is not drawn over by what was answered before something more was decided', async () => {
    clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan);
    await startCop(amira, { 'How would you like your first conversation?': 'By phone' });
    await joan.sees(/would like to talk with you about Wound Care/, { in: 'support' });
    await it_.settled();
    await joan.presses("I'll take it", { in: 'support' });
    await joan.form();
    it_.playground.injects({ ...drawing[platform].card, does: { status: 503 } });
    await joan.submits({ 'When? (optional)': 'Tuesday' });
    await it_.playground.until(async () => (await redraws()).length > 0, 'the decision');
    await joan.presses('Done', { in: 'support' });
    await joan.sees(/The conversation is done/, { in: 'support' });
    await later();
    await joan.sees(/The conversation is done; @?Joan Mills had taken it/, { in: 'support' });
  });
});

it("on slack, Home is drawn anew after a press though it couldn't be at once", async () => {
  const { amira } = await asked('slack');
  await amira.home();
  await it_.settled();
  it_.playground.injects({ on: 'views.publish', times: 2, does: { rateLimit: 0.2 } });
  await amira.presses('Approve', { in: 'home' });
  await amira.sees(/This week(?!.*Approve)/s, { in: 'home' });
  await it_.playground.until(
    () =>
      amira.seesNow(/This week/, { in: 'home' }).every(one => one.buttons.every(({ label }) => label !== 'Approve')),
    'Home to be as it was decided',
  );
});

it('on slack, a press is acknowledged once it is kept', async () => {
  const { amira } = await asked('slack');
  const order: string[] = [];
  const off = it_.playground.onChange(() => {
    if (calls('interactive').some(one => one.direction === 'answer') && !order.includes('acknowledged'))
      order.push('acknowledged');
  });
  let pressing: Promise<void> | undefined;
  await it_.store.db.transaction().execute(async () => {
    pressing = amira.presses('Approve', dm);
    await it_.playground.until(
      () => calls('interactive').some(one => one.direction === 'event'),
      'the press to be told',
    );
    for (let turn = 0; turn < 200; turn++) await new Promise(resolve => setImmediate(resolve)); // an answer that waits for nothing has come by then
    order.push('could be kept');
  });
  await pressing;
  off();
  expect(order).toEqual(['could be kept', 'acknowledged']);
  await amira.sees(/said yes/, dm);
});

it('on discord, whoever pressed a card that was deleted meanwhile is answered', async () => {
  const { amira } = await asked('discord');
  it_.playground.injects({ on: callback, does: { refuse: '10008' } });
  await amira.presses('Approve', dm);
  const told = await amira.sees(/said yes/, dm);
  expect(told.onlyYou).toBe(true);
  await it_.playground.until(
    async () => (await redraws()).every(one => one.state === 'done'),
    'nothing left to be drawn',
  );
});

/** Where what is under way is drawn anew, which came where a press is answered or, since Discord would have that wait, directly. */
const inItsPlace = {
  answered: 'PATCH /webhooks/:id/:token/messages/@original',
  directly: 'PATCH /channels/:id/messages/:id',
} as const;
const starting = 'Starting Wound Care';
const ready = 'Your space is ready';
it.each([
  ['answered', 'a bad moment', { status: 503 }, 60, [ready]],
  ['directly', 'a bad moment', { status: 503 }, 60, [ready]],
  ['directly', 'a bad moment, though it is done', { status: 503, performed: true }, 60, [ready]],
  ['directly', 'a no for a moment', { refuse: '50013' }, 60, [ready]],
  ['directly', 'a no for as long as it can be drawn', { refuse: '50013' }, 960, [starting, ready]],
] as const)(
  'on discord, what is under way and was told (%s) ends where it stands: %s',
  async (how, _, does, seconds, stand) => {
    clock = movableClock();
    it_ = await stage('discord', { clock });
    const amira = it_.person('Amira');
    const tried = async (times: number) => {
      const answers = it_.store.db.selectFrom('effects').select(['attempts', 'state']).where('kind', '=', 'answer');
      const { attempts, state } = (await answers.executeTakeFirst()) ?? { attempts: 0, state: 'waiting' };
      return attempts >= times || state === 'done';
    };
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    if (how === 'directly') it_.playground.injects({ on: callback, times: 2, does: { rateLimit: 30 } });
    it_.playground.failsBy(call => (call === inItsPlace[how] ? does : undefined));
    await amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing wounds that will not close' });
    for (const times of [1, 2]) {
      await it_.playground.until(() => tried(times), 'its last word to be tried');
      if (times === 2) it_.playground.failsBy();
      clock.passes(seconds * 1000);
    }
    await it_.settled();
    const told = amira.seesNow(/./).map(one => one.text.split('\n')[0]);
    expect(told.filter(words => words === starting || words === ready)).toEqual(stand);
  },
);

it.each([
  ['asks it to wait a second', { rateLimit: 1 }],
  ['has a bad moment', { status: 503 }],
] as const)('what somebody asked for is answered where they asked, when Slack %s', async (_, does) => {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  await startCop(amira);
  it_.playground.injects({ on: 'response_url', does, times: 2 });
  const { id } = await amira.sees(/For you, as facilitator/, dm);
  await amira.presses('The whole guide', { message: id });
  expect((await amira.sees(/Facilitator's step-by-step guide/)).onlyYou).toBe(true);
  expect(calls('response_url')).toHaveLength(3);
});

it('what somebody asked for comes by direct message where Slack does not take the answer', async () => {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  await startCop(amira);
  it_.playground.injects({ on: 'response_url', does: { refuse: 'expired_url' } });
  const { id } = await amira.sees(/For you, as facilitator/, dm);
  await amira.presses('The whole guide', { message: id });
  expect((await amira.sees(/Facilitator's step-by-step guide/, dm)).onlyYou).toBe(false);
  expect(calls('response_url')).toHaveLength(1);
});

it('on slack, whoever pressed a card that was deleted meanwhile is answered', async () => {
  const { amira } = await asked('slack');
  it_.playground.injects({ on: 'chat.update', does: { refuse: 'message_not_found' } });
  await amira.presses('Approve', dm);
  await amira.sees(/said yes/, dm);
  expect(calls('response_url')).toHaveLength(1);
});
