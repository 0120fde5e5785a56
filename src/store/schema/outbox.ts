/** What is to be done on a platform, when, and what stands there. */
import type { About, EffectState, Lane, WishKind } from '../../domain/effect.ts';
import type * as Ids from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { MessageName } from '../../domain/message.ts';
import type { PlatformName } from '../../domain/platforms.ts';
import type { RecordKind } from '../../domain/record.ts';

export interface OutboxTables {
  effects: {
    id: Ids.EffectId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    workspace_id: Ids.WorkspaceKey;
    platform: PlatformName;
    lane: Lane;
    kind: WishKind;
    wish: string;
    needs: string;
    follows: string;
    batch: string;
    press: string | null;
    on_failure: string | null;
    state: EffectState;
    attempts: number;
    waits: number;
    due_at: number;
    intended_at: number | null;
    claimed_until: number | null;
    error: string | null;
    settled_at: number | null;
  };
  posts: {
    effect_id: Ids.EffectId;
    network_id: Ids.NetworkId;
    workspace_id: Ids.WorkspaceKey;
    message: MessageName;
    about_kind: About['kind'];
    about_id: string;
    channel_id: string;
    message_id: string;
    language: Language | null;
  };
  clocks: {
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    about_kind: RecordKind;
    about_id: string;
    step: string;
    due_at: number;
    consequence: string;
    minding: Ids.PersonId | 'workspace' | null;
  };
}
