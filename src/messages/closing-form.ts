/** What a CoP that is to be closed leaves behind: asked when that is announced, and changed until then. */
import { type Closing, limits } from '../domain/closing.ts';
import type { Cop } from '../domain/cop.ts';
import { manners } from '../domain/platforms.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { asking, type FormOf, optional, text } from '../platform/card.ts';

const canDelete = (cop: Cop): boolean => manners[workspaceOf(cop.workspace).platform].channelsEnd === 'deleted';

export const closeForm = (cop: Cop, before: Closing | undefined): FormOf<'cop close'> => ({
  ...(before
    ? changing(cop, before)
    : {
        title: 'Close your CoP',
        intro: text`The members are told now; it closes in a week unless one asks to wait. What **${cop.name}** leaves behind is one document: its statement, and what you choose here. It can be opened again.`,
        fields: leaving(cop, undefined),
        submit: 'Tell the members',
      }),
  does: { command: 'cop close', options: { cop: cop.id } },
});

/** Drawn on the card that says when. */
export const changeKeptForm = (cop: Cop, before: Closing): FormOf<'closing change'> => ({
  ...changing(cop, before),
  does: { command: 'closing change', options: { cop: cop.id } },
});

const changing = (cop: Cop, before: Closing) => ({
  title: 'Change what is kept',
  intro: text`The day stays as it is. What **${cop.name}** leaves behind is one document: its statement, and what you choose here.`,
  fields: leaving(cop, before),
  submit: 'Save',
});

function leaving(cop: Cop, before: Closing | undefined) {
  const keeps = (what: boolean | undefined) => (what === false ? {} : ({ value: 'yes' } as const));
  return asking(
    {
      kind: 'tick',
      name: 'roles',
      label: 'Roles',
      words: 'Who carried which (by name if they like)',
      optional,
      ...keeps(before?.keepsRoles),
    },
    {
      kind: 'tick',
      name: 'library',
      label: 'Library',
      words: 'Its list and what was most opened',
      optional,
      ...keeps(before?.keepsLibrary),
    },
    {
      kind: 'words',
      name: 'story',
      label: 'What happened here: a story',
      hint: 'Who is in it should have said yes to it',
      optional,
      long: true,
      max: limits.story,
      ...(before?.story && { value: before.story }),
    },
    {
      kind: 'words',
      name: 'other',
      label: 'Another one',
      optional,
      long: true,
      max: limits.story,
      ...(before?.otherStory && { value: before.otherStory }),
    },
    canDelete(cop)
      ? {
          kind: 'choice',
          name: 'space',
          label: 'Its space',
          choices: [
            { value: 'archived', label: 'Its members can still read it' },
            { value: 'deleted', label: 'Delete it for good' },
          ],
          value: before?.space === 'deleted' ? 'deleted' : 'archived',
        }
      : undefined,
  );
}
