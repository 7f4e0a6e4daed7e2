import { textsAt } from '../regimes/condition';
import { grounds } from '../regimes/types';
import type { Rule } from './rule';

export const fieldNotAsked: Rule = {
  id: 'field-not-asked',
  severity: 'warning',
  title: 'A field that this form does not have',
  *check({ certificate, regime }) {
    if (!regime) return;
    for (const { path, words, source } of regime.fields['not-asked'] ?? [])
      for (const field of textsAt(certificate, path))
        yield {
          span: field.key?.span ?? field.span,
          at: field.at,
          message: `This form does not ask for "${String(field.at.at(-1))}". ${grounds(regime, words, source)} Take it out, or use the form that asks for it.`,
          source,
        };
  },
};
