import type { PurposeRule } from '../purposes/reading';
import type { Rule, Severity } from './rule';

/** A rule on purposes: the reader of purposes has judged, the rule says what is found of its own kind. */
export function purposeRule(id: PurposeRule, severity: Severity, title: string): Rule {
  return {
    id,
    severity,
    title,
    *check({ purposes }) {
      for (const { purpose, defects } of purposes)
        for (const { rule, span, message, source } of defects)
          if (rule === id) yield { span, at: purpose.at, message, source };
    },
  };
}
