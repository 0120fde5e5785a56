/** What the page asks for on a person's behalf: each is something that a person could do in the platform's own client. */
import { z } from 'zod';
import type { FormValue, Persona } from '../driver.ts';
import type { Act, SentFile } from './exchange.ts';
import { arrive, doByHand, type Played } from './hands/index.ts';

const at = { channelId: z.string(), id: z.string() };
const place = z.string().max(200).optional();
const file = z.object({
  name: z.string().min(1).max(255),
  type: z.string().max(200),
  base64: z.string().max(14_000_000),
});

export const askedFor: z.ZodType<Act> = z.discriminatedUnion('does', [
  z.object({ does: z.literal('types'), line: z.string().max(40_000), in: place }),
  z.object({ does: z.literal('posts'), text: z.string().max(40_000), in: z.string(), files: z.array(file).max(10) }),
  z.object({
    does: z.literal('presses'),
    label: z.string(),
    message: z.string().optional(),
    control: z.string(),
    in: place,
  }),
  z.object({ does: z.literal('chooses'), menu: z.string(), option: z.string(), message: z.string(), in: place }),
  z.object({ does: z.literal('uses'), shortcut: z.string(), ...at }),
  z.object({ does: z.literal('pins'), ...at }),
  z.object({ does: z.literal('unpins'), ...at }),
  z.object({ does: z.literal('deletes'), ...at }),
  z.object({ does: z.enum(['edits', 'replies']), text: z.string().max(40_000), ...at }),
  z.object({ does: z.enum(['reacts', 'unreacts']), emoji: z.string().max(20), ...at }),
  z.object({
    does: z.literal('by-hand'),
    verb: z.string().max(50),
    channel: place,
    person: place,
    given: z.record(z.string(), z.union([z.string().max(1000), z.array(z.string().max(200)).max(50)])),
  }),
  z.object({ does: z.literal('arrives'), by: z.string().max(500).optional() }),
  z.object({
    does: z.literal('submits'),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string()), file])),
  }),
  z.object({ does: z.literal('closes-form') }),
  z.object({ does: z.literal('opens-home') }),
]);

const bodyOf = ({ name, type, base64 }: SentFile) => ({ name, type, body: Buffer.from(base64, 'base64') });

const givenIn = (value: string | string[] | SentFile): FormValue =>
  typeof value === 'object' && 'base64' in value ? bodyOf(value) : value;

export async function perform(playground: Played, as: string, act: Act): Promise<void> {
  if (act.does === 'by-hand') return doByHand(playground, as, act);
  if (act.does === 'arrives') return arrive(playground, as, act.by);
  return performAs(playground.person(as), act);
}

type Mine = Exclude<Act, { does: 'by-hand' | 'arrives' }>;

async function performAs(persona: Persona, act: Mine): Promise<void> {
  const where = (place: string | undefined) => (place === undefined ? {} : { in: place });
  switch (act.does) {
    case 'types':
      return persona.types(act.line, act.in === undefined ? undefined : { in: act.in });
    case 'posts':
      await persona.posts(act.in, act.text, act.files.map(bodyOf));
      return;
    case 'presses':
      return persona.presses(act.label, {
        ...where(act.in),
        ...(act.message === undefined ? {} : { message: act.message }),
        control: act.control,
      });
    case 'chooses':
      return persona.chooses(act.menu, act.option, { ...where(act.in), message: act.message });
    case 'uses':
      return persona.uses(act.shortcut, act);
    case 'pins':
      return persona.pins(act);
    case 'unpins':
      return persona.unpins(act);
    case 'deletes':
      return persona.deletes(act);
    case 'edits':
      return persona.edits(act, act.text);
    case 'replies':
      await persona.replies(act, act.text);
      return;
    case 'reacts':
      return persona.reacts(act, act.emoji);
    case 'unreacts':
      return persona.unreacts(act, act.emoji);
    case 'submits':
      return persona.submits(Object.fromEntries(Object.entries(act.values).map(([label, v]) => [label, givenIn(v)])));
    case 'closes-form':
      return persona.closesForm();
    case 'opens-home':
      await persona.home();
      return;
  }
}
