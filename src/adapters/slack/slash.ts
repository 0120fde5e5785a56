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
  return shortcut(own, words) ?? fallback(own, 'help');
}

/** `/cop docs words` is `/cop docs find words`. */
function shortcut(specs: readonly CommandSpec[], [first, group, ...rest]: readonly string[]): Invoke | undefined {
  const spec = specs.find(one => one.slash === `${first} ${group?.toLowerCase()} find`);
  return spec && invoke(spec, rest);
}

function fallback(specs: readonly CommandSpec[], verb: string): Invoke | undefined {
  const spec = specs.find(one => one.slash?.endsWith(` ${verb}`));
  return spec && { command: spec.name, options: {} };
}

function invoke(spec: CommandSpec, rest: readonly string[]): Invoke {
  const [option] = Object.keys(spec.options);
  if (!option || rest.length === 0) return { command: spec.name, options: {} };
  const value = meant(spec.options[option]?.kind, rest.join(' '));
  return { command: spec.name, options: value ? { [option]: value } : {} };
}

/**
 * A channel or a person is typed as a mention, `<#C123|name>` or `<@U123|name>`, where the app's manifest has Slack escape what was typed;
 * a bare name says nothing that could be looked up.
 */
function meant(kind: string | undefined, words: string): string | undefined {
  if (kind !== 'channel' && kind !== 'people') return words;
  return /^<[#@](\w+)(\|[^>]*)?>$/.exec(words)?.[1];
}

/** `Save to the library` → `save_to_the_library`, as the app's manifest has it. */
export const callbackOf = (label: string): string => label.toLowerCase().replace(/\W+/g, '_');

/** Slack escapes three characters in what was typed. */
export const unescaped = (words: string): string =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
