import { dayOfMoment, dayOfText, type Day } from './certificate/fields/date';
import { pathText } from './syntax/path';
import type { Certificate, DataRecord } from './certificate/model';
import { readCertificate } from './certificate/read';
import { readClauses } from './clauses/read';
import { readPurposes } from './purposes/read';
import { builtIn, type Catalogue } from './regimes/catalogue';
import { formatUnder } from './regimes/field-paths';
import type { Regime } from './regimes/types';
import { RULES } from './rules/index';
import type { Finding } from './rules/finding';
import type { Namesake, Report, Rule, Severity, Subject } from './rules/rule';
import { withoutEchoes } from './rules/placeholder-echoes';
import { applyWaivers } from './rules/waiver-invalid';
import { documentAround, valueOf, type SyntaxNode } from './syntax/nodes';
import { parse, type SyntaxTree } from './syntax/parse';
import { Lines } from './text/lines';

/** Whether the certificate is what its regime asks for; "not checked" where that could not be judged. */
export type Verdict = 'met' | 'not-met' | 'not-checked';

/** One certificate, checked. */
export interface Checked {
  readonly certificate: Certificate;
  readonly subject: Subject;
  readonly regime: Regime | undefined;
  readonly verdict: Verdict;
}

/** A file, checked. */
export interface Analysis {
  readonly tree: SyntaxTree;
  readonly lines: Lines;
  readonly certificates: readonly Checked[];
  /** In the order of the file. */
  readonly findings: readonly Finding[];
  /** The worst of the certificates' verdicts. */
  readonly verdict: Verdict;
}

/** What a check depends on besides the text. */
export interface Surroundings {
  readonly catalogue?: Catalogue;
  /** Checks every certificate against this regime, whatever it names. */
  readonly regime?: string;
  /** The day by which waivers and validity are judged. */
  readonly today?: Day;
  /** Other certificates of the workspace with a number. */
  readonly namesakes?: (number: string, certificate: number) => readonly Namesake[];
  /** What is on record of an application or a contract, by its number. */
  readonly record?: (number: string) => DataRecord | undefined;
}

/** What could not be judged: it does not make a certificate "not met". */
const NOT_JUDGED = new Set(['purpose-not-assessed', 'clause-not-assessed', 'regime-unknown', 'regime-not-usable']);

/** Checks a file. Never throws, whatever the text. */
export function check(text: string, surroundings: Surroundings = {}): Analysis {
  const tree = parse(text);
  const lines = new Lines(text);
  const catalogue = surroundings.catalogue ?? builtIn;
  const today = surroundings.today ?? dayOfMoment(new Date());
  const file = { tree, lines };

  const ofFile = RULES.flatMap((rule) =>
    [...(rule.checkFile?.(file) ?? [])].map((report): Finding => ({
      ...report,
      rule: rule.id,
      severity: report.severity ?? rule.severity,
      path: pathText(report.at),
      certificate: undefined,
      regime: undefined,
      waived: false,
    })),
  );
  const ofCertificates: (readonly Finding[])[] = [];
  const certificates = tree.documents.map((document): Checked => {
    const name = surroundings.regime ?? textOf(valueOf(document.root, 'regime'));
    const issued = dayOfText(textOf(valueOf(valueOf(document.root, 'certificate'), 'issued')) ?? '');
    const regime = name === undefined ? undefined : catalogue.on(issued ?? today, name);
    const certificate = readCertificate(document, formatUnder(regime));
    const subject: Subject = {
      ...file,
      certificate,
      regime,
      catalogue,
      today,
      purposes: regime ? readPurposes(certificate, regime) : [],
      clauses: regime ? readClauses(certificate, regime) : [],
      namesakes: (number) => surroundings.namesakes?.(number, document.index) ?? [],
      record: (number) => surroundings.record?.(number),
    };
    const own = RULES.flatMap((rule) =>
      [...(rule.check?.(subject) ?? [])].map((report): Finding => ({
        ...report,
        rule: rule.id,
        severity: severityOf(rule, report, regime),
        path: pathText(report.at),
        certificate: document.index,
        regime,
        waived: false,
      })),
    );
    const judged = withoutEchoes(applyWaivers(subject, own, RULES), subject.purposes);
    ofCertificates.push(judged);
    const verdict = verdictOf(
      judged.concat(ofFile.filter(({ span }) => documentAround(tree.documents, span) === document)),
    );
    // Whoever waives it that there is no regime has nothing checked by one.
    return { certificate, subject, regime, verdict: !regime && verdict === 'met' ? 'not-checked' : verdict };
  });
  const findings = [ofFile, ...ofCertificates].flat();
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return {
    tree,
    lines,
    certificates,
    findings,
    verdict: worst(
      certificates.map(({ verdict }) => verdict),
      findings,
    ),
  };
}

/** How much a report weighs: what the report itself says, else what the regime says of the rule, else what the rule is. */
function severityOf(rule: Rule, report: Report, regime: Regime | undefined): Severity {
  return report.severity ?? regime?.severities?.find((other) => other.rule === rule.id)?.severity ?? rule.severity;
}

function textOf(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'text' ? node.text.trim() : undefined;
}

function verdictOf(findings: readonly Finding[]): Verdict {
  const left = findings.filter(({ waived, severity }) => !waived && (severity === 'error' || severity === 'warning'));
  if (left.length === 0) return 'met';
  return left.every(({ rule }) => NOT_JUDGED.has(rule)) ? 'not-checked' : 'not-met';
}

function worst(verdicts: readonly Verdict[], findings: readonly Finding[]): Verdict {
  const all = [...verdicts, ...(verdicts.length === 0 ? [verdictOf(findings)] : [])];
  return all.includes('not-met') ? 'not-met' : all.includes('not-checked') ? 'not-checked' : 'met';
}
