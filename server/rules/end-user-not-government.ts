import { PARTY_TYPES } from '../certificate/format';
import { cite } from '../regimes/types';
import type { Rule } from './rule';

export const endUserNotGovernment: Rule = {
  id: 'end-user-not-government',
  severity: 'error',
  title: 'The end user is not one that the regime sells to',
  *check({ certificate, regime }) {
    const rule = regime?.parties?.['end-user'];
    const type = certificate.endUser?.type;
    if (!rule || !type || rule.types.includes(type.text)) return;
    const known = PARTY_TYPES.find(({ id }) => id === type.text);
    // An id that the format does not have is reported as such.
    if (!known) return;
    yield {
      span: type.span,
      at: type.at,
      message: `The end user is ${known.words}. ${rule.words} (${cite(regime, rule.source)}). Name the body of the state that will use the system itself.`,
      source: rule.source,
    };
  },
};
