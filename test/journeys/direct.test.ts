/** In a direct message with the bot on Discord: commands are there, and meant for the one server that is shared, or the one that is chosen. */
import { afterEach, describe, expect, it } from 'vitest';
import { town } from '../../playground/town.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());
const noErrors = () => expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
const direct = { in: 'direct message' } as const;

/** Amira is in both. */
const south = { name: 'Southern Network', people: [{ name: 'Amira Haddad' }, { name: 'Zoe Adler', admin: true }] };
const workspaces = [town, south];

describe('where one server is shared', () => {
  it('what is typed to the bot is meant for that one', async () => {
    it_ = await stage('discord');
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    const offered = await ben.completions('/cop ', direct);
    expect(offered.map(one => one.label)).toEqual(expect.arrayContaining(['/cop find', '/cop home', '/cop join']));
    expect(offered.map(one => one.label)).not.toContain('/cop invite'); // whom, can't be chosen there
    await ben.types('/cop find wound', direct);
    const found = await ben.sees(/CoPs that match “wound”/, direct);
    await ben.presses('Request to join', { message: found.id });
    await ben.form();
    await ben.submits({});
    await ben.sees(/Your request is with the facilitators/, direct);
    await ben.types('/cop home', direct);
    await ben.sees(/Wound Care/, { ...direct, with: /request/i });
    noErrors();
  });

  it('a CoP is started there, by whoever writes', async () => {
    it_ = await stage('discord');
    const ben = it_.person('Ben');
    await ben.types('/startcop', direct);
    const form = await ben.form();
    expect(form.fields.map(one => one.label)).not.toContain('Facilitator'); // Discord shows only the two who talk
    await ben.submits({ Name: 'Night Shifts', 'What do you care about?': 'Sleeping well' });
    await ben.sees(/Your space is ready/, direct);
    expect(await ben.membersOf('cop-night-shifts')).toContain('Ben Okafor');
    noErrors();
  });

  it('whoever has left it is shown nothing of it', async () => {
    it_ = await stage('discord');
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await ben.types('/cop home', { in: 'general' });
    await ben.leavesWorkspace();
    await ben.types('/cop find wound', direct);
    await ben.sees(/I can't see which server of yours this is about/, direct);
    expect(ben.seesNow(/CoPs that match/)).toEqual([]);
  });

  it('administrators are known as such, and nobody else', async () => {
    it_ = await stage('discord');
    const [ben, joan] = [it_.person('Ben'), it_.person('Joan')];
    await joan.types('/cop setup', direct);
    await joan.sees(/Support Team and starting|who may start/i, direct);
    await ben.types('/cop setup', direct);
    await ben.sees(/Only administrators can do this/, direct);
    noErrors();
  });
});

describe('where several are', () => {
  it('one is chosen, and stays for what is pressed then', async () => {
    it_ = await stage('discord', { workspaces });
    const [amira, zoe] = [it_.person('Amira', 'Southern Network'), it_.person('Zoe', 'Southern Network')];
    await startCop(zoe);
    await amira.types('/cop find', direct);
    const which = await amira.sees(/Which server do you mean\?/, direct);
    expect(which.buttons.map(one => one.label)).toEqual(['Northern Network', 'Southern Network']);
    await amira.presses('Northern Network', { message: which.id });
    const none = await amira.sees(/There is no CoP here yet/, direct);
    await amira.presses('Start a CoP', { message: none.id });
    await amira.form();
    await amira.submits({ Name: 'Night Shifts', 'What do you care about?': 'Sleeping well' });
    await amira.sees(/Your space is ready/, direct);
    const north = it_.person('Amira', 'Northern Network');
    expect((await north.channels()).map(one => one.name)).toContain('cop-night-shifts');

    await amira.presses('Southern Network', { message: which.id });
    await amira.sees(/Communities of Practice here.*Wound Care/s, direct);
    expect(amira.seesNow(/Night Shifts.*Wound Care|Wound Care.*Night Shifts/s)).toEqual([]);
    noErrors();
  });

  it('a record says it by itself', async () => {
    it_ = await stage('discord', { workspaces });
    const [amira, zoe] = [it_.person('Amira', 'Southern Network'), it_.person('Zoe', 'Southern Network')];
    await startCop(amira);
    await askIn(zoe);
    await amira.presses('Approve', direct);
    await zoe.sees(/You're in: Wound Care/, direct);
    expect(amira.seesNow(/Which server/)).toEqual([]);
    noErrors();
  });
});

describe('a command that a text names', () => {
  it('can be clicked where it is read: in the server, and in a direct message', async () => {
    it_ = await stage('discord');
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await ben.types('/cop help', { in: 'general' });
    await ben.sees(/What you can do here/);
    expect(await ben.clicks('/cop find', { in: 'general' })).toBe('/cop find ');
    await ben.types('/cop help', direct);
    await ben.sees(/What you can do here/, direct);
    expect(await ben.clicks('/cop find', direct)).toBe('/cop find ');
    await askIn(ben);
    await amira.presses('Decline…', direct);
    await amira.form();
    await amira.submits({});
    await ben.sees(/look for another with \/cop find/, direct);
    expect(await ben.clicks('/cop find', direct)).toBe('/cop find ');
  });

  it('goes by another id in another server', async () => {
    it_ = await stage('discord', { workspaces });
    for (const [name, workspace] of [
      ['Ben', 'Northern Network'],
      ['Zoe', 'Southern Network'],
    ] as const) {
      const person = it_.person(name, workspace);
      await person.types('/cop help', { in: 'general' });
      await person.sees(/What you can do here/);
      await person.clicks('/cop find', { in: 'general' });
    }
  });
});
