/** What the list of a form's field shows, by names. discord.com/developers/docs/components/reference#channel-select */
import { isOffered } from './filling.ts';
import { inputsOf } from './forms.ts';
import { channelsSeen, type Eyes } from './looks.ts';
import { whereOf } from './seen.ts';
import type { Json, OpenForm } from './state.ts';

export function offeredIn(eyes: Eyes, form: OpenForm, label: string): readonly string[] {
  const { guild, world } = eyes;
  const component = inputsOf(form).find(i => i.label === label)?.component;
  if (!component) throw new Error(`the form "${form.title}" has no field "${label}"`);
  if (component.options) return component.options.map((o: Json) => o.label);
  if (component.type === 6) return guild.roles.slice(1).map(role => role.name);
  if (component.type === 8)
    return channelsSeen(eyes)
      .filter(channel => isOffered(channel, component))
      .map(whereOf);
  return world.state.users.filter(u => !u.bot && guild.members.some(m => m.userId === u.id)).map(u => u.name);
}
