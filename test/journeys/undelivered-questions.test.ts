/** A question that can't be brought to whoever it asks: who asked hears that they don't know yet, and it can be answered all the same. */
import { afterEach, describe, expect, it } from 'vitest';
import { startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
const space = { in: 'cop-wound-care' } as const;
const states = async (table: 'nominations' | 'role_suggestions') =>
  (await it_.store.db.selectFrom(table).select('state').execute()).map(one => one.state);

describe.each(platformNames)('on %s', platform => {
  async function community() {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await startCop(amira);
    await (platform === 'slack' ? amira : joan).brings('Ben Okafor', 'cop-wound-care');
    await ben.sees(/You're in: Wound Care/, dm);
    await it_.settled();
    return { amira, ben };
  }

  /** Ben takes no direct messages, and on Discord his thread can't be made either. Of Slack's codes none says so of somebody who is there. */
  async function unreachable(): Promise<void> {
    if (platform === 'slack')
      return it_.playground.injects({ on: 'chat.postMessage', does: { refuse: 'cannot_dm_bot' } });
    await it_.person('Ben').closesDirectMessages();
    it_.playground.injects({ on: 'POST /channels/:id/threads', does: { refuse: '160006' } });
  }

  it('whoever asks somebody to facilitate hears that they do not know yet; Home asks them', async () => {
    const { amira, ben } = await community();
    await unreachable();
    await amira.types('/cop facilitators', space);
    await amira.presses('Hand over…');
    await amira.form();
    await amira.submits({ 'Who might facilitate it?': 'Ben Okafor' });
    await amira.sees(/I'm asking @?Ben Okafor whether they'll facilitate/);
    const told = await amira.sees(/I couldn't write to @?Ben Okafor, so they don't know yet/, dm);
    expect(told.buttons.map(one => one.label)).toEqual(['Ask somebody else…', 'Stay facilitator']);
    await it_.settled();
    expect(ben.seesNow(/asks you to take over/, dm)).toEqual([]);
    await amira.types('/cop facilitators', space);
    await amira.sees(/I couldn't reach @?Ben Okafor yet, so they may not know that they are asked/);

    await ben.types('/cop home', space);
    await ben.sees(/You are asked to facilitate Wound Care/);
    await ben.presses("Yes, I'll facilitate");
    await it_.settled();
    expect(await states('nominations')).toEqual(['accepted']);
    await amira.sees(/Ben Okafor said yes and now facilitates Wound Care/, dm);
    await amira.sees(/Ben Okafor has said yes meanwhile/, dm);
    expect(amira.seesNow(/don't know yet/, dm)).toEqual([]);
  });

  it('whoever thinks of somebody for a role hears that they do not know yet; Home asks them', async () => {
    const { amira, ben } = await community();
    await unreachable();
    await amira.types('/cop roles', space);
    await amira.presses('Suggest someone…');
    await amira.form();
    await amira.submits({ 'Who would be good at it?': 'Ben Okafor' });
    await amira.sees(/I'm asking @?Ben Okafor whether they'd like to be/);
    await amira.sees(/I couldn't write to @?Ben Okafor, so they don't know yet that you thought of them/, dm);

    await ben.types('/cop home', space);
    await ben.sees(/You are thought of as/);
    await ben.presses('Yes, gladly');
    await it_.settled();
    expect(await states('role_suggestions')).toEqual(['accepted']);
    await amira.sees(/Ben Okafor said yes, and is/, dm);
    expect(amira.seesNow(/don't know yet/, dm)).toEqual([]);
  });

  it('who has just left, or is a guest, is said by name where somebody chooses them, and nothing is begun', async () => {
    it_ = await stage(platform);
    const [amira, ben, dev] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev')];
    const values = { Name: 'Wound Care', 'What do you care about?': 'Healing wounds', Facilitator: 'Dev Patel' };
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    await dev.leavesWorkspace();
    await amira.submits(values);
    const said = { text: '' };
    if (platform === 'slack') {
      const form = await amira.form(open => open.fields.some(field => field.error !== undefined));
      said.text = form.fields.map(field => field.error ?? '').join('');
    } else said.text = (await amira.sees(/Facilitator.*no longer here/s)).text;
    expect(said.text).toMatch(/They are no longer here, so nobody can ask them\. Choose somebody else/);
    expect(await it_.store.db.selectFrom('cops').select('id').execute()).toEqual([]);

    if (platform === 'slack') await amira.closesForm();
    await startCop(amira);
    await amira.types('/cop invite', space);
    await amira.form();
    await ben.leavesWorkspace();
    await amira.submits({ 'Who would care about this?': ['Ben Okafor', 'Carla Moreno', 'Kofi Mensah'] });
    const outcome = await amira.sees(/Invitations to Wound Care/);
    expect(outcome.text).toMatch(/Ben Okafor: no longer here, so not asked/);
    expect(outcome.text).toMatch(/Carla Moreno.*: asked privately/);
    if (platform === 'slack')
      expect(outcome.text).toMatch(/Kofi Mensah: a guest here\. If they say yes, an administrator/);
    expect(await it_.store.db.selectFrom('invitations').select('state').execute()).toHaveLength(2);
  });
});
