import { isDeepStrictEqual } from 'node:util';
import { type Cop, faultsIn, freeSlug, slugOf } from '../../domain/cop.ts';
import type { OptionsOf } from '../../domain/deed.ts';
import { lane } from '../../domain/effect.ts';
import { tidied, tidiedLines } from '../../domain/words.ts';
import {
  type EditSection,
  editCard,
  editedCard,
  editForm,
  editSectionCalled,
  nothingChangedCard,
} from '../../messages/edit.ts';
import { faultErrors, nameTaken } from '../../messages/start-form.ts';
import * as cops from '../../store/cops.ts';
import { command } from '../command.ts';
import { keepAnswering } from '../effects.ts';
import { reword } from './reword.ts';

export const editCop = command({
  name: 'cop edit',
  summary: 'Change the name, what it is about, the core statement, or what newcomers are asked and told',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ subject: { cop }, options }) {
    const section = editSectionCalled(options.section);
    return section ? editForm(section, cop, options) : { sections: editCard(cop) };
  },

  async run(scope) {
    const { tx, network, subject, actor, options, after, reply } = scope;
    const { cop } = subject;
    const section = editSectionCalled(options.section) ?? 'itself';
    const given = givenIn(section, cop, options);
    const errors = faultErrors(faultsIn(given));
    const renamed = given.name !== cop.name;
    const { namesake, slugs } = renamed
      ? await cops.inTheWay(tx, network, given.name, slugOf(given.name), { except: cop.id })
      : nothingInTheWay;
    if (namesake && !errors.name) errors.name = nameTaken(namesake.cop, namesake.members);
    if (Object.keys(errors).length > 0) return { mend: editForm(section, cop, valuesOf(section, options), errors) };

    const edited: Cop = {
      ...cop,
      name: given.name,
      slug: renamed ? freeSlug(slugOf(given.name), slugs) : cop.slug,
      domain: given.domain,
      statement: given.statement || undefined,
      unlisted: options.listed ? options.listed === 'no' : cop.unlisted,
      joinQuestion: given.joinQuestion || undefined,
      welcome: given.welcome || undefined,
    };
    if (isDeepStrictEqual(cop, edited)) return { say: nothingChangedCard(cop) };
    if (!(await reword(scope, cop, edited))) return { say: editedCard(edited, { step: 'nothing to follow' }) };
    const about = { kind: 'cop', id: cop.id } as const;
    after(lane.name(cop.id), keepAnswering(edited, 'cop-edited', actor.id, about, reply));
    return { say: editedCard(edited, { step: 'under way' }) };
  },
});

type Said = OptionsOf<'cop edit'>;

const nothingInTheWay = { namesake: undefined, slugs: new Set<string>() };

/** What the form of a section asks, as it was filled in (a field that a platform leaves out is one left empty); all else as it was. */
function givenIn(section: EditSection, cop: Cop, options: Said) {
  const { name, domain, statement = '', joinQuestion = '', welcome = '' } = cop;
  const before = { name, domain, statement, joinQuestion, welcome };
  return section === 'itself'
    ? {
        ...before,
        name: tidied(options.name ?? name),
        domain: tidied(options.domain ?? domain),
        statement: tidiedLines(options.statement ?? ''),
      }
    : { ...before, joinQuestion: tidied(options.joinQuestion ?? ''), welcome: tidiedLines(options.welcome ?? '') };
}

const valuesOf = (section: EditSection, { name, domain, statement, listed, joinQuestion, welcome }: Said) => ({
  ...(name !== undefined && { name }),
  ...(domain !== undefined && { domain }),
  ...(listed !== undefined && { listed }),
  ...(section === 'itself'
    ? { statement: statement ?? '' }
    : { joinQuestion: joinQuestion ?? '', welcome: welcome ?? '' }),
});
