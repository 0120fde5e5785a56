/** What the page is made of, straight from the packages and this folder: TypeScript without its types, nothing built, nothing fetched. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

export interface Asset {
  readonly type: string;
  readonly body: string | Buffer;
}

const browser = path.join(import.meta.dirname, 'browser');
/** A package's folder, whatever of it is exported. */
function packageAt(name: string): string {
  const folder = path.join('node_modules', name);
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = places.map(place => path.join(path.dirname(place), folder)).find(place => existsSync(place));
  if (!found) throw new Error(`the package ${name} is not installed`);
  return found;
}

/** Bare names in the browser's imports. */
export const importMap = {
  imports: {
    preact: '/lib/preact.js',
    'preact/hooks': '/lib/preact-hooks.js',
    htm: '/lib/htm.js',
    'markdown-it': '/lib/markdown-it.js',
  },
} as const;

const libraries: Readonly<Record<string, readonly [name: string, file: string]>> = {
  '/lib/preact.js': ['preact', 'dist/preact.mjs'],
  '/lib/preact-hooks.js': ['preact', 'hooks/dist/hooks.mjs'],
  '/lib/htm.js': ['htm', 'dist/htm.module.js'],
  '/lib/markdown-it.js': ['markdown-it', 'dist/browser/markdown-it.esm.min.mjs'],
};

/** Lato is what Slack's client is set in; Noto Sans stands near Discord's own face. Both under the SIL Open Font License. */
const fonts = ['lato', 'noto-sans'].flatMap(family =>
  ['latin', 'latin-ext'].flatMap(script =>
    [400, 700].map(weight => [`/fonts/${family}-${script}-${weight}.woff2`, family, script, weight] as const),
  ),
);

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The asset at an address; read once, kept. */
export function assets(): (address: string) => Asset | undefined {
  const kept = new Map<string, Asset>();
  const places = new Map<string, () => string | Buffer>();
  for (const [address, [name, file]] of Object.entries(libraries))
    places.set(address, () => readFileSync(path.join(packageAt(name), file), 'utf8'));
  for (const [address, family, script, weight] of fonts)
    places.set(address, () =>
      readFileSync(
        path.join(packageAt(`@fontsource/${family}`), 'files', `${family}-${script}-${weight}-normal.woff2`),
      ),
    );
  for (const file of readdirSync(browser)) {
    const source = (): string => readFileSync(path.join(browser, file), 'utf8');
    if (file.endsWith('.css')) places.set(`/page/${file}`, source);
    if (file.endsWith('.ts'))
      places.set(`/page/${file.replace(/\.ts$/, '.js')}`, () =>
        withoutTypes(source()).replace(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"),
      );
  }
  return address => {
    const there = kept.get(address);
    if (there) return there;
    const read = places.get(address);
    if (!read) return undefined;
    const asset = { type: types[path.extname(address)] ?? 'text/plain', body: read() };
    kept.set(address, asset);
    return asset;
  };
}

/** Node says once that its own type stripping is young; whoever plays needn't hear of it. */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

export const html = (title: string, nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page/fonts.css">
<link rel="stylesheet" href="/page/page.css">
<link rel="stylesheet" href="/page/slack.css">
<link rel="stylesheet" href="/page/discord.css">
<script type="importmap" nonce="${nonce}">${JSON.stringify(importMap)}</script>
</head>
<body>
<div id="page"><p class="opening">Opening the playground…</p></div>
<noscript><p class="opening">The playground needs JavaScript to be switched on.</p></noscript>
<script type="module" src="/page/app.js"></script>
</body>
</html>
`;
