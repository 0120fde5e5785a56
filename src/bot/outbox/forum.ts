/** The Facilitators' forum: whoever facilitates a CoP is in it, for as long as they do. */

import type { PersonId } from '../../domain/ids.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import { wordsIn } from '../../messages/language.ts';
import { forumWords } from '../../messages/settings.ts';
import type { Channel, Effects } from '../../platform/chat-platform.ts';
import * as cops from '../../store/cops.ts';
import * as memberships from '../../store/memberships.ts';
import * as settings from '../../store/settings.ts';
import { accountOfPerson, channel } from '../addresses.ts';
import { languageOfPlace } from '../drawing/languages.ts';
import type { Stage } from './perform.ts';

type Opens = (input: Effects['open-space']['in']) => Promise<Channel>;

/** In or out, as they facilitate something or not by now. Made when the first one is to be in it. */
export async function keepForum(stage: Stage, person: PersonId, open: Opens): Promise<void> {
  const { db, platform, cop, effect } = stage;
  const { forum, forumChannel } = await settings.of(db, cop.networkId, cop.workspace);
  if (forum === 'none') return;
  const isOne = await memberships.facilitatesAny(db, cop.networkId, cop.workspace, person);
  if (forum === 'wanted' && !isOne) return;
  const who = [await accountOfPerson(db, cop, person)];
  const space = forumChannel === undefined ? await made(stage, open) : channel(cop, forumChannel);
  await platform.perform[isOne ? 'admit' : 'remove']({ space, who }, effect.id);
}

/** Kept before anybody is let in: it stays the forum, whatever becomes of that. */
async function made({ db, platform, cop }: Stage, open: Opens): Promise<Channel> {
  const language = await languageOfPlace({ db, platform, cop });
  const space = await open({
    workspace: workspaceOf(cop.workspace),
    name: forumWords.name,
    topic: wordsIn(forumWords.topic, language),
    purpose: wordsIn(forumWords.purpose, language),
    facilitators: [],
    members: [],
    except: (await cops.spacesIn(db, cop.networkId, cop.workspace)).map(id => channel(cop, id)),
  });
  await settings.forumOpened(db, cop.networkId, cop.workspace, space.id);
  return space;
}
