import { readCountry } from '../certificate/fields/country';
import { textsAt } from '../regimes/condition';
import { grounds } from '../regimes/types';
import { hasPlaceholder } from './field-placeholder';
import type { Rule } from './rule';

export const fieldInexact: Rule = {
  id: 'field-inexact',
  severity: 'warning',
  title: 'A place that is not stated exactly',
  *check({ certificate, regime }) {
    for (const { path, words, source } of regime?.fields.exact ?? [])
      for (const field of textsAt(certificate, path)) {
        // A street, a plot or a building has a number, or is one of several parts; a country behind a town is none.
        const parts = field.text.split(/[,;\n]/).filter((part) => part.trim() !== '' && !isCountry(part));
        if (!regime || hasPlaceholder(field.text) || /\d/.test(field.text) || parts.length > 1) continue;
        yield {
          span: field.span,
          at: field.at,
          message: `"${field.text}" does not say where exactly. ${grounds(regime, words, source)} Name the building, the street and the town.`,
          source,
        };
      }
  },
};

function isCountry(part: string): boolean {
  return readCountry(part.trim()).kind !== 'none';
}
