/** Games with an address, sent as they are, which a browser would tidy up before: on either port, what isn't there is answered like everything that isn't there, and nobody is led elsewhere. */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pagePathOf } from '../../src/domain/cop.ts';
import type { CopId } from '../../src/domain/ids.ts';
import { startMetrics } from '../../src/web/metrics.ts';
import { startWeb, type Web } from '../../src/web/serve.ts';
import { type Village, village } from '../support/village.ts';

let it_: Village;
let [web, metrics]: Web[] = [];
/** Of its public page, as it ends every address that leads there. */
let key = '';
beforeAll(async () => {
  it_ = await village();
  web = await startWeb(it_.store, 0);
  metrics = await startMetrics(it_.store, 0, []);
  const { id, slug } = await it_.store.db
    .selectFrom('cops')
    .select(['id', 'slug'])
    .where('id', '=', it_.cop as CopId)
    .executeTakeFirstOrThrow();
  key = pagePathOf({ id, slug }).slice(-11);
});
afterAll(async () => {
  await web?.stop();
  await metrics?.stop();
  await it_.store.close();
});

/** Status and headers, and all that follows them. */
function sent(port = 0, line: string): Promise<{ status: number; head: string; body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', chunk => {
      said += chunk;
    });
    socket.once('error', reject);
    socket.once('close', () => {
      const [head = '', ...body] = said.split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1]), head, body: body.join('\r\n\r\n') });
    });
    socket.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  });
}

const nowhere = [
  ...['/../../etc/passwd', '/c/../../../../etc/passwd', '/c/%2e%2e%2f%2e%2e%2fetc%2fpasswd', '/c/..%5c..%5cx'],
  ...['/.env', '/package.json', '/data/cop.sqlite', '/calendar/../data/cop.sqlite.key', '/healthz%2f..%2fmetrics'],
  ...[
    '/c/%00',
    '/calendar/%00.ics',
    '/calendar/%.ics',
    '/c/%',
    '/c/%E0%A4%A',
    '/c/__proto__',
    '/calendar/__proto__.ics',
  ],
  ...[
    '//evil.example/c/x',
    'http://evil.example/c/x',
    '/\\evil.example',
    '*',
    '/C/x',
    '/c//x',
    `/c/${'a'.repeat(7000)}`,
  ],
];

it.each(nowhere)('%s is nowhere', async path => {
  for (const port of [web?.port, metrics?.port]) {
    const { status, head, body } = await sent(port, `GET ${path}`);
    expect([400, 404], path).toContain(status);
    expect(head).not.toMatch(/^location:/im);
    expect(body).not.toMatch(/Wound Care|copbot_|\n\s+at |root:/);
  }
});

it.each(['%ff', '%E0%A4%A', '%00', '..%2f..%2f', '%2f%2fevil.example%2f', '%0d%0aSet-Cookie:%20a=b%0d%0a', 'x?y=%#'])(
  'whatever stands before what a page is found by (%s) leads to that page alone',
  async words => {
    const { status, head } = await sent(web?.port, `GET /c/${words}${key}`);
    expect([302, 404]).toContain(status);
    expect(head).not.toMatch(/^set-cookie:/im);
    if (status !== 302) return;
    const [, to = ''] = /^location: (.*)$/im.exec(head) ?? [];
    expect(new URL(to, `http://x/c/${words}${key}`).href).toBe(`http://x/c/wound-care${key}`);
  },
);

it('nothing is to be had by another method than a reader’s', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])
    for (const path of ['/healthz', `/c/wound-care${key}`, '/metrics'])
      for (const port of [web?.port, metrics?.port])
        expect((await sent(port, `${method} ${path}`)).status, `${method} ${path}`).toBe(404);
  const head = await sent(web?.port, `HEAD /c/wound-care${key}`);
  expect([head.status, head.body]).toEqual([200, '']);
});
