/** Slack says no: `{ ok: false, error }`, why in `response_metadata.messages`, and what else the method answers with. */
import type { Json } from './state.ts';

export class Refused extends Error {
  readonly code: string;
  readonly messages: readonly string[];
  readonly extra: Json;
  constructor(code: string, messages: readonly string[] = [], extra: Json = {}) {
    super(messages.length ? `${code}: ${messages.join('; ')}` : code);
    this.code = code;
    this.messages = messages;
    this.extra = extra;
  }

  get answer(): Json {
    const why = this.messages.length ? { response_metadata: { messages: this.messages } } : {};
    return { ok: false, error: this.code, ...this.extra, ...why };
  }
}

export function refuse(code: string, messages?: readonly string[], extra?: Json): never {
  throw new Refused(code, messages, extra);
}
