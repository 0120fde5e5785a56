/** An interaction's own addresses: the first response, that response drawn anew, and further ones. None but the last ways out need the bot's token. */
import {
  type APIChannel,
  type APIMessage,
  MessageFlags,
  type InteractionResponseType as Response,
  Routes,
} from 'discord.js';
import type { TroubleKind } from '../../domain/trouble.ts';
import { answering } from '../../platform/figures.ts';
import { monotonic } from '../../platform/pace.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { type Calls, patiently } from './calls.ts';
import { channelIdOf, type Interaction, isPrivate, messageOf, surfaceOf, visitorOf } from './invocation.ts';
import type { Drawn } from './message.ts';

export interface Responses {
  first(type: Response, data?: object, files?: Drawn['files']): Promise<void>;
  redraw(drawn: Drawn): Promise<void>;
  another(drawn: Drawn): Promise<void>;
  /** The pressed card, though what was promised was a private answer: that one is taken away again. */
  redrawPressed(drawn: Drawn): Promise<void>;
  /** To their direct messages, with the bot's token after all. */
  directly(drawn: Drawn): Promise<{ readonly channel: string; readonly id: string }>;
  /** The one it came from, that had been closed. */
  openThread(): Promise<void>;
}

export const quietly = ({ body }: Drawn) => ({ ...body, flags: (body.flags ?? 0) | MessageFlags.Ephemeral });

export function responsesTo(calls: Calls, interaction: Interaction): Responses {
  const { id, token, application_id } = interaction;
  const acknowledged = answering('discord', surfaceOf(interaction));
  const original = Routes.webhookMessage(application_id, token);
  const message = messageOf(interaction);
  const redraw: Responses['redraw'] = async ({ body, files }) => {
    await patiently(() => calls.ask('PATCH', original, { body, files, auth: false }));
  };
  return {
    redraw,
    async first(type, data, files = []) {
      const body = { type, ...(data && { data }) };
      await twice(() => calls.ask('POST', Routes.interactionCallback(id, token), { body, files, auth: false }));
      acknowledged();
    },
    async another(drawn) {
      const { files } = drawn;
      await patiently(() =>
        calls.ask('POST', Routes.webhook(application_id, token), { body: quietly(drawn), files, auth: false }),
      );
    },
    async redrawPressed({ body, files, v2 }) {
      if (!message || isPrivate(message)) return redraw({ body, files, v2 });
      const route = Routes.channelMessage(message.channel_id, message.id);
      await patiently(() => calls.ask('PATCH', route, { body, files }));
      await calls.ask('DELETE', original, { auth: false }).catch((error: unknown) => {
        if (!(error instanceof PlatformError && error.code === '10008')) throw error; // dismissed by then
      });
    },
    async directly({ body, files }) {
      const to = { body: { recipient_id: visitorOf(interaction).id } };
      const { id: channel } = await patiently(() => calls.ask<APIChannel>('POST', Routes.userChannels(), to));
      const { id } = await calls.ask<APIMessage>('POST', Routes.channelMessages(channel), { body, files });
      acknowledged();
      return { channel, id };
    },
    async openThread() {
      const thread = channelIdOf(interaction);
      if (thread) await patiently(() => calls.ask('PATCH', Routes.channel(thread), { body: { archived: false } }));
    },
  };
}

/** The three seconds leave room for one more try. What got through the first time, though nobody heard, is answered already. */
async function twice(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof PlatformError) || !momentary.has(error.kind)) throw error;
    const wait = error.retryAfterMs ?? 0;
    if (wait > mostMs) throw error;
    if (wait > 0) await monotonic.sleep(wait);
    await call().catch((again: unknown) => {
      if (!(again instanceof PlatformError && again.code === '40060')) throw again;
    });
  }
}

/** A second, and what discord.js adds to it. */
const mostMs = 1050;
const momentary: ReadonlySet<TroubleKind> = new Set(['rate-limited', 'unreachable', 'unknown-outcome']);
