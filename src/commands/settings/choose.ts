import { lane } from '../../domain/effect.ts';
import { type Settings, timeZoneCalled } from '../../domain/settings.ts';
import { tidied } from '../../domain/words.ts';
import { chooseErrors, chooseForm, chosenCard, chosenValues } from '../../messages/settings.ts';
import * as cops from '../../store/cops.ts';
import * as memberships from '../../store/memberships.ts';
import * as parked from '../../store/parked.ts';
import * as settings from '../../store/settings.ts';
import { command, type Options } from '../command.ts';
import { forum } from '../effects.ts';

export const chooseSettings = command({
  name: 'settings choose',
  summary: 'For admins: the Support Team, the forum, who may start CoPs',
  about: 'network',
  may: ['admin'],
  in: 'no CoP',
  answers: 'privately',

  async form({ settings: before }) {
    return chooseForm(chosenValues(before));
  },

  async run({ tx, network, workspace, settings: before, options, now, after, wake }) {
    const { chosen, errors } = read(options, before);
    const spaces = await cops.spacesIn(tx, network, workspace);
    for (const [field, channel] of [
      ['support', chosen.supportChannel],
      ['forumChannel', chosen.forumChannel],
    ] as const)
      if (channel && spaces.includes(channel)) errors[field] = chooseErrors.aSpace;
    if (Object.keys(errors).length > 0) return { mend: chooseForm(options, errors) };

    await settings.save(tx, { ...chosen, chosenAt: now });
    if (chosen.supportChannel !== before.supportChannel) await settings.leaveSupport(tx, network, workspace);
    if (chosen.forum !== 'none')
      for (const { person, cop } of await memberships.facilitatorsIn(tx, network, workspace))
        after(lane.workspace(workspace), forum({ id: cop, networkId: network, workspace }, person));
    wake(await parked.unpark(tx, network, { workspace }, now));
    return { say: chosenCard(chosen) };
  },
});

/** What was filled in, and what can't be taken of it. A field that a platform leaves out is one left empty. */
function read(options: Options, before: Settings): { chosen: Settings; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const supportChannel = options.support || undefined;
  const forumChannel = options.forum === 'take' ? options.forumChannel || undefined : undefined;
  if (options.forum === 'take' && !forumChannel) errors.forumChannel = chooseErrors.noForum;
  const [starters, startPolicy] = (options.start ?? '').split(' ');
  if (startPolicy === 'after-conversation' && !supportChannel) errors.support = chooseErrors.noSupport;
  const zone = tidied(options.timeZone ?? '');
  const timeZone = zone ? timeZoneCalled(zone) : undefined;
  if (zone && !timeZone) errors.timeZone = chooseErrors.noTimeZone;
  const chosen: Settings = {
    ...before,
    supportChannel,
    forum: forumChannel ? 'there' : options.forum === 'make' ? 'wanted' : 'none',
    forumChannel,
    starters: starters === 'admins' ? 'admins' : 'anyone',
    startPolicy: startPolicy === 'after-conversation' ? 'after-conversation' : 'open',
    timeZone,
  };
  return { chosen, errors };
}
