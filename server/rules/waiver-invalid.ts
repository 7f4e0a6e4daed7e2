import { compareDays, readDate, type Day } from '../certificate/fields/date';
import { fieldAt, fieldsOf, formAt } from '../certificate/format';
import type { Waiver } from '../certificate/model';
import { fillEmpty, insertEntry } from '../syntax/insert';
import { entryOf } from '../syntax/nodes';
import { pathText } from '../syntax/path';
import { removeItemOrList } from '../syntax/remove';
import { nearest } from '../text/near';
import type { Span } from '../text/span';
import { placeholders } from './field-placeholder';
import type { Finding } from './finding';
import { quoted } from './quoted';
import type { Fix, Rule, Subject } from './rule';

export const waiverInvalid: Rule = {
  id: 'waiver-invalid',
  severity: 'error',
  title: 'A waiver that does not hold',
};

/**
 * Marks the findings that a reviewer has accepted, and adds one for every waiver that does not hold: without a reason in
 * words or a reviewer, for an unknown rule, ended or with an end that is no day, or matching nothing. A waiver cannot accept that another does not hold, nor what
 * one of the rules finds that look at the file as a whole: what cannot be read was not checked.
 */
export function applyWaivers(
  subject: Subject,
  findings: readonly Finding[],
  rules: readonly Rule[],
): readonly Finding[] {
  const waived = new Map<Finding, Waiver>();
  const invalid: Finding[] = [];
  for (const waiver of subject.certificate.waivers) {
    const fault = faultOf(waiver, subject, rules);
    if (fault) {
      invalid.push(finding(subject, waiver, fault));
      continue;
    }
    const matching = findings.filter((each) => covers(waiver, each));
    if (matching.length === 0) {
      const what = waiver.place ? ` at ${quoted(waiver.place.text)}` : '';
      const message = `This waiver matches nothing: there is no finding of ${waiver.rule?.text ?? 'the rule'}${what}. Remove it, or correct the place.`;
      invalid.push(
        finding(subject, waiver, {
          message,
          span: waiver.rule?.span ?? waiver.heading,
          fixes: () => remove(subject, waiver),
        }),
      );
    }
    for (const each of matching) if (!waived.has(each)) waived.set(each, waiver);
  }
  return [
    ...findings.map((each) => {
      const waiver = waived.get(each);
      return waiver ? { ...each, waived: true, waiver } : each;
    }),
    ...invalid,
  ];
}

interface Fault {
  readonly message: string;
  readonly span: Span;
  readonly fixes?: () => readonly Fix[];
}

function faultOf(waiver: Waiver, subject: Subject, rules: readonly Rule[]): Fault | undefined {
  const { rule, reason, by, until } = waiver;
  const span = waiver.heading;
  const removed = () => remove(subject, waiver);
  if (!rule) return { message: 'This waiver names no rule. Add "rule", or remove the waiver.', span, fixes: removed };
  const known = rules.find(({ id }) => id === rule.text);
  if (!known) {
    const ids = rules.map(({ id }) => id);
    const near = nearest(rule.text, ids);
    const message = `There is no rule ${quoted(rule.text)}. ${near === undefined ? 'Correct it, or remove the waiver.' : `Did you mean ${near}?`}`;
    const edits = [{ span: rule.span, newText: near ?? '' }];
    const fixes = (): readonly Fix[] =>
      near === undefined ? removed() : [{ title: `Change to ${near}`, safe: false, preferred: true, edits }];
    return { message, span: rule.span, fixes };
  }
  if (known.checkFile)
    return {
      message: `What "${known.id}" finds cannot be accepted: what cannot be read as it is written was not checked. Mend it, and remove the waiver.`,
      span: rule.span,
      fixes: removed,
    };
  if (!reason)
    return { message: 'This waiver gives no reason. Add "reason".', span, fixes: () => add(subject, waiver, 'reason') };
  if (!by)
    return { message: 'This waiver names no reviewer. Add "by".', span, fixes: () => add(subject, waiver, 'by') };
  if (!/\p{L}{2}/u.test(filledIn(reason.text)) || NO_REASON.test(reason.text))
    return {
      message: `${quoted(reason.text)} is no reason. Say in words why the finding is accepted, or remove the waiver.`,
      span: reason.span,
      fixes: removed,
    };
  if (!/\p{L}/u.test(filledIn(by.text)))
    return {
      message: `${quoted(by.text)} names nobody. Write who decided, or remove the waiver.`,
      span: by.span,
      fixes: removed,
    };
  if (!until) return undefined;
  const end = lastDay(until.text);
  if (!end)
    return {
      message: `${quoted(until.text)} is no day on which this waiver ends, so nobody can tell whether it still holds. Write year, month and day in digits: 2027-03-31.`,
      span: until.span,
      fixes: removed,
    };
  if (compareDays(end, subject.today) < 0)
    return {
      message: `This waiver ended on ${until.text.trim()}. Decide anew, or remove it.`,
      span: until.span,
      fixes: removed,
    };
  return undefined;
}

/** The text without what waits to be filled in. */
function filledIn(text: string): string {
  return placeholders(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

/** Words that say that there is no reason. */
const NO_REASON = /^\W*(?:none|nil|na|not applicable|no reason)\W*$/i;

/** The day that is meant, in whatever form; undefined where none is, or where it could be several. */
function lastDay(text: string): Day | undefined {
  const reading = readDate(text);
  if (reading.kind === 'date') return reading.day;
  const [day, ...others] = reading.kind === 'other-form' ? reading.days : [];
  return others.length === 0 ? day : undefined;
}

/** Removing a decision is a decision: it is never done by itself. */
function remove({ lines, certificate }: Subject, { node }: Waiver): readonly Fix[] {
  const list = certificate.lists.get('waivers');
  const edit = list && removeItemOrList(lines, list, node);
  return edit ? [{ title: 'Remove this waiver', safe: false, edits: [edit] }] : [];
}

/** The fix that adds what is missing, with a place to fill in that is a finding until it is filled in. */
function add({ lines }: Subject, { node }: Waiver, key: 'reason' | 'by'): readonly Fix[] {
  const at = ['waivers', 0, key];
  const gap = `<${(fieldAt(at)?.label ?? key).replace(/^the /, '')}>`;
  const form = formAt(at.slice(0, -1));
  const order = form ? fieldsOf(form).map((field) => field.key) : [];
  const entry = entryOf(node, key);
  const write = (text: string) =>
    entry
      ? fillEmpty(lines, entry.key, entry.value, () => ` ${text}`)
      : insertEntry(lines, node, key, () => ` ${text}`, order);
  return [{ title: `Add "${key}"`, safe: false, preferred: true, edits: [write(gap)], snippet: write(`\${1:${gap}}`) }];
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
