import { quoted } from './quoted';
import type { Rule } from './rule';

export const regimeNotUsable: Rule = {
  id: 'regime-not-usable',
  severity: 'warning',
  title: 'The regime is there, and was not used',
  *check({ certificate, regime, catalogue }) {
    const { regime: field } = certificate;
    const why = field && !regime ? catalogue.whyNot(field.text.trim()) : undefined;
    if (!field || why === undefined) return;
    yield {
      span: field.span,
      at: field.at,
      message: `The regime ${quoted(field.text.trim())} was not used, so purposes and clauses were not checked: ${why}`,
    };
  },
};
