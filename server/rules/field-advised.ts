import { fieldAt } from '../certificate/format';
import { placesAt } from '../regimes/condition';
import { formatUnder } from '../regimes/field-paths';
import { grounds } from '../regimes/types';
import { pathText } from '../syntax/path';
import { headingOf, unreadable } from './places';
import type { Rule } from './rule';

export const fieldAdvised: Rule = {
  id: 'field-advised',
  severity: 'information',
  title: 'A field that had better be given',
  *check(subject) {
    const { certificate, regime } = subject;
    if (!regime) return;
    for (const { path, words, source } of regime.fields.advised ?? [])
      for (const at of placesAt(certificate, path)) {
        const section = certificate.sections.get(pathText(at.slice(0, -1)));
        // Of a section that is not there the fields that are required are told.
        if (!section || certificate.texts.has(pathText(at)) || unreadable(subject, at.slice(0, -1))) continue;
        const label = fieldAt(at, formatUnder(regime))?.label ?? path;
        yield {
          span: section.heading.start === section.heading.end ? headingOf(subject, String(at[0])) : section.heading,
          at,
          message: `${label.charAt(0).toUpperCase()}${label.slice(1)} is not stated. ${grounds(regime, words, source)} Consider adding "${String(at.at(-1))}".`,
          source,
        };
      }
  },
};
