/** A no, and a taking back, are the same for all four that are asked: kept, told to the one who waits for it, and every copy of the question says so. */
import type { DeedName, Deeds } from '../../domain/deed.ts';
import { type Lane, lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { MessageName, Messages } from '../../domain/message.ts';
import { optionOf, type Records } from '../../domain/record.ts';
import type { Card } from '../../platform/card.ts';
import type { AskedTable, askedKinds } from '../../store/asked-rows.ts';
import type { Tx } from '../../store/engine.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as nominations from '../../store/nominations.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import { command, type Definition, type Scope, type Subjects } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';

/** An offer to look after a CoP ends in ways of its own. */
type Asked = Exclude<(typeof askedKinds)[AskedTable], 'stand-in'>;
type RecordOf<A extends Asked> = Subjects[A][(typeof optionOf)[A] & keyof Subjects[A]] & { readonly id: Records[A] };
type MessageAbout<A extends Asked> = { [M in MessageName]: Messages[M] extends A ? M : never }[MessageName];

interface Kind<A extends Asked> {
  save(tx: Tx, record: RecordOf<A>): Promise<void>;
  /** Where the question stands, and what stands there. */
  copies(view: Subjects[A]): readonly (readonly [Lane, MessageAbout<A>])[];
}

const kinds: { readonly [A in Asked]: Kind<A> } = {
  'join-request': { save: joinRequests.save, copies: ({ cop }) => [[lane.cop(cop.id), 'join-request']] },
  invitation: { save: invitations.save, copies: ({ invitee }) => [[lane.person(invitee.id), 'invitation']] },
  nomination: {
    save: nominations.save,
    copies: ({ nominee, nominator }) => [
      [lane.person(nominee.id), 'nomination'],
      [lane.person(nominator.id), 'nomination-unanswered'],
    ],
  },
  'role-suggestion': { save: suggestions.save, copies: ({ person }) => [[lane.person(person.id), 'role-suggestion']] },
};

interface Ending<D extends DeedName, A extends Asked> extends Omit<Definition<D, A>, 'in' | 'run'> {
  /** As it is after that; throws a Refusal unless it waits for an answer. */
  ended(scope: Scope<Subjects[A], Deeds[D]>): Subjects[A];
  /** Who waits for it, and what they are told. */
  tells?(view: Subjects[A]): readonly [MessageAbout<A>, PersonId] | undefined;
  /** What else comes of it. */
  brings?(scope: Scope<Subjects[A], Deeds[D]>, view: Subjects[A]): void | Promise<void>;
  says(view: Subjects[A]): Card;
}

/** Saying yes is each one's own. */
export function ending<D extends DeedName, A extends Asked>(definition: Ending<D, A>) {
  const { ended, tells, brings, says, ...rest } = definition;
  const { save, copies } = kinds[rest.about] as Kind<A>;
  return command<D, A>({
    ...rest,
    in: 'any CoP' as Definition<D, A>['in'],

    async run(scope) {
      const { tx, after, on } = scope;
      const { cop } = scope.subject;
      const view = ended(scope);
      const record = (view as never)[optionOf[rest.about]] as RecordOf<A>;
      await save(tx, record);

      const about = { kind: rest.about, id: record.id } as never; // `copies` and `tells` take only messages about it
      for (const [where, message] of copies(view))
        after(where, reviseCopies(cop, message, about, rest.answers === 'on-the-card' ? on : undefined));
      const [message, who] = tells?.(view) ?? [];
      if (message && who) after(lane.person(who), post(cop, message, who, about));
      await brings?.(scope, view);

      return { say: says(view) };
    },
  });
}
