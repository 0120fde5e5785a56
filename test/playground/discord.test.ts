/** The playground's Discord, driven by the real discord.js over REST and Gateway. */
import {
  ApplicationCommandType,
  ButtonStyle,
  type Client,
  ComponentType,
  type Interaction,
  MessageFlags,
  ApplicationCommandOptionType as Option,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { town } from '../../playground/town.ts';
import { allIntents, bot, clinic, playground } from './discord-bot.ts';

const commands = [
  {
    name: 'cop',
    description: 'Communities of Practice',
    options: [
      { type: Option.Subcommand, name: 'start', description: 'Start one' },
      {
        type: Option.SubcommandGroup,
        name: 'docs',
        description: 'The library',
        options: [
          {
            type: Option.Subcommand,
            name: 'find',
            description: 'Find a document',
            options: [
              { type: Option.String, name: 'words', description: 'What about?', autocomplete: true, required: true },
              { type: Option.User, name: 'by', description: 'Whose?' },
            ],
          },
        ],
      },
    ],
  },
  { name: 'Save to the library', type: ApplicationCommandType.Message },
];

const modal = {
  title: 'Start a CoP',
  custom_id: 'start',
  components: [
    {
      type: ComponentType.Label,
      label: 'Name',
      description: 'Two or three words',
      component: { type: ComponentType.TextInput, custom_id: 'name', style: TextInputStyle.Short, max_length: 40 },
    },
    {
      type: ComponentType.Label,
      label: 'Who starts it with you?',
      component: { type: ComponentType.UserSelect, custom_id: 'with', required: false, min_values: 0, max_values: 5 },
    },
    {
      type: ComponentType.Label,
      label: 'Leaflet',
      component: { type: ComponentType.FileUpload, custom_id: 'leaflet', required: false, min_values: 0 },
    },
  ],
};

const button = (label: string, custom_id = label) => ({
  type: ComponentType.ActionRow,
  components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, label, custom_id }],
});

async function withCommands(client: Client<true>, answers: (interaction: Interaction) => Promise<unknown>) {
  await client.application.commands.set(commands as never);
  const wrong: unknown[] = [];
  client.on('interactionCreate', interaction => void answers(interaction).catch(error => wrong.push(error)));
  return wrong;
}

test('What is ticked when a form opens stays ticked, whatever its label says', async () => {
  const discord = await playground();
  const client = await bot(discord);
  const options = [
    { value: 'names', label: 'By name, if they like', default: true },
    { value: 'list', label: 'The list' },
  ];
  const kept = { type: ComponentType.CheckboxGroup, custom_id: 'kept', required: false, min_values: 0, options };
  const wrong = await withCommands(client, async interaction => {
    const components = [{ type: ComponentType.Label, label: 'What is kept', component: kept }];
    if (interaction.isChatInputCommand()) await interaction.showModal({ ...modal, components } as never);
    if (interaction.isModalSubmit())
      await interaction.reply(`Kept: ${interaction.fields.getCheckboxGroup('kept').join()}`);
  });
  const ben = discord.person('Ben Okafor');
  await ben.types('/cop start');
  await ben.form();
  await ben.submits({});
  await ben.sees(/^Kept: names$/);
  expect(wrong).toEqual([]);
});

test('A date in a form reads as its reader writes dates', async () => {
  const discord = await playground({ workspaces: [town] });
  const client = await bot(discord);
  const when = { type: ComponentType.TextDisplay, content: 'As well as <t:1796392800:F>' };
  await withCommands(client, async interaction => {
    const components = [when, ...modal.components];
    if (interaction.isChatInputCommand()) await interaction.showModal({ ...modal, components } as never);
  });
  for (const [name, date] of [
    ['Carla Moreno', 'Freitag, 4. Dezember 2026 um 14:00'],
    ['Ben Okafor', 'Friday, 4 December 2026 at 14:00'],
  ] as const) {
    await discord.person(name).types('/cop start');
    await discord.person(name).form();
    expect(discord.screen(name, { read: {} }).form?.text).toBe(`As well as ${date}`);
  }
});

test('A command opens a form; its submission is answered later', async () => {
  const discord = await playground();
  const client = await bot(discord);
  const wrong = await withCommands(client, async interaction => {
    if (interaction.isChatInputCommand()) await interaction.showModal(modal as never);
    if (!interaction.isModalSubmit()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const who = interaction.fields.getSelectedUsers('with')?.map(u => `<@${u.id}>`);
    const file = interaction.fields.getUploadedFiles('leaflet')?.first();
    const body = file && (await (await fetch(file.url)).text());
    await interaction.editReply(`**${interaction.fields.getTextInputValue('name')}** with ${who}: ${body}`);
  });
  const ben = discord.person('Ben Okafor');
  await ben.types('/cop start');
  expect(await ben.form()).toMatchObject({
    title: 'Start a CoP',
    fields: [
      { label: 'Name', hint: 'Two or three words', kind: 'words', required: true, maxLength: 40 },
      { label: 'Who starts it with you?', kind: 'people', required: false },
      { label: 'Leaflet', kind: 'file' },
    ],
  });
  await expect(ben.submits({})).rejects.toThrow('"Name" has to be filled in');
  await ben.submits({
    Name: 'Wound care',
    'Who starts it with you?': ['Amira Haddad'],
    Leaflet: { name: 'a.txt', type: 'text/plain', body: Buffer.from('Hello') },
  });
  expect(ben.hasForm()).toBe(false);
  const seen = await ben.sees(/Wound care/);
  expect(seen).toMatchObject({ text: 'Wound care with @Amira Haddad: Hello', onlyYou: true, edited: false, rings: [] });
  expect(discord.person('Amira Haddad').seesNow(/Wound care/)).toEqual([]);
  expect(wrong).toEqual([]);
});

test('Autocomplete, options with what they resolve to, and an unknown command', async () => {
  const discord = await playground();
  const client = await bot(discord);
  await withCommands(client, async interaction => {
    if (interaction.isAutocomplete())
      await interaction.respond([{ name: `${interaction.options.getFocused()} care`, value: 'doc-1' }]);
    if (interaction.isChatInputCommand())
      await interaction.reply(
        `${interaction.options.getSubcommand()} ${interaction.options.getString('words')} ${interaction.options.getUser('by')?.username ?? ''}`,
      );
  });
  const ben = discord.person('Ben Okafor');
  expect(await ben.completions('/cop docs find wound')).toEqual([{ label: 'wound care' }]);
  await ben.types('/cop docs find words: wound care by: @Amira Haddad');
  await ben.sees(/find doc-1 amira\.haddad/);
  await ben.types('/cop docs find sepsis in children');
  await ben.sees(/find sepsis in children/);
  expect(await ben.completions('/cop d')).toMatchObject([
    {
      label: '/cop docs find',
      summary: 'Find a document',
      options: [{ name: 'words', required: true }, { name: 'by' }],
    },
  ]);
  await expect(ben.types('/cap start')).rejects.toThrow('there is no command /cap here; there are: /cop');
  await expect(ben.types('/cop docs find')).rejects.toThrow('"words" has to be given');
});

test('A button changes its message; a menu of people; a message’s own menu', async () => {
  const discord = await playground();
  const client = await bot(discord);
  const wrong = await withCommands(client, async interaction => {
    if (interaction.isButton()) await interaction.update({ content: 'Joined', components: [] });
    if (interaction.isUserSelectMenu())
      await interaction.reply(`Chosen: ${interaction.members.map(m => m?.user.username)}`);
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply({
        content: `Saved: ${interaction.targetMessage.content}`,
        flags: MessageFlags.Ephemeral,
      });
  });
  const ben = discord.person('Ben Okafor');
  const general = client.channels.cache.find(c => 'name' in c && c.name === 'general');
  if (!general?.isSendable()) throw new Error('no general');
  await general.send({ content: 'Wound care', components: [button('Join')] as never });
  await ben.presses('Join', { with: /Wound/ });
  expect(await ben.sees(/Joined/)).toMatchObject({ edited: true, buttons: [] });
  const select = { type: ComponentType.UserSelect, custom_id: 'who', placeholder: 'Who?' };
  await general.send({ content: 'Invite', components: [{ type: 1, components: [select] }] as never });
  await ben.chooses('Who?', 'Joan Ibarra');
  await ben.sees(/Chosen: joan\.ibarra/);
  const said = await ben.posts('general', 'The bandages are new');
  await ben.uses('Save to the library', said);
  expect(await ben.sees(/Saved: The bandages are new/)).toMatchObject({ onlyYou: true });
  expect(wrong).toEqual([]);
});

test('Who says nothing is told about; too late and twice are refused', async () => {
  let now = Date.UTC(2026, 10, 23);
  const discord = await playground({ now: () => now });
  const client = await bot(discord);
  const refused: unknown[] = [];
  await withCommands(client, async interaction => {
    if (!interaction.isChatInputCommand()) return;
    const late = interaction.options.getSubcommand() === 'find';
    if (late) now += 301;
    const again = () =>
      client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body: { type: 4, data: { content: 'Hi' } },
        auth: false,
      });
    await again().catch(error => refused.push(error.code));
    await again().catch(error => refused.push(error.code));
    if (late) return;
    now += 900_001;
    await interaction.webhook.send('More').catch(error => refused.push(error.code));
  });
  const ben = discord.person('Ben Okafor');
  await ben.types('/cop start');
  await discord.until(() => refused.length === 2, 'two refusals');
  expect(refused).toEqual([40060, 50027]);
  await ben.types('/cop docs find wound');
  await ben.sees(/did not respond/);
  expect(refused.slice(2)).toEqual([10062, 10062]);
});

test('Direct messages: a button there, and closed ones', async () => {
  const discord = await playground();
  const client = await bot(discord);
  const seen: unknown[] = [];
  await withCommands(client, async interaction => {
    if (!interaction.isButton()) return;
    seen.push(interaction.guildId, interaction.member, interaction.user.username, interaction.context);
    await interaction.reply('Thank you');
  });
  const ben = discord.person('Ben Okafor');
  const user = await client.users.fetch(ben.id);
  await user.send({ content: `Hello <@${ben.id}>`, components: [button('Yes')] as never });
  expect(await ben.sees(/Hello/, { in: 'direct message' })).toMatchObject({
    where: 'direct message',
    rings: ['Ben Okafor'],
  });
  await ben.presses('Yes');
  await ben.sees(/Thank you/, { in: 'direct message' });
  expect(seen).toEqual([null, null, 'ben.okafor', 1]);
  const heard = new Promise(resolve => client.on('messageCreate', m => m.author.bot || resolve(m.content)));
  await ben.posts('direct message', 'Good morning');
  expect(await heard).toBe('Good morning');
  await ben.closesDirectMessages();
  await expect(user.send('Hello?')).rejects.toMatchObject({ code: 50007, status: 403 });
});

test('Without the message content intent words are hidden, with it they are there', async () => {
  for (const messageContent of [false, true]) {
    const discord = await playground({ intents: { messageContent, guildMembers: true } });
    const client = await bot(discord, messageContent ? allIntents : undefined);
    const heard: string[] = [];
    client.on('messageCreate', m => void heard.push(m.content));
    const ben = discord.person('Ben Okafor');
    const { id, channelId } = await ben.posts('general', 'A secret');
    await ben.posts('general', 'Hello @CoP Bot');
    await discord.until(() => heard.length === 2, 'two messages');
    expect(heard).toEqual([messageContent ? 'A secret' : '', `Hello <@${client.user.id}>`]);
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isTextBased()) throw new Error('no text');
    expect((await channel.messages.fetch({ message: id, cache: false, force: true })).content).toBe(
      messageContent ? 'A secret' : '',
    );
    await client.application.fetch();
    expect(client.application.flags.has('GatewayMessageContentLimited')).toBe(messageContent);
  }
});

test('After dropped sockets the client resumes, and what it missed is there', async () => {
  const discord = await playground();
  const client = await bot(discord);
  const heard: string[] = [];
  client.on('messageCreate', m => void heard.push(m.id));
  const resumed = new Promise(resolve => client.once('shardResume', (_, replayed) => resolve(replayed)));
  const ben = discord.person('Ben Okafor');
  discord.dropsSockets();
  expect(discord.connected()).toBe(false);
  const { id } = await ben.posts('general', 'Anybody there?');
  expect(await resumed).toBeGreaterThan(0);
  expect(heard).toEqual([id]);
  expect(discord.connected()).toBe(true);
});

test('Events and interactions are delivered twice when told so', async () => {
  const discord = await playground();
  const client = await bot(discord);
  const ben = discord.person('Ben Okafor');
  const ids: string[] = [];
  const heard: string[] = [];
  await withCommands(client, async interaction => {
    ids.push(interaction.id);
    if (interaction.isRepliable()) await interaction.reply('Hi');
  });
  client.ws.on(
    'MESSAGE_CREATE' as never,
    (m: { author: { id: string } }) => void (m.author.id === ben.id && heard.push(m.author.id)),
  );
  discord.delivers(2);
  await ben.types('/cop start');
  await ben.posts('general', 'Hello');
  await discord.until(() => ids.length === 2 && heard.length === 2, 'everything twice');
  expect(new Set(ids).size).toBe(2);
});

test('Faults: refused, limited, broken off before and after', async () => {
  const discord = await playground();
  const client = await bot(discord, undefined, {
    rest: { api: discord.apiUrl, retries: 0, timeout: 200, rejectOnRateLimit: () => true },
  });
  const guild = client.guilds.cache.first()!;
  const on = 'POST /guilds/:id/channels';
  const names = () =>
    discord
      .person('Ben Okafor')
      .channels()
      .then(all => all.map(c => c.name));
  const performed: string[] = [];
  discord.watch((moment, call) => void (moment === 'performed' && performed.push(call.name)));
  discord.injects({ on, does: { refuse: '50013' } });
  await expect(guild.channels.create({ name: 'one' })).rejects.toMatchObject({ code: 50013, status: 403 });
  discord.injects({ on, does: { status: 502, performed: true } });
  await expect(guild.channels.create({ name: 'two' })).rejects.toMatchObject({ status: 502 });
  discord.injects({ on, does: { hang: true } });
  await expect(guild.channels.create({ name: 'three' })).rejects.toThrow('aborted');
  discord.injects({ on, does: { rateLimit: 2 } });
  await expect(guild.channels.create({ name: 'four' })).rejects.toMatchObject({ limit: expect.any(Number) });
  expect(await names()).toEqual(['general', 'random', 'two']);
  expect(performed).toEqual([on]);
  expect(discord.traffic.filter(t => t.name === on).map(t => [t.status, t.error])).toEqual([
    [403, '50013'],
    [502, '0'],
    [0, undefined],
    [429, undefined],
  ]);
});

test('The state goes on where it was', async () => {
  const first = await playground();
  const ben = first.person('Ben Okafor');
  await ben.posts('general', 'Still here', [{ name: 'a.png', type: 'image/png', body: new Uint8Array([1, 2]) }]);
  const second = await playground({ state: first.state(), workspaces: [clinic] });
  const seen = await second.person('Ben Okafor').sees(/Still here/);
  expect(seen.files).toMatchObject([{ name: 'a.png', type: 'image/png', bytes: 2 }]);
  expect(second.token).toBe(first.token);
  await bot(second);
});
