/** What is shown in the gallery, in the order of a community's life: who looks where, after what was done. */
import { dm, filled, fills, form, opens, presses, type Scene, scene, space, types } from './acting.ts';
import { nobodyIsIn } from './nobody-is-in.ts';

export const scenes: readonly Scene[] = [
  scene('setup', 'Joan', 'general', types('/cop setup')),
  scene('setup-support', 'Joan', 'general', opens('Support Team and starting')),
  scene('setup-forum', 'Joan', 'general', opens('Forum')),
  scene('setup-language', 'Joan', 'general', opens('Language and time zone')),
  scene('setup-outside', 'Joan', 'general', opens('People from outside')),
  scene('setup-saved', 'Joan', 'general', async doing => {
    await opens('Support Team and starting')(doing);
    await doing.fill({ 0: doing.say('Make a private channel') });
    await fills('Forum', { 0: doing.say('Make one') })(doing);
  }),
  scene('own-roles', 'Joan', 'general', presses("Your network's own roles")),
  scene('help-new', 'Amira', 'general', types('/cop help')),
  scene('home-new', 'Amira', 'general', types('/cop home')),
  scene('start-form', 'Amira', 'general', form('/startcop')),
  scene('ready', 'Amira', 'general', async ({ persona, fill, say }) => {
    await persona.types('/startcop', { in: 'general' });
    await fill({ 0: 'Wound Care', 1: 'Healing wounds that will not close', 4: say('By phone') });
  }),
  scene('space', 'Amira', space),
  scene('first-week', 'Amira', dm),
  scene('whole-guide', 'Amira', dm, presses('The whole guide', dm)),
  scene('support-card', 'Joan', 'support-team'),
  scene('support-take', 'Joan', 'support-team', opens("I'll take it")),
  scene('guides', 'Amira', 'general', types('/cop guide')),
  scene('find', 'Ben', 'general', types('/cop find')),
  scene('find-nothing', 'Ben', 'general', types('/cop find zebra')),
  scene('request-form', 'Ben', 'general', async ({ persona, say }) => {
    await persona.types('/cop find wound', { in: 'general' });
    await persona.presses(say('Request to join'), { in: 'general' });
    await persona.form();
  }),
  scene('request-sent', 'Ben', 'general', fills('Request to join', { 0: 'I run the leg-ulcer clinic in Leeds.' })),
  scene('request', 'Amira', dm),
  scene('talk-form', 'Amira', dm, opens('Talk first', dm)),
  scene('talk-sent', 'Amira', dm, fills('Talk first', { 0: 'How many do you see in a week?' }, dm)),
  scene('talk-asked', 'Ben', dm),
  scene('talk-reply', 'Ben', dm, opens('Reply', dm)),
  scene('talk-answered', 'Amira', dm, async ({ persona, person, say }) => {
    const ben = person('Ben');
    await ben.presses(say('Reply'), { in: dm });
    const { fields } = await ben.form();
    await ben.submits({ [fields[0]?.label ?? '']: 'About thirty.' });
    await persona.sees(/thirty/, { in: dm });
  }),
  scene('home-waiting', 'Amira', 'general', types('/cop home')),
  scene('decline-form', 'Amira', dm, opens('Decline…', dm)),
  scene('approved', 'Amira', dm, presses('Approve', dm)),
  scene('admitted', 'Ben', dm),
  scene('welcomed', 'Ben', space),
  scene('declined', 'Dev', dm, async ({ persona, person, say }) => {
    await persona.types('/cop find wound', { in: 'general' });
    await persona.presses(say('Request to join'), { in: 'general' });
    await persona.form();
    await persona.submits({});
    const amira = person('Amira');
    await amira.sees(/Dev Patel/, { in: dm });
    await amira.presses(say('Decline…'), { in: dm });
    const { fields } = await amira.form();
    await amira.submits({ [fields[0]?.label ?? '']: "We're for nurses; try Night Shifts." });
  }),
  scene('home-member', 'Ben', 'general', types('/cop home')),
  scene('home-facilitator', 'Amira', 'general', types('/cop home')),
  scene('help-facilitator', 'Amira', space, types('/cop help', space)),
  scene('share-form', 'Amira', space, form('/cop share', space)),
  scene('shared', 'Amira', space, types('/cop share #announcements', space)),
  scene('invitation-card', 'Dev', 'announcements'),
  scene('invite-form', 'Amira', space, form('/cop invite', space)),
  scene('invited', 'Amira', space, filled('/cop invite', { 0: 'Carla Moreno', 1: 'You know how to explain things.' })),
  scene('invitation', 'Carla', dm),
  scene('invitation-accepted', 'Carla', dm, async ({ persona, say }) => {
    const join = () => persona.presses(say('Join'), { in: dm });
    await join().catch(() => persona.presses('Mitmachen', { in: dm })); // Carla reads German wherever that is known of her
  }),
  scene('invite-member', 'Ben', space, types('/cop invite', space)),
  scene('docs-add', 'Ben', space, form('/cop docs add', space)),
  scene('docs-added', 'Ben', space, filled('/cop docs add', { 0: 'https://example.org/review', 2: 'A review' })),
  scene('save-form', 'Ben', space, async ({ persona, say }) => {
    const message = await persona.posts(space, 'Our protocol, for comments: https://example.org/protocol');
    await persona.uses(say('Save to the library'), message).catch(() => persona.uses('Save to the library', message));
    await persona.form();
  }),
  scene('pinned', 'Ben', dm, async ({ persona }) => {
    const message = await persona.posts(space, 'The compression chart', [
      { name: 'Compression chart.pdf', type: 'application/pdf', body: new Uint8Array(20) },
    ]);
    await persona.pins(message);
  }),
  scene('space-later', 'Ben', space),
  scene('docs-list', 'Ben', space, types('/cop docs list', space)),
  scene('docs-open', 'Ben', space, presses('More…', space)),
  scene('docs-edit', 'Ben', space, opens('Edit', space)),
  scene('docs-find', 'Ben', space, types('/cop docs find chart', space)),
  scene('docs-find-nothing', 'Ben', space, types('/cop docs find zebra', space)),
  scene('roles', 'Ben', space, types('/cop roles', space)),
  scene('role-form', 'Ben', space, opens('Volunteer', space)),
  scene('role-suggest', 'Amira', space, async ({ persona, say }) => {
    await persona.types('/cop roles', { in: space });
    await persona.presses(say('Suggest someone…'), { in: space });
    await persona.form();
  }),
  scene('edit', 'Amira', space, types('/cop edit', space)),
  scene('statement', 'Amira', space, types('/cop statement', space)),
  scene('facilitators', 'Amira', space, types('/cop facilitators', space)),
  scene('facilitator-ask', 'Amira', space, opens('Ask somebody to facilitate with me…', space)),
  scene('nomination', 'Ben', dm, async ({ person, say }) => {
    const amira = person('Amira');
    await amira.presses(say('Ask somebody to facilitate with me…'), { in: space });
    const { fields } = await amira.form();
    await amira.submits({ [fields[0]?.label ?? '']: 'Ben Okafor', [fields[1]?.label ?? '']: 'You help everybody.' });
  }),
  scene('nominated', 'Amira', space),
  scene('support-form', 'Amira', space, async doing => {
    await doing.person('Joan').presses(doing.say('Done'), { in: 'support-team' });
    await form('/cop support', space)(doing);
  }),
  scene('remove-form', 'Amira', space, form('/cop tend remove', space)),
  scene('hello-form', 'Ben', space, form('/cop me hello', space)),
  scene(
    'hello',
    'Ben',
    space,
    filled('/cop me hello', { 0: 'Ben, who runs a clinic', 1: 'Follow-up', 2: 'Compression' }),
  ),
  scene('hello-posted', 'Ben', space, presses('Post it', space)),
  scene('meet-form', 'Ben', space, form('/cop meet', space)),
  scene('meet-draft', 'Ben', space, async ({ persona, fill, inAWeek }) => {
    await persona.types('/cop meet', { in: space });
    await fill({ 0: "What would we do with Mr K.'s heel?", 2: inAWeek(0), 4: 'https://meet.example.org/heels' });
  }),
  scene('meet-more-dates', 'Ben', space, opens('Offer more dates…', space)),
  scene('meet-dates', 'Ben', space, async doing => {
    await opens('Offer more dates…', space)(doing);
    await doing.fill({ 0: doing.inAWeek(1) });
  }),
  scene('meet-called', 'Ben', space, presses('Yes, call it', space)),
  scene('meet-vote', 'Amira', space, presses('✓ Suits me', space)),
  scene('meet-taken', 'Amira', space, presses('Take this one', space)),
  scene('meet-come', 'Ben', space, presses("I'll come", space)),
  scene('meet-ask-form', 'Ben', space, opens('Bring a question…', space)),
  scene('meet-asked', 'Ben', space, fills('Bring a question…', { 0: 'Does an air cushion help?' }, space)),
  scene('meet-parts', 'Ben', space, presses('Take a part…', space)),
  scene('meet-part-taken', 'Ben', space, presses("I'll keep time", space)),
  scene('meet-card', 'Amira', space, presses("I'll come", space)),
  scene('meet-agenda', 'Amira', space, presses('Agenda', space)),
  scene('meet-calendar', 'Ben', dm, async ({ persona, say }) => {
    await persona.presses(say('Add to my calendar'), { in: space });
    await persona.sees(/\.ics|Kalender|calendar/, { in: dm });
  }),
  scene('meetings', 'Ben', space, types('/cop meetings', space)),
  scene('home-meeting', 'Ben', 'general', types('/cop home')),
  scene('next-nothing', 'Ben', space, types('/cop next', space)),
  scene('meet-moved', 'Amira', space, async ({ person, persona, platform, say }) => {
    const ben = person('Ben');
    await ben.chooses(platform === 'slack' ? '' : say('More…'), say('Move it…'), { in: space });
    const { fields } = await ben.form();
    await ben.submits({ [fields.at(-1)?.label ?? '']: 'Room 4' });
    await persona.sees(/Room 4/, { in: space });
  }),
  scene('leave', 'Carla', space, types('/cop me leave', space)),
  scene('join-bare', 'Dev', 'general', types('/cop join')),
  scene('docs-outsider', 'Dev', 'general', types('/cop docs find chart')),
  scene('mistyped', 'Dev', 'general', doing => types(doing.platform === 'slack' ? '/cop hlep' : '/cop help')(doing)),
  scene('setup-other', 'Dev', 'general', types('/cop setup')),
  scene('setup-kept', 'Joan', 'general', async doing => {
    await types('/cop setup')(doing);
    await opens('What is kept')(doing);
  }),
  scene('question-form', 'Dev', 'general', async doing => {
    await types('/cop find')(doing);
    await opens('Ask something first…')(doing);
  }),
  scene('question-sent', 'Dev', 'general', fills('Ask something first…', { 0: 'Do you take engineers, too?' })),
  scene('question', 'Amira', dm),
  scene('requests', 'Amira', space, types('/cop tend requests', space)),
  scene('network', 'Joan', 'support-team', types('/cop tend network', 'support-team')),
  scene('data', 'Ben', 'general', types('/cop me data')),
  scene('forget', 'Ben', 'general', types('/cop me forget')),
  scene('rest-form', 'Amira', space, form('/cop tend rest', space)),
  scene('rests', 'Amira', space, filled('/cop tend rest', {})),
  scene('close-form', 'Amira', space, form('/cop tend close', space)),
  scene('to-be-closed', 'Amira', space, filled('/cop tend close', { 2: 'We stopped using dry gauze.' })),
  scene('closing', 'Ben', space),
  ...nobodyIsIn,
];
