import type { InitializationOptions } from './messages';

/**
 * Loads into the worker what the checker knows: the regimes that come with the project, and what the reader of purposes knows
 * of words. They lie in bundles of their own, where the client says, or beside the worker's. Throws without the regimes,
 * as nothing can be checked then; without the words, purposes in words are reported as not judged.
 */
export function loadKnowledge({ bundles = besideWorker() }: InitializationOptions): void {
  if (!('eucRegimes' in globalThis)) importScripts(`${bundles}regimes.js`);
  if ('eucLanguage' in globalThis) return;
  try {
    importScripts(`${bundles}language.js`);
  } catch {
    // What is then not judged is said of each purpose in words.
  }
}

function besideWorker(): string {
  const { href } = location;
  return href.slice(0, href.lastIndexOf('/') + 1);
}
