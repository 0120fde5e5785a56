/** What is held about somebody, over the wire: told to them alone. */
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
type Platform = (typeof platformNames)[number];
/** Slack takes the short words, too. */
const asking = (platform: Platform) => (platform === 'slack' ? '/cop my-data' : '/cop me data');
const noErrors = () => expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
const leftBehind = () => existsSync(tmpdir()) && readdirSync(tmpdir()).filter(name => name.startsWith('cop-bot-'));

const whole = async (who: ReturnType<Stage['person']>) => {
  const { files } = await who.sees(/Here is all that the bot holds about you/, dm);
  const file = it_.playground.file(who.id, files[0]?.id ?? '');
  return Buffer.from(file?.body ?? []).toString();
};

describe.each(platformNames)('on %s', platform => {
  it('somebody reads what is held about them, and gets the whole of it as a file', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    await askIn(ben, 'I am stuck on follow-up');
    await ben.types(asking(platform), { in: 'general' });
    const told = await ben.sees(/What is held about you/);
    expect(told.text).toMatch(/Where you asked to join.*Wound Care.*“I am stuck on follow-up”/s);
    expect(told.onlyYou).toBe(true);

    for (let times = 1; times <= 3; times++) await ben.types(asking(platform), { in: 'general' }); // each is noted
    const file = await whole(ben);
    expect(file).toMatch(/Your name, as it was shown here \(1\)\n• .*“Ben Okafor”/);
    expect(file).toMatch(/“I am stuck on follow-up”/);
    expect(file).not.toMatch(/Amira/);
    await it_.settled();
    expect(leftBehind()).toEqual([]);
    expect(amira.seesNow(/stuck on follow-up.*What is held/s)).toEqual([]);
    noErrors();
  });
});
