/** A request's body: JSON, or a form with `payload_json` and `files[n]`. discord.com/developers/docs/reference#uploading-files */
import type { IncomingMessage } from 'node:http';
import type { Call } from './call.ts';
import { refuse } from './refusal.ts';
import type { Json } from './state.ts';

export interface Body {
  readonly json: Json;
  readonly files: Call['files'];
}

function parsed(text: string): Json {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return refuse(50109);
  }
}

async function ofForm(type: string, raw: Buffer<ArrayBuffer>): Promise<Body> {
  const init = { method: 'POST', headers: { 'content-type': type }, body: raw };
  const form = await new Request('http://localhost', init).formData();
  const files = [...form.entries()].flatMap(([key, value]) => (typeof value === 'string' ? [] : [{ key, value }]));
  return {
    json: parsed(String(form.get('payload_json') ?? '')),
    files: await Promise.all(
      files.map(async ({ key, value }, n) => ({
        number: Number(key.match(/\d+/)?.[0] ?? n),
        name: value.name,
        type: value.type || typeByName(value.name),
        body: new Uint8Array(await value.arrayBuffer()),
      })),
    ),
  };
}

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  zip: 'application/zip',
};
const typeByName = (name: string): string =>
  types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';

export async function readRaw(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function readBody(type: string, raw: Buffer<ArrayBuffer>): Promise<Body> {
  if (type.startsWith('multipart/form-data')) return ofForm(type, raw);
  return { json: parsed(raw.toString()), files: [] };
}
