/** What somebody typed after a slash → a command and its options. */
import type { CommandSpec, Invoke } from '../../platform/chat-platform.ts';

/** The longest command whose words were typed; the rest is the value of its first option. */
export function typed(specs: readonly CommandSpec[], line: string): Invoke | undefined {
  const words = line.trim().split(/\s+/);
  const [first = ''] = words;
  const own = specs.filter(spec => spec.slash?.split(' ')[0] === first);
  const named = own
    .map(spec => ({ spec, path: spec.slash?.split(' ') ?? [] }))
    .filter(({ path }) => path.every((word, n) => words[n]?.toLowerCase() === word))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (named) return invoke(named.spec, words.slice(named.path.length));
  if (words.length === 1) return fallback(own, 'home') ?? fallback(own, 'help');
  return shortcut(own, words) ?? alone(own, words) ?? fallback(own, 'help', words.slice(1).join(' '));
}

/** `/cop docs words` is `/cop docs find words`. */
function shortcut(specs: readonly CommandSpec[], [first, group, ...rest]: readonly string[]): Invoke | undefined {
  const spec = specs.find(one => one.slash === `${first} ${group?.toLowerCase()} find`);
  return spec && invoke(spec, rest);
}

/**
 * `/cop leave` is `/cop me leave`: the group before the last word may be left out where only one command ends so; `my-data` and `forget-me`
 * say whose. Of several it is one's own, unless somebody or something is named after it: `/cop forget`.
 */
function alone(specs: readonly CommandSpec[], [first, verb = '', ...rest]: readonly string[]): Invoke | undefined {
  const named = specs.filter(({ slash }) => {
    const [root, group, last] = slash?.split(' ') ?? [];
    const ways = group === 'me' ? [last, `my-${last}`, `${last}-me`] : [last];
    return group !== undefined && root === first && ways.includes(verb.toLowerCase());
  });
  const isOwn = named.length > 1 && ['', 'me'].includes(rest.join(' ').toLowerCase());
  const meant = isOwn ? named.filter(({ slash }) => slash?.split(' ')[1] === 'me') : named;
  return meant.length === 1 && meant[0] ? invoke(meant[0], rest) : undefined;
}

function fallback(specs: readonly CommandSpec[], verb: string, unknown?: string): Invoke | undefined {
  const spec = specs.find(one => one.slash?.endsWith(` ${verb}`));
  return spec && { command: spec.name, options: unknown ? { unknown: plainly(unknown) } : {} };
}

/** People and channels are told apart by Slack's own marks, wherever they stand; the words that are left are the first other option's. */
function invoke(spec: CommandSpec, rest: readonly string[]): Invoke {
  let left = rest.join(' ');
  const options: Record<string, string> = {};
  for (const [name, { kind }] of Object.entries(spec.options)) {
    if (kind !== 'people' && kind !== 'channel') continue;
    const found = marks[kind](left);
    left = found.left;
    if (found.ids.length > 0) options[name] = found.ids.join(',');
  }
  const [wordy] = Object.keys(spec.options).filter(
    name => !['people', 'channel'].includes(spec.options[name]?.kind ?? ''),
  );
  const words = plainly(left).trim();
  if (wordy && words) options[wordy] = words;
  return { command: spec.name, options };
}

/** With `should_escape`, as the app's manifest has it. docs.slack.dev/interactivity/implementing-slash-commands */
const someone = /<@([UW][A-Z0-9]+)(?:\|([^>]*))?>/g;
const group = /<!(?:subteam\^[A-Z0-9]+\|@?)?([^>|]+)(?:\|[^>]*)?>/g;
const somewhere = /<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/g;

const marks = {
  people(words: string) {
    const ids = [...words.matchAll(someone)].map(match => match[1] ?? '');
    const others = words.replace(someone, ' ').replace(group, '@$1');
    const nobody = others.match(/(?<!\S)@\S+/g) ?? [];
    return { ids: [...ids, ...nobody.map(one => one.replaceAll(',', ''))], left: others.replace(/(?<!\S)@\S+/g, ' ') };
  },
  channel(words: string) {
    const first = words.matchAll(somewhere).next().value;
    return { ids: first?.[1] ? [first[1]] : [], left: first ? words.replace(first[0], ' ') : words };
  },
} as const;

/** Whom it names, by the handles that Slack tells with the marks, if it does. */
export function namesIn(words: string): Readonly<Record<string, { readonly name: string; readonly bot: boolean }>> {
  return Object.fromEntries(
    [...words.matchAll(someone)].flatMap(([, id, name]) =>
      id ? [[id, { name: unescaped(name ?? ''), bot: false }]] : [],
    ),
  );
}

/** What was typed, as it was typed. */
const plainly = (words: string): string =>
  unescaped(
    words
      .replace(/<([@#])[A-Z0-9]+(?:\|([^>]*))?>/g, (_mark, sign, name) => (name ? `${sign}${name}` : ''))
      .replace(group, '@$1')
      .replace(/<(https?:[^>|]+)(?:\|[^>]*)?>/g, '$1')
      .replace(/<(?:mailto|tel):([^>|]+)(?:\|([^>]*))?>/g, (_mark, target, label) => label || target)
      .replace(/ {2,}/g, ' '),
  );

/** `Save to the library` → `save_to_the_library`, as the app's manifest has it. */
export const callbackOf = (label: string): string => label.toLowerCase().replace(/\W+/g, '_');

/** Slack escapes three characters in what was typed. */
export const unescaped = (words: string): string =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
