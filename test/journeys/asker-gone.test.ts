/** Who would like to talk with the Support Team, or waits for its word, leaves the workspace or is put out of it: it isn't offered to the team any more, and back again they can ask anew. */
import { afterEach, describe, expect, it } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { fillsIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
let clock: ReturnType<typeof movableClock>;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
const general = { in: 'general' } as const;
const support = { in: 'support' } as const;
const how = 'How would you like your first conversation?';

const ways = platformNames.flatMap(platform =>
  (platform === 'slack' ? (['at once', 'meanwhile'] as const) : (['meanwhile', 'within the hour'] as const)).map(
    when => [platform, when] as const,
  ),
);

describe.each(ways)('on %s, told or found %s', { timeout: 60_000 }, (platform, when) => {
  async function begins(values: Record<string, string> = {}) {
    clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan, values);
    return { amira, joan };
  }
  async function goes(who: ReturnType<Stage['person']>): Promise<void> {
    if (when === 'meanwhile') return it_.away(() => who.leavesWorkspace());
    await who.leavesWorkspace();
    if (when === 'within the hour') clock.passes(3600_000);
  }

  it('a talk that was asked for is off, and they read so once they are back', async () => {
    const { amira, joan } = await begins();
    await startCop(amira, { [how]: 'By phone' });
    await joan.sees(/would like to talk with you about Wound Care, by phone/, support);
    await joan.presses("I'll take it", support);
    await joan.form();
    await joan.submits({ 'When? (optional)': 'Tuesday' });
    await amira.sees(/Joan Mills will call you about Wound Care/, dm);
    await it_.settled();

    await goes(amira);
    const card = await joan.sees(/Amira Haddad was no longer here, so there's nothing left for you to do/, support);
    expect(card.buttons).toEqual([]);
    await it_.settled();
    await joan.types('/cop home', general);
    expect((await joan.sees(/CoPs|What waits/, general)).text).not.toMatch(/Somebody would like to talk|Amira/);

    await it_.away(() => amira.returnsToWorkspace());
    await it_.settled();
    await amira.sees(/You were no longer here, so the conversation about Wound Care is off/, dm);
  });

  it('a CoP that waited for it isn’t started, and its name is free for them', async () => {
    const { amira, joan } = await begins({ 'Who may start a CoP, and how?': 'Anyone, after a conversation' });
    await fillsIn(amira, { [how]: 'By email' });
    await amira.sees(/Wound Care is with the Support Team/, general);
    await joan.sees(/would like to start Wound Care/, support);
    await joan.presses('Not yet…', support);
    await joan.form();
    await joan.submits({ 'A kind word: why, and what would help?': 'In spring' });
    await amira.sees(/not just yet/, dm);
    await it_.settled();

    await goes(amira);
    const card = await joan.sees(/Amira Haddad was no longer here/, support);
    expect(card.text).toMatch(/The CoP was not started/);
    expect(card.buttons).toEqual([]);
    await it_.settled();

    await it_.away(() => amira.returnsToWorkspace());
    const told = await amira.sees(/You were no longer here, so it wasn't started/, dm);
    expect(told.buttons).toEqual([]);
    await fillsIn(amira, { [how]: 'By phone' });
    await joan.sees(/would like to start Wound Care, and to talk it over with you first, by phone/, support);
    const cops = await it_.store.db.selectFrom('cops').select('state').orderBy('created_at').execute();
    expect(cops.map(one => one.state)).toEqual(['not-started', 'proposed']);
  });
});
