/** The app's commands, everywhere or in one guild. discord.com/developers/docs/interactions/application-commands#endpoints */
import { type Call, type Created, created, id, type Routes } from '../call.ts';
import { commandErrors } from '../check-commands.ts';
import { commandShape } from '../guild-shape.ts';
import { limits } from '../limits.ts';
import { type FieldError, refuse, refuseFields } from '../refusal.ts';
import { schemaErrors } from '../schemas.ts';
import { nextId } from '../snowflake.ts';
import type { Command, Json } from '../state.ts';
import { botId, theGuild } from '../world.ts';

interface Place {
  readonly call: Call;
  readonly guildId?: string;
  /** Of the command in question. */
  readonly commandId: string;
}

const isHere = (command: Command, { guildId }: Place): boolean => command.guildId === guildId;
const here = (place: Place): Command[] => place.call.world.state.commands.filter(c => isHere(c, place));
const one = (place: Place): Command => here(place).find(c => c.id === place.commandId) ?? refuse(10063);
const shown = (place: Place, command: Command): Json => commandShape(place.call.world, command);

function built({ call, guildId }: Place, body: Json, before?: Command): Command {
  const { name, type, description, options, contexts, dm_permission: inDirect, integration_types: kinds } = body;
  const { default_member_permissions: needs, name_localizations, description_localizations } = body;
  const { world } = call;
  const places = contexts ?? (inDirect === false ? [0] : (before?.contexts ?? null));
  return {
    id: before?.id ?? nextId(world.state, world.now()),
    guildId,
    version: nextId(world.state, world.now()),
    type: before?.type ?? type ?? 1,
    name: name ?? before?.name,
    description: description ?? before?.description ?? '',
    options: options ?? before?.options ?? [],
    defaultMemberPermissions: needs === undefined ? (before?.defaultMemberPermissions ?? null) : needs && String(needs),
    contexts: guildId ? null : places, // of a guild's it isn't minded, as little as where they are installed
    integrationTypes: (!guildId && (kinds ?? before?.integrationTypes)) || [0],
    rest: {
      ...before?.rest,
      ...(name_localizations ? { name_localizations } : {}),
      ...(description_localizations ? { description_localizations } : {}),
    },
  };
}

function tooMany(commands: readonly Command[]): FieldError[] {
  return Object.entries(limits.commands)
    .filter(([type, most]) => commands.filter(c => c.type === Number(type)).length > most)
    .map(([, most]) => ({
      path: [],
      code: 'APPLICATION_COMMAND_LIMIT',
      message: `Maximum number of application commands reached (${most}).`,
    }));
}

/** 200 new commands a day and guild; names already there don't count. */
function countCreates({ call, guildId }: Place, created: number): void {
  const { state, now } = call.world;
  const key = guildId ?? 'global';
  const recent = (state.commandCreates[key] ?? []).filter(t => t > now() - 86_400_000);
  if (recent.length + created > limits.commandCreatesADay) refuse(30034);
  state.commandCreates[key] = [...recent, ...Array<number>(created).fill(now())];
}

function keep(place: Place, commands: readonly Command[]): void {
  const { state, changed } = place.call.world;
  const others = state.commands.filter(c => !isHere(c, place));
  state.commands.splice(0, state.commands.length, ...others, ...commands);
  changed();
}

const twin = (command: Command, { name, type }: Json): boolean => command.name === name && command.type === (type ?? 1);

function replaceAll(place: Place): Json[] {
  const bodies: Json[] = Array.isArray(place.call.body) ? place.call.body : refuse(50035);
  const errors = bodies.flatMap((body, n) => {
    const wrong = schemaErrors('ApplicationCommandUpdateRequest', body).map(e => ({ ...e, path: [n, ...e.path] }));
    return wrong.length ? wrong : commandErrors(body, [n]);
  });
  const again = bodies.flatMap((b, n) =>
    bodies.slice(0, n).some(o => o.name === b.name && (o.type ?? 1) === (b.type ?? 1))
      ? [
          {
            path: [n, 'name'],
            code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
            message: 'Application command names must be unique',
          },
        ]
      : [],
  );
  if (errors.length || again.length) refuseFields([...errors, ...again]);
  const now = here(place);
  const commands = bodies.map(body =>
    built(
      { ...place },
      body,
      now.find(c => twin(c, body)),
    ),
  );
  const many = tooMany(commands);
  if (many.length) refuseFields(many);
  countCreates(place, bodies.filter(b => !now.some(c => twin(c, b))).length);
  keep(place, commands);
  return commands.map(c => shown(place, c));
}

function check(schema: string, body: Json): void {
  const errors = schemaErrors(schema, body);
  if (errors.length) refuseFields(errors);
}

/** A command of that name is replaced, which is no creation. */
function add(place: Place): Json | Created {
  const { body } = place.call;
  check('ApplicationCommandCreateRequest', body);
  const errors = commandErrors(body);
  if (errors.length) refuseFields(errors);
  const old = here(place).find(c => twin(c, body));
  const command = built(place, body, old);
  const commands = [...here(place).filter(c => c !== old), command];
  const many = tooMany(commands);
  if (many.length) refuseFields(many);
  countCreates(place, old ? 0 : 1);
  keep(place, commands);
  return old ? shown(place, command) : created(shown(place, command));
}

function change(place: Place): Json {
  check('ApplicationCommandPatchRequestPartial', place.call.body);
  const before = one(place);
  const command = built(place, place.call.body, before);
  const errors = commandErrors({ ...command, ...command.rest });
  if (errors.length) refuseFields(errors);
  keep(
    place,
    here(place).map(c => (c.id === command.id ? command : c)),
  );
  return shown(place, command);
}

function drop(place: Place): void {
  const gone = one(place);
  keep(
    place,
    here(place).filter(c => c !== gone),
  );
}

function everywhere(perform: (place: Place) => unknown) {
  return (call: Call) => {
    if (id(call) !== botId(call.world)) refuse(20012);
    return perform({ call, commandId: id(call, 1) });
  };
}

function inGuild(perform: (place: Place) => unknown) {
  return (call: Call) => {
    if (id(call) !== botId(call.world)) refuse(20012);
    const place = {
      call,
      guildId: call.world.state.guilds.find(g => g.id === id(call, 1))?.id,
      commandId: id(call, 2),
    };
    if (!place.guildId || call.world.withoutCommands.has(place.guildId)) refuse(50001);
    theGuild(call.world, id(call, 1));
    return perform(place);
  };
}

/** What it is called in other languages is told only where it is asked for. */
function unlocalized({ name_localizations: _, description_localizations: __, ...command }: Json): Json {
  return { ...command, ...(command.options && { options: command.options.map(unlocalized) }) };
}

const all = (place: Place): Json[] => {
  const commands = here(place).map(c => shown(place, c));
  return place.call.query.get('with_localizations') === 'true' ? commands : commands.map(unlocalized);
};
const get = (place: Place): Json => shown(place, one(place));
const global = '/applications/:id/commands';
const local = '/applications/:id/guilds/:id/commands';

export const commands: Routes = {
  [`GET ${global}`]: everywhere(all),
  [`PUT ${global}`]: everywhere(replaceAll),
  [`POST ${global}`]: everywhere(add),
  [`GET ${global}/:id`]: everywhere(get),
  [`PATCH ${global}/:id`]: everywhere(change),
  [`DELETE ${global}/:id`]: everywhere(drop),
  [`GET ${local}`]: inGuild(all),
  [`PUT ${local}`]: inGuild(replaceAll),
  [`POST ${local}`]: inGuild(add),
  [`GET ${local}/:id`]: inGuild(get),
  [`PATCH ${local}/:id`]: inGuild(change),
  [`DELETE ${local}/:id`]: inGuild(drop),
};
