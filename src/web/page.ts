/** The public page as HTML. Every hole of hono's `html` is escaped. */

import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Language } from '../domain/language.ts';
import { manners } from '../domain/platforms.ts';
import { wayInNow } from '../domain/settings.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { flat, nothingHereIn, pageWords, pageWordsIn, type Text } from '../messages/public-page.ts';
import type { PublicPage } from '../store/public-page.ts';

type Html = ReturnType<typeof html>;

const style = `
:root { color-scheme: light dark; --accent: #0b6e63; --card: #f2f6f5; --quiet: #4c5a58; }
@media (prefers-color-scheme: dark) { :root { --card: #1c2524; --quiet: #a9b8b5; } }
body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 0 auto; padding: clamp(1.25rem, 6vw, 3rem) 1.25rem; }
h1 { font-size: clamp(1.6rem, 7vw, 2.1rem); line-height: 1.2; margin: 0 0 .75rem; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin: 0 0 .35rem; }
p { margin: 0; overflow-wrap: anywhere; }
.what { color: var(--quiet); }
dl { margin: 1.25rem 0 1.75rem; }
dt { font-weight: 600; margin-top: 1rem; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.step { background: var(--card); border-radius: .75rem; padding: 1.1rem 1.25rem; margin-top: 1rem; }
.open { display: inline-block; margin-top: .9rem; padding: .7rem 1.25rem; border-radius: .5rem; background: var(--accent); color: #fff; font-weight: 600; text-decoration: none; }
.open:focus-visible { outline: 3px solid #d9822b; outline-offset: 3px; }
@media (max-width: 30rem) { .open { display: block; text-align: center; } }
`;

/** Only this style sheet is let through. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** What a chat shows of the link: plain words, no picture. */
const unfurl = (title: string, about: string): Html => html`<meta name="description" content="${about}">
<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${about}">
<meta name="twitter:card" content="summary">
`;

const whole = (title: string, body: Html, language: Language, head: Html = html``): Html => html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${head}<style>${raw(style)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

/** The second step opens where its card was shared last, since there is the button that asks in; else the workspace. Never the space itself: its reader isn't in it. */
export function page(found: PublicPage, language: Language, now: number): Html {
  const { platform, id: workspace } = workspaceOf(found.workspace);
  const wayIn = wayInNow(found.wayIn, now, found.sharedIn);
  const words = pageWordsIn(pageWords({ ...found, wayIn, platform, hasCard: found.sharedIn !== undefined }), language);
  const inside = manners[platform].addressOf(workspace, found.sharedIn);
  const facts = words.facts.map(({ label, value }) => html`<dt>${label}</dt><dd dir="auto">${inline(value)}</dd>`);
  const steps = words.steps.map(
    ({ title, words: said, button, to }) => html`<section class="step">
<h2>${title}</h2>
<p dir="auto">${inline(said)}</p>
${button ? html`<a class="open" href="${to ?? inside}">${button}</a>` : ''}
</section>
`,
  );
  return whole(
    words.title,
    html`<h1 dir="auto">${words.title}</h1>
<p class="what">${inline(words.what)}</p>
<dl>${facts}</dl>
${steps}`,
    language,
    unfurl(words.title, found.domain),
  );
}

export function nothingHerePage(language: Language): Html {
  const { title, words } = nothingHereIn(language);
  return whole(title, html`<h1>${title}</h1><p>${inline(words)}</p>`, language);
}

/** `**` switches bold on and off in our own words; what people wrote is shown to the letter. */
function inline(text: Text): Html[] {
  let bold = false;
  const drawn: Html[] = [];
  const add = (words: string) => {
    if (words) drawn.push(bold ? html`<strong>${words}</strong>` : html`${words}`);
  };
  for (const part of flat(text)) {
    if (part.kind === 'data') add(part.data);
    if (part.kind === 'slash') drawn.push(html`<strong>/${part.slash}</strong>`);
    if (part.kind !== 'words') continue;
    part.words.split('**').forEach((piece, n) => {
      if (n > 0) bold = !bold;
      add(piece);
    });
  }
  return drawn;
}
