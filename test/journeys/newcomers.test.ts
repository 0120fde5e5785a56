/** A question of the CoP's own to who asks in, and its own words to who comes in. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const direct = { in: 'direct message' } as const;

describe.each(platformNames)('on %s', platform => {
  /** Slack's client says itself that a field may stay empty. */
  const field = (label: string) => (platform === 'slack' ? `${label} (optional)` : label);
  const question = 'Which ward are you on?';

  async function words(amira: Persona, values: Record<string, string>): Promise<void> {
    await amira.types('/cop edit', { in: 'cop-wound-care' });
    await amira.presses('For newcomers', { with: /^Edit/ });
    await amira.form();
    await amira.submits(values);
    await amira.sees(/Saved: Wound Care/);
  }

  it('asks what the facilitator asks, and welcomes in their words', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    await words(amira, {
      'Your question to people who ask to join': `  ${question} `,
      'Your words of welcome': 'We meet on *Thursdays*.\n\n\n\nAsk @everyone anything.',
    });
    const saved = await amira.sees(/Saved: Wound Care/);
    expect(saved.text).toMatch(/That's how it is from now on/);

    await amira.presses('Change something else');
    const all = await amira.sees(/Asked of people who want to join: Which ward are you on\?/);
    expect(all.text).toMatch(/Read by newcomers: We meet on \*Thursdays\*/);
    await amira.presses('Name and statement', { with: /Which ward/ });
    await amira.form();
    await amira.submits({ 'Core statement': 'We are nurses, who care' });
    await amira.sees(/Saved: Wound Care/);
    await it_.settled();

    await ben.types('/cop find wound', { in: 'general' });
    await ben.presses('Request to join', { with: /Wound Care/ });
    expect((await ben.form()).fields[0]?.label).toBe(field(question));
    await ben.submits({ [field(question)]: 'Ward seven' });
    await ben.sees(/Your request is with the facilitators/);
    const asked = await amira.sees(/asks to join Wound Care/, direct);
    expect(asked.text).toMatch(/Which ward are you on\?\s+>?\s*Ward seven/);

    await words(amira, {
      'Your question to people who ask to join': '',
      'Your words of welcome': 'We meet on *Thursdays*.\n\nAsk @everyone anything.',
    });
    await amira.presses('Approve', direct);
    const welcome = await ben.sees(/You're in: Wound Care/, direct);
    expect(welcome.text).toMatch(
      /We meet on \*Thursdays\*\.\s+>?\s*Ask @everyone anything\.[\s\S]*What is pinned there/,
    );
    expect((await amira.sees(/said yes/, direct)).text).toMatch(/Which ward are you on\?/); // as it was asked

    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });
});
