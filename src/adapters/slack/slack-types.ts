/** Blocks and views as we send them. Slack's own types know less than its platform takes; the playground checks every one we send. */
export type AnyBlock = { readonly type: string } & Readonly<Record<string, unknown>>;

export interface View {
  readonly type: 'modal' | 'home';
  readonly title?: object;
  readonly blocks: readonly AnyBlock[];
  readonly close?: object;
  readonly submit?: object;
  readonly callback_id?: string;
  readonly private_metadata?: string;
}
