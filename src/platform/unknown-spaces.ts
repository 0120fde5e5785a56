/** Spaces that the platforms show as this bot's, where its database holds no CoP at all: how many, by workspace. None, where all is as it should be. */
import type { WorkspaceKey } from '../domain/ids.ts';

export type UnknownSpaces = Map<WorkspaceKey, number>;
