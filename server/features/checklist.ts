import { CERTIFICATE_FIELDS, fieldAt } from '../certificate/format';
import type { Analysis, Checked, Verdict } from '../check';
import type { Finding } from '../rules/finding';
import { entryOf } from '../syntax/nodes';
import { headingOf } from '../rules/places';
import { cover, type Span } from '../text/span';
import { requiredPaths } from './required-paths';

/**
 * How a part of a certificate stands. `missing`: it is not there, or something is in its place that is still to be replaced;
 * `wrong`: it is there, and a finding stands against it.
 */
export type PartState = 'present' | 'missing' | 'altered' | 'wrong' | 'not-checked';

/** A field or clause that the regime requires, or a purpose. */
export interface ChecklistPart {
  readonly label: string;
  readonly state: PartState;
  /** Where it is, or where it would belong. */
  readonly span: Span;
}

/** A section with what is required in it. */
export interface ChecklistSection {
  readonly label: string;
  readonly parts: readonly ChecklistPart[];
  /** Nothing that is required in it is missing. */
  readonly complete: boolean;
}

/** What a regime requires of one certificate, and what of it is there. */
export interface Checklist {
  readonly number: string | undefined;
  readonly verdict: Verdict;
  readonly span: Span;
  /** Empty without a known regime: then nothing can be said to be required. */
  readonly sections: readonly ChecklistSection[];
}

/** The checklist of every certificate of a file. */
export function checklists({ certificates, findings }: Analysis): readonly Checklist[] {
  return certificates.map((checked) => {
    const { certificate, regime, verdict } = checked;
    const own = findings.filter(({ certificate: index, waived }) => !waived && index === certificate.document.index);
    const { start } = certificate.root?.span ?? certificate.document.span;
    return {
      number: certificate.particulars?.number?.text,
      verdict,
      span: { start, end: start },
      sections: regime ? sectionsOf(checked, own) : [],
    };
  });
}

function sectionsOf(checked: Checked, findings: readonly Finding[]): readonly ChecklistSection[] {
  return CERTIFICATE_FIELDS.flatMap(({ key, label }): ChecklistSection[] => {
    const parts =
      key === 'clauses'
        ? clauseParts(checked, findings)
        : key === 'purposes'
          ? purposeParts(checked, findings)
          : fieldParts(checked, key, findings);
    if (parts.length === 0) return [];
    return [{ label: capital(bare(label)), parts, complete: parts.every(({ state }) => state !== 'missing') }];
  });
}

function fieldParts(checked: Checked, section: string, findings: readonly Finding[]): readonly ChecklistPart[] {
  const { certificate, subject } = checked;
  return requiredPaths(checked)
    .filter(({ steps }) => steps[0] === section)
    .map(({ steps, path }) => {
      const field = certificate.texts.get(path);
      return {
        label: capital(bare(fieldAt(steps)?.label ?? path)),
        state: stateOf(field !== undefined, path, findings),
        span: field?.span ?? headingOf(subject, section),
      };
    });
}

function purposeParts(checked: Checked, findings: readonly Finding[]): readonly ChecklistPart[] {
  const { certificate, regime, subject } = checked;
  if (!regime?.purposes) return [];
  if (certificate.purposes.length === 0)
    return [{ label: 'A purpose', state: 'missing', span: headingOf(subject, 'purposes') }];
  return certificate.purposes.map((purpose, i) => ({
    label: `Purpose ${i + 1}`,
    state: stateOf(true, `purposes[${i}]`, findings),
    span: purpose.kind === 'stated' ? purpose.statement.span : purpose.node.span,
  }));
}

function clauseParts(checked: Checked, findings: readonly Finding[]): readonly ChecklistPart[] {
  const { certificate, regime, subject } = checked;
  return (regime?.clauses ?? []).map(({ id, title }) => {
    const entry = entryOf(certificate.clausesSection?.node, id);
    const clause = certificate.clauses.find((other) => other.id === id);
    return {
      label: title,
      state: stateOf(clause !== undefined, `clauses.${id}`, findings),
      span: entry ? cover(entry.key.span, entry.value.span) : headingOf(subject, 'clauses'),
    };
  });
}

function stateOf(given: boolean, path: string, findings: readonly Finding[]): PartState {
  if (!given) return 'missing';
  const own = findings.filter(
    ({ path: other, severity }) =>
      (other === path || other.startsWith(`${path}.`) || other.startsWith(`${path}[`)) &&
      (severity === 'error' || severity === 'warning'),
  );
  if (own.length === 0) return 'present';
  // Who is named "<name of the exporter>" is not named yet.
  if (own.some(({ rule, path: at }) => rule === 'field-placeholder' && at === path)) return 'missing';
  if (own.some(({ rule }) => rule === 'clause-altered')) return 'altered';
  return own.every(({ rule }) => rule === 'purpose-not-assessed') ? 'not-checked' : 'wrong';
}

function bare(label: string): string {
  return label.replace(/^the /, '');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
