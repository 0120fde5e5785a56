/** What `server-role.ts` says, in German. */
export const serverRole: Readonly<Record<string, string>> = {
  'Server roles…': 'Server-Rollen …',
  'Server roles': 'Server-Rollen',
  'Whoever carries a role in a CoP is given the server role that goes with it, for as long as they carry it. I can only give roles that stand below mine.':
    'Wer in einer CoP eine Rolle hat, bekommt die passende Server-Rolle, solange das so ist. Ich kann nur Rollen geben, die unter meiner stehen.',
  'Role in a CoP': 'Rolle in einer CoP',
  'Server role': 'Server-Rolle',
  'Leave it empty for none': 'Leer lassen für keine',
  'Whoever carries one of these in a CoP is given the server role that you chose for it: {0}.':
    'Wer in einer CoP eine davon hat, bekommt die Server-Rolle, die du dafür gewählt hast: {0}.',
  'No role in a CoP goes with a server role. Whoever was given one for it loses it.':
    'Zu keiner Rolle in einer CoP gehört eine Server-Rolle. Wer dafür eine bekommen hatte, verliert sie.',
};
