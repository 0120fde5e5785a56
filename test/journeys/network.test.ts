/** The network as its Support Team sees it, and nobody else: every CoP by stage, what waits, a page at a time. */
import { afterEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/store/ids.ts';
import { setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

/** As many more, a minute apart, of which some rest, are closed, or have nobody. */
async function grown(): Promise<void> {
  const { db } = it_.store;
  const cop = await db.selectFrom('cops').selectAll().executeTakeFirstOrThrow();
  const { members: _, ...row } = cop;
  const facilitator = await db.selectFrom('memberships').selectAll().executeTakeFirstOrThrow();
  const long = cop.created_at - 300 * 24 * 3600_000;
  const others = [
    { name: 'Falls', resting_since: cop.created_at },
    { name: 'Sepsis', closed_at: cop.created_at },
    { name: 'Sleep', unattended_since: cop.created_at },
    { name: 'Grief', unattended_since: cop.created_at + 3600_000 },
    { name: 'Pain', created_at: long },
    ...['One', 'Two', 'Three', 'Four', 'Five'].map(name => ({ name })),
  ];
  for (const [n, other] of others.entries()) {
    const { name } = other;
    const id = newId<typeof cop.id>(cop.created_at + (n + 1) * 60_000);
    const named = { name_key: name, slug: name.toLowerCase(), space_id: `space-${n}`, space_name: name };
    await db
      .insertInto('cops')
      .values({ ...row, ...named, ...other, id })
      .execute();
    if (!('unattended_since' in other))
      await db
        .insertInto('memberships')
        .values({ ...facilitator, cop_id: id })
        .execute();
  }
}

/** Who is of the Support Team is invited to all of them, and most ask for a conversation. */
async function muchWaits(name: string): Promise<void> {
  const { db } = it_.store;
  const asked = await db.selectFrom('first_conversations').selectAll().executeTakeFirstOrThrow();
  const person = await db.selectFrom('persons').selectAll().where('name', '=', name).executeTakeFirstOrThrow();
  const others = await db
    .selectFrom('cops')
    .selectAll()
    .where('id', '<>', asked.cop_id)
    .where('closed_at', 'is', null)
    .execute();
  for (const [n, cop] of others.entries()) {
    const about = { network_id: cop.network_id, cop_id: cop.id, created_at: asked.created_at - 1000 - n, version: 1 };
    const invited = { invitee_id: person.id, inviter_id: cop.starter_id, state: 'pending', decided_at: null } as const;
    await db
      .insertInto('invitations')
      .values({ ...about, ...invited, id: newId(asked.created_at) })
      .execute();
    const id = newId<typeof asked.id>(asked.created_at + n);
    if (n < 6)
      await db
        .insertInto('first_conversations')
        .values({ ...asked, id, cop_id: cop.id, created_at: asked.created_at + 1 + n })
        .execute();
  }
}

describe.each(platformNames)('on %s', platform => {
  it('shows whoever is of the Support Team all CoPs by stage, and what waits; nobody else', async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan);
    await startCop(amira, { 'How would you like your first conversation?': 'By phone' });
    await it_.settled();
    await grown();
    await muchWaits(joan.name);
    await amira.types('/cop tend network', { in: 'general' });
    await amira.sees(/This is for the Support Team/);

    await joan.types('/cop tend network', { in: 'support' });
    const first = await joan.sees(/The network/);
    expect(first.onlyYou).toBe(true);
    expect(first.text).toMatch(/Wound Care: somebody would like to talk with you/);
    expect(first.text).toMatch(/What waits\s+Sleep: nobody facilitates it since.*\s+Grief: nobody/); // the longest first
    expect(first.text.match(/somebody would like to talk/g)).toHaveLength(5);
    expect(first.text).toMatch(/More waits than is shown here/);
    expect(first.text).toMatch(/Sleep \(.*\): without a facilitator since/);
    expect(first.text).toMatch(/Five \(.*\): young, started/);
    expect(first.text).not.toMatch(/phone|Wound Care \(/); // the tenth
    await joan.presses('More', { with: /The network/ });
    const further = await joan.sees(/Further CoPs, the latest first/);
    expect(further.text).not.toContain('Nothing waits'); // something does, and stands on the first page
    expect(further.buttons.map(one => one.label)).toContain('All CoPs');
    await joan.sees(/Wound Care \(one person\): young, started[\s\S]*Facilitated by @?Amira Haddad/);
    for (const [stage_, names] of [
      ['Resting', /Falls \(.*\): resting since/],
      ['Closed', /Sepsis \(.*\): closed since/],
      ['Mature', /Pain \(.*\): mature, started/],
    ] as const) {
      await joan.types('/cop tend network', { in: 'support' });
      await joan.chooses('Show only…', stage_, { with: /What waits/ });
      const shown = await joan.sees(new RegExp(`The network: ${stage_}`));
      expect(shown.text).toMatch(names);
      expect(shown.text).not.toMatch(/Wound Care/);
    }
    await joan.types('/cop tend network', { in: 'support' });
    await joan.chooses('Show only…', 'Without a facilitator', { with: /What waits/ });
    const alone = await joan.sees(/The network: Without a facilitator/);
    expect(alone.text).toMatch(/the one that has waited longest first.*Sleep \(.*Grief \(/s);
    await it_.store.db.updateTable('cops').set({ unattended_since: 1000 }).where('closed_at', 'is', null).execute();
    await joan.types('/cop tend network', { in: 'support' });
    await joan.chooses('Show only…', 'Without a facilitator', { with: /Pain: nobody facilitates it/ });
    await joan.presses('More', { with: /the one that has waited longest first.*Wound Care \(.*Three \(/s });
    const last = await joan.sees(/the one that has waited longest first.*Four \(.*Five \(/s);
    expect(last.text).not.toMatch(/Three \(/);
    await joan.types('/cop help', { in: 'support' });
    await joan.sees(/For the Support Team\s+\/cop tend network/);
  });
});
