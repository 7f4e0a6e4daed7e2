import type { Finding } from '../../rules/finding';
import { RULES } from '../../rules/index';
import type { Severity } from '../../rules/rule';
import { citationsOf, summaryLine, type CheckedFile, type Outcome } from '../outcome';
import { pathWithin } from '../path-within';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * The outcome as commands to GitHub's runner, which shows each finding at its place in the change under review. What is
 * waived needs nobody's eye there, and is only counted.
 */
export function githubReport(outcome: Outcome): string {
  const lines = [
    ...outcome.unreadable.map(({ path, reason }) =>
      command('error', { file: fileOf(outcome, path), title: 'Not checked' }, `${path} was not checked: ${reason}`),
    ),
    ...outcome.files.flatMap((file) =>
      file.analysis.findings.filter(({ waived }) => !waived).map((finding) => annotation(outcome, file, finding)),
    ),
    summaryLine(outcome),
  ];
  return `${lines.join('\n')}\n`;
}

function annotation(outcome: Outcome, { path, analysis }: CheckedFile, finding: Finding): string {
  const { start, end } = analysis.lines.range(finding.span);
  const title = RULES.find(({ id }) => id === finding.rule)?.title;
  const file = fileOf(outcome, path);
  const place = {
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    // The runner takes columns for a finding on one line only.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
  };
  const where = file === undefined ? `Standard input, line ${start.line + 1}: ` : '';
  return command(
    COMMANDS[finding.severity],
    { ...(file !== undefined && place), title: title === undefined ? finding.rule : `${title} (${finding.rule})` },
    `${where}${finding.message}\nSource: ${citationsOf(finding)}`,
  );
}

/** The file by its way from the folder of the run; as it was named where it lies elsewhere; none for standard input. */
function fileOf({ folder }: Outcome, path: string): string | undefined {
  return path === '-' ? undefined : (pathWithin(folder, path) ?? path.replaceAll('\\', '/'));
}

function command(name: string, properties: Readonly<Record<string, string | number | undefined>>, message: string) {
  const stated = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name} ${stated.join(',')}::${escapeMessage(message)}`;
}

/** What would end a command, or be read as an escape. */
function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The same, and what separates the properties of a command. */
function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
