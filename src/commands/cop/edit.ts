import { type Cop, faultsIn, freeSlug, slugOf } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { tidied } from '../../domain/words.ts';
import { faultErrors, nameTaken } from '../../messages/cop.ts';
import { editedCard, editForm, nothingChangedCard } from '../../messages/edit.ts';
import * as cops from '../../store/cops.ts';
import { command, type Options } from '../command.ts';
import { keepAnswering } from '../effects.ts';
import { reword } from './reword.ts';

export const editCop = command({
  name: 'cop edit',
  summary: 'Change the name, what it is about, the core statement, or who can find it',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ subject: { cop }, options }) {
    return editForm(cop, options);
  },

  async run(scope) {
    const { tx, network, subject, actor, options, after, reply } = scope;
    const { cop } = subject;
    const given = {
      name: tidied(options.name ?? cop.name),
      domain: tidied(options.domain ?? cop.domain),
      statement: tidied(options.statement ?? ''),
    };
    const errors = faultErrors(faultsIn(given));
    const renamed = given.name !== cop.name;
    const { namesake, slugs } = await cops.inTheWay(tx, network, given.name, slugOf(given.name), { except: cop.id });
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
    if (!(await reword(scope, cop, edited))) return { say: editedCard(edited, { step: 'nothing to follow' }) };
    const about = { kind: 'cop', id: cop.id } as const;
    after(lane.name(cop.id), keepAnswering(edited, 'cop-edited', actor.id, about, reply));
    return { say: editedCard(edited, { step: 'under way' }) };
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
