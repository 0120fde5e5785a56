/** What is on for somebody, read off the rows: for the answer to who asks, and for the tab that stays current. */
import type { Cop } from '../../domain/cop.ts';
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../../domain/ids.ts';
import { hadGone, hasLapsed, type JoinRequest } from '../../domain/join-request.ts';
import { whoseWord } from '../../domain/settings.ts';
import { type HomeView, homeCard, most } from '../../messages/home.ts';
import { who } from '../../messages/people.ts';
import type { Card } from '../../platform/card.ts';
import type { Reader } from '../../store/engine.ts';
import * as homes from '../../store/homes.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as libraries from '../../store/libraries.ts';
import * as reminders from '../../store/reminders.ts';
import * as roleSuggestions from '../../store/role-suggestions.ts';
import * as settings from '../../store/settings.ts';
import * as unanswered from '../../store/unanswered.ts';
import { emptyForAdmins } from '../stand-in/empty.ts';

export interface Viewer {
  readonly network: NetworkId;
  readonly workspace: WorkspaceKey;
  readonly person: PersonId;
  readonly now: number;
  /** Whether they administer it, as far as it is told. */
  readonly admin?: boolean | undefined;
  /** The one that they'd like to see first. */
  readonly first?: CopId | undefined;
}

export async function homeView(reader: Reader, viewer: Viewer): Promise<HomeView> {
  const { network, workspace, person, now, first } = viewer;
  const { cops, suggestions } = await roleSuggestions.besideCopsOf(reader, network, person);
  const mine = [...cops.filter(({ cop }) => cop.id === first), ...cops.filter(({ cop }) => cop.id !== first)];
  const shown = mine.slice(0, most.cops).map(one => one.cop.id);
  const latestIn = await libraries.latest(reader, network, shown, most.latest);
  const sizes = await homes.sizes(reader, network, shown);
  const toDecide = await joinRequests.waitingFor(reader, network, person, most.counted);
  const forSupport = await reminders.knownToSupport(reader, network, person, most.counted);
  const own = await joinRequests.ofPerson(reader, network, person, most.counted);
  const asked = await unanswered.waitingFor(reader, network, person, most.counted);
  const empty = await emptyFor(reader, viewer);
  const adminStarts = await waitForAdmins(reader, network, mine);
  const withApplicant = (one: (typeof toDecide)[number]) => {
    const accountId = one.cop.workspace === workspace ? one.applicant.accountId : undefined;
    return { ...one, applicant: who({ name: one.applicant.name || 'Somebody', accountId }, one.cop) };
  };
  return {
    cops: mine.map(({ cop, role, membership }) => ({
      cop,
      role,
      joining: membership === 'joining',
      adminStarts: adminStarts.has(cop.id),
      toStart: asked.some(one => one.kind === 'start' && one.cop.id === cop.id),
      latest: latestIn.filter(one => one.copId === cop.id),
      size: sizes.get(cop.id) ?? { people: 0, papers: 0, meets: undefined },
    })),
    now,
    mine: latest(own).filter(({ cop }) => !mine.some(one => one.cop.id === cop.id)),
    toDecide: toDecide.map(withApplicant),
    forSupport: forSupport.map(withApplicant),
    suggestions,
    asked: [...asked, ...empty.map(cop => ({ kind: 'empty', id: cop.id, cop }) as const)],
  };
}

/** Where it isn't told who administers the workspace, it is known of whoever chose the settings last. */
async function emptyFor(reader: Reader, { network, workspace, person, admin }: Viewer): Promise<readonly Cop[]> {
  if (admin === false) return [];
  const here = await settings.of(reader, network, workspace);
  return emptyForAdmins(reader, here, { network, person, admin: admin === true });
}

/** Those that were proposed, and wait for nobody else. */
async function waitForAdmins(reader: Reader, network: NetworkId, mine: readonly { readonly cop: Cop }[]) {
  const waiting = new Set<CopId>();
  for (const { cop } of mine)
    if (cop.state === 'proposed' && whoseWord(await settings.of(reader, network, cop.workspace)) === 'admins')
      waiting.add(cop.id);
  return waiting;
}

/** Of each CoP the last, but for what they took back themselves; what still waits comes first. */
function latest(newestFirst: HomeView['mine']): HomeView['mine'] {
  const shown = newestFirst.filter(
    ({ request, cop }, n) => newestFirst.findIndex(one => one.cop.id === cop.id) === n && isToldOf(request, cop),
  );
  return [...shown.filter(isPending), ...shown.filter(one => !isPending(one))];
}

const isPending = ({ request }: HomeView['mine'][number]): boolean => request.state === 'pending';

const isToldOf = (request: JoinRequest, cop: Cop): boolean =>
  request.state === 'pending' ||
  request.state === 'declined' ||
  hasLapsed(request) ||
  (hadGone(request) && cop.state !== 'closed');

export const homeOf = async (reader: Reader, whose: Viewer): Promise<Card> => homeCard(await homeView(reader, whose));
