/** A request that nobody answers is brought to mind, days later, over the wire. */
import { afterEach, describe, expect, it } from 'vitest';
import { hoursIn } from '../../src/bot/clockwork/hours.ts';
import { unchosen } from '../../src/domain/settings.ts';
import * as settings from '../../src/store/settings.ts';
import { goesOnTo, movableClock } from '../support/clock.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

const day = 24 * 3600_000;
let it_: Stage;
afterEach(() => it_?.stop());

/** On Slack Amira has chosen hers; on Discord it is the workspace's. */
const london = hoursIn('Europe/London');

async function chosen(supportChannel: string | undefined): Promise<void> {
  const { id, network_id } = await it_.store.db.selectFrom('workspaces').selectAll().executeTakeFirstOrThrow();
  await it_.store.db
    .transaction()
    .execute(tx => settings.save(tx, { ...unchosen(network_id, id), supportChannel, timeZone: 'Europe/London' }));
}

/** A minute after they may be disturbed, so many days after the request was made. */
async function goOnTo(days: number, clock: ReturnType<typeof movableClock>): Promise<void> {
  const { created_at } = await it_.store.db.selectFrom('join_requests').select('created_at').executeTakeFirstOrThrow();
  goesOnTo(clock, london, created_at + days * day);
}

describe.each(platformNames)('on %s', platform => {
  it('reminds the facilitator after two days and after five, and tells the Support Team after ten', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await joan.makesChannel('support', { private: true });
    await joan.brings('CoP Bot', 'support');
    await startCop(amira);
    await chosen((await joan.channels()).find(channel => channel.name === 'support')?.id);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join Wound Care/, { in: 'direct message' });

    await goOnTo(2, clock);
    const first = await amira.sees(/Ben Okafor still hopes to join Wound Care, and asked /, { in: 'direct message' });
    expect(first.text).toMatch(/leg-ulcer clinic in Leeds/);
    expect(first.buttons.map(button => button.label)).toEqual(['Approve', 'Talk first', 'Decline…']);
    await goOnTo(5, clock);
    await it_.playground.until(() => amira.seesNow(/still hopes to join/).length === 2, 'a second reminder');
    await goOnTo(10, clock);
    const told = await joan.sees(/Ben Okafor asked to join Wound Care .*two reminders/s, { in: 'support' });
    expect(told.text).not.toMatch(/clinic/);
    expect(told.buttons).toEqual([]);

    await amira.presses('Approve', { in: 'direct message', with: /still hopes to join/ });
    await it_.settled();
    await it_.playground.until(
      () => amira.seesNow(/You said yes .*Ben Okafor is in/).length === 3,
      'every copy to be decided',
    );
    expect(amira.seesNow(/still hopes/)).toEqual([]);
    await joan.sees(/That is settled. @Amira Haddad said yes/, { in: 'support' });
    await ben.sees(/Please welcome @Ben Okafor/, { in: 'cop-wound-care' });
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });
});
