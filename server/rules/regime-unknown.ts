import { isSwallowed } from '../syntax/nodes';
import { quoted } from './quoted';
import type { Fix, Rule, Subject } from './rule';

export const regimeUnknown: Rule = {
  id: 'regime-unknown',
  severity: 'error',
  title: 'The regime is not known',
  *check(subject) {
    const { regime: field } = subject.certificate;
    // One that is there and cannot be used is reported as such.
    if (!field || subject.regime || subject.catalogue.whyNot(field.text.trim()) !== undefined) return;
    // A quotation mark that is never closed takes in all that follows; that is reported.
    if (isSwallowed(subject.certificate.document, field.node)) return;
    const near = subject.catalogue.nearest(field.text);
    const known = subject.catalogue.all().map(({ id }) => id);
    yield {
      span: field.span,
      at: field.at,
      message: `No regime ${quoted(field.text.trim())} is known, so purposes and clauses were not checked. ${near === undefined ? `Known are: ${known.join(', ')}.` : `Did you mean ${near}?`}`,
      fixes: () => rename(subject),
    };
  },
};

function rename({ certificate, catalogue }: Subject): readonly Fix[] {
  const { regime: field } = certificate;
  if (!field) return [];
  const near = catalogue.nearest(field.text);
  const ids = near === undefined ? catalogue.all().map(({ id }) => id) : [near];
  return ids.map((id) => ({
    title: `Change to ${id}`,
    safe: false,
    preferred: id === near,
    edits: [{ span: field.span, newText: id }],
  }));
}
