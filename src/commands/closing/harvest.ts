import type { Cop } from '../../domain/cop.ts';
import type { HarvestView } from '../../messages/harvest.ts';
import * as closings from '../../store/closings.ts';
import * as documents from '../../store/documents.ts';
import type { Reader } from '../../store/engine.ts';
import * as harvests from '../../store/harvests.ts';
import * as memberships from '../../store/memberships.ts';
import * as statements from '../../store/statements.ts';

const most = { statements: 50, papers: 2000, opened: 5 } as const;

/** Nothing where it was never closed by its facilitators. */
export async function harvestOf(reader: Reader, cop: Cop): Promise<HarvestView | undefined> {
  const { networkId: network, id, workspace } = cop;
  const closing = await closings.of(reader, network, id);
  if (!closing) return undefined;
  const named = await closings.wishing(reader, network, id, 'named');
  const nameOf = (one: { readonly id: string; readonly name: string }) =>
    [...named].some(who => who === one.id) ? one.name : undefined;
  const everybody = await memberships.everybody(reader, network, id, workspace);
  const facilitators = everybody.filter(one => one.role === 'facilitator');
  const carried = closing.keepsRoles ? await harvests.roles(reader, network, id) : [];
  const papers = closing.keepsLibrary
    ? await documents.list(reader, network, id, { from: 0, most: most.papers, tag: undefined })
    : [];
  const opened = closing.keepsLibrary ? await harvests.mostOpened(reader, network, id, most.opened) : [];
  return {
    cop,
    closing,
    people: everybody.length,
    facilitators: facilitators.map(nameOf),
    others: everybody.flatMap(one => (one.role !== 'facilitator' && nameOf(one)) || []),
    statements: await statements.of(reader, network, id, most.statements),
    carried: carried.map(one => ({ ...one, name: nameOf({ id: one.personId, name: one.name }) })),
    papers,
    mostOpened: opened.flatMap(({ id: which, times }) => {
      const paper = papers.find(one => one.id === which);
      return paper ? [{ paper, times }] : [];
    }),
  };
}
