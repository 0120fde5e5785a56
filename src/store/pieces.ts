/** A piece of what is kept as JSON, as it stands there: by it a row is told from others. */
import type { Wish } from '../domain/effect.ts';
import type { Trouble } from '../domain/trouble.ts';

const piece = (part: object): string => JSON.stringify(part).slice(1, -1);

type Post = Extract<Wish, { kind: 'post' }>;
/** Of a post, and of a `revise` where both say it. */
export const said = (part: Partial<Post>): string => piece(part);
const to: keyof Post = 'to';
const below: keyof Extract<Post['to'], { readonly below: unknown }> = 'below';
/** Below whichever message it is. */
export const saidBelow = `"${to}":{"${below}":`;

/** Of what kept an effect from being done. */
export const kept = (part: Partial<Trouble>): string => piece(part);
