import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
let built: string | undefined;

/** The command line as it is built; built anew where a source file is newer than it. */
export function builtCommandLine(): string {
  if (built !== undefined) return built;
  const cli = join(root, 'dist/cli.js');
  const sources = ['server', 'scripts'].flatMap((folder) => timesBelow(join(root, folder)));
  const [time] = [cli].flatMap((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? []);
  if (time === undefined || Math.max(...sources) > time) {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }
  return (built = cli);
}

function timesBelow(folder: string): readonly number[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
}
