/** Markup as each platform's client shows it, by markdown-it: Slack's mrkdwn, Slack's Markdown block, Discord's Markdown. */
import MarkdownIt from 'markdown-it';

export interface Names {
  person(id: string): string | undefined;
  channel(id: string): string | undefined;
}

export type Flavour = 'mrkdwn' | 'slack-markdown' | 'discord';

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
const yearless = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** Seconds since 1970, in the style of Discord's `<t:…:R>` or by a format of Slack's. */
export function dateWords(seconds: number, style: string, inRichText = false): string {
  const at = new Date(seconds * 1000);
  if (inRichText && /^\{date\}$/.test(style)) return yearless.format(at);
  if (style === 'R') return relative.format(Math.round((at.getTime() - Date.now()) / 86_400_000), 'day');
  return /^[dD]$|^\{date/.test(style) && !style.includes('time') ? day.format(at) : moment.format(at);
}

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
  const discordDate = target.match(/^t:(\d+)(?::(\w))?$/);
  if (discordDate) return `<time>${escaped(dateWords(Number(discordDate[1]), discordDate[2] ?? 'f'))}</time>`;
  const slackDate = target.match(/^!date\^(\d+)\^([^^]*)/);
  if (slackDate) return `<time>${escaped(dateWords(Number(slackDate[1]), slackDate[2] ?? ''))}</time>`;
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
  const small = flavour === 'discord' ? words.replace(/^-# (.*)$/gm, '\u0002$1\u0003') : words;
  return parsers[flavour]
    .render(small, { ...names })
    .replaceAll('\u0002', '<small>')
    .replaceAll('\u0003', '</small>');
}
