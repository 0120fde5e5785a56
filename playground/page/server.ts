/** The page's own server: the page, its JSON, and a word whenever something changed. On this machine alone. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { PlatformName } from '../driver.ts';
import { quickEmoji } from '../quick-emoji.ts';
import { askedFor, perform } from './acts.ts';
import { assets, html } from './assets.ts';
import { changes } from './changes.ts';
import { handsOn, type Played } from './hands/index.ts';
import { countedFor, type Looking, ringsFor, screenFor } from './look.ts';
import { handedOut, publicPage } from './public-page.ts';
import { tour } from './tour.ts';

export type { Reading } from './look.ts';

export interface PageOptions extends Looking {
  readonly title: string;
  readonly playgrounds: readonly Played[];
  /** The first port to try; taken ones are passed over. */
  readonly port: number;
  /** Where the bot that is served lets its store be looked at, if it does. */
  readonly peek?: () => string | undefined;
  /** Where it serves its public pages, if it does. */
  readonly pages?: () => string | undefined;
}

export interface Page {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

const shownAtOnce = 80;

export async function openPage(options: PageOptions): Promise<Page> {
  const app = pageApp(options);
  const { server, port } = await listening(app, options.port);
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    async stop() {
      const closed = new Promise(done => server.close(done));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

function pageApp(options: PageOptions): Hono {
  const { title, playgrounds, people, peek, pages } = options;
  const app = new Hono();
  const asset = assets();

  // A page of somebody else's can't reach in: it would come under another name, or from another origin.
  app.use(async (context, next) => {
    const host = context.req.header('host') ?? '';
    const origin = context.req.header('origin');
    if (!/^(127\.0\.0\.1|localhost|\[::1\]):\d+$/.test(host) || (origin && origin !== `http://${host}`))
      return context.text('This page is for this machine alone.', 403);
    await next();
    context.header('cache-control', 'no-store');
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
  });
  app.onError((error, context) => context.json({ refused: error.message.split('\n')[0] }, 400));

  app.get('/', context => {
    const nonce = randomBytes(16).toString('base64');
    context.header(
      'content-security-policy',
      `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
    );
    return context.html(html(title, nonce));
  });
  app.get('/lib/*', context => shown(context, asset(context.req.path)));
  app.get('/page/*', context => shown(context, asset(context.req.path)));
  app.get('/fonts/*', context => shown(context, asset(context.req.path)));
  app.get('/c/:address', context => publicPage(context, pages?.()));

  app.get('/api/about', context =>
    context.json({
      title,
      platforms: playgrounds.map(one => one.platform),
      people,
      tour,
      emoji: quickEmoji.map(({ emoji }) => emoji),
      peek: peek?.() !== undefined,
    }),
  );
  app.get('/api/changes', context => changes(context, playgrounds));
  app.get('/api/handed-out', context => context.json(handedOut(playgrounds, context.req.url)));
  app.get('/api/peek', async context => {
    const url = peek?.();
    if (!url) return context.json({ refused: 'This bot does not show its store.' }, 404);
    return context.json(await (await fetch(url)).json());
  });
  ofPlatforms(app, options);
  return app;
}

function ofPlatforms(app: Hono, options: PageOptions): void {
  const playground = (context: Context): Played => {
    const found = options.playgrounds.find(one => one.platform === (context.req.param('platform') as PlatformName));
    if (!found) throw new Error('there is no such platform here');
    return found;
  };

  app.get('/api/:platform/screen', context =>
    context.json(screenFor(playground(context), options, context.req.query())),
  );
  app.get('/api/:platform/rings', context => context.json(ringsFor(playground(context), options)));
  app.get('/api/:platform/hands', context => context.json(handsOn(playground(context))));
  app.get('/api/:platform/tour/:step', context =>
    context.json(countedFor(playground(context), Number(context.req.param('step')))),
  );
  app.get('/api/:platform/completions', async context => {
    const { as = '', line = '', in: place } = context.req.query();
    const persona = playground(context).person(as);
    return context.json(await persona.completions(line, place ? { in: place } : undefined).catch(() => []));
  });
  app.get('/api/:platform/suggestions', async context => {
    const { as = '', label = '', typed = '' } = context.req.query();
    return context.json(await playground(context).person(as).formSuggestions(label, typed));
  });
  app.post('/api/:platform/act', async context => {
    const act = askedFor.safeParse(await context.req.json());
    if (!act.success) return context.json({ refused: 'The page asked for something that people cannot do.' }, 400);
    await perform(playground(context), context.req.query('as') ?? '', act.data);
    return context.json({});
  });
  app.get('/api/:platform/traffic', context =>
    context.json(
      playground(context)
        .traffic.slice(-shownAtOnce)
        .reverse()
        .map(({ n, at, direction, name, status, error, request }) => ({
          ...{ n, at, direction, name, status, error },
          gist: gist(request),
        })),
    ),
  );
  app.get('/api/:platform/traffic/:n', context => {
    const entry = playground(context).traffic.find(one => one.n === Number(context.req.param('n')));
    return entry ? context.json(entry) : context.json({ refused: 'That is no longer kept.' }, 404);
  });
  app.get('/files/:platform/:id', context => {
    const file = playground(context).file(context.req.query('as') ?? '', context.req.param('id'));
    if (!file) return context.text('There is no such file, or it is not for you.', 404);
    const picture = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
    const name = encodeURIComponent(file.name);
    context.header('content-disposition', `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
    return context.body(new Uint8Array(file.body), 200, {
      'content-type': picture ? file.type : 'application/octet-stream',
    });
  });
}

/** Slack wraps events and presses in envelopes, Discord in interactions: what is inside says more. */
function gist(request: unknown): string {
  const { payload, data, type } = (request ?? {}) as Record<string, Record<string, unknown> | undefined>;
  const event = payload?.event as Record<string, unknown> | undefined;
  const told = event?.type ?? payload?.command ?? payload?.type ?? (type && data?.name);
  return typeof told === 'string' ? told : '';
}

const shown = (context: Context, asset: { type: string; body: string | Buffer } | undefined) =>
  asset
    ? context.body(typeof asset.body === 'string' ? asset.body : new Uint8Array(asset.body), 200, {
        'content-type': asset.type,
      })
    : context.text('There is nothing here.', 404);

/** On the first port that is free, from the one asked for. */
function listening(app: Hono, first: number): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const attempt = (port: number): void => {
      const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
      server.once('listening', () => resolve({ server, port: (server.address() as AddressInfo).port }));
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' && port !== 0 && port < first + 50 && port < 65_535) attempt(port + 1);
        else reject(error);
      });
    };
    attempt(first);
  });
}
