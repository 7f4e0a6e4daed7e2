import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fixAll } from '../fix-all';
import { recordIn } from '../regimes/workspace-packs';
import { readSources } from './sources';
import { regimesOnDisk } from './workspace-regimes';
import { USAGE, type Command } from './terminal';

/** `euc fix`: mends the form of certificates; with `--unsafe` also what they declare. */
export const runFix: Command = async (args, terminal) => {
  const options = readOptions(args);
  if (typeof options === 'string') {
    terminal.error(`euc fix: ${options}\n\n${USAGE}`);
    return 2;
  }
  const { texts, unreadable } = await readSources(options.paths, terminal);
  for (const { path, reason } of unreadable) terminal.error(`euc fix: ${path} was not mended: ${reason}\n`);
  let failed = unreadable.length > 0;
  for (const { path, text, mark } of texts) {
    const { catalogue, records } = await regimesOnDisk(terminal.cwd, path);
    const fixed = fixAll(text, { catalogue, record: recordIn(records) }, options.unsafe);
    if (path === '-') {
      terminal.out(mark + fixed.text);
      continue;
    }
    if (fixed.count === 0) continue;
    try {
      await writeFile(resolve(terminal.cwd, path), mark + fixed.text);
      terminal.out(`${path}: ${fixed.count} ${fixed.count === 1 ? 'fix' : 'fixes'}\n`);
    } catch (error) {
      terminal.error(
        `euc fix: ${path} could not be written: ${error instanceof Error ? error.message : String(error)}\n`,
      );
      failed = true;
    }
  }
  return failed ? 2 : 0;
};

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { unsafe: { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) return 'name a file or a folder, or - for standard input.';
    return { paths: positionals, unsafe: values.unsafe };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
