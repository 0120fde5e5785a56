/** What people do again and again in journeys. */
import type { Persona, PlatformName } from '../../playground/driver.ts';

/** Starts Wound Care and waits until the space is ready. */
export async function startCop(who: Persona, values: Record<string, string> = {}): Promise<void> {
  await fillsIn(who, values);
  await who.sees(/Your space is ready/);
}

export async function fillsIn(who: Persona, values: Record<string, string> = {}): Promise<void> {
  await who.types('/startcop', { in: 'general' });
  await who.form();
  await who.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing wounds that will not close', ...values });
}

/** Finds it and asks in. */
export async function askIn(
  who: Persona,
  words = "I run the leg-ulcer clinic in Leeds and we're stuck on follow-up.",
  more: Record<string, string> = {},
): Promise<void> {
  await who.types('/cop find wound', { in: 'general' });
  await who.presses('Request to join', { with: /Wound Care/ });
  await who.form();
  await who.submits({ 'What brings you here? (optional)': words, ...more });
  await who.sees(/Your request is with the facilitators/);
}

/** Who asks in is let in, and knows. */
export async function letsIn(facilitator: Persona, who: Persona): Promise<void> {
  await askIn(who);
  await facilitator.presses('Approve', { in: 'direct message', with: new RegExp(`${who.name} asks`) });
  await who.sees(/You're in/, { in: 'direct message' });
}

/** Joan administers the workspace and is the Support Team: its channel is there, with the bot in it, and chosen. */
export async function setUp(joan: Persona, values: Record<string, string> = {}): Promise<void> {
  await joan.makesChannel('support', { private: true });
  await joan.brings('CoP Bot', 'support');
  await joan.types('/cop setup', { in: 'general' });
  const all = Object.entries({ "The Support Team's channel": 'support', ...values });
  for (const [section, fields] of Object.entries(setUpSections)) {
    const chosen = all.filter(([label]) => fields.test(label));
    if (chosen.length === 0) continue;
    await joan.presses(section);
    await joan.form();
    await joan.submits(Object.fromEntries(chosen));
    await joan.sees(/Saved/);
  }
}

/** Which of its fields each section of `/cop setup` has. */
const setUpSections = {
  'Support Team and starting': /Support Team|start/,
  Forum: /forum/,
  'Language and time zone': /Language|Time zone/,
} as const;

/** A field that may stay empty, as its label reads: Slack's client says so itself, and in its own words. */
export const mayStayEmpty = (platform: PlatformName, label: string): string =>
  platform === 'slack' ? `${label} (optional)` : label;
