/** One call of the bot, as its route gets it. */
import type { Upload } from './messages.ts';
import { refuseField } from './refusal.ts';
import type { Json, Loose, Member } from './state.ts';
import type { World } from './world.ts';

export interface Call {
  readonly world: World;
  /** What stands for each `:…` of the route, in order. */
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Json;
  /** By number as in `files[n]`. */
  readonly files: readonly (Upload & { readonly number: number })[];
}

/** An answer with 201, where Discord says that something was made. */
export class Created {
  readonly body: Json;

  constructor(body: Json) {
    this.body = body;
  }
}

export const created = (body: Json): Created => new Created(body);

/** The answer's body; nothing for 204. */
export type Route = (call: Call) => Loose;
export type Routes = Readonly<Record<string, Route>>;

export const id = ({ ids }: Call, n = 0): string => ids[n] ?? '';

/** A whole number of the query within its bounds. */
export function count(call: Call, name: string, usual: number, most: number, least = 1): number {
  const given = call.query.get(name);
  const value = given === null ? usual : Number(given);
  return Number.isInteger(value) && value >= least && value <= most
    ? value
    : refuseField([name], 'NUMBER_TYPE_MAX', `int value should be between ${least} and ${most}.`);
}

export const byUserId = (a: Member, b: Member): number => (BigInt(a.userId) < BigInt(b.userId) ? -1 : 1);
