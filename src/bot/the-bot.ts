import type { Command, FollowUp } from '../commands/command.ts';
import type { Language } from '../domain/language.ts';
import type { PlatformName } from '../domain/platforms.ts';
import type { Clock } from '../jobs/clock.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Guides } from '../messages/guide.ts';
import type { Pacing } from '../platform/chat-platform.ts';
import type { Log } from '../platform/log.ts';
import type { UnknownSpaces } from '../platform/unknown-spaces.ts';
import type { Store } from '../store/engine.ts';
import type { StepOf } from './drawing/how-far.ts';
import type { KeptFiles } from './files/kept-files.ts';
import type { Seal } from './seal.ts';

/** What the rooms of the bot share. */
export interface Bot {
  readonly store: Store;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly seal: Seal;
  readonly log: Log;
  readonly commands: readonly Command[];
  readonly consequences: readonly FollowUp[];
  /** Which step of a CoP's start an effect is part of. */
  readonly stepOf: StepOf;
  /** What a platform lets be done only so often; nothing of one that isn't served. */
  readonly paced: (platform: PlatformName) => readonly Pacing[];
  readonly guides: Readonly<Record<Language, Guides>>;
  /** Where the public pages are, without a slash at its end; none where there are no pages. */
  readonly publicUrl: string | undefined;
  /** The operator's time zone (an IANA name), where none was chosen. */
  readonly timeZone: string;
  /** The files of documents, where the operator has them kept. */
  readonly files: KeptFiles | undefined;
  /** Where it stands beside the database who is to stay forgotten. */
  readonly forgottenFile: string | undefined;
  readonly unknown: UnknownSpaces;
}
