/** What one meeting asks of a platform, from its being called to its end: every call of the bot's, by name, over the wire. */
import { afternoonIn, whenIn } from '../test/support/scenes.ts';
import type { Stage } from '../test/support/stage.ts';

export type Calls = Readonly<Record<string, number>>;

export interface MeetingCalls {
  /** From `/cop meet` until its card stands, and the welcome says when they meet. */
  readonly called: Calls;
  /** Ten answers, each after the one before was shown. */
  readonly answered: Calls;
  /** With three people coming. */
  readonly moved: Calls;
  /** Its end comes. */
  readonly held: Calls;
  /** With something promised; it is in the library then. */
  readonly writtenUp: Calls;
}

/** Every hour, whoever meets. */
const looks = new Set(['users.conversations', 'conversations.members', 'users.list']);
const space = { in: 'cop-wound-care' } as const;
const day = 24 * 3600_000;

/** In Wound Care, of which Amira, Ben and Dev are members. `passes`: so much later, for the bot and the platform. */
export async function meetingOf(
  it: Pick<Stage, 'platform' | 'playground' | 'person' | 'settled'>,
  clock: { now(): number; passes(ms: number): void },
): Promise<MeetingCalls> {
  const [amira, ben, dev] = [it.person('Amira'), it.person('Ben'), it.person('Dev')];
  const at = afternoonIn(clock.now(), 7);
  const counted = async (what: () => Promise<unknown>): Promise<Calls> => {
    it.playground.clearTraffic();
    await what();
    await it.settled();
    const calls: Record<string, number> = {};
    for (const { direction, name } of it.playground.traffic)
      if (direction === 'call' && !looks.has(name)) calls[name] = (calls[name] ?? 0) + 1;
    return calls;
  };
  /** On Slack a press is answered by a call of its own, on Discord in the answer to its event. */
  const answers = async (many: number) => {
    const said = () => it.playground.traffic.filter(one => one.direction === 'call' && one.name === 'response_url');
    if (it.platform === 'slack') await it.playground.until(() => said().length >= many, 'an answer');
    await it.settled();
  };
  const fills = async (when: number, values: Readonly<Record<string, string>>) =>
    ben.submits({ ...values, ...whenIn(await ben.form(), when) });

  const called = await counted(async () => {
    await ben.types('/cop meet', space);
    await fills(at, { 'What about?': 'Who turns the heels?' });
    await ben.presses('Yes, call it', { with: /heels/ });
    await amira.sees(/heels.*Nobody has said yet/s, space);
    await answers(2);
  });
  const answered = await counted(async () => {
    let presses = 0;
    const press = async (who: typeof amira, label: string) => {
      presses += 1;
      await who.presses(label, space);
      await answers(presses);
    };
    for (const label of ["I'll come", 'Not this time', "I'll come"])
      for (const who of [amira, ben, dev]) await press(who, label);
    await press(amira, "I'll come"); // said before: nothing changes
  });
  const moved = await counted(async () => {
    await ben.chooses(it.platform === 'discord' ? 'More…' : '', 'Move it…', space); // Slack's dots bear no name
    await fills(at + day, {});
    await amira.sees(/heels\? has changed/);
    await answers(1);
  });
  const held = await counted(async () => {
    clock.passes(at + day + 2 * 3600_000 - clock.now());
    await amira.sees(/We met on/, space);
  });
  const writtenUp = await counted(async () => {
    await ben.presses('Write it up…', space);
    await ben.form();
    await ben.submits({
      'What did we learn?': 'Offload early.',
      'What did we promise? (optional)': '@Dev asks the ward',
    });
    await amira.sees(/Notes: .*heels/s, space);
    await answers(1);
  });
  return { called, answered, moved, held, writtenUp };
}
