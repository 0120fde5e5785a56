import { type Cop, faultsIn, freeSlug, mustBeOpen, slugOf } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { tidied } from '../../domain/words.ts';
import { faultErrors, nameTaken } from '../../messages/cop.ts';
import { editedCard, editForm, nothingChangedCard } from '../../messages/edit.ts';
import * as cops from '../../store/cops.ts';
import * as statements from '../../store/statements.ts';
import { command, type Options, type Scope, type Subjects } from '../command.ts';
import { describeSpace, keepAnswering, renameSpace, reviseCopies } from '../effects.ts';

export const editCop = command({
  name: 'cop edit',
  summary: 'Change the name, what it is about, the core statement, or who can find it',
  slash: 'cop edit',
  about: 'cop',
  may: ['facilitator'],
  answers: 'privately',

  async form({ subject: { cop }, options }) {
    mustBeOpen(cop);
    return editForm(cop, options);
  },

  async run(scope) {
    const { tx, network, subject, actor, options, now } = scope;
    const { cop } = subject;
    mustBeOpen(cop);
    const given = {
      name: tidied(options.name ?? cop.name),
      domain: tidied(options.domain ?? cop.domain),
      statement: tidied(options.statement ?? ''),
    };
    const errors = faultErrors(faultsIn(given));
    const renamed = given.name !== cop.name;
    const { namesake, slugs } = await cops.inTheWay(tx, network, given.name, slugOf(given.name), cop.id);
    if (renamed && namesake && !errors.name) errors.name = nameTaken(namesake.cop, namesake.members);
    if (Object.keys(errors).length > 0) return { mend: editForm(cop, valuesOf(options), errors) };

    const edited: Cop = {
      ...cop,
      name: given.name,
      slug: renamed ? freeSlug(slugOf(given.name), slugs) : cop.slug,
      domain: given.domain,
      statement: given.statement || undefined,
      unlisted: options.listed ? options.listed === 'no' : cop.unlisted,
    };
    if (same(cop, edited)) return { say: nothingChangedCard(cop) };
    await cops.save(tx, edited);
    if (edited.statement !== cop.statement)
      await statements.add(tx, cop, { words: edited.statement, by: actor.id, at: now });
    return { say: editedCard(edited, { step: follow(scope, cop, edited) }) };
  },
});

const valuesOf = ({ name, domain, statement, listed }: Options) => ({
  ...(name !== undefined && { name }),
  ...(domain !== undefined && { domain }),
  ...(listed !== undefined && { listed }),
  statement: statement ?? '',
});

const same = (one: Cop, other: Cop): boolean =>
  one.name === other.name &&
  one.domain === other.domain &&
  one.statement === other.statement &&
  one.unlisted === other.unlisted;

/** The channel follows in a lane of its own: a platform may let its name be changed only after a while. */
function follow({ actor, after, reply }: Scope<Subjects['cop']>, cop: Cop, edited: Cop) {
  const about = { kind: 'cop', id: cop.id } as const;
  const renamed = edited.slug !== cop.slug;
  const described = edited.domain !== cop.domain || edited.statement !== cop.statement || edited.name !== cop.name;
  if (!described) return 'nothing to follow';
  after(lane.cop(cop.id), reviseCopies(edited, 'cop-welcome', about));
  after(lane.name(cop.id), renamed ? renameSpace(edited) : describeSpace(edited));
  after(lane.name(cop.id), keepAnswering(edited, 'cop-edited', actor.id, about, reply));
  return 'under way';
}
