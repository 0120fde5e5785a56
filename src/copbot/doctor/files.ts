/** Where copies of the files in libraries are kept, if they are. */
import type { Config } from '../../config.ts';
import type { Finding } from '../../platform/finding.ts';
import { disk, unwritable } from './machine.ts';

export function files({ documents }: Pick<Config, 'documents'>): readonly Finding[] {
  if (!documents) return [];
  const { dir, most } = documents;
  const what = `DOCUMENTS_DIR ${dir}`;
  const trouble = unwritable(what, dir, 'no file is kept, and none that was can be sent to whoever asks for it');
  if (trouble) return [trouble];
  const full = { costs: 'once it is full no file is kept any more', remedy: 'make room, or move the folder' };
  return [{ grade: 'good', what, says: 'can be written' }, disk(dir, most, full)];
}
