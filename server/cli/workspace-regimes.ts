import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { builtIn } from '../regimes/catalogue';
import { regimesFor, type FolderRegimes, type PackFiles } from '../regimes/workspace-packs';
import { RULES } from '../rules/index';

/** Files of the disk, by their paths written with slashes. */
export const diskFiles: PackFiles = {
  list: async (folder) => {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.flatMap((entry) => (entry.isFile() ? [`${folder}/${entry.name}`] : [])).sort();
    } catch {
      return undefined;
    }
  },
  read: async (path) => {
    try {
      return await readFile(path, 'utf8');
    } catch {
      return undefined;
    }
  },
};

/** The regimes for a file of the disk. Whoever runs a command in a folder trusts it. */
export function regimesOnDisk(cwd: string, path: string): Promise<FolderRegimes> {
  const full = resolve(cwd, path === '-' ? 'standard-input' : path).replaceAll('\\', '/');
  return regimesFor(full, diskFiles, builtIn, { ruleIds: RULES.map(({ id }) => id), trusted: true });
}
