import type { PurposeRule } from '../purposes/purpose-rule';
import { purposeFixes } from './purpose-fixes';
import type { Rule, Severity } from './rule';

/** A rule on purposes: the reader of purposes has judged, the rule says what is found of its own kind. */
export function purposeRule(id: PurposeRule, severity: Severity, title: string): Rule {
  return {
    id,
    severity,
    title,
    *check(subject) {
      for (const { purpose, defects, evidence } of subject.purposes)
        for (const defect of defects) {
          const { rule, span, message, source, hint } = defect;
          if (rule !== id) continue;
          yield {
            span,
            at: purpose.at,
            message,
            source,
            ...(hint && { severity: 'hint' as const }),
            ...(evidence.length > 0 && { evidence }),
            fixes: () => purposeFixes(subject, defect),
          };
        }
    },
  };
}
