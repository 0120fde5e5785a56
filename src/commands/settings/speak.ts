import { spokenIn } from '../../domain/language.ts';
import { chosenCard } from '../../messages/settings.ts';
import * as settings from '../../store/settings.ts';
import { command } from '../command.ts';

export const speakLanguage = command({
  name: 'settings speak',
  summary: 'For admins: the language of what several read at once',
  options: { language: { kind: 'choice', summary: 'Which' } },
  about: 'network',
  may: ['admin'],
  in: 'no CoP',
  answers: 'on-the-card',

  async run({ tx, settings: before, options, now }) {
    const chosen = { ...before, language: spokenIn(options.language), chosenAt: now };
    await settings.save(tx, chosen);
    return { say: chosenCard(chosen) };
  },
});
