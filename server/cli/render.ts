import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from '../check';
import { FORMATS, render, type Format } from '../export/render';
import { loadWriter } from '../lsp/node-writers';
import { recordIn } from '../regimes/workspace-packs';
import { readSources } from './sources';
import { USAGE, type Command } from './terminal';
import { regimesOnDisk } from './workspace-regimes';

/** `euc render`: sets a certificate as a paper. One that is not met is rendered too, and says so on every page. */
export const runRender: Command = async (args, terminal) => {
  const options = readOptions(args);
  if (typeof options === 'string') {
    terminal.error(`euc render: ${options}\n\n${USAGE}`);
    return 2;
  }
  const { texts, unreadable } = await readSources([options.path], terminal);
  for (const { path, reason } of unreadable) terminal.error(`euc render: ${path} was not rendered: ${reason}\n`);
  const [source, ...more] = texts;
  if (unreadable.length > 0) return 2;
  if (!source || more.length > 0) {
    terminal.error(`euc render: ${options.path} is a folder; name one certificate.\n`);
    return 2;
  }
  const { catalogue, records } = await regimesOnDisk(terminal.cwd, source.path);
  const analysis = check(source.text, { catalogue, record: recordIn(records) });
  const rendered = await render(analysis, options.format, loadWriter);
  if ('refused' in rendered) {
    terminal.error(`euc render: ${options.out} was not written: ${rendered.refused}\n`);
    return 2;
  }
  try {
    await writeFile(resolve(terminal.cwd, options.out), rendered);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.error(`euc render: ${options.out} could not be written: ${reason}\n`);
    return 2;
  }
  terminal.out(`${options.out}\n`);
  return 0;
};

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { output: { type: 'string', short: 'o' } },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return 'name one certificate, or - for standard input.';
    const out = values.output;
    const format = out === undefined ? undefined : formatOf(out);
    if (out === undefined || !format)
      return `say with -o where to write it; its ending says how: ${FORMATS.map((each) => `.${each}`).join(', ')}.`;
    return { path, out, format };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function formatOf(path: string): Format | undefined {
  return FORMATS.find((format) => extname(path).toLowerCase() === `.${format}`);
}
