/** The bot's own way in is closed: by its token, a scope or permission, its place in the space or the server. Nothing is lost, nobody is told no, and all goes on once it is mended. */
import { afterEach, describe, expect, it } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { askIn, fillsIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const person = (name: string) => it_.person(name);
/** Who manages channels' members: on Discord an administrator alone. */
const manager = () => person(it_.platform === 'slack' ? 'Amira' : 'Joan');
const parked = async () =>
  (await it_.store.db.selectFrom('effects').select('kind').where('state', '=', 'parked').execute()).map(one => one.kind);
const unsettled = () => it_.store.db.selectFrom('effects').select('kind').where('state', 'in', ['parked', 'failed']).execute();
const requests = () => it_.store.db.selectFrom('join_requests').select('state').execute();
const handsAskedOf = async (name: string) =>
  (await person(name).reads('direct message')).filter(one => /needs a hand/.test(one.text));
const untilParked = (kind: string) =>
  it_.playground.until(async () => (await parked()).includes(kind as never), `${kind} to wait for somebody`);

describe.each(platformNames)('on %s', platform => {
  it('names what really lacks, once for all that waits for it, and goes on when it is given', async () => {
    it_ = await stage(platform);
    const [amira, lacks] = [person('Amira'), platform === 'slack' ? 'pins:write' : 'Pin Messages'];
    if (platform === 'slack') it_.playground.removeScope?.('pins:write');
    else it_.playground.takesPermission?.('PIN_MESSAGES');
    await fillsIn(amira);
    const told = await amira.sees(/needs a hand/, { in: 'direct message' });
    expect(told.text).toContain(lacks);
    expect(told.text).not.toMatch(/Manage/);
    await it_.settled();
    expect((await parked()).filter(kind => kind === 'pin').length).toBeGreaterThan(1);
    expect(await handsAskedOf('Amira')).toHaveLength(1);
    const known = it_.log.filter(line => 'remedy' in line && 'needed' in line && line.needed !== undefined);
    expect(known.filter(line => 'level' in line && line.level === 'error')).toHaveLength(1);
    if (platform === 'slack') {
      it_.playground.givesScope?.('pins:write');
      await amira.presses("It's allowed now, try again", { in: 'direct message' });
    } else it_.playground.givesPermission?.('PIN_MESSAGES'); // heard by itself
    await it_.playground.until(async () => (await amira.pinsOf('cop-wound-care')).length === 4, 'all to be pinned');
    await it_.settled();
    expect(await unsettled()).toEqual([]);
  });

  it('put out of the space, asks to be brought back, closes nothing meanwhile, and goes on there', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [person('Amira'), person('Ben')];
    await startCop(amira);
    await it_.settled();
    await manager().throwsOut('CoP Bot', 'cop-wound-care');
    const asked = await amira.sees(/needs a hand/, { in: 'direct message' });
    expect(asked.text).toMatch(platform === 'slack' ? /somebody in it types \/invite and chooses me/ : /gives me View Channels/);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await amira.presses('Approve', { in: 'direct message', with: /Ben Okafor asks to join/ });
    await untilParked('admit');
    await it_.settled();
    expect(await requests()).toEqual([{ state: 'approved' }]);
    expect(ben.seesNow(/no longer|couldn't be/)).toEqual([]);
    expect(await handsAskedOf('Amira')).toHaveLength(1);
    await manager().brings('CoP Bot', 'cop-wound-care');
    await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
    await it_.settled();
    expect(await unsettled()).toEqual([]);
  });

  it('keeps a kind no for as long as the token is not taken', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben] = [person('Amira'), person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await it_.settled();
    const isClosed = refusesToken(it_);
    await it_.store.db.transaction().execute(async () => {}); // nothing is under way
    await it_.happened({ kind: 'allowed', workspace: { platform, id: it_.playground.workspaceId() } });
    await amira.presses('Decline…', { with: /Ben Okafor asks to join/ }).catch(() => {});
    isClosed();
    expect(ben.hasForm()).toBe(false);
  });
});

function refusesToken({ platform, playground }: Stage): () => void {
  if (platform === 'slack') {
    playground.refusesToken?.('bot', 'invalid_auth');
    return () => playground.takesToken?.('bot' as never);
  }
  (playground.takesToken as () => void)();
  return () => playground.givesToken?.();
}
