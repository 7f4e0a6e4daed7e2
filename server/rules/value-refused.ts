import { textsAt } from '../regimes/condition';
import { grounds, type FurtherField } from '../regimes/types';
import { nearest } from '../text/near';
import { hasPlaceholder } from './field-placeholder';
import { quoted } from './quoted';
import type { Report, Rule } from './rule';

export const valueRefused: Rule = {
  id: 'value-refused',
  severity: 'error',
  title: 'A value that the regime does not accept',
  *check({ certificate, regime }) {
    for (const further of regime?.fields.further ?? [])
      for (const field of further.values ? textsAt(certificate, further.path) : []) {
        if (!regime || hasPlaceholder(field.text)) continue;
        const verdict = judge(field.text.trim(), further);
        if (!verdict) continue;
        const { words, source, severity, near } = verdict;
        yield {
          span: field.span,
          at: field.at,
          message: `${quoted(field.text.trim())} is not accepted as ${further.label}. ${grounds(regime, words, source)} ${near === undefined ? 'Correct it, or have the paper made anew.' : `Did you mean "${near}"?`}`,
          source,
          ...(severity && { severity }),
          fixes: () =>
            near === undefined
              ? []
              : [
                  {
                    title: `Change to "${near}"`,
                    safe: false,
                    preferred: true,
                    edits: [{ span: field.span, newText: near }],
                  },
                ],
        };
      }
  },
};

type Verdict = Pick<Report, 'severity'> & {
  readonly words: string;
  readonly source: FurtherField['source'];
  readonly near?: string | undefined;
};

function judge(text: string, { values = [], source }: FurtherField): Verdict | undefined {
  const value = values.find(({ id }) => id.toLowerCase() === text.toLowerCase());
  if (value)
    return value.refused === undefined
      ? undefined
      : { words: value.refused, source: value.source, ...(value.severity && { severity: value.severity }) };
  const accepted = values.filter(({ refused }) => refused === undefined);
  const ids = accepted.map(({ id }) => id);
  return { words: `It can be: ${ids.join(', ')}`, source, near: nearest(text, ids) };
}
