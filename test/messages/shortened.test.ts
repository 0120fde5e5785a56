/** What Discord has little room for is said whole, in either language. */
import { expect, it } from 'vitest';
import { toModal } from '../../src/adapters/discord/forms.ts';
import { languages } from '../../src/domain/language.ts';
import { german } from '../../src/messages/de/index.ts';
import { formIn } from '../../src/messages/language.ts';
import { callForm } from '../../src/messages/meeting-form.ts';
import { notesForm } from '../../src/messages/notes.ts';
import { hints } from '../support/spoken.ts';

it('a hint has 100 characters', () => {
  expect(hints().length).toBeGreaterThan(50);
  const said = hints().flatMap(hint => [hint, german[hint] ?? '']);
  expect(said.filter(hint => hint.length > 100)).toEqual([]);
});

it('a question for a time names its zone, wherever that is', () => {
  const cop = { id: '01', name: 'Wound Care', workspace: 'discord:1' } as never;
  const labels = (zone: string) =>
    languages.flatMap(language =>
      [callForm(cop, zone), notesForm({ cop, meeting: { id: '02' } } as never, zone)].flatMap(form =>
        toModal(formIn(form, language), 'x').components.flatMap(one => ('label' in one ? one.label : [])),
      ),
    );
  for (const zone of ['UTC', ...Intl.supportedValuesOf('timeZone')]) {
    expect(labels(zone).filter(label => label.endsWith('…'))).toEqual([]);
    expect(labels(zone).join().replaceAll('_', ' ')).toContain(zone.split('/').at(-1)?.replaceAll('_', ' '));
  }
  expect(labels('America/Argentina/Buenos_Aires')).toContain('When next, in Buenos Aires time? (optional)');
  expect(labels('Europe/London')).toContain('When, in Europe/London time?');
});
