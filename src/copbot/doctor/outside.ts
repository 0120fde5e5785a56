/** What people outside of chat reach, if it is set. */
import type { Config } from '../../config.ts';
import type { Finding } from '../../platform/finding.ts';

export async function outside({ publicUrl, webPort }: Config): Promise<readonly Finding[]> {
  if (!webPort) return [];
  const here = await asked(`http://127.0.0.1:${webPort}`);
  const what = `WEB_PORT ${webPort}`;
  const local: Finding = here
    ? { grade: 'good', what, says: 'answers' }
    : { grade: 'unseen', what, says: 'does not answer; it does once the bot runs' };
  if (!publicUrl) return [local];
  const there = await asked(publicUrl);
  if (there) return [local, { grade: 'good', what: publicUrl, says: 'leads to the bot' }];
  if (!here) return [local, { grade: 'unseen', what: publicUrl, says: 'could not be tried: the bot is not running' }];
  const lost: Finding = {
    grade: 'mend',
    what: publicUrl,
    says: 'does not lead to the bot from here',
    costs: 'links from /cop share open nothing',
    remedy: `have whatever does TLS for you hand it on to port ${webPort}; if only this machine can't get there, it may still be right`,
  };
  return [local, lost];
}

const asked = (address: string): Promise<boolean> =>
  fetch(`${address}/healthz`, { signal: AbortSignal.timeout(5000) }).then(
    answer => answer.ok,
    () => false,
  );
