import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Terminal } from './terminal';

/** A text to check, under the path by which the user knows it. */
export interface SourceText {
  readonly path: string;
  /** Without the byte order mark: an editor does not count it either. */
  readonly text: string;
  /** The byte order mark, where the file begins with one. */
  readonly mark: '' | '\ufeff';
}

/** What could not be read, and why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface Sources {
  readonly texts: readonly SourceText[];
  readonly unreadable: readonly Unreadable[];
}

const CERTIFICATE = /\.euc(?:\.ya?ml)?$/i;

/**
 * Reads every certificate that the paths name: files as given, folders with all below them, `-` for standard input. A file
 * that is named in several ways is read once, under the first of them.
 */
export async function readSources(paths: readonly string[], terminal: Terminal): Promise<Sources> {
  const texts: SourceText[] = [];
  const unreadable: Unreadable[] = [];
  const read = async (path: string, bytes: () => Promise<Uint8Array>) => {
    try {
      const content = await bytes();
      const mark = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf ? '\ufeff' : '';
      texts.push({ path, mark, text: new TextDecoder('utf-8', { fatal: true }).decode(content) });
    } catch (error) {
      unreadable.push({ path, reason: reasonOf(error) });
    }
  };
  const seen = new Set<string>();
  const readOnce = async (path: string, full: string) => {
    try {
      const real = await realpath(full);
      if (seen.has(real)) return;
      seen.add(real);
    } catch (error) {
      unreadable.push({ path, reason: reasonOf(error) });
      return;
    }
    await read(path, () => readFile(full));
  };
  /** Reads the certificates in a folder and all below it, in the order of their names. */
  const readBelow = async (path: string, folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name } = entry;
      const below = join(path, name).replaceAll('\\', '/');
      if (!entry.isDirectory()) {
        if (CERTIFICATE.test(name)) await readOnce(below, join(folder, name));
      } else if (name !== 'node_modules' && name !== '.git')
        try {
          await readBelow(below, join(folder, name));
        } catch (error) {
          unreadable.push({ path: below, reason: reasonOf(error) });
        }
    }
  };
  for (const path of new Set(paths)) {
    if (path === '-') {
      await read('-', terminal.input);
      continue;
    }
    const full = resolve(terminal.cwd, path);
    try {
      if ((await stat(full)).isDirectory()) await readBelow(path, full);
      else await readOnce(path, full);
    } catch (error) {
      unreadable.push({ path, reason: reasonOf(error) });
    }
  }
  return { texts, unreadable };
}

function reasonOf(error: unknown): string {
  if (error instanceof TypeError) return 'it is not UTF-8 text. Save it as UTF-8.';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file or folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read.';
  return error instanceof Error ? error.message : String(error);
}
