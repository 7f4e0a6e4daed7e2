import type { Analysis, Checked } from '../../check';
import { findingsAbout } from '../../findings-about';
import type { Finding } from '../../rules/finding';
import { citationsOf, count, type CheckedFile, type Outcome } from '../outcome';
import { escapeXml } from './escape-xml';

/** A test case, and which of the figures of its suite it counts in. */
interface Case {
  readonly name: string;
  readonly result: 'passed' | 'failure' | 'error' | 'skipped';
  readonly message: string;
  readonly details: string;
  /** What does not stand in the way. */
  readonly remarks: string;
}

/**
 * The outcome as JUnit's XML: a suite for each file, and a test for each certificate, which passes where it is met, fails
 * where it is not, and is an error where nobody can tell. A waived finding is a test of its own that was skipped.
 */
export function junitReport({ files, unreadable }: Outcome): string {
  const suites = [
    ...files.map((file) => ({ path: file.path, cases: casesOf(file) })),
    ...unreadable.map(({ path, reason }) => {
      const message = `Not checked: ${reason}`;
      return { path, cases: [{ name: path, result: 'error', message, details: '', remarks: '' } satisfies Case] };
    }),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="euc check" ${figures(all)}>`,
    ...suites.flatMap(({ path, cases }) => [
      `  <testsuite name="${escapeXml(path)}" ${figures(cases)}>`,
      ...cases.map((each) => caseElement(path, each)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function casesOf(file: CheckedFile): readonly Case[] {
  const { path, analysis } = file;
  const { certificates, findings, verdict } = analysis;
  const names = new Map<string, number>();
  /** Viewers take two tests of one name for the same test. */
  const unlike = (name: string) => {
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  };
  if (certificates.length === 0) return [{ ...judged(file, findings, verdict), name: path }];
  return certificates.flatMap((checked, i) => {
    const about = findingsAbout(analysis, i);
    const name = unlike(nameOf(checked, i));
    const waived = about.flatMap((finding): readonly Case[] => {
      const decision = decisionOf(finding);
      if (decision === undefined) return [];
      const of = unlike(`${name}: ${finding.rule}${finding.path === '' ? '' : ` at ${finding.path}`}`);
      return [{ name: of, result: 'skipped', message: decision, details: lineOf(file, finding), remarks: '' }];
    });
    return [{ ...judged(file, about, checked.verdict), name }, ...waived];
  });
}

function judged(file: CheckedFile, findings: readonly Finding[], verdict: Analysis['verdict']): Omit<Case, 'name'> {
  const open = findings.filter(({ waived }) => !waived);
  const left = open.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const lines = (some: readonly Finding[]) => some.map((finding) => lineOf(file, finding)).join('\n');
  const remarks = lines(open.filter((finding) => !left.includes(finding)));
  if (verdict === 'met') return { result: 'passed', message: '', details: '', remarks };
  const details = lines(left);
  if (verdict === 'not-checked') {
    const why = left[0]?.message ?? 'No regime was found by which the certificate could be judged.';
    return { result: 'error', message: `Not checked: ${why}`, details, remarks };
  }
  const number = (kind: string) => left.filter(({ severity }) => severity === kind).length;
  const figure = [count(number('error'), 'error'), count(number('warning'), 'warning')].join(', ');
  return { result: 'failure', message: `Not met: ${figure}.`, details, remarks };
}

function nameOf({ certificate }: Checked, index: number): string {
  const number = certificate.particulars?.number?.text.trim() ?? '';
  return number === '' ? `Certificate ${index + 1}, without a number` : number;
}

function decisionOf({ waived, waiver }: Finding): string | undefined {
  if (!waived) return undefined;
  const words = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  return `Waived by ${words(waiver?.by?.text)}: ${words(waiver?.reason?.text)}`;
}

function lineOf({ path, analysis }: CheckedFile, finding: Finding): string {
  const { line, character } = analysis.lines.place(finding.span.start);
  const { severity, message, rule } = finding;
  return `${path}:${line + 1}:${character + 1}: ${severity}: ${message} [${rule}] ${citationsOf(finding)}`;
}

function figures(cases: readonly Case[]): string {
  const number = (result: Case['result']) => cases.filter((each) => each.result === result).length;
  return `tests="${cases.length}" failures="${number('failure')}" errors="${number('error')}" skipped="${number('skipped')}"`;
}

function caseElement(path: string, { name, result, message, details, remarks }: Case): string {
  const open = `    <testcase classname="${escapeXml(path)}" name="${escapeXml(name)}" file="${escapeXml(path)}"`;
  const inner = [
    ...(result === 'passed' ? [] : [element(result, message, details)]),
    ...(remarks === '' ? [] : [`      <system-out>${escapeXml(remarks)}</system-out>`]),
  ];
  return inner.length === 0 ? `${open}/>` : `${open}>\n${inner.join('\n')}\n    </testcase>`;
}

function element(result: 'failure' | 'error' | 'skipped', message: string, details: string): string {
  const type = result === 'failure' ? ' type="not met"' : result === 'error' ? ' type="not checked"' : '';
  return `      <${result} message="${escapeXml(message)}"${type}>${escapeXml(details)}</${result}>`;
}
