import { cite } from '../regimes/types';
import type { Rule } from './rule';

export const endUseOpen: Rule = {
  id: 'end-use-open',
  severity: 'information',
  title: 'A use that nobody has judged',
  *check({ certificate, regime }) {
    const rule = regime?.['end-use'];
    const [first] = certificate.purposes;
    if (!regime || regime.purposes || rule?.reading !== 'not-checked' || !first) return;
    yield {
      span: first.kind === 'stated' ? first.statement.span : first.heading,
      at: ['purposes'],
      message: `Whether this use is accepted was not checked: the regime has no closed list of uses (${cite(regime, rule.source)}). Have it read by the person who decides.`,
      source: rule.source,
    };
  },
};
