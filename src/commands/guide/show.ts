import { guideNames } from '../../domain/guide.ts';
import { guideCalled, guideCard, guidesCard } from '../../messages/guide.ts';
import { command } from '../command.ts';

export const showGuide = command({
  name: 'guide show',
  summary: 'Read a guide again: starting up, dialogue interviews, the Virtuous Circle, facilitating',
  options: { name: { kind: 'words', summary: 'Which guide', suggests: true } },
  about: 'network',
  may: ['anyone'],
  in: 'no CoP',
  answers: 'privately',
  reads: true,

  async suggest({ guides }, _option, typed) {
    const called = guideCalled(guides, typed);
    return (called ? [called] : guideNames.map(name => guides[name])).map(({ name, title }) => ({
      value: name,
      label: title,
    }));
  },

  async run({ guides, options }) {
    const typed = options.name?.trim();
    const guide = typed ? guideCalled(guides, typed) : undefined;
    return { say: guide ? guideCard(guide) : guidesCard(guides, typed) };
  },
});
