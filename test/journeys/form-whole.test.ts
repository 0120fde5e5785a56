/** What stands in a form already stands there whole, however a platform counts its letters: whoever sends it on loses none of it. */
import { afterEach, expect, it } from 'vitest';
import { town } from '../../playground/town.ts';
import { movableClock } from '../support/clock.ts';
import { afternoonIn, letsIn, startCop, whenIn } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = { in: 'cop-wound-care' } as const;
const promised = 'What did we promise? (optional)';
const hours = 3600_000;

it.each(platformNames)(
  'on %s, promises of people with long names are all there for who revises the notes',
  {
    timeout: 90_000,
  },
  async platform => {
    const clock = movableClock();
    const ben = `Benedictus ${'van der Heuvelen-Oosterwijk '.repeat(2)}Okafor`;
    const people = town.people.map(one => (one.name === 'Ben Okafor' ? { ...one, name: ben } : one));
    it_ = await stage(platform, { clock, workspaces: [{ ...town, people }] });
    const amira = it_.person('Amira');
    await startCop(amira);
    await letsIn(amira, it_.person(ben));
    await it_.settled();
    const at = afternoonIn(clock.now(), 3);
    await amira.types('/cop meet', space);
    await amira.submits({ 'What about?': 'Heels', ...whenIn(await amira.form(), at) });
    await amira.presses('Yes, call it');
    await amira.sees(/Heels.*60 minutes/s, space);
    clock.passes(at + 2 * hours - clock.now());
    await amira.sees(/We met on/, space);
    await amira.presses('Write it up…', space);
    await amira.form();
    const each = Array.from({ length: 8 }, (_, n) => `brings cushion number ${n + 1} ${'and more '.repeat(12)}so`);
    const learned = 'Offload early';
    await amira.submits({
      'What did we learn?': learned,
      [promised]: each.map(one => `@Benedictus ${one}`).join('\n'),
    });
    await amira.sees(/brings cushion number 8/, space);
    await amira.presses('Read the notes', space);
    await amira.presses('Revise them…', { with: /What we promised/ });
    const form = await amira.form();
    const all = each.map(one => `@${ben} ${one}`).join('\n');
    expect(form.fields[1]?.value).toBe(all);
    await amira.submits({ 'What did we learn?': `${learned}!` });
    await amira.sees(/Offload early!/, space);
    const rows = await it_.store.db.selectFrom('promises').select('words').where('words', 'is not', null).execute();
    expect(rows.map(row => row.words).sort()).toEqual(each.toSorted());
  },
);

it('on discord, which counts an emoji as one, a name of them alone is not cut by who edits something else', async () => {
  it_ = await stage('discord');
  const amira = it_.person('Amira');
  const [name, domain] = ['🦶'.repeat(60), '🩹'.repeat(200)];
  await startCop(amira, { Name: name, 'What do you care about?': domain });
  await it_.settled();
  await amira.types('/cop edit', { in: 'cop-community' });
  await amira.presses('Name and statement');
  const form = await amira.form();
  expect(form.fields.slice(0, 2).map(field => field.value)).toEqual([name, domain]);
  await amira.submits({ [form.fields[2]?.label as string]: 'We are nurses' });
  await it_.settled();
  const rows = await it_.store.db.selectFrom('cops').select(['name', 'domain', 'statement']).execute();
  expect(rows).toEqual([{ name, domain, statement: 'We are nurses' }]);
});
