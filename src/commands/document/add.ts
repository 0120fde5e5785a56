import type { Cop } from '../../domain/cop.ts';
import type { Deeds } from '../../domain/deed.ts';
import { limits } from '../../domain/document.ts';
import { lane } from '../../domain/effect.ts';
import { fileTitle, isProgram, largestGiven } from '../../domain/file.ts';
import { linkFrom } from '../../domain/link.ts';
import { cut, tidied } from '../../domain/words.ts';
import { savedCard } from '../../messages/document.ts';
import { addedCard } from '../../messages/document-file.ts';
import { addForm, givenFaults, linkFaults, noTitle } from '../../messages/document-forms.ts';
import type { FormOf } from '../../platform/card.ts';
import type { GivenFile } from '../../platform/chat-platform.ts';
import { command, type Result, type Scope } from '../command.ts';
import { shareFile } from '../effects.ts';
import { keep, saidIn } from './keeping.ts';
import { suggested } from './looking.ts';

export const addDocument = command({
  name: 'document add',
  summary: "Put a link or a file into your CoP's library",
  options: {
    link: { kind: 'words', summary: 'Its address, https://…; none for a file, which the form takes' },
    cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true },
  },
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'privately',
  suggest: suggested,

  async form({ subject: { cop }, options }) {
    const given = options.link ? linkFrom(options.link) : undefined;
    return addForm(cop, options, given && 'fault' in given ? { link: linkFaults[given.fault] } : {});
  },

  async run(scope) {
    const { cop } = scope.subject;
    const { file } = scope.files;
    const link = scope.options.link?.trim() ?? '';
    if (file && link) return { mend: addForm(cop, scope.options, { link: givenFaults.both }) };
    return file ? addFile(scope, cop, file) : addLink(scope, cop, link);
  },
});

type Adding = Scope<{ readonly cop: Cop }, Deeds['document add']>;

async function addLink(scope: Adding, cop: Cop, typed: string): Promise<Result<FormOf<'document add'>>> {
  const { options, actor, now } = scope;
  const link = linkFrom(typed);
  const said = saidIn(options);
  const errors = {
    ...('fault' in link && { link: typed ? linkFaults[link.fault] : givenFaults.neither }),
    ...(typed && !said.title && { title: noTitle }),
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
}

/** The entry is there at once; it points to the message as soon as that is posted. */
async function addFile(scope: Adding, cop: Cop, file: GivenFile): Promise<Result<FormOf<'document add'>>> {
  const { options, actor, now, newId, seal, after } = scope;
  const fault = faultOf(file);
  if (fault) return { mend: addForm(cop, options, { file: givenFaults[fault] }) };

  const said = saidIn(options);
  const title = said.title || cut(fileTitle(file.name), limits.title);
  const carried = {
    kind: 'file' as const,
    title,
    url: undefined,
    linkKey: undefined,
    file: { type: cut(tidied(file.type), 100), bytes: file.bytes },
    messageKey: `given/${newId<string>()}`,
    sharedAt: now,
  };
  const { document } = await keep(scope, cop, carried, { ...said, title }, async () => actor.id);
  const sealed = seal(JSON.stringify(file), actor.id);
  after(lane.files(cop.id), shareFile(cop, document.id, actor.id, sealed), {
    onFailure: { command: 'document not-shared', options: { document: document.id, for: actor.id } },
  });
  return { say: addedCard(cop, title) };
}

function faultOf(file: GivenFile): 'empty' | 'too-large' | 'program' | undefined {
  if (file.bytes === 0) return 'empty';
  if (file.bytes > largestGiven) return 'too-large';
  return isProgram(file) ? 'program' : undefined;
}
