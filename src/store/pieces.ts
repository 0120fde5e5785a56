/** A piece of what is kept as JSON, as it stands there: by it a row is told from others. */
import type { Wish } from '../domain/effect.ts';
import type { EffectId } from '../domain/ids.ts';
import type { Trouble } from '../domain/trouble.ts';

const piece = (part: object): string => JSON.stringify(part).slice(1, -1);

type Post = Extract<Wish, { kind: 'post' }>;
/** Of a post, and of a `revise` where both say it. */
export const said = (part: Partial<Post>): string => piece(part);
/** Below whichever message it is. */
export const saidBelow = said({ to: { below: '' as EffectId } }).slice(0, -':""}'.length);

/** Of what kept an effect from being done. */
export const kept = (part: Partial<Trouble>): string => piece(part);
