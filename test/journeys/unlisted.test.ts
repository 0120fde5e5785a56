/** Whether everybody can find a CoP, as its facilitator chooses it in the form. */
import { afterEach, expect, it } from 'vitest';
import { startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const listed = 'Who can find it?';

it.each(platformNames)(
  'on %s, a CoP is found no more once that is chosen, and again once it is undone',
  async platform => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben Okafor')];
    await startCop(amira);
    await it_.settled();
    const chooses = async (choice: string) => {
      await amira.types('/cop edit', { in: 'cop-wound-care' });
      await amira.presses('Name and statement');
      const form = await amira.form();
      await amira.submits({ [listed]: choice });
      await it_.settled();
      return form.fields.find(field => field.label === listed)?.value;
    };

    expect(await chooses('Only people who are told about it')).toBe('Everybody here, with /cop find');
    await ben.types('/cop find wound', { in: 'general' });
    await ben.sees(/No CoP found for “wound”/);
    expect(await chooses('Everybody here, with /cop find')).toBe('Only people who are told about it');
    await ben.types('/cop find wound', { in: 'general' });
    await ben.presses('Request to join', { with: /Wound Care/ });
    await ben.form();
  },
);
