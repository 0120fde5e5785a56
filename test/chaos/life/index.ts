/** A community's life, from its start to the forgetting of one of its people. */
import type { Act } from './act.ts';
import { beginning } from './beginning.ts';
import { ending } from './ending.ts';
import { library } from './library.ts';
import { meeting } from './meeting.ts';
import { sharing } from './sharing.ts';

export type { Act, Cast } from './act.ts';
export { prelude } from './beginning.ts';

export const life: readonly Act[] = [...beginning, ...library, ...meeting, ...sharing, ...ending];
