import { explainPurpose } from '../../features/purpose-explanation';
import { citationsOf, summaryOf, type Outcome } from '../outcome';
import { certificatesOf } from './certificates-of';

/** The outcome as one JSON object, in the form that the certificate format page lays down. */
export function jsonReport(outcome: Outcome): string {
  const files = outcome.files.map(({ path, analysis }) => {
    const { lines } = analysis;
    const certificates = certificatesOf(analysis);
    return {
      path,
      status: analysis.verdict,
      certificates: analysis.certificates.map(({ regime, subject }, i) => ({
        ...certificates[i],
        purposes: regime ? subject.purposes.map((reading) => explainPurpose(reading, regime)) : [],
      })),
      findings: analysis.findings.map((finding) => ({
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message,
        at: finding.path,
        ...(finding.certificate !== undefined && { certificate: finding.certificate }),
        range: lines.range(finding.span),
        source: citationsOf(finding),
        waived: finding.waived,
        ...(finding.change && { change: finding.change }),
        ...(finding.evidence && {
          evidence: finding.evidence.map(({ role, id, words }) => ({ role, ...(id !== undefined && { id }), words })),
        }),
        fixes: (finding.fixes?.() ?? []).map(({ title, safe, edits }) => ({
          title,
          safe,
          edits: edits.map(({ span, newText }) => ({ range: lines.range(span), newText })),
        })),
      })),
    };
  });
  return `${JSON.stringify({ version: 1, files, summary: summaryOf(outcome) }, undefined, 2)}\n`;
}
