/** What the bot answers over HTTP: the public page of a CoP, and whether it is alive and ready. */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { pageAddressOf } from '../domain/cop.ts';
import { type Language, languages, spokenIn } from '../domain/language.ts';
import type { Log } from '../platform/log.ts';
import type { Store } from '../store/engine.ts';
import { isMigrated, knownSteps } from '../store/migrate.ts';
import { publicPage } from '../store/public-page.ts';
import { comeAgain, whenItFails } from './failing.ts';
import { feed } from './feed.ts';
import { nothingHerePage, page, styleSource } from './page.ts';
import { answerWatchers, inTime, type Watched } from './ready.ts';

export type { Watched } from './ready.ts';

/** Read by anybody, listed by nobody: no search engine, and no other site that learns where a reader came from. */
const unlistedPages = {
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'public, max-age=60',
  vary: 'Accept-Language',
} as const;

/** For one reader, and kept by nobody on the way. */
const private_ = { 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' } as const;
const calendarType = 'text/calendar; charset=utf-8';

/** As the reader's browser prefers, among those spoken here. */
const languageFor = (c: Context): Language =>
  accepts(c, {
    header: 'Accept-Language',
    supports: [...languages],
    default: 'en',
    match: given =>
      given
        .toSorted((a, b) => b.q - a.q)
        .map(one => spokenIn(one.type))
        .find(one => one !== undefined) ?? 'en',
  }) as Language;

export function webApp(
  { db }: Pick<Store, 'db'>,
  platforms: readonly Watched[] = [],
  now: () => number = Date.now,
  log?: Log,
): Hono {
  const app = new Hono();
  whenItFails(app, log);

  app.use(
    secureHeaders({
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false, // for whoever does TLS to decide, and over more than this host
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [styleSource],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  );
  app.use('/c/*', etag());

  answerWatchers(app, db, platforms);
  const known = knownSteps();
  let upToDate = false;
  const onceUpToDate: MiddlewareHandler = async (c, next) => {
    upToDate ||= (await inTime(isMigrated(db, known).catch(() => false))) ?? false; // one step of it may hold SQLite's only connection
    return upToDate ? next() : comeAgain(c); // a new version may just bring it up to date
  };
  for (const pages of ['/c/*', '/calendar/*']) app.use(pages, onceUpToDate);

  app.get('/c/:address', async c => {
    const address = c.req.param('address');
    const key = /-([0-9a-z]{10})$/i.exec(address)?.[1];
    const found = key && (await publicPage(db, key));
    if (!found) return c.notFound();
    const today = pageAddressOf(found);
    if (address !== today) return c.redirect(encodeURIComponent(today), 302); // it was called something else; from here, whatever leads here
    return c.html(page(found, languageFor(c), now()), 200, unlistedPages);
  });

  app.get('/calendar/:file', async c => {
    const found = await feed(db, c.req.param('file'), now());
    return found === undefined ? c.notFound() : c.body(found, 200, { ...private_, 'content-type': calendarType });
  });

  app.notFound(c =>
    c.html(
      nothingHerePage(languageFor(c)),
      404,
      c.req.path.startsWith('/calendar/') ? { ...unlistedPages, ...private_ } : unlistedPages,
    ),
  );
  return app;
}
