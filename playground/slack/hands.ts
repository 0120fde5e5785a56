/** What people do with channels by hand, in Slack's own client, and what that client refuses them. */
import type { ByHand, ByHandOnDiscord } from '../by-hand.ts';
import type { Persona } from '../driver.ts';
import * as channels from './channels.ts';
import type { Eyes } from './looks.ts';
import { channelCalled, personCalled } from './looks.ts';
import { refuse } from './refusal.ts';
import type { Channel } from './state.ts';
import { tellPerson } from './workspace.ts';
import { isDirect, isIn } from './world.ts';

const nothingOfTheKind = async (): Promise<never> => {
  throw new Error("Slack's client has nothing of the kind");
};

export const notOnSlack: ByHandOnDiscord & Pick<Persona, 'clicks'> = {
  clicks: nothingOfTheKind,
  setsRights: nothingOfTheKind,
  dropsRights: nothingOfTheKind,
  syncsRights: nothingOfTheKind,
  movesChannel: nothingOfTheKind,
  kicks: nothingOfTheKind,
  givesRole: nothingOfTheKind,
  takesRole: nothingOfTheKind,
};

export function hands(eyes: Eyes): ByHand {
  const { world, team, person } = eyes;

  /** Guests may write, and change nothing of the channel itself. */
  function theirs(where: string): Channel {
    const channel = channelCalled(eyes, where);
    if (isDirect(channel)) refuse('method_not_supported_for_channel_type');
    if (!isIn(channel, person.id) && !person.admin) refuse('not_in_channel');
    return person.guest ? refuse('restricted_action') : channel;
  }
  /** Owners and administrators alone convert, unless a workspace lets more people. slack.com/help/articles/213185467 */
  const administered = (where: string): Channel => (person.admin ? theirs(where) : refuse('restricted_action'));

  return {
    async brings(name, where) {
      const channel = channelCalled(eyes, where);
      const other = personCalled(team, name);
      if (channel.archived) refuse('is_archived');
      if (!isIn(channel, person.id)) refuse('not_in_channel');
      const trouble = channels.inviteTrouble(team, channel, other.id, person.id);
      if (trouble) refuse(trouble);
      channels.join(world, team, channel, other.id, person.id);
    },
    async joins(where) {
      const channel = channelCalled(eyes, where);
      if (channel.archived) refuse('is_archived');
      if (isIn(channel, person.id)) refuse('already_in_channel');
      if (channel.kind !== 'public' || person.guest) refuse('restricted_action');
      channels.join(world, team, channel, person.id);
    },
    async leaves(where) {
      const channel = channelCalled(eyes, where);
      if (!isIn(channel, person.id)) refuse('not_in_channel');
      if (channel.general) refuse('cant_leave_general');
      channels.leave(world, team, channel, person.id);
    },
    async throwsOut(name, where) {
      const channel = channelCalled(eyes, where);
      const other = personCalled(team, name);
      if (!isIn(channel, person.id) || !isIn(channel, other.id)) refuse('not_in_channel');
      if (channel.general) refuse('cant_kick_from_general');
      if (person.guest) refuse('restricted_action');
      channels.leave(world, team, channel, other.id, person.id);
    },
    async renames(where, name) {
      channels.rename(world, team, theirs(where), person.id, name);
    },
    async setsTopic(where, topic) {
      channels.describe(world, team, theirs(where), person.id, 'topic', topic);
    },
    async archives(where) {
      channels.archive(world, team, theirs(where), person.id);
    },
    async unarchives(where) {
      channels.unarchive(world, team, theirs(where), person.id);
    },
    async makesPublic(where) {
      channels.convert(world, team, administered(where), person.id, 'public');
    },
    async makesPrivate(where) {
      channels.convert(world, team, administered(where), person.id, 'private');
    },
    async deletesChannel(where) {
      channels.deleteChannel(world, team, theirs(where), person.id);
    },
    async makesChannel(name, { private: isPrivate = false } = {}) {
      if (isPrivate && team.restrictsPrivateChannels && !person.admin) refuse('restricted_action');
      channels.createChannel(world, team, person.id, name, isPrivate);
    },
    /** Deactivated: out of every channel without a word in them; the app hears `user_change`. */
    async leavesWorkspace() {
      const theirsToo = team.channels.filter(one => one.kind !== 'im' && one.members.includes(person.id));
      Object.assign(person, { deleted: true, wasIn: theirsToo.map(one => one.id) });
      for (const channel of theirsToo) channel.members = channel.members.filter(id => id !== person.id);
      delete team.modals[person.id];
      tellPerson(world, team, person);
    },
    /** Reactivated: their direct messages are there, their channels aren't. slack.com/help/articles/360002061747 */
    async returnsToWorkspace() {
      if (!person.deleted) throw new Error(`${person.name} is here`);
      Object.assign(person, { deleted: false, wasIn: [] });
      tellPerson(world, team, person);
      const general = team.channels.find(c => c.general);
      if (general) channels.join(world, team, general, person.id);
    },
    /** Slack's "Close conversation" takes it out of the sidebar until the next message; an app can always write. */
    async closesDirectMessages() {
      world.changed();
    },
    async opensDirectMessages() {
      world.changed();
    },
  };
}
