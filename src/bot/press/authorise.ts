/** Who may do what: a command's `may`, held against how somebody stands to the record. The only place where it is decided. */
import type { Command, Standing } from '../../commands/command.ts';
import { mustBe } from '../../domain/cop.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Chosen } from '../../domain/settings.ts';
import type { Found } from './find-subject.ts';

/** What is known of the presser besides the record. */
export interface Presser {
  readonly id: string | undefined;
  readonly admin: boolean | 'not-told';
  readonly support: boolean;
  readonly settings: Chosen;
}

export function standingsOf(presser: Presser, found: Found): ReadonlySet<Standing> {
  const { id: actor, admin, support, settings } = presser;
  const standings = new Set<Standing>(['anyone']);
  const isHere = !found.cop || found.cop.workspace === settings.workspace; // a network may have several: each is looked after by its own
  if (admin === true && isHere) standings.add('admin');
  if (admin === true || settings.starters === 'anyone') standings.add('starter');
  if (support && isHere) standings.add('support');
  if (actor === undefined) return standings;
  if (found.actor?.role && !onTheWay(found)) standings.add('member');
  if (found.actor?.role === 'facilitator') standings.add('facilitator');
  if (standings.has('member') && found.actor?.facilitatedBefore) standings.add('former-facilitator');
  if (found.author === actor) standings.add('its-author');
  if (found.cop?.starterId === actor) standings.add('its-starter');
  if (found.asked === actor) standings.add('the-one-asked');
  return standings;
}

/** What is in the space is for who is in it. A starter has to see to the space before it is there. */
const onTheWay = ({ actor }: Found): boolean => actor?.joining === true && actor.role !== 'facilitator';

type Asked = Pick<Command, 'name' | 'may' | 'about' | 'in'>;

const mayAs = (standings: ReadonlySet<Standing>, { may }: Asked): boolean => may.some(one => standings.has(one));

/** Rights first, then the state of the CoP: whoever may not is told nothing of how it stands. */
export function authorise(command: Asked, standings: ReadonlySet<Standing>, found: Found): void {
  if (!mayAs(standings, command)) throw closedDoor(command, standings, found);
  if (command.in !== 'no CoP' && found.cop) mustBe(command.in, found.cop);
}

function closedDoor(command: Asked, standings: ReadonlySet<Standing>, found: Found): Refusal {
  const { cop } = found;
  if (cop && cop.state === 'open' && onTheWay(found) && command.may.includes('member'))
    return new Refusal('on-the-way-in', { cop });
  if (command.may.includes('support') && command.about === 'network') return new Refusal('support-only', {});
  if (command.may.includes('admin') && command.about === 'network') return new Refusal('admins-only', {});
  if (command.may.includes('starter')) return new Refusal('admins-start', {});
  if (!cop) return new Refusal('closed-door', {});
  if (command.about === 'stand-in' && standings.has('member')) return new Refusal('decided-by-others', { cop });
  if (command.may.includes('member') && command.about === 'cop') return new Refusal('members-only', { cop });
  if (standings.has('member') && command.may.includes('facilitator'))
    return new Refusal('facilitators-only', { cop, invites: command.name === 'cop invite' });
  return new Refusal('closed-door', {});
}

/** Where it would take an administrator and the platform could not be asked who is one, nobody is called something else. */
export function allowed(command: Asked, presser: Presser, found: Found): void {
  const standings = standingsOf(presser, found);
  const asAdmin = presser.admin === 'not-told' ? standingsOf({ ...presser, admin: true }, found) : standings;
  if (!mayAs(standings, command) && mayAs(asAdmin, command)) throw new Refusal('admin-not-told', {});
  authorise(command, standings, found);
}
