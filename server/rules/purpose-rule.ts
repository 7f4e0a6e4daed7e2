import type { PurposeRule } from '../purposes/purpose-rule';
import type { Purpose } from '../certificate/model';
import type { Step } from '../syntax/path';
import type { Span } from '../text/span';
import { purposeFixes } from './purpose-fixes';
import { purposePartFixes } from './purpose-part-fixes';
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
            at: placeOf(purpose, span),
            message,
            source,
            ...(hint && { severity: 'hint' as const }),
            ...(evidence.length > 0 && { evidence }),
            fixes: () =>
              purpose.kind === 'parted' && !defect.statement
                ? purposePartFixes(subject, purpose, defect)
                : purposeFixes(subject, defect),
          };
        }
    },
  };
}

/** The part of the purpose that a defect is found in; the purpose itself where it is given in words. */
function placeOf(purpose: Purpose, span: Span): readonly Step[] {
  if (purpose.kind === 'stated') return purpose.at;
  const { against, uses, acts, aims, offence, provision, maximum, statement } = purpose;
  const parts = [against, ...uses, ...acts, ...aims, offence, provision, maximum, statement];
  return (
    parts.find((part) => part && part.node.span.start <= span.start && span.end <= part.node.span.end)?.at ?? purpose.at
  );
}
