/** The page's own small drawings: no font has to have them. */
import type { VNode } from 'preact';
import { html } from './html.ts';

const paths = {
  pin: 'M9.5 1.5l5 5-2.6.6-2.6 2.6.2 3-1.3 1.3-3-3L2 14.2l-.2-.2L5 10.8l-3-3 1.3-1.3 3 .2L8.9 4z',
  people:
    'M5.5 7.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM1 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4zM11 7.5a2 2 0 100-4M11.5 9.5c2 .2 3.5 1.6 3.5 4h-3',
  lock: 'M4 7V5a4 4 0 018 0v2M3 7h10v7H3z',
  plus: 'M8 2.5v11M2.5 8h11',
  send: 'M2 2l12.5 6L2 14l1.5-6z',
  paper: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 8h5M5.5 10.5h5',
  eye: 'M1 8s2.6-4.5 7-4.5S15 8 15 8s-2.6 4.5-7 4.5S1 8 1 8zM8 10a2 2 0 100-4 2 2 0 000 4z',
  house: 'M1.5 8L8 2l6.5 6M3.5 6.5V14h9V6.5',
  thread: 'M4 2v6a3 3 0 003 3h6M10 8l3 3-3 3',
  app: 'M8 14.5a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM8 10.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5z',
  moon: 'M13 10A6 6 0 016 3a6 6 0 107 7z',
  sun: 'M8 11a3 3 0 100-6 3 3 0 000 6zM8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.4 1.4M11.6 11.6L13 13M13 3l-1.4 1.4M4.4 11.6L3 13',
  lines: 'M2 4h12M2 8h12M2 12h12',
  search: 'M7 12.5a5.5 5.5 0 100-11 5.5 5.5 0 000 11zM11 11l3.5 3.5',
  curtain: 'M1.5 2h13M3 2c0 6 3 7 3 12M13 2c0 6-3 7-3 12M8 2v4',
  phone: 'M4.5 1.5h7v13h-7zM7 12.5h2',
  hash: 'M6 2L4.5 14M11.5 2L10 14M2.5 5.5h11.5M2 10.5h11.5',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name }: { name: IconName }): VNode =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d=${paths[name]} /></svg>`;
