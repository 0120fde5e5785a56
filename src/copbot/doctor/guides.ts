/** Guides of whoever runs the bot, read as it reads them at its start. */
import { GuidesError, readGuides } from '../../bot/guides/guides.ts';
import type { Config } from '../../config.ts';
import type { Finding } from '../../platform/finding.ts';

export function guides({ guidesDir }: Config): readonly Finding[] {
  if (!guidesDir) return [];
  const what = `GUIDES_DIR ${guidesDir}`;
  try {
    readGuides(guidesDir);
    return [{ grade: 'good', what, says: 'all that is in it can be shown' }];
  } catch (error) {
    if (!(error instanceof GuidesError)) throw error;
    return error.message.split('\n').map(says => ({
      grade: 'mend',
      what,
      says: says.replace(`${what}: `, ''),
      costs: 'the bot does not start',
      remedy: 'mend that (docs/operating.md, Guides of your own), or leave GUIDES_DIR out: then ours stand',
    }));
  }
}
