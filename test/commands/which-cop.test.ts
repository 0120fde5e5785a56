/** Where no CoP is named, none is offered in which it would be refused. */
import { afterEach, expect, it } from 'vitest';
import { invocation } from '../support/desk.ts';
import { amira, mo, sam, type Village, village, yan } from '../support/village.ts';
import { wordsOf } from '../support/words.ts';

let it_: Village;
afterEach(() => it_.store.close());

/** Yan facilitates Another, and is a member of Wound Care. */
async function yanIsInBoth() {
  it_ = await village();
  const space = { platform: 'discord', workspace: 'here', id: 'space-1' } as const;
  await it_.happened({ kind: 'joined', id: 'e9', space, who: { ...space, id: yan.id, name: 'Yan' } });
}
const opened = async (who: typeof yan, command: string) => {
  const answer = await it_.form(invocation(who, command));
  return 'show' in answer ? JSON.stringify(answer.show) : wordsOf(answer.say);
};

it('of what facilitators alone may do: in the one that they facilitate, without asking', async () => {
  await yanIsInBoth();
  expect(await opened(yan, 'cop rest')).toContain('Another');
  expect(await it_.presses(yan, 'cop export')).toMatch(/^The records of Another are on their way/);
  expect(await it_.presses(yan, 'document list')).toMatch(/^Which one do you mean\?\nAnother\n[\s\S]*Wound Care/);
});

it('who facilitates none reads why, as before', async () => {
  await yanIsInBoth();
  expect(await it_.presses(mo, 'cop export')).toMatch(/^Only the facilitators of Wound Care/);
  expect(await it_.presses(sam, 'cop export')).toMatch(/^You aren't in a CoP yet/);
});

it('who facilitates several is asked, among those', async () => {
  await yanIsInBoth();
  await it_.presses(yan, 'cop start', { name: 'A third', domain: 'Something new' });
  const asked = await it_.presses(yan, 'cop export');
  expect(asked).toMatch(/^Which one do you mean\?\nA third\n[\s\S]*Another/);
  expect(asked).not.toContain('Wound Care');
  expect(await it_.presses(amira, 'cop export')).toMatch(/^The records of Wound Care/);
});
