/** What people do to channels and membership by hand, as far as their permissions let them. */
import type { ByHand } from '../by-hand.ts';
import {
  addToThread,
  createChannel,
  deleteChannel,
  forbiddenName,
  isForbidden,
  removeMember,
  removeOverwrite,
  setOverwrite,
  takeFromThread,
  tellMember,
  updateChannel,
} from './channels.ts';
import { channelCalled, type Eyes, personCalled } from './looks.ts';
import { bit, inChannel, inGuild, isThread, type PermissionName } from './permissions.ts';
import { whereOf } from './seen.ts';
import type { Channel } from './state.ts';

/** The channel, if this person holds the permission there; else a sentence. */
export function held(eyes: Eyes, name: string, permission: PermissionName): Channel {
  const channel = channelCalled(eyes, name);
  if (!(inChannel(eyes.world.state, eyes.user.id, channel) & bit(permission)))
    throw new Error(`${eyes.user.name} may not do that in ${whereOf(channel)}: it needs ${permission}`);
  return channel;
}

const view = String(bit('VIEW_CHANNEL'));

export function hands(eyes: Eyes): ByHand {
  const { world, guild, user } = eyes;
  return {
    async brings(name, place) {
      const { id } = personCalled(world, guild, name);
      if (isThread(channelCalled(eyes, place))) return addToThread(world, channelCalled(eyes, place), id);
      const channel = held(eyes, place, 'MANAGE_ROLES');
      setOverwrite(world, channel, { id, type: 1, allow: view, deny: '0' });
    },
    async joins(place) {
      const channel = channelCalled(eyes, place);
      if (!isThread(channel)) throw new Error('nobody joins a channel on Discord: who sees it is in it');
      addToThread(world, channel, user.id);
    },
    async leaves(place) {
      const channel = channelCalled(eyes, place);
      if (!isThread(channel))
        throw new Error(
          `nobody can leave a channel on Discord: only somebody who manages ${whereOf(channel)} can take ${user.name} out`,
        );
      takeFromThread(world, channel, user.id);
    },
    async throwsOut(name, place) {
      const { id } = personCalled(world, guild, name);
      if (isThread(channelCalled(eyes, place))) return takeFromThread(world, held(eyes, place, 'MANAGE_THREADS'), id);
      const channel = held(eyes, place, 'MANAGE_ROLES');
      if (!channel.overwrites.some(o => o.id === id))
        throw new Error(`${name} has no permissions of their own in ${place}`);
      removeOverwrite(world, channel, id);
    },
    async renames(place, name) {
      const needs = isThread(channelCalled(eyes, place)) ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS';
      const channel = held(eyes, place, needs);
      if (isForbidden(guild, name)) throw new Error(forbiddenName);
      updateChannel(world, channel, { name });
    },
    async setsTopic(place, topic) {
      updateChannel(world, held(eyes, place, 'MANAGE_CHANNELS'), { topic });
    },
    async unarchives(place) {
      if (!isThread(channelCalled(eyes, place))) throw new Error('a channel on Discord is never archived');
      updateChannel(world, held(eyes, place, 'MANAGE_THREADS'), { archived: false });
    },
    async makesPublic(place) {
      const channel = held(eyes, place, 'MANAGE_ROLES');
      setOverwrite(world, channel, { id: guild.id, type: 0, allow: '0', deny: '0' });
    },
    async makesPrivate(place) {
      const channel = held(eyes, place, 'MANAGE_ROLES');
      setOverwrite(world, channel, { id: guild.id, type: 0, allow: '0', deny: view });
    },
    async archives(place) {
      if (!isThread(channelCalled(eyes, place)))
        throw new Error('a channel on Discord can be deleted but not archived');
      updateChannel(world, held(eyes, place, 'MANAGE_THREADS'), { archived: true });
    },
    async deletesChannel(place) {
      const needs = isThread(channelCalled(eyes, place)) ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS';
      deleteChannel(world, held(eyes, place, needs));
    },
    async makesChannel(name, options = {}) {
      const member = guild.members.find(m => m.userId === user.id);
      if (!member || !(inGuild(guild, member) & bit('MANAGE_CHANNELS')))
        throw new Error(`${user.name} may not make a channel: it needs MANAGE_CHANNELS`);
      if (isForbidden(guild, name)) throw new Error(forbiddenName);
      const closed = [
        { id: guild.id, type: 0, allow: '0', deny: view },
        { id: user.id, type: 1, allow: view, deny: '0' },
      ];
      createChannel(world, guild, { type: 0, name, overwrites: options.private ? closed : [] });
    },
    async leavesWorkspace() {
      const member = guild.members.find(m => m.userId === user.id);
      if (member) removeMember(world, guild, member);
    },
    async returnsToWorkspace() {
      if (guild.members.some(m => m.userId === user.id)) throw new Error(`${user.name} is here`);
      const member = { userId: user.id, roles: [], joinedAt: world.now(), nick: null };
      guild.members.push(member);
      tellMember(world, 'ADD', guild, member);
    },
    async closesDirectMessages() {
      user.closedToMessages = true;
      world.changed();
    },
    async opensDirectMessages() {
      user.closedToMessages = false;
      world.changed();
    },
  };
}
