import { linkFrom } from '../../domain/link.ts';
import { savedCard } from '../../messages/document.ts';
import { addForm, linkFaults, noTitle } from '../../messages/document-forms.ts';
import { command } from '../command.ts';
import { keep, saidIn } from './keeping.ts';
import { suggested } from './looking.ts';

export const addDocument = command({
  name: 'document add',
  summary: "Put a link into your CoP's library",
  slash: 'cop docs add',
  options: {
    link: { kind: 'words', summary: 'Its address, https://…' },
    cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true },
  },
  about: 'cop',
  may: ['member', 'facilitator'],
  answers: 'privately',
  suggest: suggested,

  async form({ subject: { cop }, options }) {
    const given = options.link ? linkFrom(options.link) : undefined;
    return addForm(cop, options, given && 'fault' in given ? { link: linkFaults[given.fault] } : {});
  },

  async run(scope) {
    const { options, subject, actor, now } = scope;
    const { cop } = subject;
    const link = linkFrom(options.link ?? '');
    const said = saidIn(options);
    const errors = {
      ...('fault' in link && { link: linkFaults[link.fault] }),
      ...(!said.title && { title: noTitle }),
    };
    if ('fault' in link || !said.title) return { mend: addForm(cop, options, errors) };

    const carried = {
      kind: 'link' as const,
      title: said.title,
      url: link.url,
      linkKey: link.key,
      file: undefined,
      messageKey: `link/${link.key}`,
      sharedAt: now,
    };
    const { document, already } = await keep(scope, cop, carried, said, async () => actor.id);
    return { say: savedCard(cop, document.title, already) };
  },
});
