import { textsAt } from '../regimes/condition';
import { grounds } from '../regimes/types';
import type { Rule } from './rule';

export const fieldSeveral: Rule = {
  id: 'field-several',
  severity: 'warning',
  title: 'A field that names several things where one belongs',
  *check({ certificate, regime }) {
    for (const { path, words, source } of regime?.fields.single ?? [])
      for (const field of textsAt(certificate, path)) {
        // "PO-2026/17 of 3 March 2026" is one; each of several has a number of its own.
        const parts = field.text.split(/\s*(?:[,;&+]|\band\b|\bas well as\b)\s*/i).filter((part) => /\d/.test(part));
        if (!regime || parts.length < 2) continue;
        yield {
          span: field.span,
          at: field.at,
          message: `"${field.text}" names ${parts.length} things. ${grounds(regime, words, source)} Name one, and use a certificate of its own for each other.`,
          source,
        };
      }
  },
};
