/** The public page as HTML. Every hole of hono's `html` is escaped. */

import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Language } from '../domain/language.ts';
import { manners } from '../domain/platforms.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { flat, nothingHereIn, pageWords, pageWordsIn, type Text } from '../messages/public-page.ts';
import type { PublicPage } from '../store/public-page.ts';

type Html = ReturnType<typeof html>;

const style = `
:root { color-scheme: light dark; }
body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; overflow-wrap: anywhere; }
dt { font-weight: 600; margin-top: 1.25rem; }
dd { margin: 0; overflow-wrap: anywhere; }
.how { margin: 2rem 0 1.5rem; }
.open { display: inline-block; padding: .7rem 1.25rem; border-radius: .5rem; background: #1f4e4a; color: #fff; font-weight: 600; text-decoration: none; }
.open:focus-visible { outline: 3px solid #d9822b; outline-offset: 3px; }
`;

/** Only this style sheet is let through. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

const whole = (title: string, body: Html, language: Language): Html => html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

/** It opens where its card was shared last, since there is the button that asks in; else the workspace. Never the space itself: its reader isn't in it. */
export function page(found: PublicPage, language: Language): Html {
  const { platform, id: workspace } = workspaceOf(found.workspace);
  const words = pageWordsIn(pageWords({ ...found, platform }), language);
  const facts = words.facts.map(({ label, value }) => html`<dt>${label}</dt><dd dir="auto">${inline(value)}</dd>`);
  return whole(
    words.title,
    html`<h1 dir="auto">${words.title}</h1>
<p>${inline(words.what)}</p>
<dl>${facts}</dl>
<p class="how">${inline(words.how)}</p>
<p><a class="open" href="${manners[platform].addressOf(workspace, found.sharedIn)}">${words.open}</a></p>`,
    language,
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
