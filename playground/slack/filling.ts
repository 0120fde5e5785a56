/** What people do with open modals. */
import type { Persona } from '../driver.ts';
import { takeSubmissionAnswer } from './answers.ts';
import type { Client } from './client.ts';
import {
  clientErrors,
  filled,
  inputCalled,
  inputsOf,
  isCalled,
  isForm,
  offered,
  optionLabel,
  seenForm,
} from './forms.ts';
import { viewClosed, viewSubmission } from './interactions.ts';
import { channelsOffered } from './looks.ts';
import { whereOf } from './seen.ts';
import type { View } from './state.ts';
import { openViews, topView } from './views.ts';
import { textWords } from './words.ts';

export type Filler = Pick<Persona, 'form' | 'submits' | 'formSuggestions' | 'closesForm' | 'hasForm'>;

export function filler(client: Client): Filler {
  const { world, team, person } = client;
  const top = (): View | undefined => topView(team, person.id);

  /** The open view, once it has all of these fields. */
  const withFields = (wanted: readonly string[]): Promise<View> => {
    const fields = wanted.length ? ` with ${wanted.join(', ')}` : '';
    return client.wait(() => {
      const view = top();
      return view && wanted.every(label => inputsOf(view).some(b => isCalled(team, b, label))) ? view : undefined;
    }, `a form${fields}`);
  };

  return {
    form: (until = () => true) =>
      client.wait(() => {
        const view = top();
        if (!isForm(view)) return undefined;
        const seen = seenForm(team, view);
        return until(seen) ? seen : undefined;
      }, 'a form'),
    async submits(values = {}) {
      const view = await withFields(Object.keys(values));
      if (!view.submit) throw new Error(`"${textWords(team, view.title)}" has nothing to submit`);
      for (const [label, given] of Object.entries(values)) {
        const block = inputCalled(team, view, label);
        const value = await filled(client.fillingAt({ view }), block, given);
        view.values[block.block_id] = { ...view.values[block.block_id], [block.element.action_id]: value };
      }
      view.notice = undefined;
      view.errors = clientErrors(view, view.values);
      world.changed();
      if (Object.keys(view.errors).length > 0) return;
      takeSubmissionAnswer(world, team, person, view, await viewSubmission(world, team, person, view));
    },
    async formSuggestions(label, typed) {
      const view = await withFields([label]);
      const block = inputCalled(team, view, label);
      const { element } = block;
      if (element.type.includes('external'))
        return (await client.suggestions({ view }, block, element, typed)).map(optionLabel);
      const all = /channels|conversations/.test(element.type)
        ? channelsOffered({ world, team, person }, element).map(whereOf)
        : offered(element).map(optionLabel);
      return all.filter(label => label.toLowerCase().includes(typed.toLowerCase()));
    },
    async closesForm() {
      const view = await withFields([]);
      const stack = openViews(team, person.id);
      const closed = view.clear_on_close ? stack : [view];
      team.modals[person.id] = stack.filter(v => !closed.includes(v));
      world.changed();
      for (const one of [...closed].reverse()) {
        if (one.notify_on_close) await viewClosed(world, team, person, one, view.clear_on_close);
      }
    },
    hasForm: () => isForm(top()),
  };
}
