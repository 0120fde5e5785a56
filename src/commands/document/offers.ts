import * as libraries from '../../store/libraries.ts';
import { command } from '../command.ts';
import { tidyList } from './tidying.ts';

export const askAboutFiles = command({
  name: 'document offers',
  summary: 'Whether those who post a file are asked to keep it',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, network, subject, options } = scope;
    const before = await libraries.settings(tx, network, subject.cop.id);
    const library = { ...before, offers: options.ask === 'yes' };
    await libraries.set(tx, network, subject.cop.id, library);
    return { say: await tidyList(scope, subject.cop, library) };
  },
});
