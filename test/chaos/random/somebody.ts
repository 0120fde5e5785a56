/** What somebody does in a client without knowing what for: presses what there is, types, fills in, posts, and does things by hand. */
import type { Persona } from '../../../playground/driver.ts';
import { doByHand, handsOn, type Played } from '../../../playground/page/hands/index.ts';
import type { OpenChannel, Screen } from '../../../playground/screen.ts';
import type { Chance } from '../seeded.ts';
import { type Control, controlsIn } from './controls.ts';
import { fileOf, filledIn, lines, names, oneOf, wordsOf } from './given.ts';

export interface Somebody {
  readonly playground: Played;
  readonly persona: Persona;
  readonly chance: Chance;
  now(): number;
  /** What they are about to do, in words. */
  says(what: string): void;
}

interface There extends Somebody {
  readonly screen: Screen;
  readonly open: OpenChannel;
}

const latest = 25;

export async function actsSomehow(who: Somebody): Promise<void> {
  const { playground, persona, chance } = who;
  if (persona.hasForm()) return fills(who);
  const { channels } = playground.screen(persona.name, { read: {} });
  const channel = oneOf(chance, channels)?.id;
  const screen = playground.screen(persona.name, { ...(channel && { channel }), read: {} });
  if (!screen.open) return;
  await oneOf(chance, ways)({ ...who, screen, open: screen.open });
  if (persona.hasForm() && chance.next() < 0.85) await fills(who);
}

type Way = (there: There) => Promise<unknown> | undefined;

/** Each as often as it stands here. */
const ways: readonly Way[] = [...many(12, presses), ...many(3, types), ...many(4, writes), byHand];

function many(often: number, way: Way): readonly Way[] {
  return Array.from({ length: often }, () => way);
}

async function fills({ persona, chance, now, says }: Somebody): Promise<void> {
  const { title, fields } = await persona.form();
  if (chance.next() < 0.15) {
    says(`closes ${title}`);
    return persona.closesForm();
  }
  const values = filledIn(fields, chance, now());
  says(`submits ${title} ${JSON.stringify(values)}`);
  await persona.submits(values);
}

function presses({ persona, chance, screen, open, says }: There): Promise<unknown> | undefined {
  const atHome = screen.home && chance.next() < 0.15 ? controlsIn(screen.home) : [];
  const inMessages = open.messages
    .slice(-latest)
    .flatMap(({ id, drawing }) => controlsIn(drawing).map(one => ({ ...one, message: id })));
  const all: readonly (Control & { readonly message?: string })[] = atHome.length > 0 ? atHome : inMessages;
  if (all.length === 0) return undefined;
  const { label, id, options, message } = oneOf(chance, all);
  if (options && message) {
    const option = oneOf(chance, options);
    says(`chooses ${option} of “${label}”`);
    return persona.chooses(label, option, { message });
  }
  says(`presses “${label}” in ${message ? open.name : 'home'}`);
  return persona.presses(label, { control: id, ...(message ? { message } : { in: 'home' }) });
}

/** On Slack completion tells of all that may follow, in one line. */
async function types({ playground, persona, chance, open, says }: There): Promise<void> {
  const offered = await persona.completions(playground.platform === 'slack' ? '/cop ' : '/', { in: 'general' });
  const commands =
    playground.platform === 'discord'
      ? offered.map(one => one.label)
      : ['/startcop', ...offered.flatMap(one => one.options ?? []).flatMap(one => one.name.split(' · '))];
  const command = oneOf(chance, commands)
    .replace(/^(?!\/)/, '/cop ')
    .replace('!', '');
  const line = chance.next() < 0.5 ? `${command} ${wordsOf(chance)}`.trim() : command;
  says(`types ${line} in ${open.name}`);
  await persona.types(line, { in: open.kind === 'direct' ? 'general' : open.name });
}

const does = ['posts', 'posts', 'pins', 'edits', 'deletes', 'replies', 'uses'] as const;

function writes({ persona, chance, screen, open, says }: There): Promise<unknown> | undefined {
  if (!open.composer || open.kind === 'direct') return undefined;
  const what = oneOf(chance, does);
  const words = oneOf(chance, lines);
  const own = what === 'edits' || what === 'deletes';
  const messages = open.messages.filter(one => !one.system && !one.onlyYou && (!own || one.mine));
  const message = messages.length > 0 ? oneOf(chance, messages) : undefined;
  says(`${what} in ${open.name}`);
  if (what === 'posts') return persona.posts(open.name, words, chance.next() < 0.3 ? [fileOf(chance)] : []);
  if (!message) return undefined;
  const on = { id: message.id, channelId: open.id };
  if (what === 'pins') return message.pinned ? persona.unpins(on) : persona.pins(on);
  if (what === 'edits') return persona.edits(on, words);
  if (what === 'deletes') return persona.deletes(on);
  if (what === 'replies') return persona.replies(on, words);
  const [shortcut] = screen.shortcuts;
  return shortcut === undefined ? undefined : persona.uses(shortcut, on);
}

/** Of the playground's hands, what people do to each other and to channels. */
function byHand({ playground, persona, chance, open, says }: There): Promise<void> | undefined {
  const verbs = handsOn(playground).verbs.filter(
    ({ on, archived, kinds }) =>
      on !== 'platform' &&
      (archived === undefined || archived === open.archived) &&
      (kinds ? kinds.includes(open.kind) : open.kind !== 'direct'),
  );
  const chosen = oneOf(chance, verbs);
  if (!chosen) return undefined;
  const { verb, label, asks } = chosen;
  const givenFor = ({ kind, options = [] }: (typeof asks)[number]): string | string[] => {
    if (kind === 'words') return oneOf(chance, ['elsewhere', 'cop-else', 'talk']);
    if (kind === 'several') return options.filter(() => chance.next() < 0.3);
    return oneOf(chance, kind === 'choice' ? options : names);
  };
  const given = Object.fromEntries(asks.map(one => [one.name, givenFor(one)]));
  const person = oneOf(
    chance,
    names.filter(one => one !== persona.name),
  );
  says(`by hand: ${label} ${JSON.stringify({ in: open.name, person, ...given })}`);
  return doByHand(playground, persona.name, { verb, channel: open.name, person, given });
}
