/** The guides: with their picture, and back again whenever somebody wants one; where pictures are not welcome, in words. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { fillsIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const alt = /ring of six arrows.*shared concern/;
const errors = () => it_.log.filter(line => 'level' in line && line.level === 'error');

describe.each(platformNames)('on %s', platform => {
  it('brings a guide back by its name, with its picture, to nobody else', async () => {
    it_ = await stage(platform);
    const [ben, dev] = [it_.person('Ben'), it_.person('Dev')];
    await ben.types('/cop guide circle', { in: 'general' });
    const guide = await ben.sees(/What feeds it/);
    expect(guide.onlyYou).toBe(true);
    expect(guide.text).toMatch(/The Virtuous Circle of a CoP/);
    expect(guide.pictures).toEqual([{ alt: expect.stringMatching(alt) }]);
    expect(dev.seesNow(/Virtuous Circle/)).toEqual([]);
    if (platform === 'discord')
      expect(await ben.clicks('/cop docs find', { message: guide.id })).toBe('/cop docs find ');
    else expect(guide.text).toMatch(/`?\/cop docs find/); // Slack's client lets nobody press one
    expect(errors()).toEqual([]);
  });

  it('shows them all where none is named, or none is called so', async () => {
    it_ = await stage(platform);
    const ben = it_.person('Ben');
    await ben.types('/cop guide', { in: 'general' });
    const list = await ben.sees(/Which one would you like/);
    expect(list.buttons.map(button => button.label)).toEqual(Array(4).fill('Read it'));
    await ben.types('/cop guide knitting', { in: 'general' });
    await ben.sees(/There's no guide called “knitting”/);
    await ben.presses('Read it', { with: /Which one would you like/ });
    await ben.sees(/Write your core statement/);
    expect(errors()).toEqual([]);
  });

  it("posts a network's own guide in the place of ours, or the way to it", async () => {
    const guidesDir = mkdtempSync(path.join(tmpdir(), 'cop-guides-'));
    writeFileSync(path.join(guidesDir, 'start-up.md'), '# How we begin\n\nWith **tea**.');
    writeFileSync(path.join(guidesDir, 'virtuous-circle.md'), '# How we grow\n\nhttps://example.org/grow');
    it_ = await stage(platform, { guidesDir });
    rmSync(guidesDir, { recursive: true });
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    await amira.presses('Read it', { in: 'cop-wound-care', with: /How we begin/ });
    await it_.playground.until(
      () => amira.seesNow(/With tea\./, { in: 'cop-wound-care' }).some(({ onlyYou }) => onlyYou),
      'the whole guide, privately',
    );
    const link = await amira.sees(/How we grow/, { in: 'cop-wound-care' });
    expect(link.buttons).toMatchObject([{ label: 'Open the guide', url: 'https://example.org/grow' }]);
    expect(link.pictures).toEqual([]);
    expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
    await amira.types('/cop guide how we grow', {
      in: 'general',
    });
    expect((await amira.sees(/How we grow/, { in: 'general' })).onlyYou).toBe(true);
    expect(errors()).toEqual([]);
  });

  it('gives the facilitator the next guide by a button, in a direct message', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    await startCop(amira);
    await amira.sees(/For you, as facilitator/, { in: 'direct message' });
    await amira.presses('Dialogue Interviews guide', { in: 'direct message' });
    await amira.sees(/Eight questions/, { in: 'direct message' });
    expect(errors()).toEqual([]);
  });
});

it('on discord, offers the guides while their name is typed', async () => {
  it_ = await stage('discord');
  const offered = await it_.person('Ben').completions('/cop guide name:int', { in: 'general' });
  expect(offered.map(({ label }) => label)).toEqual(['Dialogue Interviews guide']);
});

it.each([
  ['files.getUploadURLExternal', 'file_uploads_disabled'],
  ['files.completeUploadExternal', 'missing_scope'],
])('on slack, where %s is refused (%s), the picture is told in words', async (on, refuse) => {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  it_.playground.injects({ on, times: 9, does: { refuse } });
  await startCop(amira);
  await it_.settled();
  expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
  const circle = await amira.sees(/How a CoP grows/, { in: 'cop-wound-care' });
  expect(circle.pictures).toEqual([]);
  expect(circle.text).toMatch(alt);
  await amira.types('/cop guide circle', { in: 'general' });
  expect((await amira.sees(/What feeds it/, { in: 'general' })).text).toMatch(alt);
  expect(errors()).toEqual([]);
});

it.each(['upload', 'files.info', undefined])(
  'on slack, where a picture can not be shown for long (%s), it is told in words, and what waited behind it comes',
  async fails => {
    const clock = movableClock();
    it_ = await stage('slack', { clock });
    const amira = it_.person('Amira');
    if (fails) it_.playground.injects({ on: fails, times: 99, does: { status: 503 } });
    else it_.playground.settlesFiles?.(false);
    await fillsIn(amira);
    await it_.playground.until(async () => {
      clock.passes(20_000);
      return amira.seesNow(/Your space is ready/).length > 0;
    }, 'the space to be ready');
    await it_.settled();
    expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
    const circle = await amira.sees(/How a CoP grows/, { in: 'cop-wound-care' });
    expect(circle.pictures).toEqual([]);
    expect(circle.text).toMatch(alt);
    expect(errors()).toEqual([]);
    const uploads = it_.playground.traffic.filter(one => one.name === 'files.completeUploadExternal');
    if (!fails) expect(uploads).toHaveLength(1);
  },
  60_000,
);

it('on slack, a private answer that may not show a file shows its words', async () => {
  it_ = await stage('slack');
  const ben = it_.person('Ben');
  it_.playground.injects({ on: 'response_url', does: { refuse: 'invalid_blocks' } });
  await ben.types('/cop guide circle', { in: 'general' });
  const guide = await ben.sees(/What feeds it/);
  expect(guide.pictures).toEqual([]);
  expect(guide.text).toMatch(alt);
});
