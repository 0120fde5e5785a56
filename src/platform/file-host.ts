/** Files from where a platform keeps them, and from nowhere else: a token is shown to that host alone, and never carried on by a redirect. */
import { Readable } from 'node:stream';
import { PlatformError } from './platform-error.ts';
import { retryAfterMs } from './retry-after.ts';

/** What is taken in a while is taken at all; then it is tried again. */
const patienceMs = 50_000;

export interface Fetching {
  readonly url: string;
  /** `files.slack.com`, with its port if it has one: spoken to over TLS alone. */
  readonly hosts: readonly string[];
  /** The address of an operator's own proxy or playground, which may keep files, too. A proxy hands the platform's own addresses through. */
  readonly own: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** As the platform tells it; what comes has to be as long. */
  readonly bytes: number;
  readonly ending: AbortSignal;
}

export interface Fetched {
  readonly type: string;
  readonly body: Readable;
}

export async function fetchFile({ url, hosts, own, headers = {}, bytes, ending }: Fetching): Promise<Fetched> {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isTheirs = address?.protocol === 'https:' && hosts.includes(address.host);
  const isOwn = own !== undefined && address?.origin === new URL(own).origin;
  const asSomebody = address?.username || address?.password; // by a name and a password in the address: fetch takes none
  if (!address || asSomebody || !(isTheirs || isOwn)) throw new PlatformError('forbidden', 'other_host');
  const signal = AbortSignal.any([ending, AbortSignal.timeout(patienceMs)]);
  const answer = await fetch(address, { headers, redirect: 'manual', signal }).catch((cause: unknown) => {
    throw new PlatformError('unreachable', 'file_host', { cause });
  });
  if (answer.status !== 200 || !answer.body) {
    await answer.body?.cancel();
    throw saidNo(answer.status, answer.headers.get('retry-after'));
  }
  const body = Readable.from(whole(answer.body, bytes), { objectMode: false });
  body.once('close', () => void answer.body?.cancel().catch(() => {})); // nobody may have begun to read it
  return { type: answer.headers.get('content-type') ?? '', body };
}

async function* whole(chunks: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let come = 0;
  try {
    for await (const chunk of chunks) {
      come += chunk.length;
      yield chunk;
    }
  } catch (cause) {
    throw new PlatformError('unreachable', 'file_host', { cause });
  }
  if (come !== bytes) throw new PlatformError('unreachable', 'cut_short', { whose: 'message' }); // each time, it is another than was told
}

function saidNo(status: number, retryAfter: string | null): PlatformError {
  if (status === 429) return new PlatformError('rate-limited', '429', { retryAfterMs: retryAfterMs(retryAfter) });
  if (status === 404 || status === 410) return new PlatformError('gone', String(status));
  return new PlatformError(status >= 500 ? 'unreachable' : 'forbidden', String(status));
}
