/** Where five questions leave no room above them, what is said first stands at the first of them, whole: Discord takes 100 characters there. */
import { expect, it } from 'vitest';
import type { Chosen } from '../../src/domain/settings.ts';
import { plainIn } from '../../src/messages/language.ts';
import { startForm } from '../../src/messages/start-form.ts';
import { text } from '../../src/platform/card.ts';

it.each(['open', 'after-conversation'] as const)('what begins the form fits (%s)', startPolicy => {
  const settings = { startPolicy, starters: 'everybody', supportChannel: 'C1' } as unknown as Chosen;
  const { intro, fields } = startForm({}, settings);
  expect(fields).toHaveLength(5);
  for (const language of ['en', 'de'] as const) {
    const words = plainIn(intro ?? text``, language);
    expect(words.length, words).toBeGreaterThan(40);
    expect(words.length, words).toBeLessThanOrEqual(100);
  }
});
