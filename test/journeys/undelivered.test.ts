/** What can't be brought to whoever decides is known to be so: the next in line hears, and who waits is told no more than is true. */
import { afterEach, describe, expect, it } from 'vitest';
import { coming, movableClock } from '../support/clock.ts';
import { askIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const day = 24 * 3600_000;
const dm = { in: 'direct message' } as const;

describe.each(platformNames)('on %s', platform => {
  /** Amira's direct messages are closed, and on Discord her thread can't be made either. */
  async function unreachable(): Promise<void> {
    if (platform === 'slack')
      return it_.playground.injects({ on: 'chat.postMessage', does: { refuse: 'user_disabled' } });
    await it_.person('Amira').closesDirectMessages();
    it_.playground.injects({ on: 'POST /channels/:id/threads', does: { refuse: '160006' } });
  }

  it('tells the Support Team at once of a request that reached nobody, and who asked; and that it did, later', async () => {
    const clock = movableClock(coming(2, 10));
    it_ = await stage(platform, { clock });
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await setUp(joan);
    await startCop(amira);
    await it_.settled();
    await unreachable();
    await askIn(ben);
    const told = await joan.sees(/I couldn't reach @?Amira Haddad, so nobody who could answer knows of it/, {
      in: 'support',
    });
    expect(told.text).not.toMatch(/clinic/);
    const waits = await ben.sees(/could be reached yet; the Support Team was asked to help/, dm);
    expect(waits.buttons.map(button => button.label)).toEqual(['Withdraw the request']);
    expect(await it_.store.db.selectFrom('unreached').select('since').execute()).toHaveLength(1);
    await ben.types('/cop home', { in: 'general' });
    await ben.sees(/Wound Care: asked .*Nobody who looks after it could be reached yet; your request is kept/);
    await ben.types('/cop find wound', { in: 'general' });
    await ben.presses('Request to join', { with: /Wound Care/ });
    await ben.sees(/You asked to join Wound Care .*there is no answer yet/);

    clock.passes(2 * day + 60_000);
    await amira.sees(/Ben Okafor still hopes to join Wound Care/);
    await ben.sees(/Those who look after Wound Care know by now that you'd like to join/, dm);
    expect(ben.seesNow(/could be reached yet/, dm)).toEqual([]);
    await ben.types('/cop home', { in: 'general' });
    await ben.sees(/Wound Care: asked .*waiting for an answer/);
    await it_.settled();
    expect(joan.seesNow(/I couldn't reach/, { in: 'support' })).toEqual([]);
    expect(await it_.store.db.selectFrom('unreached').select('since').execute()).toEqual([]);
  });

  it('says what is so where there is no Support Team', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    await unreachable();
    await askIn(ben);
    const waits = await ben.sees(/Nobody who looks after Wound Care could be reached yet\. Your request is kept/, dm);
    await ben.presses('Withdraw the request', { with: /could be reached yet/ });
    await it_.settled();
    expect(waits.text).not.toMatch(/Support Team/);
    expect(await it_.store.db.selectFrom('join_requests').select('state').execute()).toEqual([{ state: 'withdrawn' }]);
  });

  it("says so to who asked, though the Support Team's channel is lost just then", async () => {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await setUp(joan);
    await startCop(amira);
    await it_.settled();
    await (platform === 'slack' ? joan.archives('support') : joan.deletesChannel('support'));
    await joan.sees(/can't get into/, dm);
    await unreachable();
    await askIn(ben);
    const waits = await ben.sees(/Nobody who looks after Wound Care could be reached yet\. Your request is kept/, dm);
    expect(waits.text).not.toMatch(/Support Team/);
  });

  it('tells the Support Team that who would like to talk does not know who will be in touch', async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan);
    await startCop(amira, { 'How would you like your first conversation?': 'By phone' });
    await it_.settled();
    await unreachable();
    await joan.presses("I'll take it", { in: 'support' });
    await joan.form();
    await joan.submits({});
    await joan.sees(/Amira Haddad doesn't know yet what you've just said about Wound Care/, { in: 'support' });
  });

  it('tells the Support Team of a space that stands open, where nobody who facilitates it can be asked', async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan);
    await startCop(amira);
    if (platform === 'slack') await amira.brings(joan.name, 'cop-wound-care');
    await it_.settled();
    await it_.away(async () => {
      await joan.makesPublic('cop-wound-care');
      await unreachable();
    });
    const told = await joan.sees(/(made the space of Wound Care public|opened the space of Wound Care)/, {
      in: 'support',
    });
    expect(told.buttons.map(button => button.label)).toContain("It's right");
    await it_.settled();
    expect(amira.seesNow(/the space of Wound Care/, dm)).toEqual([]);
    await joan.presses("It's right", { in: 'support' });
    await joan.sees(/That is settled: it was meant so/, { in: 'support' });
  });
});
