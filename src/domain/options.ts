import type { Ending } from './closing.ts';
import type { ConsequenceName, Consequences } from './consequence.ts';
import type { Term } from './core-role.ts';
import type { DeedName, Deeds, OptionsOf } from './deed.ts';
import type { Way } from './first-conversation.ts';
import type { PersonId } from './ids.ts';
import type { Language } from './language.ts';
import type { MeetingPart } from './meeting.ts';
import type { AskAgain } from './membership.ts';
import type { optionOf, RecordKind } from './record.ts';
import type { ReminderStep } from './reminder.ts';
import type { Chosen, LongKept, RequestsKept, WayIn } from './settings.ts';
import type { CopStage } from './stage.ts';
import type { TroubleKind, Whose } from './trouble.ts';

/** Options of which only so many words are read. What isn't here is an id, a number, or what people wrote. */
interface Spoken {
  'cop start': { conversation: Way };
  'cop edit': { listed: 'yes' | 'no' };
  'cop close': { roles: 'yes'; library: 'yes'; space: Ending };
  'closing change': { roles: 'yes'; library: 'yes'; space: Ending };
  'closing space': { space: Ending };
  'membership go': { sure: 'yes' | 'no' | 'as-the-last' };
  'membership remove': { again: AskAgain };
  'person forget': { sure: 'yes' | 'no' | 'as-the-last' };
  'person forget-somebody': { sure: 'yes' | 'no' };
  'first-conversation ask': { way: Way };
  'document unpin': { after: 'room' };
  'document remove': { sure: 'yes' };
  'document offers': { ask: 'yes' | 'no' };
  'nomination ask': { way: 'with' | 'instead'; term: Term };
  'role volunteer': { term: Term };
  'facilitator step-down': { sure: 'members' | 'support' };
  'meeting take-part': { part: MeetingPart; sure: 'yes' };
  'meeting lay-down': { part: MeetingPart };
  'meeting vote': { says: 'yes' | 'if-need-be' };
  'meeting cancel': { sure: 'yes' };
  'meeting again': { weeks: '2' | '4' };
  'meeting reserve': { by: 'facilitators' | 'members' };
  'network show': { stage: CopStage };
  'settings choose': {
    team: Channel;
    forum: Channel;
    start: `${Chosen['starters']} ${Chosen['startPolicy']}`;
    language: Language | 'own';
    requests: RequestsKept;
    audit: LongKept;
    closed: LongKept;
    how: WayIn['kind'];
  };
}

/** What becomes of the Support Team's, and of the forum. */
type Channel = 'keep' | 'none' | 'make' | 'take';

/** Each is of a deed, and of an option of its. */
type OfDeeds<
  S extends {
    [D in keyof S]: D extends keyof Deeds ? { [O in keyof S[D]]: O extends Deeds[D] ? string : never } : never;
  },
> = S;
type Words = OfDeeds<Spoken>;

/** What may stand in this option. */
export type Value<D extends DeedName, O extends string> = D extends keyof Words
  ? O extends keyof Words[D]
    ? Words[D][O]
    : string
  : string;

/** A CoP may be found otherwise: by where it was pressed, or since it is the only one. */
type Naming = Exclude<(typeof optionOf)[RecordKind], 'cop'>;
type Named<D extends DeedName> = { [O in Extract<Deeds[D], Naming>]: string extends Value<D, O> ? O : never };

/** With the record that it is about: without, whoever presses it stands before a closed door. */
export type WithItsRecord<D extends DeedName> = OptionsOf<D> & {
  readonly [O in Named<D>[keyof Named<D>]]: string;
};

/** Told where it is known: why an effect was never done, whether its pin stays, which reminder it was. */
interface Told {
  reason: TroubleKind;
  whose: Whose;
  stays: 'pinned';
  step: ReminderStep;
}
type Person = 'person' | 'by' | 'for' | 'reader';
export type DrawnWith<C extends ConsequenceName> = {
  readonly [O in Exclude<Consequences[C], keyof Told>]: O extends Person ? PersonId : string;
} & { readonly [O in Extract<Consequences[C], keyof Told>]?: Told[O] };
