import { CERTIFICATE_FIELDS } from '../certificate/format';
import { entryOf, isBroken } from '../syntax/nodes';
import { fillEmpty, insertAt, textValue } from '../syntax/insert';
import { startOf } from './places';
import type { Fix, Rule, Subject } from './rule';

export const regimeMissing: Rule = {
  id: 'regime-missing',
  severity: 'error',
  title: 'The certificate names no regime',
  *check(subject) {
    const { certificate } = subject;
    if (certificate.regime || subject.regime) return;
    // An alias or a value of another shape is reported as such.
    if (certificate.root?.entries.some(({ key, value }) => key.text === 'regime' && value.kind !== 'text')) return;
    if (certificate.root && isBroken(certificate.document, certificate.root)) return;
    yield {
      span: startOf(subject),
      at: ['regime'],
      message:
        'The certificate does not say which authority\'s rules it follows, so its purposes and clauses were not checked. Add "regime" as the first line.',
      fixes: () => nameRegime(subject),
    };
  },
};

function nameRegime({ lines, certificate, catalogue }: Subject): readonly Fix[] {
  const order = CERTIFICATE_FIELDS.map(({ key }) => key);
  const all = catalogue.all();
  return all.flatMap(({ id, title }): Fix[] => {
    const begun = entryOf(certificate.root, 'regime');
    const edit = begun
      ? fillEmpty(lines, begun.key, begun.value, textValue(id))
      : insertAt(lines, certificate.document, [], 'regime', textValue(id), [order]);
    if (!edit) return [];
    return [{ title: `Add the regime ${id}: ${title}`, safe: false, preferred: all.length === 1, edits: [edit] }];
  });
}
