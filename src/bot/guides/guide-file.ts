/** One guide's file, read with care: whatever would not show on a platform as its author means it is told, with the line. Pure. */
import type { Guide } from '../../messages/guide.ts';

export interface Fault {
  /** From 1 on; none where the file as a whole is meant. */
  readonly line?: number;
  readonly what: string;
}

/** Discord's embeds hold 6,000 characters in all; some are kept for the title and for what a card says around it. Slack holds more. */
const most = 5600;
/** A header on Slack. */
const mostInTitle = 150;

export function guideFrom(name: Guide['name'], file: string): { guide: Guide } | { faults: readonly Fault[] } {
  const lines = file.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  const first = lines.findIndex(line => line.trim() !== '');
  if (first < 0) return { faults: [{ what: 'it is empty' }] };
  const title = /^#\s+(.*\S)/.exec(lines[first] ?? '')?.[1] ?? '';
  const below = lines.slice(first + 1);
  const markdown = below.join('\n').trim();
  const link = /^https?:\/\/\S+$/.test(markdown) ? markdown : undefined;
  const faults = [
    ...titleFaults(title, first + 1),
    ...(link ? linkFaults(link, below, first + 2) : textFaults(markdown, below, first + 2)),
  ];
  if (faults.length > 0) return { faults };
  return { guide: link ? { name, title, markdown: '', link } : { name, title, markdown } };
}

function titleFaults(title: string, line: number): readonly Fault[] {
  if (!title) return [{ line, what: 'a guide begins with its title, as in "# Start-up guide"' }];
  return title.length > mostInTitle ? [{ line, what: `the title is longer than ${mostInTitle} characters` }] : [];
}

function linkFaults(link: string, below: readonly string[], from: number): readonly Fault[] {
  const line = from + below.findIndex(one => one.trim() !== '');
  if (!link.startsWith('https://') || !URL.canParse(link))
    return [{ line, what: 'a link to a guide has to be a whole https:// address' }];
  return link.length > 500 ? [{ line, what: 'the link is longer than 500 characters' }] : [];
}

function textFaults(markdown: string, below: readonly string[], from: number): readonly Fault[] {
  if (!markdown) return [{ line: from - 1, what: 'there is nothing below the title' }];
  const faults: Fault[] = [];
  let fenced = false;
  below.forEach((line, n) => {
    if (/^\s*```/.test(line)) fenced = !fenced;
    const what = fenced ? undefined : unshown.find(({ looks }) => looks.test(line))?.what;
    if (what) faults.push({ line: from + n, what });
  });
  const full = whereFull(below);
  if (full !== undefined)
    faults.push({
      line: from + full,
      what: `from here on it is longer than the ${most} characters that fit a message`,
    });
  return faults;
}

/** What one platform or both would show as signs. */
const unshown: readonly { readonly looks: RegExp; readonly what: string }[] = [
  { looks: /^\s{0,3}#{4,}\s/, what: 'Discord knows headings of three sizes only: use ## or ###' },
  { looks: /^\s*\|?\s*:?-{3,}:?\s*\|/, what: "Discord doesn't draw tables: use a list" },
  {
    looks: /!\[[^\]]*\]\(/,
    what: 'no platform shows a picture within a text: give it as a drawing beside this file, with the same name and .svg',
  },
  { looks: /<\/?[a-z][a-z0-9]*(\s[^>]*)?\/?>/i, what: 'no platform knows HTML: use Markdown' },
  { looks: /^\s{0,3}([-*_])(\s*\1){2,}\s*$/, what: "Discord doesn't draw rules: use a heading" },
];

/** The first line that no longer fits, if any. */
function whereFull(below: readonly string[]): number | undefined {
  const start = below.findIndex(line => line.trim() !== '');
  const text = below.slice(start).join('\n').trimEnd();
  if (text.length <= most) return undefined;
  return start + text.slice(0, most + 1).split('\n').length - 1;
}
