/** What `server-role.ts` says, in German. */
export const serverRole: Readonly<Record<string, string>> = {
  'Server roles…': 'Server-Rollen …',
  'Server roles': 'Server-Rollen',
  'Whoever carries a role in a CoP is given the server role that goes with it, for as long as they carry it. I can only give roles that stand below mine.':
    'Wer in einer CoP eine Rolle hat, bekommt die passende Server-Rolle, solange das so ist. Ich kann nur Rollen geben, die unter meiner stehen.',
  'Role in a CoP': 'Rolle in einer CoP',
  'Server role': 'Server-Rolle',
  'Leave it empty for none': 'Leer lassen für keine',
  'Discord itself gives that role out, to an app or to boosters. Please choose another.':
    'Diese Rolle vergibt Discord selbst, an eine App oder an Booster. Bitte wähle eine andere.',
  'You can give or take only roles below your own, and need Manage Roles for it.':
    'Du kannst nur Rollen geben oder nehmen, die unter deiner stehen, und brauchst dafür Rollen verwalten.',
  "Discord hasn't told me just now who may give that role. Please try again in a moment.":
    'Discord hat mir gerade nicht gesagt, wer diese Rolle geben darf. Bitte versuch es gleich noch einmal.',
  'Whoever carries one of these in a CoP is given the server role that you chose for it: {0}.':
    'Wer in einer CoP eine davon hat, bekommt die Server-Rolle, die du dafür gewählt hast: {0}.',
  'No role in a CoP goes with a server role. Whoever was given one for it loses it.':
    'Zu keiner Rolle in einer CoP gehört eine Server-Rolle. Wer dafür eine bekommen hatte, verliert sie.',
};
