import { homeCard } from '../../messages/home.ts';
import * as cops from '../../store/cops.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as libraries from '../../store/libraries.ts';
import * as nominations from '../../store/nominations.ts';
import * as people from '../../store/people.ts';
import { command } from '../command.ts';

const most = 10;

export const showHome = command({
  name: 'home show',
  summary: 'Where you stand: your CoPs, your requests, and what waits for you',
  slash: 'cop home',
  about: 'network',
  may: ['anyone'],
  answers: 'privately',
  reads: true,

  async run({ tx, network, workspace, actor }) {
    const mine = await cops.ofPerson(tx, network, actor.id);
    const latest = await libraries.latest(
      tx,
      network,
      mine.slice(0, most).map(one => one.cop.id),
      5,
    );
    const toDecide = await joinRequests.waitingFor(tx, network, actor.id, most);
    const applicants = await people.known(tx, network, { workspace, cop: undefined }, [
      ...new Set(toDecide.map(one => one.request.personId)),
    ]);
    return {
      say: homeCard({
        cops: mine.map(({ cop, role, membership }) => ({
          cop,
          role,
          joining: membership === 'joining',
          latest: latest.filter(one => one.copId === cop.id),
        })),
        mine: (await joinRequests.ofPerson(tx, network, actor.id, most)).filter(
          one => one.request.state === 'pending' || one.request.state === 'declined',
        ),
        toDecide: toDecide.map(one => ({
          ...one,
          applicant: applicants.get(one.request.personId)?.name ?? 'Somebody',
        })),
        nominations: await nominations.waitingFor(tx, network, actor.id),
      }),
    };
  },
});
