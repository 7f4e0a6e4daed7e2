import type { InitializationOptions } from './messages';

/**
 * Loads what the reader of purposes knows of words into the worker. Without it purposes in words are reported as not
 * judged.
 */
export function loadLanguage({ bundles }: InitializationOptions): void {
  if (bundles === undefined || 'eucLanguage' in globalThis) return;
  try {
    importScripts(`${bundles}language.js`);
  } catch {
    // What is then not judged is said of each purpose in words.
  }
}
