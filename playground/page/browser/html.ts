/** Components without a build step: tagged templates instead of JSX. */
import htm from 'htm';
import { h, type VNode } from 'preact';

export const html = htm.bind(h) as (strings: TemplateStringsArray, ...values: unknown[]) => VNode;

export const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
