import { isAbsolute, relative, resolve } from 'node:path';

/** The path from a folder to what lies in it, written with slashes; undefined for what lies outside. */
export function pathWithin(folder: string, path: string): string | undefined {
  const way = relative(folder, resolve(folder, path)).replaceAll('\\', '/');
  return way === '' || way === '..' || way.startsWith('../') || isAbsolute(way) ? undefined : way;
}
