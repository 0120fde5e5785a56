import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as audit from '../../store/audit.ts';
import * as channels from '../../store/chosen-channels.ts';
import type { Reader } from '../../store/engine.ts';
import * as settings from '../../store/settings.ts';
import { consequence, type Scope } from '../command.ts';
import { post } from '../effects.ts';

/** What is told of a channel that was chosen; of which one; and whether it is so still. */
const told = {
  'support-lost': { of: 'supportChannel', isSo: channels.lost.isSo },
  'forum-lost': { of: 'forumChannel', isSo: channels.lost.isSo },
  'support-opened': { of: 'supportChannel', isSo: channels.opened.isSo },
  'forum-opened': { of: 'forumChannel', isSo: channels.opened.isSo },
} as const;
export type ToldOfChosen = keyof typeof told;

/** Whether a channel that was chosen is still so as that message tells. */
export async function isStillSo(
  reader: Reader,
  { networkId, workspace }: Place,
  which: ToldOfChosen,
): Promise<boolean> {
  const { of, isSo } = told[which];
  return isSo(reader, networkId, workspace, (await settings.of(reader, networkId, workspace))[of]);
}
type Place = Pick<Cop, 'networkId' | 'workspace'>;

/** To whoever chose the settings last; `before`: whom it could not be told. */
export function tellOfChosen(
  { after }: Pick<Scope<unknown>, 'after'>,
  cop: Cop,
  which: ToldOfChosen,
  person: PersonId,
  before: readonly PersonId[] = [],
): void {
  after(lane.person(person), post(cop, which, person, { kind: 'cop', id: cop.id }), {
    onFailure: {
      command: 'settings lost-not-told',
      options: { cop: cop.id, which, tried: [...before, person].join(' ') },
    },
  });
}

/** Who is not there any more can't choose another: whoever chose before them is told. */
export const lostNotTold = consequence({
  name: 'settings lost-not-told',
  summary: 'Whoever chose the settings last could not be told that a chosen channel is lost, or open to others',
  about: 'cop',
  evenAtRest: true,

  async run({ tx, network, subject: { cop }, options, after }) {
    const which = options.which as ToldOfChosen;
    if (!(await isStillSo(tx, cop, which))) return;
    const tried = (options.tried ?? '').split(' ') as PersonId[];
    const next = await audit.lastActor(tx, network, cop.workspace, 'settings choose', tried);
    if (next) tellOfChosen({ after }, cop, which, next, tried);
  },
});
