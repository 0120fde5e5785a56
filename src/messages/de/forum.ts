/** What `forum.ts` says, in German. */
export const forum: Readonly<Record<string, string>> = {
  "Welcome to the Facilitators' forum": 'Willkommen im Forum der Begleitenden',
  "Everybody here looks after a Community of Practice. Ask each other, show what worked, and say what didn't: somebody here has usually met it before.":
    'Alle hier kümmern sich um eine Community of Practice. Fragt einander, zeigt, was geklappt hat, und sagt, was nicht: Meist kennt es hier schon jemand.',
  'You are in it for as long as you facilitate a CoP. What you tell of your members stays here.':
    'Du bist dabei, solange du eine CoP begleitest. Was du von euren Mitgliedern erzählst, bleibt hier.',
  "You're in the Facilitators' forum": 'Du bist im Forum der Begleitenden',
  "You look after **{0}**, and everybody who looks after a CoP here is in {1}. It's the place for what you'd rather not ask your own members. If it isn't for you, leave it: you aren't brought back unasked.":
    'Du kümmerst dich um **{0}**, und alle, die das hier für eine CoP tun, sind in {1}. Dort fragst du, was du deine eigenen Mitglieder lieber nicht fragst. Ist es nichts für dich, verlass es: Ungefragt wirst du nicht zurückgeholt.',
  "Goodbye from the Facilitators' forum": 'Das Forum der Begleitenden sagt danke',
  "You facilitate no CoP just now, so you aren't in the forum any more. Thank you for what you brought to it. The day you look after one again, you're back.":
    'Du begleitest gerade keine CoP und bist deshalb nicht mehr im Forum. Danke für alles, was du dort eingebracht hast. Sobald du dich wieder um eine kümmerst, bist du wieder dabei.',
  'a channel of their own': 'einem eigenen Kanal',
  'Open the forum': 'Forum öffnen',
};
