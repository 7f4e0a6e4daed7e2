import { readdir, readFile, stat } from 'node:fs/promises';
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

const CERTIFICATE = /\.euc(?:\.ya?ml)?$/;

/** Reads every certificate that the paths name: files as given, folders with all below them, `-` for standard input. */
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
  for (const path of paths) {
    if (path === '-') {
      await read('-', terminal.input);
      continue;
    }
    const full = resolve(terminal.cwd, path);
    try {
      if (!(await stat(full)).isDirectory()) {
        await read(path, () => readFile(full));
        continue;
      }
      for (const below of await certificatesBelow(full))
        await read(join(path, below).replaceAll('\\', '/'), () => readFile(join(full, below)));
    } catch (error) {
      unreadable.push({ path, reason: reasonOf(error) });
    }
  }
  return { texts, unreadable };
}

/** The certificates in a folder and all below it, in the order of their names. */
async function certificatesBelow(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) {
      if (entry.name === 'node_modules' || entry.name === '.git') continue;
      for (const below of await certificatesBelow(join(folder, entry.name))) found.push(join(entry.name, below));
    } else if (CERTIFICATE.test(entry.name)) found.push(entry.name);
  }
  return found;
}

function reasonOf(error: unknown): string {
  if (error instanceof TypeError) return 'it is not UTF-8 text. Save it as UTF-8.';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file or folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read.';
  return error instanceof Error ? error.message : String(error);
}
