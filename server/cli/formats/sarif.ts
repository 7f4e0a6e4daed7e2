import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../../rules/finding';
import { RULES } from '../../rules/index';
import type { Fix, Rule, Severity } from '../../rules/rule';
import type { Lines } from '../../text/lines';
import type { Span } from '../../text/span';
import { VERSION } from '../../version';
import { citationsOf, summaryOf, type CheckedFile, type Outcome } from '../outcome';
import { pathWithin } from '../path-within';
import { certificatesOf } from './certificates-of';
import { ruleHelp } from './rule-help';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The folder of the run, which is for who reads the log to know. */
const FOLDER = '%SRCROOT%';

/** The outcome as a log in SARIF 2.1.0, for viewers of findings and for code scanning. */
export function sarifReport(outcome: Outcome): string {
  const { files, unreadable, folder } = outcome;
  const findings = files.flatMap(({ analysis }) => analysis.findings);
  const run = {
    tool: {
      driver: {
        name: 'euc',
        fullName: 'End-Use Certificate',
        semanticVersion: VERSION,
        language: 'en',
        rules: RULES.map((rule) => describe(rule, findings)),
      },
    },
    invocations: [
      {
        executionSuccessful: unreadable.length === 0 && files.length > 0,
        toolExecutionNotifications: unreadable.map(({ path, reason }) => ({
          level: 'error',
          message: { text: `${path} was not checked: ${reason}` },
          locations: [{ physicalLocation: { artifactLocation: locationOf(folder, path) } }],
        })),
      },
    ],
    originalUriBaseIds: { [FOLDER]: { description: { text: 'The folder in which the check was run.' } } },
    artifacts: files.map(({ path, analysis }) => ({
      ...(path === '-' ? { description: STANDARD_INPUT } : { location: locationOf(folder, path) }),
      roles: ['analysisTarget'],
      mimeType: 'application/yaml',
      encoding: 'utf-8',
      properties: { status: analysis.verdict, certificates: certificatesOf(analysis) },
    })),
    results: files.flatMap((file, index) => resultsOf(outcome, file, index)),
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    properties: { summary: summaryOf(outcome) },
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const STANDARD_INPUT = { text: 'Standard input' };

/** A rule with its page, and the sources on which its findings of this run rest. */
function describe({ id, title, severity }: Rule, findings: readonly Finding[]) {
  const { summary, text, markdown } = ruleHelp(id);
  const sources = [...new Set(findings.filter(({ rule }) => rule === id).map(citationsOf))];
  const list = sources.map((source) => `- ${source}`).join('\n');
  const help =
    sources.length === 0
      ? { text, markdown }
      : { text: `${text}\n\nSource\n\n${list}`, markdown: `${markdown}\n\n## Source\n\n${list}` };
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: summary },
    help,
    defaultConfiguration: { level: LEVELS[severity] },
    ...(sources.length > 0 && { properties: { source: sources } }),
  };
}

function resultsOf({ folder }: Outcome, { path, analysis }: CheckedFile, index: number) {
  const { lines, findings } = analysis;
  const file = { ...(path !== '-' && locationOf(folder, path)), index };
  const seen = new Map<string, number>();
  return findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: RULES.findIndex(({ id }) => id === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: { artifactLocation: file, region: regionOf(lines, finding.span) },
        ...(finding.path !== '' && { logicalLocations: [{ fullyQualifiedName: finding.path }] }),
      },
    ],
    partialFingerprints: { 'eucFinding/v1': fingerprint(finding, analysis, seen) },
    // A list without entries says that a finding is not suppressed; none, that nobody knows.
    suppressions: finding.waived ? [suppression(finding, file, lines)] : [],
    fixes: (finding.fixes?.() ?? []).flatMap((fix) => (fix.edits.length > 0 ? [fixOf(fix, file, lines)] : [])),
    properties: {
      severity: finding.severity,
      source: citationsOf(finding),
      ...(finding.certificate !== undefined && { certificate: finding.certificate }),
    },
  }));
}

interface FileLocation {
  readonly uri?: string;
  readonly uriBaseId?: string;
  readonly index?: number;
}

/** Where a file is: from the folder of the run where it lies in it. */
function locationOf(folder: string, path: string): FileLocation & { readonly description?: { readonly text: string } } {
  if (path === '-') return { description: STANDARD_INPUT };
  const way = pathWithin(folder, path);
  if (way === undefined) return { uri: pathToFileURL(resolve(folder, path)).href };
  // By way of bytes, which make of half a pair of units a character that an address can hold.
  const uri = Buffer.from(way).toString().split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: FOLDER };
}

/** A stretch of text in SARIF's lines and columns, which count from one. */
function regionOf(lines: Lines, span: Span) {
  const { start, end } = lines.range(span);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function fixOf({ title, safe, preferred = false, edits }: Fix, artifactLocation: FileLocation, lines: Lines) {
  const replacements = edits.map(({ span, newText }) => ({
    deletedRegion: regionOf(lines, span),
    ...(newText !== '' && { insertedContent: { text: newText } }),
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation, replacements }],
    properties: { safe, preferred },
  };
}

/** The reviewer's decision, with its place in the certificate. */
function suppression({ waiver }: Finding, artifactLocation: FileLocation, lines: Lines) {
  const words = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const until = waiver?.until && { until: words(waiver.until.text) };
  return {
    kind: 'inSource',
    status: 'accepted',
    justification: words(waiver?.reason?.text),
    ...(waiver && {
      location: { physicalLocation: { artifactLocation, region: regionOf(lines, waiver.heading) } },
      properties: { by: words(waiver.by?.text), ...until },
    }),
  };
}

/**
 * What stays the same of a finding when lines above it come and go: its rule, the certificate's number, the field without
 * its place in a list, and the words; and, where all that is the same several times, which of them it is.
 */
function fingerprint(
  { rule, path, span, certificate }: Finding,
  { lines, certificates }: CheckedFile['analysis'],
  seen: Map<string, number>,
) {
  const number = certificates.find(({ certificate: { document } }) => document.index === certificate)?.certificate
    .particulars?.number?.text;
  const words = lines.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  const what = JSON.stringify([rule, number?.trim() ?? '', path.replace(/\[\d+\]/g, '[]'), words]);
  const before = seen.get(what) ?? 0;
  seen.set(what, before + 1);
  return createHash('sha256').update(`${what}${before}`).digest('hex').slice(0, 32);
}
