/** The main job as a story: each step is something a person does, and what the others see of it. */
import type { Persona, Playground, SeenMessage } from '../driver.ts';

export interface Sight {
  readonly who: string;
  readonly sees: string;
}
export interface Step {
  readonly useCase: string;
  readonly does: string;
  readonly sights: readonly Sight[];
  /** Platform calls that the bot made for it, by name. */
  readonly calls: Readonly<Record<string, number>>;
  readonly ok: boolean;
  readonly wrong?: string;
}
export interface Told {
  readonly platform: string;
  readonly steps: readonly Step[];
}

interface Cast {
  readonly amira: Persona;
  readonly ben: Persona;
  readonly dev: Persona;
}
type Look = (who: Persona, pattern: RegExp, where?: Parameters<Persona['sees']>[1]) => Promise<SeenMessage>;
interface Scene {
  readonly useCase: string;
  readonly does: string;
  play(cast: Cast, look: Look): Promise<void>;
}

const space = 'cop-wound-care';

/** As Slack's picker has it, which gives a moment; on Discord people type. */
const tomorrow = (): string => `${new Date(Date.now() + 24 * 3600_000).toISOString().slice(0, 13)}:00Z`;

const scenes: readonly Scene[] = [
  {
    useCase: 'start a CoP',
    does: 'Amira types /startcop and fills in the form: Wound Care',
    async play({ amira }, look) {
      await amira.types('/startcop', { in: 'general' });
      await amira.form();
      await amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing wounds that will not close' });
      await look(amira, /Your space is ready/);
      await look(amira, /Welcome to Wound Care/, { in: space });
      const pins = await amira.pinsOf(space);
      if (pins.length < 3) throw new Error(`${pins.length} pins instead of three guides`);
      await look(amira, /For you, as facilitator/, { in: 'direct message' });
    },
  },
  {
    useCase: 'find a CoP',
    does: 'Ben, who has never heard of it, types /cop find wound',
    async play({ ben }, look) {
      await ben.types('/cop find wound', { in: 'general' });
      await look(ben, /CoPs that match/);
    },
  },
  {
    useCase: 'ask to join',
    does: 'Ben presses Request to join, and says what brings him',
    async play({ amira, ben }, look) {
      await ben.presses('Request to join');
      await ben.form();
      await ben.submits({
        'What brings you here? (optional)': "I run the leg-ulcer clinic in Leeds and we're stuck on follow-up.",
      });
      await look(ben, /Your request is with the facilitators/);
      await look(amira, /Ben Okafor asks to join/, { in: 'direct message' });
    },
  },
  {
    useCase: 'approve a request',
    does: 'Amira presses Approve',
    async play({ amira, ben }, look) {
      await amira.presses('Approve', { in: 'direct message' });
      await look(amira, /You said yes/, { in: 'direct message' });
      await look(ben, /Please welcome/, { in: space });
      await look(ben, /You're in/, { in: 'direct message' });
    },
  },
  {
    useCase: 'pin a document',
    does: 'Ben posts a paper in the space and pins it',
    async play({ ben }, look) {
      await ben.pins(
        await ben.posts(space, 'Our protocol, for comments', [
          { name: 'Leg ulcer protocol.pdf', type: 'application/pdf', body: new Uint8Array(20) },
        ]),
      );
      await look(ben, /Our protocol/, { in: space });
    },
  },
  {
    useCase: 'save to the library',
    does: 'Amira uses Save to the library on a link that Ben posted',
    async play({ amira, ben }, look) {
      const link = await ben.posts(space, 'A review worth reading https://example.org/review');
      await amira.uses('Save to the library', link);
      await amira.form();
      await amira.submits({ Title: 'Compression review' });
      await look(amira, /Saved: Compression review/);
    },
  },
  {
    useCase: 'look it up',
    does: 'Ben types /cop docs find protocol',
    async play({ ben }, look) {
      await ben.types('/cop docs find protocol', { in: space });
      await look(ben, /Leg ulcer protocol\.pdf/, { with: /in the library of/ });
    },
  },
  {
    useCase: 'call a meeting',
    does: 'Ben types /cop meet, fills in the form, and says yes to what it shows him',
    async play({ amira, ben }, look) {
      await ben.types('/cop meet', { in: space });
      const { fields } = await ben.form();
      const when = fields.find(field => field.label.startsWith('When?') || field.label.startsWith('When,'));
      if (!when) throw new Error('nobody asks when');
      await ben.submits({
        'What about?': "What would we do with Mr K.'s heel?",
        'How?': 'One real problem',
        [when.label]: when.kind === 'moment' ? tomorrow() : 'tomorrow 14:00',
      });
      await look(ben, /Is it right\?/);
      await ben.presses('Yes, call it');
      await look(amira, /Mr K\.'s heel.*Nobody has said yet/s, { in: space });
    },
  },
  {
    useCase: 'answer it',
    does: "Amira presses I'll come, and Ben brings a question",
    async play({ amira, ben }, look) {
      await amira.presses("I'll come", { in: space });
      await look(amira, /You're coming/);
      await ben.presses('Bring a question…', { in: space });
      await ben.form();
      await ben.submits({ 'What would you like to talk about?': 'Does an air cushion help?' });
      await look(ben, /Coming: Amira Haddad.*air cushion/s, { in: space });
    },
  },
  {
    useCase: 'look it up',
    does: 'Dev, who is no member, tries the same',
    async play({ dev }, look) {
      await dev.types('/cop docs find protocol', { in: 'general' });
      await look(dev, /aren't in a CoP yet/);
      if (dev.seesNow(/Leg ulcer/).length > 0) throw new Error('Dev sees what only members may see');
    },
  },
];

export async function tell(playground: Playground, each: (step: Step) => void): Promise<Told> {
  const cast = {
    amira: playground.person('Amira Haddad'),
    ben: playground.person('Ben Okafor'),
    dev: playground.person('Dev Patel'),
  };
  const steps: Step[] = [];
  for (const scene of scenes) {
    const step = await played(playground, scene, cast);
    steps.push(step);
    each(step);
    if (!step.ok) break;
  }
  return { platform: playground.platform, steps };
}

async function played(playground: Playground, { useCase, does, play }: Scene, cast: Cast): Promise<Step> {
  playground.clearTraffic();
  const sights: Sight[] = [];
  const look: Look = async (who, pattern, where) => {
    const seen = await who.sees(pattern, where);
    sights.push({ who: who.name, sees: seen.text });
    return seen;
  };
  try {
    await play(cast, look);
    return { useCase, does, sights, calls: await callsOf(playground), ok: true };
  } catch (error) {
    return {
      useCase,
      does,
      sights,
      calls: await callsOf(playground),
      ok: false,
      wrong: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Once nothing has gone over the wire for a moment: what follows a press may still be under way when people have seen the most of it. */
async function callsOf(playground: Playground): Promise<Record<string, number>> {
  let before = -1;
  while (before !== playground.traffic.length) {
    before = playground.traffic.length;
    await new Promise(resolve => setTimeout(resolve, 150));
  }
  const calls: Record<string, number> = {};
  for (const one of playground.traffic) if (one.direction === 'call') calls[one.name] = (calls[one.name] ?? 0) + 1;
  return calls;
}
