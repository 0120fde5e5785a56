import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toComponents } from '../../src/adapters/discord/components.ts';
import type { CopId, JoinRequestId, WorkspaceKey } from '../../src/domain/ids.ts';
import * as reminders from '../../src/store/reminders.ts';
import * as settings from '../../src/store/settings.ts';
import { invocation } from '../support/desk.ts';
import { al, amira, at, mo, nia, sam, type Village, village } from '../support/village.ts';
import { answerWords } from '../support/words.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const home = (who: typeof amira) => it_.presses(who, 'home show');
const onPanel = (who: typeof amira, command: string, options: Record<string, string>) =>
  it_.invoke(invocation(who, command, { ...options, panel: 'home' }, { from: 'panel' }));

/** Sam, whom the platform told to be in the Support Team's channel. */
async function isOfSupport() {
  await home(sam);
  const row = await it_.store.db
    .selectFrom('persons')
    .select(['id', 'network_id'])
    .where('name', '=', 'Sam')
    .executeTakeFirstOrThrow();
  await it_.store.db
    .transaction()
    .execute(tx => settings.joinSupport(tx, row.network_id, 'discord:here' as WorkspaceKey, row.id, 1));
  return row;
}

describe('home', () => {
  it('is friendly where there is nothing yet', async () => {
    expect(await home(sam)).toBe(
      "This week\nYou aren't in a CoP yet. Is there something you care about, and would rather not figure out alone? Find the people who care about it too, or start with two or three of them: it takes two minutes.\n[Find a CoP]\n[Start a CoP]",
    );
  });

  it('shows a facilitator their CoP and who asks in', async () => {
    expect(await home(amira)).toBe(
      [
        'This week',
        'One thing is waiting for you',
        '@Al asks to join Wound Care: “I run a clinic” [Approve] [Talk first] [Decline…]',
        'New in your libraries: Dressing protocol (Wound Care)',
        'Your CoPs',
        'Wound Care #cop-1 (you facilitate it)',
        '3 people, one document',
        'Meets next: 2026-03-10',
        'Latest in its library: Dressing protocol [Library] [Invite] [Share] [Roles] [Edit] [More…: Add to the library, Tidy the library, Core statement, Ask for a chat, Facilitators]',
        '/cop docs find looks things up in a library. /cop help shows all you can do.',
        '[Find a CoP]',
        '[Start a CoP]',
      ].join('\n'),
    );
  });

  it('shows in one line what somebody wrote in paragraphs', async () => {
    await it_.presses(sam, 'join-request make', { cop: it_.cop, words: 'I nurse.\n\nI heal.' });
    expect(await home(amira)).toContain('@Sam asks to join Wound Care: “I nurse. I heal.”');
  });

  it('invites nobody to ask again who was in it meanwhile, and was taken out', async () => {
    await it_.presses(amira, 'join-request decline', { request: it_.request });
    expect(await home(al)).toMatch(/not this time\. You may ask again/);
    it_.passes(1000);
    await it_.happened({
      kind: 'joined',
      id: 'by hand',
      space: { platform: 'discord', workspace: 'here', id: 'space-1' },
      who: { platform: 'discord', workspace: 'here', id: al.id, name: 'Al' },
    });
    it_.passes(1000);
    await it_.presses(amira, 'membership remove', { cop: it_.cop, person: al.id, again: 'year' });
    expect(await home(al)).not.toMatch(/ask again/);
  });

  it('shows who is asked to facilitate what they may answer', async () => {
    expect(await home(nia)).toMatch(
      /You are asked to facilitate Wound Care: Healing wounds \[Yes, I'll facilitate\] \[Not me\]/,
    );
  });

  it('is drawn anew after a press on it, with what was done above', async () => {
    const answer = await onPanel(amira, 'join-request approve', { request: it_.request });
    expect(answer).toMatchObject({ shows: 'card' });
    expect(answerWords(answer)).toMatch(
      /^This week\n@Al asks to join Wound Care\.\nI run a clinic\nYou said yes \(2026-03-03\), and Al is being let in\.\nNothing is waiting for you\.\nNew in your libraries.*\nYour CoPs/,
    );
    expect('lasting' in answer && answer.lasting && answerWords({ say: answer.lasting, shows: 'card' })).toBe(
      await home(amira),
    );
  });

  it('takes the applicant back there after they withdraw, and a nominee after a no', async () => {
    expect(answerWords(await onPanel(al, 'join-request withdraw', { request: it_.request }))).toMatch(
      /^This week\nDone: your request to Wound Care is taken back.*\nYou aren't in a CoP yet/,
    );
    expect(answerWords(await onPanel(nia, 'nomination decline', { nomination: it_.nomination }))).toMatch(
      /^This week\n.*\nYou said no \(/,
    );
  });

  it('comes back from the form that was opened on it', async () => {
    const opened = await it_.form(invocation(amira, 'join-request decline', { request: it_.request, panel: 'home' }));
    expect(opened).toMatchObject({ show: { does: { options: { request: it_.request, panel: 'home' } } } });
  });

  it('says so, and is as it should be, where somebody else was first', async () => {
    await it_.presses(al, 'join-request withdraw', { request: it_.request });
    expect(answerWords(await onPanel(amira, 'join-request approve', { request: it_.request }))).toMatch(
      /^This week\nThe request was taken back.*\nNothing is waiting for you\.\n.*\nYour CoPs/,
    );
  });

  it('lets nobody do there what they may not', async () => {
    expect(answerWords(await onPanel(mo, 'join-request approve', { request: it_.request }))).toMatch(
      /Only the facilitators/,
    );
    expect(await it_.store.db.selectFrom('join_requests').select('state').execute()).toEqual([{ state: 'pending' }]);
  });

  it('fits on Discord however much there is, its ways on included', async () => {
    for (let n = 0; n < 9; n++) {
      const who = at('here', `u-${n}`, `Person ${n}`);
      await it_.presses(who, 'join-request make', { cop: it_.cop, words: 'x'.repeat(500) });
    }
    for (let n = 0; n < 20; n++) {
      it_.passes(15 * 60_000); // nobody starts that many at once
      await it_.presses(amira, 'cop start', { name: `Community ${n}`, domain: 'x'.repeat(100) });
    }
    await it_.store.db.updateTable('cops').set({ state: 'open' }).execute();
    for (const name of ['Another']) await it_.presses(amira, 'join-request make', { cop: name });
    const answer = await it_.invoke(invocation(amira, 'home show'));
    expect(answerWords(answer)).toMatch(
      /10 things are waiting for you; these came first[\s\S]*… and 6 more\. You find them all/,
    );
    const drawn = JSON.stringify('say' in answer && toComponents(answer.say));
    for (const words of ['Approve', 'Your CoPs', 'Withdraw the request', 'Find a CoP', 'Start a CoP'])
      expect(drawn).toContain(words);
    expect(drawn.match(/"type":/g)?.length).toBeLessThanOrEqual(40);
  });

  it('shows the Support Team what has waited for long, never what was written', async () => {
    const { network_id: network } = await isOfSupport();
    await it_.store.db.transaction().execute(async tx => {
      const row = { reader: 'support', step: 'last', day: '2026-03-13' } as const;
      await reminders.add(tx, network, it_.request as JoinRequestId, row, 1);
    });
    const words = await home(sam);
    expect(words).toMatch(
      /For the Support Team.*\n@Al asked to join Wound Care \(2026-03-03\), and its facilitators haven't answered/,
    );
    expect(words).not.toMatch(/clinic/);
    expect(await home(mo)).not.toMatch(/Support Team|Al asked/);
    await it_.presses(amira, 'join-request approve', { request: it_.request });
    expect(await home(sam)).not.toMatch(/haven't answered/);
  });

  it('says to the Support Team, and to who asked, that nobody facilitates it, where nobody does', async () => {
    const { network_id: network } = await isOfSupport();
    await it_.store.db.transaction().execute(async tx => {
      const row = { reader: 'support', step: 'last', day: '2026-03-13' } as const;
      await reminders.add(tx, network, it_.request as JoinRequestId, row, 1);
    });
    await it_.store.db
      .updateTable('cops')
      .set({ unattended_since: 1 })
      .where('id', '=', it_.cop as CopId)
      .execute();
    expect(await home(sam)).toMatch(/asked to join Wound Care \(2026-03-03\), and nobody facilitates it at the moment/);
    const network_ = await it_.presses(sam, 'network show');
    expect(network_).toMatch(/Wound Care: a request to join waits since .*; nobody facilitates it at the moment/);
    expect(`${await home(sam)}${network_}`).not.toContain("its facilitators haven't answered");
    const back = await it_.presses(al, 'join-request withdraw', { request: it_.request });
    expect(back).toMatch(/Done: your request to Wound Care is taken back\. You can ask again/);
  });

  it('lets the Support Team take a first conversation from there, once', async () => {
    await isOfSupport();
    expect(await home(sam)).toMatch(
      /Somebody would like to talk with the Support Team about Wound Care.*I'll take it/s,
    );
    const taken = await it_.presses(sam, 'first-conversation take', { conversation: it_.conversation, panel: 'home' });
    expect(taken).toMatch(/This week/);
    expect(taken).not.toMatch(/would like to talk with the Support Team/);
    expect(await home(mo)).not.toMatch(/Support Team/);
  });

  it('takes at most 8 statements', async () => {
    await home(amira);
    it_.statements.length = 0;
    await home(amira);
    expect(it_.statements.filter(sql => !/^(begin|commit)/.test(sql)).length).toBeLessThanOrEqual(8);
  });
});
