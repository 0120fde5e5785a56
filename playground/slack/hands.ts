/** What people do with channels by hand, in Slack's own client, and what that client refuses them. */
import type { Persona } from '../driver.ts';
import * as channels from './channels.ts';
import { tell } from './events.ts';
import type { Eyes } from './looks.ts';
import { channelCalled, personCalled } from './looks.ts';
import { refuse } from './refusal.ts';
import { userShape } from './shapes.ts';
import { isIn } from './world.ts';

export type Hands = Pick<
  Persona,
  | 'brings'
  | 'leaves'
  | 'throwsOut'
  | 'renames'
  | 'archives'
  | 'deletesChannel'
  | 'makesChannel'
  | 'leavesWorkspace'
  | 'closesDirectMessages'
>;

export function hands(eyes: Eyes): Hands {
  const { world, team, person } = eyes;

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
      channels.rename(world, team, channelCalled(eyes, where), person.id, name);
    },
    async archives(where) {
      channels.archive(world, team, channelCalled(eyes, where), person.id);
    },
    async deletesChannel(where) {
      channels.deleteChannel(world, team, channelCalled(eyes, where), person.id);
    },
    async makesChannel(name, { private: isPrivate = false } = {}) {
      if (isPrivate && team.restrictsPrivateChannels && !person.admin) refuse('restricted_action');
      channels.createChannel(world, team, person.id, name, isPrivate);
    },
    /** Deactivated: out of every channel without a word in them; the app hears `user_change`. */
    async leavesWorkspace() {
      person.deleted = true;
      for (const channel of team.channels)
        if (channel.kind !== 'im') channel.members = channel.members.filter(id => id !== person.id);
      delete team.modals[person.id];
      tell(world, team, {
        type: 'user_change',
        user: userShape(team, person),
        cache_ts: Math.floor(world.now() / 1000),
      });
      world.changed();
    },
    /** Slack's "Close conversation" takes it out of the sidebar until the next message; an app can always write. */
    async closesDirectMessages() {
      world.changed();
    },
  };
}
