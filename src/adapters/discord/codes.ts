/** Discord's codes: what kind of no each is, and whose trouble. What isn't here is our bug. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
import type { TroubleKind, Whose } from '../../domain/trouble.ts';

export const addAgain = 'the bot is in that server no longer: open its invitation link (README) and add it again';

export type Meaning = readonly [TroubleKind, Whose];

export const meanings: Readonly<Record<number, Meaning>> = {
  10002: ['gone', 'bot'], // its application: deleted in the developer portal
  10003: ['gone', 'place'], // channel: deleted; one that the bot may not see is 50001
  10004: ['forbidden', 'bot'], // server: the bot was put out of it
  10006: ['gone', 'message'], // invite: over, used up or taken back
  10007: ['gone', 'person'], // member: has left the server
  10008: ['gone', 'message'], // message: deleted
  10009: ['gone', 'nobody'], // permission overwrite: taken away; or not to be given, to who isn't there
  10011: ['gone', 'place'], // role: deleted
  10013: ['gone', 'person'], // user: there is none by that id
  10015: ['gone', 'message'], // webhook: an interaction's token after its 15 minutes
  10062: ['gone', 'message'], // interaction: its three seconds are over
  50027: ['gone', 'message'], // webhook token: an interaction's
  50083: ['gone', 'place'], // the thread is archived
  20016: ['rate-limited', 'place'], // slow mode
  20028: ['rate-limited', 'place'], // writes to one channel
  20029: ['rate-limited', 'place'], // writes to the server
  20022: ['rate-limited', 'place'], // edits of announcements
  30046: ['rate-limited', 'message'], // edits of a message of more than an hour ago
  40062: ['rate-limited', 'nobody'],
  40003: ['rate-limited', 'nobody'], // opening direct messages too fast
  20026: ['forbidden', 'bot'], // flagged by the anti-spam system: Discord's support can lift it
  30003: ['forbidden', 'place'], // 250 pins
  30005: ['forbidden', 'place'], // 250 roles
  30013: ['forbidden', 'place'], // 500 channels
  30016: ['forbidden', 'place'], // 1000 invites
  30030: ['forbidden', 'place'], // categories
  30032: ['forbidden', 'place'], // application commands
  30033: ['forbidden', 'place'], // participants of a thread
  30034: ['forbidden', 'place'], // 200 command creates a day
  30060: ['forbidden', 'place'], // 1000 overwrites
  30061: ['forbidden', 'place'], // the server's channels, with all that is set for them, are as large as they may be
  40001: ['unreachable', 'bot'], // its token
  50014: ['unreachable', 'bot'], // its token
  40002: ['forbidden', 'bot'], // whoever owns the application has to verify their account
  40004: ['unreachable', 'nobody'], // sending messages is switched off for a while
  40005: ['forbidden', 'place'], // larger than files may be there
  40006: ['unreachable', 'nobody'], // this is switched off for a while
  40058: ['forbidden', 'place'], // a forum takes posts alone
  40333: ['unreachable', 'nobody'], // Cloudflare
  110001: ['unreachable', 'nobody'], // its application: not there yet
  130000: ['unreachable', 'nobody'], // overloaded
  50001: ['forbidden', 'bot'], // no access: it may not see the channel, or was put out of the server
  50005: ['gone', 'message'], // another's
  50007: ['forbidden', 'person'], // takes no direct messages, or shares no server with the bot any more
  50009: ['forbidden', 'bot'], // the server's verification level
  50008: ['forbidden', 'place'], // a channel without text
  50013: ['forbidden', 'bot'], // no permission, or a role above its own
  50024: ['forbidden', 'place'], // not in a channel of this kind
  50028: ['forbidden', 'place'], // a role that nobody can be given
  50021: ['unsupported', 'message'], // a line of Discord's own: it can't be pinned
  50033: ['forbidden', 'person'], // nobody to whom a message can be sent
  50045: ['forbidden', 'place'], // larger than files may be there
  50055: ['forbidden', 'bot'], // server: the bot was put out of it
  50074: ['forbidden', 'place'], // a channel that a Community server has to have: for its rules, or its moderators
  50278: ['forbidden', 'person'], // no server in common
  60003: ['forbidden', 'bot'], // two-factor authentication, that the server asks of whoever owns the application
  160002: ['forbidden', 'bot'], // may not read the history
  160005: ['forbidden', 'place'], // thread locked
  160006: ['forbidden', 'place'], // active threads
  160007: ['forbidden', 'place'], // active threads of channels for announcements
  350000: ['forbidden', 'place'], // the server's Onboarding wants enough channels that everybody sees
  350001: ['forbidden', 'place'],
  350002: ['forbidden', 'place'],
  350003: ['forbidden', 'place'], // a channel of its Onboarding: everybody has to see it. github.com/discord/discord-api-docs/issues/7296
  400001: ['forbidden', 'place'], // files may not be uploaded to the server for a while
  200000: ['forbidden', 'place'], // AutoMod: a word that the server's administrators have forbidden
  200001: ['forbidden', 'place'], // the same, in a title
  240000: ['forbidden', 'place'], // a link that Discord takes for harmful
};

/** What mends the bot's own trouble where no permission lacks. Of 50001, 50013 and 160002 it is reckoned what does: `missing.ts`. */
export const remedies: Readonly<Record<number, string>> = {
  10002:
    'its application is gone from the Discord developer portal: make another, put its token into DISCORD_TOKEN, and start the bot again',
  10004: addAgain,
  20026:
    "Discord's anti-spam system has flagged the bot: whoever owns its application can ask for a review at dis.gd/app-support",
  40002:
    'whoever owns the application in the Discord developer portal has to verify their own account, by email or phone',
  50009:
    "the server's verification level keeps the bot out: somebody who manages the server can lower it, in its settings under Safety Setup",
  50055: addAgain,
  60003:
    'the server asks two-factor authentication of its moderators: whoever owns the application in the Discord developer portal has to turn it on for their own account',
};

/** Told by a code that isn't in this list. */
export const isNewer = (code: string): boolean => !(code in meanings || code in ofStatus);

/** Where no code is told, or one that is newer than this list. A token that isn't taken is the bot's own trouble: nothing was done, and nobody who waits is to be told no. */
const ofStatus: Readonly<Record<number, Meaning>> = {
  401: ['unreachable', 'bot'],
  403: ['forbidden', 'bot'],
  404: ['gone', 'nobody'],
  429: ['rate-limited', 'nobody'],
};

/** Discord counts what it knows no more from here on. 0, or the status once more, says whatever stands between too: by that, nothing is lost. */
const firstOfGone = 10_001;
const notFound: Meaning = ['unreachable', 'nobody'];

export const meaningOf = (code: number, status: number): Meaning | undefined =>
  meanings[code] ?? (status === 404 && code < firstOfGone ? notFound : ofStatus[status]);

export const tokenCodes = new Set(['401', '40001', '50014']);
export const newToken =
  'put the token that the Discord developer portal shows under Bot (Reset Token, if it shows none) into DISCORD_TOKEN, and start the bot again';
