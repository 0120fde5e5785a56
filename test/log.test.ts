import { expect, it } from 'vitest';
import { openLog } from '../src/log.ts';
import { onBehalfOf, pressId } from '../src/platform/on-behalf.ts';

it('lets no secret out, wherever it stands', () => {
  const lines: string[] = [];
  const log = openLog('info', { write: line => lines.push(line) });
  const discord = `${'A'.repeat(26)}.${'b'.repeat(6)}.${'C'.repeat(38)}`;
  const secrets = ['xoxb-12-34-abcdef', 'xapp-1-A-2-c', discord, 'postgres://me:word@'];
  for (const secret of secrets) {
    log.info({ any: { deep: [secret] } }, `said ${secret} here`);
    const error = Object.assign(new Error(`failed with ${secret}`), {
      request: { headers: { authorization: `Bot ${discord}` } },
      cause: new Error(secret),
    });
    log.error({ err: error }, 'oh');
  }
  const all = lines.join('');
  expect(lines).toHaveLength(secrets.length * 2);
  for (const secret of secrets) expect(all).not.toContain(secret);
  expect(all).not.toContain('authorization');
  expect(all).toContain('[secret]');
});

it('says what an error said that came as a plain object, and no more of an object than its keys', () => {
  const lines: { err: object }[] = [];
  const log = openLog('info', { write: line => lines.push(JSON.parse(line)) });
  const error = new Error('the database is away');
  log.error({ err: { ...error, message: error.message, stack: error.stack, code: '57P01', queue: 'q' } }, 'oh');
  log.error({ err: { token: 'mine' } }, 'oh');
  log.error({ err: new Error('outer', { cause: { message: 'inner' } }) }, 'oh');
  expect(lines[0]?.err).toEqual({ message: error.message, stack: error.stack, code: '57P01' });
  expect(lines[1]?.err).toEqual({ message: 'an object with token' });
  expect(lines[2]?.err).toMatchObject({ type: 'Error', message: 'outer', cause: { message: 'inner' } });
});

it('says of each line which press it follows from, and of the others nothing', async () => {
  const lines: { press?: string }[] = [];
  const log = openLog('info', { write: line => lines.push(JSON.parse(line)) });
  const press = pressId('press 1700000000.000100 U0AMIRA');
  await onBehalfOf(press, async () => {
    log.info({}, 'one');
    await Promise.resolve();
    log.info({}, 'two');
    onBehalfOf(undefined, () => log.info({}, 'of nobody'));
  });
  log.info({}, 'after');
  expect(lines.map(line => line.press)).toEqual([press, press, undefined, undefined]);
  expect(press).not.toContain('U0AMIRA');
});
