/** What people do again and again in journeys. */
import { DateTime } from 'luxon';
import type { Persona, PlatformName, SeenForm } from '../../playground/driver.ts';
import type { Stage } from './stage.ts';

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

/** Slack's Wound Care is shared with another organisation, and who facilitates it has heard so. */
export async function startsShared(
  { playground, settled }: Pick<Stage, 'playground' | 'settled'>,
  who: Persona,
): Promise<void> {
  await startCop(who);
  playground.connects?.('cop-wound-care');
  await who.sees(/Somebody shared the space of Wound Care/, { in: 'direct message' });
  await settled();
}

/** A week before: its members read so. */
export async function announcesClosing(platform: PlatformName, facilitator: Persona): Promise<void> {
  await facilitator.types(platform === 'slack' ? '/cop close' : '/cop tend close', { in: 'cop-wound-care' });
  await facilitator.form();
  await facilitator.submits({});
  await facilitator.sees(/Wound Care is to be closed/);
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

/** At two in the afternoon of that day, where the bot runs. */
export const afternoonIn = (now: number, days: number): number =>
  DateTime.fromMillis(now).startOf('day').plus({ days }).set({ hour: 14 }).toMillis();

/** A time, in the form's field for it: Slack's picker gives a moment; on Discord it is typed, and read in the zone where the bot runs. */
export function whenIn({ fields, title }: SeenForm, at: number, label = /^When/): Record<string, string> {
  const field = fields.find(one => label.test(one.label));
  if (!field) throw new Error(`${title} asks for no time: ${fields.map(one => one.label).join(', ')}`);
  const picked = `${new Date(at).toISOString().slice(0, 16)}Z`;
  return { [field.label]: field.kind === 'moment' ? picked : DateTime.fromMillis(at).toFormat('yyyy-MM-dd HH:mm') };
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
