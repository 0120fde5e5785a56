/** All methods that this Slack knows. `apps.connections.open` is the socket's own (socket.ts). */
import type { Method } from '../call.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import { people } from './people.ts';
import { pins } from './pins.ts';
import { views } from './views.ts';

export const methods: Readonly<Record<string, Method>> = {
  ...people,
  ...conversations,
  ...chat,
  ...views,
  ...pins,
  ...files,
};
