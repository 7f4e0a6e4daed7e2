import { grounds } from '../regimes/types';
import { quoted } from './quoted';
import type { Namesake, Rule } from './rule';

export const numberDuplicate: Rule = {
  id: 'number-duplicate',
  severity: 'error',
  title: 'Another certificate bears the same number',
  *check({ certificate, regime, namesakes }) {
    const number = certificate.particulars?.number;
    if (!number) return;
    const others = namesakes(number.text.trim());
    if (others.length === 0) return;
    const rule = regime?.['other-papers']?.number;
    yield {
      span: number.span,
      at: number.at,
      message: `The number ${quoted(number.text)} is borne by another certificate: ${placesOf(others)}. ${regime && rule ? grounds(regime, rule.words, rule.source) : 'A number stands for one certificate only.'} Change one of them.`,
      ...(regime && { source: rule?.source ?? regime.fields.source }),
    };
  },
};

/** As many places as a reader will look up. */
const MAX_PLACES = 5;

function placesOf(others: readonly Namesake[]): string {
  const named = others.slice(0, MAX_PLACES).map(({ place }) => place);
  return named.join(', ') + (others.length > MAX_PLACES ? ` and ${others.length - MAX_PLACES} more` : '');
}
