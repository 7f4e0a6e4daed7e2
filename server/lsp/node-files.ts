import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkspaceFiles } from './workspace';

/** Files read from disk, below the workspace's folders. What cannot be read is left out. */
export function nodeFiles(folders: readonly string[]): WorkspaceFiles {
  return {
    find: async () => {
      const found: string[] = [];
      for (const folder of folders) if (folder.startsWith('file:')) await collect(fileURLToPath(folder), found);
      return found;
    },
    list: async (folder) => {
      try {
        const entries = await readdir(fileURLToPath(folder), { withFileTypes: true });
        const names = entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
        return names.map((name) => `${folder}/${encodeURIComponent(name)}`);
      } catch {
        return undefined;
      }
    },
    read: async (uri) => {
      try {
        return await readFile(fileURLToPath(uri), 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** More certificates than this in one workspace are not read ahead. */
const MAX_FILES = 2000;

async function collect(folder: string, found: string[]): Promise<void> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    if (found.length >= MAX_FILES) return;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') await collect(path, found);
    } else if (/\.euc(?:\.ya?ml)?$/.test(entry.name)) found.push(pathToFileURL(path).href);
  }
}
