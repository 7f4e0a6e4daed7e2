import { compareDays, readDate } from '../certificate/fields/date';
import { pathText } from '../syntax/path';
import type { Waiver } from '../certificate/model';
import type { Finding } from './finding';
import { nearest } from '../text/near';
import type { Span } from '../text/span';
import type { Fix, Rule, Subject } from './rule';

export const waiverInvalid: Rule = {
  id: 'waiver-invalid',
  severity: 'error',
  title: 'A waiver that does not hold',
};

/**
 * Marks the findings that a reviewer has accepted, and adds one for every waiver that does not hold: without reason or
 * reviewer, for an unknown rule, expired, or matching nothing. A waiver cannot accept that another does not hold.
 */
export function applyWaivers(
  subject: Subject,
  findings: readonly Finding[],
  ruleIds: readonly string[],
): readonly Finding[] {
  const waived = new Set<Finding>();
  const invalid: Finding[] = [];
  for (const waiver of subject.certificate.waivers) {
    const fault = faultOf(waiver, subject, ruleIds);
    if (fault) {
      invalid.push(finding(subject, waiver, fault));
      continue;
    }
    const matching = findings.filter((each) => covers(waiver, each));
    if (matching.length === 0) {
      const what = waiver.place ? ` at "${waiver.place.text}"` : '';
      const message = `This waiver matches nothing: there is no finding of ${waiver.rule?.text ?? 'the rule'}${what}. Remove it, or correct the place.`;
      invalid.push(finding(subject, waiver, { message, span: waiver.rule?.span ?? waiver.heading }));
    }
    for (const each of matching) waived.add(each);
  }
  return [...findings.map((each) => (waived.has(each) ? { ...each, waived: true } : each)), ...invalid];
}

interface Fault {
  readonly message: string;
  readonly span: Span;
  readonly fixes?: () => readonly Fix[];
}

function faultOf(waiver: Waiver, { today }: Subject, ruleIds: readonly string[]): Fault | undefined {
  const { rule, reason, by, until } = waiver;
  if (!rule) return { message: 'This waiver names no rule. Add "rule", or remove the waiver.', span: waiver.heading };
  if (!ruleIds.includes(rule.text)) {
    const near = nearest(rule.text, ruleIds);
    const message = `There is no rule "${rule.text}". ${near === undefined ? 'Correct it, or remove the waiver.' : `Did you mean ${near}?`}`;
    const edits = [{ span: rule.span, newText: near ?? '' }];
    const fixes = (): readonly Fix[] =>
      near === undefined ? [] : [{ title: `Change to ${near}`, safe: false, preferred: true, edits }];
    return { message, span: rule.span, fixes };
  }
  if (!reason) return { message: 'This waiver gives no reason. Add "reason".', span: waiver.heading };
  if (!by) return { message: 'This waiver names no reviewer. Add "by".', span: waiver.heading };
  const end = until && readDate(until.text);
  if (until && end?.kind === 'date' && compareDays(end.day, today) < 0)
    return { message: `This waiver ended on ${until.text}. Decide anew, or remove it.`, span: until.span };
  return undefined;
}

function covers({ rule, place }: Waiver, finding: Finding): boolean {
  if (finding.rule !== rule?.text || finding.rule === waiverInvalid.id) return false;
  if (!place) return true;
  const at = place.text.trim();
  return finding.path === at || finding.path.startsWith(`${at}.`) || finding.path.startsWith(`${at}[`);
}

function finding({ certificate, regime }: Subject, waiver: Waiver, fault: Fault): Finding {
  return {
    rule: waiverInvalid.id,
    severity: waiverInvalid.severity,
    span: fault.span,
    at: waiver.at,
    path: pathText(waiver.at),
    message: fault.message,
    ...(fault.fixes && { fixes: fault.fixes }),
    certificate: certificate.document.index,
    regime,
    waived: false,
  };
}
