import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOfMoment } from '../certificate/fields/date';
import type { Surroundings } from '../check';
import { checkAll } from '../check-all';
import { recordIn } from '../regimes/workspace-packs';
import { githubReport } from './formats/github';
import { jsonReport } from './formats/json';
import { junitReport } from './formats/junit';
import { sarifReport } from './formats/sarif';
import { textReport } from './formats/text';
import type { Outcome } from './outcome';
import { readSources } from './sources';
import { USAGE, type Command } from './terminal';
import { regimesOnDisk } from './workspace-regimes';

const FORMATS: Readonly<Record<string, (outcome: Outcome) => string>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  junit: junitReport,
};

/** `euc check`: says what stands in the way of each certificate. */
export const runCheck: Command = async (args, terminal) => {
  const options = readOptions(args);
  if (typeof options === 'string') {
    terminal.error(`euc check: ${options}\n\n${USAGE}`);
    return 2;
  }
  const { texts, unreadable } = await readSources(options.paths, terminal);
  for (const { path, reason } of unreadable) terminal.error(`euc check: ${path} was not checked: ${reason}\n`);
  const surroundings = new Map<string, Surroundings>();
  const folders = new Map<string, ReturnType<typeof regimesOnDisk>>();
  // A regime that nobody knows is said to be unknown where there is nothing to check, too.
  const places = texts.length > 0 ? texts.map(({ path }) => path) : options.paths.slice(0, 1);
  for (const path of places) {
    // Files of one folder have the same regimes.
    const folder = path === '-' ? path : dirname(path);
    const loading = folders.get(folder) ?? regimesOnDisk(terminal.cwd, path);
    folders.set(folder, loading);
    const { catalogue, records } = await loading;
    if (options.regime !== undefined && !catalogue.on(dayOfMoment(new Date()), options.regime)) {
      const ids = catalogue.all().map(({ id }) => id);
      terminal.error(`euc check: there is no regime "${options.regime}"; there are: ${ids.join(', ')}.\n`);
      return 2;
    }
    surroundings.set(path, {
      catalogue,
      record: recordIn(records),
      ...(options.regime !== undefined && { regime: options.regime }),
    });
  }
  const analyses = checkAll(texts, ({ path }) => surroundings.get(path) ?? {});
  const outcome: Outcome = {
    files: texts.flatMap(({ path }, i) => {
      const analysis = analyses[i];
      return analysis ? [{ path, analysis }] : [];
    }),
    unreadable,
    folder: terminal.cwd,
  };
  terminal.out(options.report(outcome));
  if (unreadable.length > 0) return 2;
  if (texts.length === 0) {
    terminal.error('euc check: there is no certificate (*.euc.yaml, *.euc.yml, *.euc) there.\n');
    return 2;
  }
  const left = outcome.files.some(({ analysis }) =>
    analysis.findings.some(({ severity, waived }) => !waived && (severity === 'error' || severity === 'warning')),
  );
  return left ? 1 : 0;
};

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'text' }, regime: { type: 'string' } },
    });
    if (positionals.length === 0) return 'name a file or a folder, or - for standard input.';
    const report = Object.hasOwn(FORMATS, values.format) ? FORMATS[values.format] : undefined;
    if (!report) return `there is no format "${values.format}"; there are: ${Object.keys(FORMATS).join(', ')}.`;
    return { paths: positionals, report, regime: values.regime };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
