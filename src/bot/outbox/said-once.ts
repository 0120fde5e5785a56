/**
 * What one person wrote to another isn't kept once it has come there: drawn anew, its card would stand without a word of it, and without what
 * answers it. So it stands as it was said for as long as its reader has yet to answer; but for what came without a word of anybody's.
 */
import type { Cop } from '../../domain/cop.ts';
import type { About, Wish } from '../../domain/effect.ts';
import type { EffectId, PersonId } from '../../domain/ids.ts';
import type { MessageName } from '../../domain/message.ts';
import * as closings from '../../store/closings.ts';
import type { Reader } from '../../store/engine.ts';
import { idsFrom } from '../../store/ids.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import { decidesIn } from '../drawing/besides.ts';

export async function standsAsSaid(
  reader: Reader,
  cop: Cop,
  { message, about, effectId }: { readonly message: MessageName; readonly about: About; readonly effectId: EffectId },
  posted: Wish | undefined,
  addressee: PersonId | undefined,
): Promise<boolean> {
  if (message === 'cop-closing' || message === 'closing-waits') {
    const closing = await closings.of(reader, cop.networkId, cop.id); // what was said of an earlier one tells of that
    return closing !== undefined && effectId < idsFrom(closing.askedAt);
  }
  if (message === 'invitation' && about.kind === 'invitation') {
    if (posted?.kind === 'post' && posted.shared?.wordless) return false;
    const asked = await invitations.withCop(reader, cop.networkId, about.id);
    return asked?.invitation.state === 'pending';
  }
  if (message !== 'join-request-talk' || about.kind !== 'join-request' || addressee === undefined) return false;
  const asked = await joinRequests.withCop(reader, cop.networkId, about.id);
  if (asked?.request.state !== 'pending') return false;
  return addressee === asked.request.personId || decidesIn(reader, cop, addressee);
}
