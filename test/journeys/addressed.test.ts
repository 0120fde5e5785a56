/** Words typed to the bot where a press was meant: one kind answer, never silence, in the language of whoever wrote. */
import { afterEach, describe, expect, it } from 'vitest';
import { fromManifest } from '../../playground/slack/index.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { movableClock } from '../support/clock.ts';
import { askIn, letsIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const directly = { in: 'direct message' } as const;

describe.each(platformNames)('on %s', platform => {
  it('a direct message is answered with how to answer, once, and reaches nobody', async () => {
    it_ = await stage(platform, { slackApp: { ...fromManifest(manifest), messagesTab: 'open' } });
    const [amira, ben, carla] = [it_.person('Amira'), it_.person('Ben'), it_.person('Carla')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, directly);
    await amira.types('Yes, let him in please', directly);
    const told = await amira.sees(/Thank you for writing\. I understand buttons and commands, not words/, directly);
    expect(told.text).toMatch(/To answer a card, press its button/);
    await amira.presses('What waits for you', { message: told.id });
    await amira.sees(/Wound Care/, { ...directly, with: /Ben Okafor/ });
    await amira.types('Hello?', directly);
    await carla.types('Bin ich hier richtig?', directly);
    await carla.sees(platform === 'slack' ? /Danke für deine Nachricht/ : /Thank you for writing/, directly); // Discord tells no language here
    expect(amira.seesNow(/Thank you for writing/)).toHaveLength(1);
    await it_.settled();
    expect(await it_.store.db.selectFrom('join_requests').select('state').execute()).toEqual([{ state: 'pending' }]);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('whoever names it in a channel is told what it understands, and the others are left alone', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben, carla] = [it_.person('Amira'), it_.person('Ben'), it_.person('Carla')];
    await startCop(amira);
    await letsIn(amira, ben);
    await it_.settled();
    expect(amira.seesNow(/Thank you for asking/)).toEqual([]); // a platform's own lines name it, too
    const asked = await amira.posts('cop-wound-care', '@CoP Bot who is in here?');
    const told = await amira.sees(/Thank you for asking\. I understand buttons and commands/, { in: 'cop-wound-care' });
    expect(told.onlyYou).toBe(platform === 'slack');
    expect(told.rings).toEqual([]);
    await amira.presses('What you can do', { message: told.id });
    await amira.sees(/What you can do here/);
    const nobody = await ben.posts('cop-wound-care', 'Nobody is named here');
    clock.passes(10 * 60_000);
    await amira.edits(asked, '@CoP Bot who else is in here?');
    if (platform === 'slack') await ben.edits(nobody, '@CoP Bot is named here after all');
    else await ben.posts('cop-wound-care', '@CoP Bot and what do you do?');
    const answers = platform === 'slack' ? 1 : 2; // on Discord the others see them, too
    const answered = async () => ben.seesNow(/Thank you for asking/).length === answers;
    await it_.playground.until(answered, 'Ben to be answered'); // things are told in their order
    await it_.settled();
    expect(amira.seesNow(/Thank you for asking/)).toHaveLength(answers);
    expect(carla.seesNow(/Thank you for asking/)).toEqual([]);
  });
});
