/**
 * Who may do what, whole: every command, every kind of person, every state that a CoP can be in, and what they read. It stands in a file,
 * so that a change of it shows in review; what must hold of all of it is asserted beside.
 */
import { expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { textOf } from '../../src/platform/card.ts';
import { invocation, type Presser } from '../support/desk.ts';
import { matrixOf } from '../support/rights/matrix.ts';
import { peopleIn, type Scene, scene, states } from '../support/rights/scene.ts';
import { mo, shared } from '../support/village.ts';
import { plain } from '../support/words.ts';

/** What a closed door says: of which record, and whether it is there, it tells nobody. */
const door =
  /isn't here any more, or it isn't open to you|^Only the (members|facilitators) of|is for an administrator to decide|see which server of yours/;
const private_ = /clinic|protocol|Thursdays/i;

it('stands in rights.snap.md', { timeout: 240_000 }, async () => {
  const read = new Map<string, Map<string, Map<string, string>>>();
  for (const [state, become] of Object.entries(states)) {
    let it_: Scene | undefined;
    for (const command of commands) {
      if (command.about === 'network' && state !== 'open') continue;
      for (const [person, who] of Object.entries(peopleIn)) {
        it_ ??= await scene(become);
        const before = await noted(it_);
        const options = {
          ...optionsIn(it_),
          ...(command.name === 'question answer' && { person: it_.asker }),
        };
        const words = await it_.presses(who, command.name, options, { message: shared(mo.id, 'm2') });
        const at = read.get(command.name) ?? new Map<string, Map<string, string>>();
        read.set(command.name, at.set(person, (at.get(person) ?? new Map()).set(state, words)));
        const isSame = (await noted(it_)) === before;
        if (command.form && state === 'open' && !door.test(words)) await introsFit(it_, who, command.name, options);
        if (door.test(words)) {
          expect(isSame, `${person}, ${command.name}: a closed door changes nothing`).toBe(true);
          expect(words).not.toMatch(private_);
          if (command.form) {
            const form = await it_.form(invocation(who, command.name, options));
            expect('say' in form, `${person}, the form of ${command.name}: the same door`).toBe(true);
          }
        }
        if (isSame) continue;
        await it_.store.close();
        it_ = undefined;
      }
    }
    await it_?.store.close();
  }
  await expect(matrixOf(read, Object.keys(states))).toMatchFileSnapshot('rights.snap.md');
});

/** Five fields leave a form on Discord no room for what introduces it but below the first label: the sentences that fit. */
const besideFive = 100;

async function introsFit(it_: Scene, who: Presser, command: string, options: Record<string, string>): Promise<void> {
  for (const locale of ['en-GB', 'de']) {
    const opened = await it_.form(invocation(who, command, options, { locale }));
    if (!('show' in opened) || opened.show.fields.length < 5) continue;
    const intro = plain(textOf(opened.show.intro ?? ''));
    const [first] = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(intro)];
    expect(first?.segment.trim().length ?? 0, `${command}, ${locale}: ${intro}`).toBeLessThanOrEqual(besideFive);
  }
}

/** What was done, and what is to follow from it. */
async function noted({ store: { db } }: Scene): Promise<string> {
  const { a, e } = await db
    .selectNoFrom(eb => [
      eb
        .selectFrom('audit')
        .select(audit => audit.fn.countAll().as('n'))
        .as('a'),
      eb
        .selectFrom('effects')
        .select(effects => effects.fn.countAll().as('n'))
        .as('e'),
    ])
    .executeTakeFirstOrThrow();
  return `${a} ${e}`;
}

/** Of everything that there is one of. */
const optionsIn = ({
  cop,
  request,
  nomination,
  invitation,
  document,
  conversation,
  talk,
  carried,
  suggestion,
  difference,
  standIn,
  meeting,
}: Scene) => ({
  ...{ cop, request, nomination, invitation, document, conversation, talk, carried, suggestion, difference, standIn },
  meeting,
  part: 'write',
  ...{ role: 'community-keeper', term: 'open', person: 'u-pia', people: 'u-rex' },
  ...{
    name: 'Leg Ulcers',
    domain: 'Healing legs',
    title: 'New title',
    words: 'dressing',
    link: 'https://example.org/more',
  },
});
