/** A person's words for a form's fields and a command's options, turned into what Discord's client would send. */
import type { FormValue } from '../driver.ts';
import { type Input, inputsOf, isRequired, listed, prefilled, submitted } from './forms.ts';
import { type Named, resolved, type Spot } from './interactions.ts';
import { bare, personCalled } from './looks.ts';
import { keepFiles } from './messages.ts';
import type { Attachment, Channel, Json, OpenForm } from './state.ts';

/** Ids gathered on the way, for `resolved`. */
export class Gathered {
  readonly users: string[] = [];
  readonly roles: string[] = [];
  readonly channels: string[] = [];
  readonly files: Attachment[] = [];

  named(channelId: string): Named {
    const { users, roles, channels } = this;
    return { users, roles, channels, files: this.files.map(file => ({ message: { channelId }, file })) };
  }
}

export function roleId({ guild }: Spot, name: string): string {
  const found = guild?.roles.find(r => r.name === name.replace(/^@/, '') || r.id === name);
  if (!found) throw new Error(`there is no role "${name}"; there are: ${guild?.roles.map(r => r.name).join(', ')}`);
  return found.id;
}

/** The list of a select leaves @everyone out. github.com/discord/discord-api-docs/issues/6894 */
function otherThanEveryone({ guild }: Spot, id: string): string {
  if (id === guild?.id) throw new Error('@everyone is not in the list of roles');
  return id;
}

export function channelId({ world, guild }: Spot, name: string): string {
  const here = world.state.channels.filter(c => c.guildId === guild?.id);
  const found = here.find(c => c.name === bare(name) || c.id === name);
  if (!found) throw new Error(`there is no channel "${name}"; there are: ${here.map(c => c.name).join(', ')}`);
  return found.id;
}

/** The list shows channels of the kinds that it is asked for alone; one of another kind that was chosen before is not in it any more. */
export const isOffered = ({ type }: Channel, { channel_types: kinds }: Json): boolean =>
  !kinds?.length || kinds.includes(type);

function ofKind({ world }: Spot, id: string, component: Json): string {
  const channel = world.state.channels.find(c => c.id === id)!;
  if (!isOffered(channel, component)) throw new Error(`#${channel.name} is not in the list of channels`);
  return id;
}

/** `present`: those who were there when the list was shown can be chosen, though they have left. */
export function userId({ world, guild, user }: Spot, name: string, present: readonly string[] = []): string {
  if (!guild) return user.id;
  const left = present.filter(id => !guild.members.some(m => m.userId === id));
  const found = world.state.users.find(u => left.includes(u.id) && u.name === name);
  return found?.id ?? personCalled(world, guild, name.replace(/^@/, '')).id;
}

/** What somebody chose in a select of that type, as ids or values, noted for `resolved`. */
export function chosen(
  spot: Spot,
  component: Json,
  names: readonly string[],
  gathered: Gathered,
  present?: readonly string[],
): string[] {
  const note = (list: string[], id: string): string => {
    list.push(id);
    return id;
  };
  const options: Json[] = component.options ?? [];
  const by: Readonly<Record<number, (name: string) => string>> = {
    5: name => note(gathered.users, userId(spot, name, present)),
    6: name => note(gathered.roles, otherThanEveryone(spot, roleId(spot, name))),
    7: name =>
      spot.guild?.roles.some(r => r.name === name)
        ? note(gathered.roles, roleId(spot, name))
        : note(gathered.users, userId(spot, name)),
    8: name => note(gathered.channels, ofKind(spot, channelId(spot, name), component)),
  };
  const option = (name: string): string => {
    const found = options.find(o => o.label === name) ?? options.find(o => o.value === name);
    if (!found) throw new Error(`there is no option "${name}"; there are: ${options.map(o => o.label).join(', ')}`);
    return found.value;
  };
  const most = component.max_values ?? (component.type === 22 ? options.length : 1);
  if (names.length > most) throw new Error(`at most ${most} can be chosen; ${names.length} were`);
  return names.map(by[component.type] ?? option);
}

function textFor({ label, component: c }: Input, value: string): Json {
  const size = [...value].length;
  const [least, most] = [c.min_length ?? 0, c.max_length ?? 4000];
  if (size > most) throw new Error(`"${label}" takes at most ${most} characters; there are ${size}`);
  if (size > 0 && size < least) throw new Error(`"${label}" takes at least ${least} characters; there are ${size}`);
  return { value };
}

function fieldFor(spot: Spot, input: Input, value: FormValue, gathered: Gathered, present: readonly string[]): Json {
  const { component: c, label } = input;
  const names = [3, 21, 22].includes(c.type) ? wholeOrListed(c, value) : listed(value);
  const isFile = typeof value === 'object' && !Array.isArray(value);
  if (isRequired(c) && c.type !== 23 && !isFile && names.length === 0)
    throw new Error(`"${label}" has to be filled in`);
  if (c.type === 4) return textFor(input, String(value));
  if (c.type === 23) return { value: names.length > 0 };
  if (c.type === 19) {
    const files = isFile ? keepFiles(spot.world, [value as Exclude<FormValue, string | readonly string[]>]) : [];
    gathered.files.push(...files);
    return { values: files.map(f => f.id) };
  }
  const values = chosen(spot, c, names, gathered, present);
  if (values.length > 0 && values.length < (c.min_values ?? 1))
    throw new Error(`"${label}" takes at least ${c.min_values}; ${values.length} were chosen`);
  return c.type === 21 ? { value: values[0] ?? null } : { values };
}

/** An option's label may have a comma of its own. */
const wholeOrListed = (c: Json, value: FormValue): string[] =>
  typeof value === 'string' && (c.options ?? []).some((o: Json) => o.label === value) ? [value] : listed(value);

/** `data` of the submission. Throws, in words, what the client wouldn't let through. */
export function filledForm(spot: Spot, form: OpenForm, values: Readonly<Record<string, FormValue>>): Json {
  const inputs = inputsOf(form);
  const unknown = Object.keys(values).find(label => !inputs.some(i => i.label === label));
  if (unknown !== undefined)
    throw new Error(
      `the form "${form.title}" has no field "${unknown}"; there are: ${inputs.map(i => i.label).join(', ')}`,
    );
  const gathered = new Gathered();
  const components = submitted(form, input =>
    fieldFor(spot, input, values[input.label] ?? prefilled(spot.world.state, input.component), gathered, form.present),
  );
  const all = resolved(spot, gathered.named(form.channelId));
  return { custom_id: form.customId, components, ...(Object.keys(all).length ? { resolved: all } : {}) };
}
