/** The story on a terminal. */
import type { Step, Told } from './story.ts';

const wide = 100;
const short = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > wide ? `${line.slice(0, wide - 1)}…` : line;
};

export function printed({ does, sights, ok, wrong }: Step): string {
  const seen = sights.map(sight => `     ${sight.who.split(' ')[0]} sees: ${short(sight.sees)}`);
  return [`  ${ok ? '✓' : '✗'} ${does}`, ...seen, ...(wrong ? [`     not as expected: ${wrong}`] : [])].join('\n');
}

/** Calls per use case, per platform; what they were, below. */
export function callsTable(stories: readonly Told[]): string {
  const useCases = [...new Set(stories.flatMap(story => story.steps.map(step => step.useCase)))];
  const stepsOf = (story: Told, useCase: string) => story.steps.filter(step => step.useCase === useCase);
  const countOf = (story: Told, useCase: string) =>
    stepsOf(story, useCase).reduce((sum, step) => sum + Object.values(step.calls).reduce((a, b) => a + b, 0), 0);
  const head = `  ${'use case'.padEnd(22)}${stories.map(story => story.platform.padStart(9)).join('')}`;
  const rows = useCases.map(
    useCase => `  ${useCase.padEnd(22)}${stories.map(story => String(countOf(story, useCase)).padStart(9)).join('')}`,
  );
  const detail = stories.flatMap(story =>
    useCases.map(useCase => {
      const calls = stepsOf(story, useCase).flatMap(step =>
        Object.entries(step.calls).map(([name, many]) => (many > 1 ? `${name} ×${many}` : name)),
      );
      return `  ${story.platform}, ${useCase}: ${calls.join(', ') || 'none'}`;
    }),
  );
  return [head, ...rows, '', ...detail].join('\n');
}
