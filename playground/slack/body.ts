/** A request's body as Slack reads it: form-encoded, JSON or multipart; other bytes are a file's. */
import type { IncomingMessage } from 'node:http';
import type { Json } from './state.ts';

export interface Body {
  readonly args: Json;
  /** The file, where one was sent. */
  readonly file?: Buffer;
  readonly raw: string;
}

export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
  if (type.startsWith('application/json'))
    return { args: { ...query, ...parse(bytes.toString()) }, raw: bytes.toString() };
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { args: { ...query, ...Object.fromEntries(new URLSearchParams(bytes.toString())) }, raw: bytes.toString() };
  }
  if (type.startsWith('multipart/form-data')) return { ...(await multipart(type, bytes)), raw: '' };
  return { args: query, file: bytes, raw: '' };
}

function parse(text: string): Json {
  try {
    const value = JSON.parse(text || '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

async function multipart(type: string, bytes: Buffer): Promise<{ args: Json; file?: Buffer }> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const args: Json = {};
  let file: Buffer | undefined;
  for (const [key, value] of form.entries()) {
    if (typeof value === 'string') args[key] = value;
    else file = Buffer.from(await value.arrayBuffer());
  }
  return { args, file };
}

/** A call's arguments as logged: JSON in form fields opened, the token left out. */
export function readable(args: Json): Json {
  return Object.fromEntries(
    Object.entries(args)
      .filter(([key]) => key !== 'token')
      .map(([key, value]) => {
        if (typeof value !== 'string' || !/^[[{]/.test(value)) return [key, value];
        try {
          return [key, JSON.parse(value)];
        } catch {
          return [key, value];
        }
      }),
  );
}
