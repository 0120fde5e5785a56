/**
 * Where people are named and forgotten, and how that stands, left out on purpose: `npm run check` fails if the compiler lets one of them through.
 * Nothing here is run.
 */
import type { HeldLine } from '../../src/messages/person.ts';
import type { AskedTable } from '../../src/store/asked-rows.ts';
import { asked } from '../../src/store/erasing.ts';
import { recordsIn } from '../../src/store/erasing-posts.ts';
import type { Differing, OfPeople } from '../../src/store/held/holding.ts';
import type { Peopled } from '../../src/store/held.ts';
import { namedBy } from '../../src/store/named-by-cop.ts';

const { 'cop-lives-on': _namedBy, ...allMessagesButOne } = namedBy;
// @ts-expect-error: a message about a CoP of which nobody says whom it names
export const naming: typeof namedBy = allMessagesButOne;

const { memberships: _recordsIn, ...allTablesButOne } = recordsIn;
// @ts-expect-error: a table in which somebody may stand, and nobody says which cards tell of it
export const telling: Readonly<Record<Peopled, unknown>> = allTablesButOne;

const { stand_ins: _asked, ...allAskedButOne } = asked;
// @ts-expect-error: what waits for an answer, and isn't taken back
export const takenBack: Readonly<Record<AskedTable, unknown>> = allAskedButOne;

// @ts-expect-error: a column that holds nobody
export const holdsNobody: OfPeople<'nominations'> = 'state';

const homes = { goes: 'person_id', plain: 'network_id workspace_id since drawn' } as const;
const homesOfNobody = { plain: 'person_id network_id workspace_id since drawn' } as const;
export const isDescribed: [Differing<'homes', typeof homes>] extends [never] ? true : false = true;
// @ts-expect-error: a person in a column that is said to tell of nobody
export const passesUnseen: [Differing<'homes', typeof homesOfNobody>] extends [never] ? true : false = true;

// @ts-expect-error: something that is held can't stand so, or has no words for it
export const stands: HeldLine['as'] = 'finished';
