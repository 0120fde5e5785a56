/** What is typed behind `npm start --`. */
import { parseArgs } from 'node:util';

/** A slip in it, as whoever typed it reads it. */
export class Mistyped extends Error {}

export function typed(args = process.argv.slice(2)): { readonly fresh: boolean } {
  try {
    return parseArgs({ args, options: { fresh: { type: 'boolean', default: false } } }).values;
  } catch (cause) {
    const [what] = (cause as Error).message.split('. ');
    throw new Mistyped(
      `${what}. It takes --fresh alone, with which the playground begins anew. What else there is to ask: npx copbot --help`,
      { cause },
    );
  }
}
