import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The address of the pages about the rules that lie beside the bundle; undefined where there are none. */
export function rulePagesBeside(bundles: string): string | undefined {
  const folder = join(bundles, '../docs/rules');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/` : undefined;
}
