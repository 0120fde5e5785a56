/** Whoever asks to be forgotten, while they do something else, or somebody does it with them. */
import { al, amira, ivy, mo, nia, sue, type Village } from '../../support/village.ts';
import type { Doing } from './door.ts';
import type { Race } from './kinds.ts';

const does = (who: Doing['who'], command: string, options: Readonly<Record<string, string>> = {}): Doing => ({
  who,
  command,
  options,
});
export const forgets = (who: Doing['who'], sure = 'yes'): Doing => does(who, 'person forget', { sure });

/** What meets it: who is forgotten, and what is done with them or by them at that moment. */
const met: Readonly<Record<string, (it: Village) => readonly [Doing, Doing]>> = {
  'accept an invitation': it => [forgets(ivy), does(ivy, 'invitation accept', { invitation: it.invitation })],
  'be invited': it => [forgets(al), does(amira, 'cop invite', { cop: it.cop, people: al.id })],
  'be declined': it => [forgets(al), does(amira, 'join-request decline', { request: it.request, reason: 'Full' })],
  'reply in a talk': it => [forgets(al), does(al, 'talk reply', { talk: it.talk, words: 'I do' })],
  'take on facilitating': it => [forgets(nia), does(nia, 'nomination accept', { nomination: it.nomination })],
  'be asked to facilitate': it => [
    forgets(mo),
    does(amira, 'nomination ask', { cop: it.cop, person: mo.id, way: 'with' }),
  ],
  'have what one asked taken on': it => [
    forgets(amira, 'as-the-last'),
    does(nia, 'nomination accept', { nomination: it.nomination }),
  ],
  'approve, as the last': it => [
    forgets(amira, 'as-the-last'),
    does(amira, 'join-request approve', { request: it.request }),
  ],
  'close, as the last': it => [forgets(amira, 'as-the-last'), does(amira, 'cop close', { cop: it.cop })],
  'be in what closes': it => [forgets(mo), does(amira, 'cop close', { cop: it.cop })],
  'be taken out': it => [forgets(mo), does(amira, 'membership remove', { cop: it.cop, person: mo.id })],
  'take a role': it => [forgets(mo), does(mo, 'role volunteer', { cop: it.cop, role: 'storyteller', term: 'open' })],
  'be thought of for a role': it => [
    forgets(mo),
    does(amira, 'role suggest', { cop: it.cop, role: 'storyteller', person: mo.id }),
  ],
  'stand in': it => [forgets(mo), does(sue, 'stand-in accept', { standIn: it.standIn })],
  'take a first conversation': it => [
    forgets(sue),
    does(sue, 'first-conversation take', { conversation: it.conversation }),
  ],
  'start a CoP': () => [forgets(mo), does(mo, 'cop start', { name: 'Night Shifts', domain: 'Sleeping well' })],
  'take a part of a meeting': it => [
    forgets(mo),
    does(mo, 'meeting take-part', { meeting: it.meeting, part: 'write' }),
  ],
  'have one’s meeting moved': it => [
    forgets(mo),
    does(amira, 'meeting move', { meeting: it.meeting, when: '2026-03-12 14:00', minutes: '60' }),
  ],
  'edit a document': it => [forgets(mo), does(mo, 'document edit', { document: it.document, title: 'Dressings' })],
  'be forgotten': () => [forgets(mo), forgets(amira, 'as-the-last')],
};

export const forgetting: readonly Race[] = Object.entries(met).map(([what, doings]) => ({
  name: `forget and ${what}`,
  doings,
}));
