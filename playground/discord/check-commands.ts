/** What Discord refuses in application commands. discord.com/developers/docs/interactions/application-commands */
import { limits } from './limits.ts';
import type { FieldError } from './refusal.ts';
import type { Json } from './state.ts';

type Path = (string | number)[];
const nameRule = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const error = (path: Path, code: string, message: string): FieldError => ({ path, code, message });

const nameErrors = (name: string, path: Path): FieldError[] =>
  nameRule.test(name) && name === name.toLowerCase()
    ? []
    : [error([...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];

/** discord.com/developers/docs/reference#locales */
const locales =
  'ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi zh-CN zh-TW'.split(
    ' ',
  );

/** Of a command's own names Discord doesn't say in which language the wrong one stands; of an option's it does. */
function localizedErrors(told: Json, path: Path, spoken: boolean): FieldError[] {
  const isOption = path.includes('options');
  const unknown = ['name_localizations', 'description_localizations'].flatMap(key =>
    Object.keys(told[key] ?? {})
      .filter(locale => !locales.includes(locale))
      .map(locale =>
        error(
          [...path, key, locale],
          'BASE_TYPE_CHOICES',
          `Value must be one of (${locales.map(one => `'${one}'`).join(', ')}).`,
        ),
      ),
  );
  const wrong = Object.entries(told.name_localizations ?? {}).filter(
    ([, name]) => spoken && nameErrors(name as string, []).length > 0,
  );
  const places = isOption ? wrong.map(([locale]) => [locale]) : wrong.slice(0, 1).map(() => []);
  return [
    ...unknown,
    ...places.map(place =>
      error([...path, 'name_localizations', ...place], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'),
    ),
  ];
}

const hasChildren = (option: Json): boolean => option.type === 1 || option.type === 2;

function optionsErrors(options: readonly Json[], path: Path): FieldError[] {
  const names = options.map(o => o.name);
  const firstFree = options.findIndex(o => !o.required);
  const late = firstFree < 0 ? -1 : options.findIndex((o, n) => n > firstFree && o.required);
  const mixed = options.some(hasChildren) && !options.every(hasChildren);
  return [
    ...(mixed
      ? [
          error(
            path,
            'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
            'Sub-command and sub-command group option types are mutually exclusive to all other types',
          ),
        ]
      : []),
    ...(late >= 0
      ? [
          error(
            [...path, late],
            'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            'Required options must be placed before non-required options',
          ),
        ]
      : []),
    ...(new Set(names).size < names.length
      ? [error(path, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists')]
      : []),
    ...options.flatMap((option, n) => [
      ...nameErrors(option.name, [...path, n]),
      ...localizedErrors(option, [...path, n], true),
      ...(option.choices ?? []).flatMap((choice: Json, m: number) =>
        localizedErrors(choice, [...path, n, 'choices', m], false),
      ),
      ...(option.autocomplete && option.choices?.length
        ? [
            error(
              [...path, n, 'choices'],
              'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
              'Choices and autocomplete are mutually exclusive',
            ),
          ]
        : []),
      ...(option.options ? optionsErrors(option.options, [...path, n, 'options']) : []),
    ]),
  ];
}

/** Of what is said in several languages, only the longest counts. */
const longest = (words: string | undefined, others: Json | undefined): number =>
  Math.max(...[words ?? '', ...Object.values(others ?? {})].map(one => [...(one as string)].length));

/** Names, descriptions and values in all: at most 8000. */
function charactersOf(command: Json): number {
  const own =
    longest(command.name, command.name_localizations) + longest(command.description, command.description_localizations);
  const choices = (command.choices ?? []).reduce((n: number, c: Json) => n + [...`${c.name}${c.value}`].length, 0);
  return own + choices + (command.options ?? []).reduce((n: number, o: Json) => n + charactersOf(o), 0);
}

export function commandErrors(command: Json, path: Path = []): FieldError[] {
  const chat = (command.type ?? 1) === 1;
  return [
    ...(chat ? nameErrors(command.name, path) : []),
    ...localizedErrors(command, path, chat),
    ...(chat && !command.description
      ? [error([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required')]
      : []),
    ...(!chat && command.description
      ? [
          error(
            [...path, 'description'],
            'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED',
            'Context menu commands cannot have description',
          ),
        ]
      : []),
    ...(!chat && command.options?.length
      ? [
          error(
            [...path, 'options'],
            'APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED',
            'Context menu commands cannot have options',
          ),
        ]
      : []),
    ...(charactersOf(command) > limits.commandCharacters
      ? [error(path, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)')]
      : []),
    ...optionsErrors(command.options ?? [], [...path, 'options']),
  ];
}
