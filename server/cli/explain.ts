import { parseArgs } from 'node:util';
import { check } from '../check';
import { explainPurpose, type PurposeExplanation } from '../features/purpose-explanation';
import { recordIn } from '../regimes/workspace-packs';
import { readSources } from './sources';
import { regimesOnDisk } from './workspace-regimes';
import { USAGE, type Command } from './terminal';

/** `euc explain`: says of each purpose, or of one, what its words were read as and why it is judged as it is. */
export const runExplain: Command = async (args, terminal) => {
  const options = readOptions(args);
  if (typeof options === 'string') {
    terminal.error(`euc explain: ${options}\n\n${USAGE}`);
    return 2;
  }
  const { texts, unreadable } = await readSources([options.path], terminal);
  for (const { path, reason } of unreadable) terminal.error(`euc explain: ${path} cannot be read: ${reason}\n`);
  const [file] = texts;
  if (!file) return 2;
  const { catalogue, records } = await regimesOnDisk(terminal.cwd, file.path);
  const analysis = check(file.text, { catalogue, record: recordIn(records) });
  const explained = analysis.certificates.flatMap(({ regime, subject }) =>
    regime ? subject.purposes.map((reading) => explainPurpose(reading, regime)) : [],
  );
  const asked = explained.filter(({ at }) => options.at === undefined || at === options.at);
  if (asked.length === 0) {
    const there = [...new Set(explained.map(({ at }) => at))].join(', ');
    terminal.error(
      `euc explain: there is no purpose ${options.at === undefined ? 'that a regime judges' : `at "${options.at}"`} there${there === '' ? '' : `; there are: ${there}`}.\n`,
    );
    return 2;
  }
  terminal.out(asked.map(asText).join('\n'));
  return 0;
};

function asText({ at, summary, read, wrong }: PurposeExplanation): string {
  const words = read.map(
    (each) => `  "${each.words.replace(/\s+/g, ' ')}" is ${each.as}${each.listed ? `: ${each.listed.words}` : ''}\n`,
  );
  return `${at}: ${summary}\n${words.join('')}${wrong.map((each) => `  ! ${each}\n`).join('')}`;
}

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { at: { type: 'string' } },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return 'name one file, or - for standard input.';
    return { path, at: values.at };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
