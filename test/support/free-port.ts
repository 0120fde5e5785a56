import { createServer } from 'node:net';

/** Free a moment ago: for a process that is told its port. */
export function freePort(): Promise<number> {
  return new Promise(resolve => {
    const holder = createServer().listen(0, '127.0.0.1', () => {
      const { port } = holder.address() as { port: number };
      holder.close(() => resolve(port));
    });
  });
}
