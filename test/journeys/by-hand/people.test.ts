import { people } from './rows/people.ts';
import { walk } from './walk.ts';

walk(people);
