/** Markup as each platform's client shows it, by markdown-it: Slack's mrkdwn, Slack's Markdown block, Discord's Markdown. */
import MarkdownIt from 'markdown-it';
import { discordDate, type Reader, slackDate } from './dates.ts';

export interface Names {
  person(id: string): string | undefined;
  channel(id: string): string | undefined;
  /** Whether a click on it would put it into the line. */
  command(label: string, id: string): boolean;
  readonly reader: Reader;
}

export type Flavour = 'mrkdwn' | 'slack-markdown' | 'discord';

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What stands between `<` and `>`: people, channels, dates, links. */
function reference(inner: string, names: Names): string | undefined {
  const [target = '', label = ''] = inner.split('|');
  const mention = (words: string): string => `<span class="mention">${escaped(words)}</span>`;
  const person = target.match(/^@!?(\w+)$/);
  if (person) return mention(`@${names.person(person[1] ?? '') ?? (label || 'unknown')}`);
  const channel = target.match(/^#(\w+)$/);
  if (channel?.[1]) {
    const name = names.channel(channel[1]);
    return name === undefined
      ? mention(`#${label || 'private channel'}`)
      : `<a class="mention" href="#" data-channel="${channel[1]}">#${escaped(name)}</a>`;
  }
  const command = target.match(/^(\/[^:]+):(\d+)$/);
  if (command?.[1] && command[2])
    return names.command(command[1], command[2])
      ? `<a class="mention" href="#" data-command="${escaped(command[1])}">${escaped(command[1])}</a>`
      : escaped(command[1]);
  const toldOn = target.match(/^t:(\d+)(?::(\w))?$/);
  if (toldOn) return `<time>${escaped(discordDate(Number(toldOn[1]), toldOn[2] ?? 'f', names.reader))}</time>`;
  const toldAt = target.match(/^!date\^(\d+)\^([^^]*)/);
  if (toldAt) return `<time>${escaped(slackDate(Number(toldAt[1]), toldAt[2] ?? '', names.reader))}</time>`;
  if (/^!(channel|here|everyone)$/.test(target)) return mention(`@${target.slice(1)}`);
  if (/^https?:|^mailto:/.test(target))
    return `<a href="${escaped(target)}" target="_blank" rel="noopener noreferrer">${escaped(label || target.replace(/^mailto:/, ''))}</a>`;
  return undefined;
}

const marks: Readonly<Record<string, string>> = { '*': 'strong', _: 'em', '~': 's' };

type Parser = InstanceType<typeof MarkdownIt>;

function parserFor(flavour: Flavour): Parser {
  const parser = new MarkdownIt(flavour === 'mrkdwn' ? 'zero' : 'default', {
    html: false,
    breaks: true,
    linkify: true,
  });
  if (flavour === 'mrkdwn') parser.enable(['backticks', 'fence', 'newline', 'entity', 'linkify', 'blockquote']);
  else parser.disable(['image', 'autolink', ...(flavour === 'discord' ? ['table', 'hr'] : [])]);
  parser.renderer.rules.link_open = (tokens, i, options, _env, self) => {
    tokens[i]?.attrSet('target', '_blank');
    tokens[i]?.attrSet('rel', 'noopener noreferrer');
    return self.renderToken(tokens, i, options);
  };
  parser.inline.ruler.before('backticks', 'reference', (state, silent) => {
    if (state.src[state.pos] !== '<') return false;
    const found = /^<([^<>\n]+)>/.exec(state.src.slice(state.pos));
    const drawn = found?.[1] && reference(found[1], state.env as unknown as Names);
    if (!found || !drawn) return false;
    if (!silent) state.push('html_inline', '', 0).content = drawn;
    state.pos += found[0].length;
    return true;
  });
  if (flavour === 'mrkdwn')
    parser.inline.ruler.before('backticks', 'marks', (state, silent) => {
      const mark = state.src[state.pos] ?? '';
      const tag = marks[mark];
      const before = state.src[state.pos - 1] ?? ' ';
      if (!tag || /\w/.test(before)) return false;
      const sign = `\\${mark}`;
      const found = new RegExp(`^${sign}(\\S(?:[^${sign}\\n]*?\\S)?)${sign}(?!\\w)`).exec(state.src.slice(state.pos));
      if (!found?.[1]) return false;
      if (!silent) {
        state.push('open', tag, 1);
        const end = state.posMax;
        state.pos += 1;
        state.posMax = state.pos + found[1].length;
        state.md.inline.tokenize(state);
        state.posMax = end;
        state.push('close', tag, -1);
      }
      state.pos = silent ? state.pos + found[0].length : state.pos + 1;
      return true;
    });
  return parser;
}

const parsers: Partial<Record<Flavour, Parser>> = {};

/** Safe HTML: markup of the platform alone, whatever else stands in it is text. */
export function rendered(flavour: Flavour, words: string, names: Names): string {
  parsers[flavour] ??= parserFor(flavour);
  const parser = parsers[flavour];
  if (flavour !== 'discord') return parser.render(words, { ...names });
  return words
    .split(/^(-# .*)$/m)
    .filter(part => part.trim())
    .map(part =>
      part.startsWith('-# ')
        ? `<small class="subtext">${parser.renderInline(part.slice(3), { ...names })}</small>`
        : parser.render(part, { ...names }),
    )
    .join('');
}
