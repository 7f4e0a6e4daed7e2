import { fieldAt } from '../certificate/format';
import { textsAt } from '../regimes/condition';
import { formatUnder } from '../regimes/field-paths';
import { grounds } from '../regimes/types';
import { sameName } from './same-name';
import type { Rule } from './rule';

export const fieldsDisagree: Rule = {
  id: 'fields-disagree',
  severity: 'warning',
  title: 'Two fields that must agree do not',
  *check({ certificate, regime }) {
    for (const { path, with: other, words, severity, source } of regime?.fields.agree ?? []) {
      const [wanted] = textsAt(certificate, other);
      for (const field of wanted ? textsAt(certificate, path) : []) {
        if (!regime || !wanted || sameName(field.text, wanted.text)) continue;
        const format = formatUnder(regime);
        const label = fieldAt(field.at, format)?.label ?? path;
        const against = fieldAt(wanted.at, format)?.label ?? other;
        yield {
          span: field.span,
          at: field.at,
          message: `"${field.text}" does not agree with "${wanted.text}": ${label} must be ${against}. ${grounds(regime, words, source)} Correct one of them.`,
          source,
          ...(severity && { severity }),
        };
      }
    }
  },
};
