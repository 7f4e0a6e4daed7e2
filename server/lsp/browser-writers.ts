import type { LoadWriter } from '../export/render';
import type { Writer } from '../export/paper';
import type { InitializationOptions } from './messages';

/** Loads a writer from the extension's bundles into the worker; each leaves what it exports in a global. */
export const browserWriters =
  ({ bundles }: InitializationOptions): LoadWriter =>
  (format) => {
    const scope = globalThis as unknown as Record<string, { readonly write: Writer } | undefined>;
    const name = `eucWriter_${format}`;
    if (!scope[name] && bundles !== undefined) importScripts(`${bundles}${format}.js`);
    const loaded = scope[name];
    return loaded
      ? Promise.resolve(loaded.write)
      : Promise.reject(new Error(`The part that writes ${format.toUpperCase()} could not be loaded.`));
  };
