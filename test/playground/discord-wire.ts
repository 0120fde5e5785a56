/** Bare calls to a playground's Discord, and what it says to them. */
import type { DiscordPlayground } from '../../playground/discord/index.ts';

export async function ask(discord: DiscordPlayground, method: string, path: string, body?: unknown) {
  const isForm = body instanceof FormData;
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${discord.token}`,
      ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  const json: any = response.status === 204 ? {} : await response.json();
  return { status: response.status, json };
}

/** `400 50035 content BASE_TYPE_MAX_LENGTH`, the first field's; `201` when it was done. */
export async function verdict(
  discord: DiscordPlayground,
  method: string,
  path: string,
  body?: unknown,
): Promise<string> {
  const { status, json } = await ask(discord, method, path, body);
  if (status < 300) return `${status}`;
  const field = (node: Record<string, unknown>, at: string[]): string => {
    const errors = node._errors as { code: string }[] | undefined;
    if (errors) return `${at.join('.')} ${errors[0]!.code}`;
    const [key, inner] = Object.entries(node)[0]!;
    return field(inner as Record<string, unknown>, [...at, key]);
  };
  return [status, json.code, ...(json.errors ? [field(json.errors, []).trim()] : [])].join(' ');
}

export async function generalOf(discord: DiscordPlayground): Promise<string> {
  const { json } = await ask(discord, 'GET', `/guilds/${discord.workspaceId()}/channels`);
  return json.find((channel: { name: string }) => channel.name === 'general').id;
}
