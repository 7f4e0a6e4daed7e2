import { cite } from '../regimes/types';
import { fillEmpty, insertEntry, listValue } from '../syntax/insert';
import { CERTIFICATE_FIELDS } from '../certificate/format';
import { entryOf, isEmpty } from '../syntax/nodes';
import { headingOf, unreadable } from './places';
import type { Fix, Rule, Subject } from './rule';

export const purposeMissing: Rule = {
  id: 'purpose-missing',
  severity: 'error',
  title: 'The certificate declares no purpose',
  *check(subject) {
    const { certificate, regime } = subject;
    const asked = regime?.purposes ?? regime?.['end-use'];
    if (!regime || !asked || certificate.purposes.length > 0) return;
    const entry = entryOf(certificate.root, 'purposes');
    // A value of another shape, or an alias, is reported as such.
    if (entry && !isEmpty(entry.value) && entry.value.kind !== 'list') return;
    if (entry?.value.kind === 'list' && entry.value.items.some((item) => !isEmpty(item))) return;
    if (unreadable(subject, [])) return;
    yield {
      span: headingOf(subject, 'purposes'),
      at: ['purposes'],
      message: `No purpose is declared. The regime wants to know the use: ${asked.words.replace(/\.$/, '')} (${cite(regime, asked.source)}). Add "purposes".`,
      source: asked.source,
      fixes: () => addPurpose(subject),
    };
  },
};

function addPurpose({ certificate, lines, regime }: Subject): readonly Fix[] {
  const { root } = certificate;
  if (!root || !regime) return [];
  const entry = entryOf(root, 'purposes');
  const order = CERTIFICATE_FIELDS.map(({ key }) => key);
  const write = (text: string) => {
    const value = listValue(() => ` ${text}`);
    return entry ? fillEmpty(lines, entry.key, entry.value, value) : insertEntry(lines, root, 'purposes', value, order);
  };
  return [
    {
      title: 'Add a purpose',
      safe: false,
      preferred: true,
      edits: [write('<purpose>')],
      snippet: write('${1:<purpose>}'),
    },
  ];
}
