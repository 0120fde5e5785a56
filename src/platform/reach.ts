/** Whether a machine answers at all, past any proxy: a connection, and not a word on it. */
import net from 'node:net';

export function answers(host: string, port: number, withinMs = 5000): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect({ host, port });
    const over = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.setTimeout(withinMs, () => over(false));
    socket.once('connect', () => over(true));
    socket.once('error', () => over(false));
  });
}
