import type { Document } from '../../domain/document.ts';
import { Refusal } from '../../domain/refusal.ts';

/** What was taken out, or never put in, can't be worked on. */
export function inLibrary(document: Document): Document {
  if (document.state !== 'kept') throw new Refusal('document-removed', {});
  return document;
}
