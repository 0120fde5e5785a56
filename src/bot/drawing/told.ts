/** The records that messages tell of, as they are now. */
import type { About } from '../../domain/effect.ts';
import { optionOf } from '../../domain/record.ts';
import * as unreached from '../../store/unreached.ts';
import { findSubject } from '../press/find-subject.ts';
import type { Drawing } from './render.ts';

const looking = ({ reader, cop }: Drawing) => ({
  reader,
  network: cop.networkId,
  actor: undefined,
  spaceId: undefined,
  workspace: undefined,
  locking: false,
});
type Of<K extends About['kind']> = Drawing<Extract<About, { kind: K }>>;
/** The record that it tells of, as it is now. */
const told =
  <K extends Exclude<About['kind'], 'effect'>>(kind: K) =>
  async (drawing: Of<K>) =>
    (await findSubject(kind, looking(drawing), { [optionOf[kind]]: (drawing.about as About).id })).subject;
export const request = told('join-request');
export const isNobodys = ({ reader, cop, about }: Of<'join-request'>) =>
  unreached.isNobodys(reader, cop.networkId, cop.id, about.id);
export const nomination = told('nomination');
export const conversation = told('first-conversation');
export const invitation = told('invitation');
export const document = told('document');
export const carriedRole = told('carried-role');
export const suggestion = told('role-suggestion');
export const difference = told('difference');
export const standIn = told('stand-in');
export const meeting = told('meeting');

export async function said(drawing: Drawing) {
  const { words, talk: id, by } = drawing.said ?? {};
  if (!words || !id) return undefined;
  const { subject: talk } = await findSubject('talk', looking(drawing), { talk: id });
  return { talk, words, by: by === talk.applicant.id ? talk.applicant : talk.facilitator };
}
