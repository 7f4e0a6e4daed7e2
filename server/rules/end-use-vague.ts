import { grounds } from '../regimes/types';
import { saysOnly } from './phrase';
import type { Rule } from './rule';

export const endUseVague: Rule = {
  id: 'end-use-vague',
  severity: 'warning',
  title: 'A use that says nothing',
  *check({ certificate, regime }) {
    for (const { any, words, source } of regime?.['end-use']?.vague ?? [])
      for (const { statement } of certificate.purposes) {
        if (!regime || !statement || !saysOnly(statement.text, any)) continue;
        yield {
          span: statement.span,
          at: statement.at,
          message: `"${statement.text.trim()}" says too little. ${grounds(regime, words, source)} Say what the items will do, where, and for what product or service.`,
          source,
        };
      }
  },
};
