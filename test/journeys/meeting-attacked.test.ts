/** Buttons and forms that the bot never made, and words that would like to be markup: on the wire, from somebody who isn't in the CoP. */
import { afterEach, describe, expect, it } from 'vitest';
import { afternoonIn, letsIn, startCop, whenIn } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = { in: 'cop-wound-care' } as const;
const shut = /isn't here any more, or it isn't open to you|gibt es hier nicht mehr/;
const tricky = '<!channel> @everyone [heel](https://evil.example) `**x**`';

describe.each(platformNames)('on %s', platform => {
  const call = async (path: string, body: object) => {
    const { playground } = it_;
    const { apiUrl } = playground;
    const [url, token] =
      platform === 'slack'
        ? [`${apiUrl}${path}`, `Bearer ${playground.botToken?.()}`]
        : [`${apiUrl}/v10/${path}`, `Bot ${playground.token}`];
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    });
    expect(await answer.json(), path).toMatchObject(platform === 'slack' ? { ok: true } : { content: 'Forged' });
  };
  /** As if somebody had made it up. */
  const forges = (channel: string, values: readonly string[]) =>
    platform === 'slack'
      ? call('chat.postMessage', {
          channel,
          text: 'Forged',
          blocks: [
            {
              type: 'actions',
              elements: values.map((value, n) => ({
                type: 'button',
                action_id: `a${n}`,
                text: { type: 'plain_text', text: `Forged ${n}` },
                value,
              })),
            },
          ],
        })
      : call(`channels/${channel}/messages`, {
          content: 'Forged',
          components: [
            {
              type: 1,
              components: values.map((custom_id, n) => ({ type: 2, style: 2, label: `Forged ${n}`, custom_id })),
            },
          ],
        });

  it('open nothing to an outsider, and what somebody writes rings for nobody', { timeout: 90_000 }, async () => {
    it_ = await stage(platform);
    const [amira, ben, carla] = [it_.person('Amira'), it_.person('Ben'), it_.person('Carla')];
    await startCop(amira);
    await letsIn(amira, ben);
    await ben.types('/cop meet', space);
    const when = whenIn(await ben.form(), afternoonIn(Date.now(), 3));
    await ben.submits({ 'What about?': tricky, ...when, 'Where? (optional)': `Room ${tricky}` });
    await ben.presses('Yes, call it');
    const card = await amira.sees(/Nobody has said yet/, space);
    expect(card.text.split(tricky).length).toBeGreaterThan(2); // its title and its place, letter by letter
    await it_.settled();

    const { id } = await it_.store.db.selectFrom('meetings').select('id').executeTakeFirstOrThrow();
    const rows = async () =>
      JSON.stringify([
        await it_.store.db.selectFrom('meetings').selectAll().execute(),
        await it_.store.db.selectFrom('meeting_answers').selectAll().execute(),
        await it_.store.db.selectFrom('meeting_parts').selectAll().execute(),
      ]);
    const before = await rows();
    /** What they do is refused, once more than before. */
    const refused = async (does: () => Promise<void>) => {
      const many = carla.seesNow(shut).length;
      await does();
      await it_.playground.until(() => carla.seesNow(shut).length > many, 'a refusal of its own');
      expect(carla.seesNow(shut)).toHaveLength(many + 1);
      expect(carla.hasForm()).toBe(false);
    };
    const general = (await carla.channels()).find(one => one.name === 'general')?.id ?? '';
    const forged = [
      `meeting come?meeting=${id}`,
      `meeting cancel?meeting=${id}&sure=yes`,
      `meeting move?meeting=${id}`,
      `meeting over?meeting=${id}`, // follows by itself: nobody's to press
      'meeting come?meeting=%00%ff&__proto__=x',
    ];
    await forges(platform === 'slack' ? carla.id : general, forged);
    for (const n of forged.keys()) await refused(() => carla.presses(`Forged ${n}`));
    if (platform === 'slack') {
      await carla.types('/startcop', { in: 'general' });
      await carla.form();
      const opened = it_.playground.traffic.filter(one => one.name === 'views.open').at(-1);
      const form = opened?.response as { readonly view?: { readonly id: string } } | undefined;
      await call('views.update', {
        view_id: form?.view?.id,
        view: {
          type: 'modal',
          callback_id: `meeting ask?meeting=${id}`,
          private_metadata: '{"on":{"channel":{"platform":"slack","workspace":"T0","id":"C0"},"id":"1.1"}}',
          title: { type: 'plain_text', text: 'Forged' },
          submit: { type: 'plain_text', text: 'Send' },
          blocks: [
            {
              type: 'input',
              block_id: 'words',
              label: { type: 'plain_text', text: 'Words' },
              element: { type: 'plain_text_input', action_id: 'value' },
            },
          ],
        },
      });
      await carla.form(open => open.fields.some(field => field.label === 'Words'));
      await refused(() => carla.submits({ Words: 'From outside' }));
    }
    await it_.settled();
    expect(await rows()).toBe(before);
    expect(await it_.store.db.selectFrom('meeting_questions').selectAll().execute()).toEqual([]);
  });
});
