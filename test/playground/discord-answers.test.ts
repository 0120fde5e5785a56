/** How interactions may be answered, over the real discord.js: what is refused, files, what changes what. */
import { AttachmentBuilder, type ChatInputCommandInteraction, type Client, Routes, type TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import type { DiscordPlayground } from '../../playground/discord/index.ts';
import { bot, playground, refusal } from './discord-bot.ts';

const label = (more: object, size = 5) => ({ type: 18, label: 'L'.repeat(size), component: more });
const input = (more: object = {}) => ({ type: 4, style: 1, custom_id: 'a', ...more });
const modal = (components: object[], more: object = {}) => ({ title: 'T', custom_id: 'c', components, ...more });
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

const modals: [string, object, string][] = [
  ['title 46', modal([label(input())], { title: 'x'.repeat(46) }), 'BASE_TYPE_MAX_LENGTH'],
  ['custom_id 101', modal([label(input())], { custom_id: 'x'.repeat(101) }), 'BASE_TYPE_MAX_LENGTH'],
  ['no components', modal([]), 'BASE_TYPE_REQUIRED'],
  ['6 components', modal(many(6, n => label(input({ custom_id: `${n}` })))), 'BASE_TYPE_BAD_LENGTH'],
  ['label 46', modal([label(input(), 46)]), 'BASE_TYPE_MAX_LENGTH'],
  ['description 101', modal([{ ...label(input()), description: 'x'.repeat(101) }]), 'BASE_TYPE_MAX_LENGTH'],
  ['max_length 4001', modal([label(input({ max_length: 4001 }))]), 'NUMBER_TYPE_MAX'],
  ['min above max', modal([label(input({ min_length: 5, max_length: 4 }))]), 'TEXT_INPUT_MIN_GREATER_THAN_MAX'],
  ['value too long', modal([label(input({ value: 'xx', max_length: 1 }))]), 'BASE_TYPE_BAD_LENGTH'],
  ['custom_id twice', modal([label(input()), label(input())]), 'COMPONENT_CUSTOM_ID_DUPLICATED'],
  ['none of what is required', modal([label({ type: 8, custom_id: 'a', min_values: 0 })]), 'NUMBER_TYPE_MIN'],
  ['a button', modal([label({ type: 2, style: 1, label: 'x', custom_id: 'x' })]), 'UNION_TYPE_CHOICES'],
];

/** A bot that answers `/try` as told, by the bare callback. */
async function trying(discord: DiscordPlayground) {
  const client = await bot(discord);
  await client.application.commands.set([{ name: 'try', description: 'Try' }]);
  let answer: (interaction: ChatInputCommandInteraction) => Promise<unknown> = async () => {};
  let done: Promise<unknown> = Promise.resolve();
  client.on('interactionCreate', interaction => {
    if (interaction.isChatInputCommand()) done = answer(interaction);
  });
  const tries = async (how: typeof answer): Promise<unknown> => {
    answer = how;
    await discord.person('Ben Okafor').types('/try');
    return done;
  };
  return { client, tries, ben: discord.person('Ben Okafor') };
}

const back = (client: Client, { id, token }: { id: string; token: string }, body: object) =>
  refusal(client.rest.post(Routes.interactionCallback(id, token), { body, auth: false }));

test('Modals that Discord refuses', async () => {
  const discord = await playground({ rateLimits: false, ackMs: 20_000 }); // a dozen tries take longer than one
  const { client, tries, ben } = await trying(discord);
  await tries(async interaction => {
    for (const [name, data, code] of modals)
      expect(await back(client, interaction, { type: 9, data }), name).toBe(`400 50035 ${code}`);
    expect(await back(client, interaction, { type: 7, data: {} })).toBe('400 50035 BASE_TYPE_CHOICES');
    expect(await back(client, interaction, { type: 8, data: {} })).toBe('400 50035 BASE_TYPE_CHOICES');
    const old = modal([
      { type: 1, components: [input({ label: 'Old' })] },
      { type: 10, content: 'Read **this**' },
    ]);
    expect(await back(client, interaction, { type: 9, data: old })).toBe('done');
  });
  expect(await ben.form()).toMatchObject({ text: 'Read this', fields: [{ label: 'Old', kind: 'words' }] });
  const answered = new Promise(resolve =>
    client.on('interactionCreate', async interaction => {
      if (!interaction.isModalSubmit()) return;
      const refused = await back(client, interaction, { type: 9, data: modal([label(input())]) });
      await interaction.reply(`Thank you: ${interaction.fields.getTextInputValue('a')}`);
      resolve(refused);
    }),
  );
  await ben.submits({ Old: 'gold' });
  expect(await answered).toBe('400 50035 BASE_TYPE_CHOICES');
  await ben.sees(/Thank you: gold/);
});

test('Files: in an answer, in a picture, and read back', async () => {
  const discord = await playground();
  const { tries, ben } = await trying(discord);
  const picture = new AttachmentBuilder(Buffer.from('PNG'), { name: 'cycle.png', description: 'The circle' });
  const paper = new AttachmentBuilder(Buffer.from('Hello'), { name: 'paper.txt' });
  await tries(async interaction => {
    await interaction.deferReply();
    await interaction.editReply({
      embeds: [{ title: 'Look', image: { url: 'attachment://cycle.png' } }],
      files: [picture, paper],
    });
    const reply = await interaction.fetchReply();
    expect(await (await fetch(reply.embeds[0]!.image!.url)).text()).toBe('PNG');
    expect(reply.attachments.map(a => a.name)).toEqual(['paper.txt']);
    await interaction.followUp({ content: 'More', flags: 64 });
    await interaction.followUp('Most');
  });
  expect(await ben.sees(/Look/)).toMatchObject({
    pictures: [{ alt: 'The circle' }],
    files: [{ name: 'paper.txt', bytes: 5 }],
    edited: false,
  });
  expect(await ben.sees(/More/)).toMatchObject({ onlyYou: true });
  expect(
    discord
      .person('Amira Haddad')
      .seesNow(/More|Most/)
      .map(m => m.text),
  ).toEqual(['Most']);
});

test('A press that is taken quietly changes its message later; the form of a button changes it too', async () => {
  const discord = await playground();
  const { client, ben } = await trying(discord);
  const general = client.channels.cache.find(c => 'name' in c && c.name === 'general') as TextChannel;
  const press = (name: string) => ({ type: 2, style: 2, label: name, custom_id: name });
  await general.send({
    flags: 1 << 15,
    components: [
      {
        type: 17,
        components: [
          { type: 10, content: '## Vote' },
          { type: 1, components: [press('Yes'), press('Why')] },
        ],
      },
    ] as never,
  });
  client.on('interactionCreate', async interaction => {
    if (interaction.isButton() && interaction.customId === 'Yes') {
      await interaction.deferUpdate();
      await interaction.editReply({
        components: [
          { type: 10, content: 'One vote' },
          { type: 1, components: [press('Why')] },
        ] as never,
      });
    } else if (interaction.isButton()) await interaction.showModal(modal([label(input())]) as never);
    if (interaction.isModalSubmit() && interaction.isFromMessage())
      await interaction.update({
        components: [{ type: 10, content: `Because ${interaction.fields.getTextInputValue('a')}` }] as never,
      });
  });
  expect((await ben.sees(/Vote/)).buttons.map(b => b.label)).toEqual(['Yes', 'Why']);
  await ben.presses('Yes');
  await ben.sees(/^One vote$/);
  await ben.presses('Why');
  await ben.submits({ LLLLL: 'of reasons' });
  await ben.sees(/^Because of reasons$/);
});

test('Nobody answers when the bot is away', async () => {
  const discord = await playground();
  const { client, ben } = await trying(discord);
  await client.destroy();
  await discord.until(() => !discord.connected(), 'the bot gone');
  await ben.types('/try');
  expect(await ben.sees(/did not respond/)).toMatchObject({ onlyYou: true, byBot: true });
});
