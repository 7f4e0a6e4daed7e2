// A port to listen on.
import { createServer } from 'node:net';

/** The preferred port where it is free, any free one otherwise. @param {number} preferred @returns {Promise<number>} */
export async function choosePort(preferred) {
  return (await isFree(preferred)) ? preferred : 0;
}

/** @param {number} port @returns {Promise<boolean>} */
export function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
