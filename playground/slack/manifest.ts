/** What Slack knows of an app from the manifest that its maker pastes in. docs.slack.dev/reference/app-manifest */
import type { SlackApp } from './options.ts';

interface Manifest {
  readonly features?: {
    readonly app_home?: {
      readonly home_tab_enabled?: boolean;
      readonly messages_tab_enabled?: boolean;
      readonly messages_tab_read_only_enabled?: boolean;
    };
    readonly shortcuts?: readonly { readonly name: string; readonly callback_id: string }[];
    readonly slash_commands?: readonly {
      readonly command: string;
      readonly description: string;
      readonly usage_hint?: string;
      readonly should_escape?: boolean;
    }[];
  };
  readonly oauth_config?: { readonly scopes?: { readonly bot?: readonly string[] } };
  readonly settings?: {
    readonly event_subscriptions?: { readonly bot_events?: readonly string[] };
    readonly interactivity?: { readonly is_enabled: boolean };
  };
}

/** What is left out is off, as at Slack; the Messages tab alone is there, and read-only, unless told. */
export function fromManifest({ features = {}, oauth_config, settings = {} }: Manifest): Required<SlackApp> {
  const { app_home: tabs = {}, shortcuts = [], slash_commands: commands = [] } = features;
  return {
    scopes: oauth_config?.scopes?.bot ?? [],
    events: settings.event_subscriptions?.bot_events ?? [],
    interactivity: settings.interactivity?.is_enabled ?? false,
    homeTab: tabs.home_tab_enabled ?? false,
    messagesTab:
      tabs.messages_tab_enabled === false
        ? 'off'
        : (tabs.messages_tab_read_only_enabled ?? true)
          ? 'read-only'
          : 'open',
    commands: commands.map(({ command, description, usage_hint: hint, should_escape: escapes = false }) => ({
      command,
      description,
      escapes,
      ...(hint === undefined ? {} : { hint }),
    })),
    shortcuts: shortcuts.map(({ name, callback_id: callbackId }) => ({ callbackId, name })),
  };
}
