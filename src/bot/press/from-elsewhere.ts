/**
 * People of another workspace, in a channel that is connected with it: nothing here is theirs, and nothing is filed about them. Refused
 * before anything is looked up or made ready.
 */
import { languageOf } from '../../domain/language.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cardIn } from '../../messages/language.ts';
import { refusalCard } from '../../messages/refusal.ts';
import type { Invocation } from '../../platform/chat-platform.ts';
import type { Bot } from '../the-bot.ts';
import { came } from './came.ts';
import type { Dispatch } from './dispatch.ts';

type Ways = Pick<Dispatch, 'form' | 'suggest' | 'invoke'>;

export function refusingElsewhere<D extends Ways>(bot: Pick<Bot, 'log' | 'commands'>, inner: D): D {
  const refused = ({ command, locale, by }: Invocation) => {
    const known = bot.commands.find(one => one.name === command);
    came(bot, known, 'refused');
    return {
      say: cardIn(
        refusalCard(new Refusal(by.foreign === 'perhaps' ? 'perhaps-from-elsewhere' : 'from-elsewhere', {})),
        languageOf(locale),
      ),
    };
  };
  return {
    ...inner,
    form: async given => (given.by.foreign ? refused(given) : inner.form(given)),
    suggest: async (given, option, typed) => (given.by.foreign ? [] : inner.suggest(given, option, typed)),
    invoke: async given => (given.by.foreign ? { ...refused(given), shows: 'person' } : inner.invoke(given)),
  };
}
