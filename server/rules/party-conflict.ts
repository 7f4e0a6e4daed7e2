import { textsAt } from '../regimes/condition';
import { grounds } from '../regimes/types';
import { quoted } from './quoted';
import { sameName } from './same-name';
import type { Report, Rule } from './rule';

export const partyConflict: Rule = {
  id: 'party-conflict',
  severity: 'warning',
  title: 'Two parties that must differ are the same',
  *check({ certificate, regime }) {
    const exporter = certificate.exporter?.name;
    const endUser = certificate.endUser?.name;
    const stated = regime?.parties?.distinct?.some(({ party, from }) => isPair(party, from)) ?? false;
    // Where the regime says so itself it is told with its reason.
    if (!stated && exporter && endUser && sameName(exporter.text, endUser.text))
      yield {
        span: endUser.span,
        at: endUser.at,
        message: `${quoted(endUser.text)} is named as exporter and as end user. The end user receives the items from the exporter. Name the body that will use them.`,
        ...(regime && { source: regime.fields.source }),
      };
    for (const { party, from, words, severity, source } of regime?.parties?.distinct ?? []) {
      const [other] = textsAt(certificate, `${from}.name`);
      for (const one of other ? textsAt(certificate, `${party}.name`) : []) {
        if (!regime || !other || !sameName(one.text, other.text)) continue;
        yield {
          span: one.span,
          at: one.at,
          message: `${quoted(one.text)} is named as ${roleOf(party)} and as ${roleOf(from)}. ${grounds(regime, words, source)} Name who it really is, or take one of them out.`,
          source,
          ...(severity && { severity }),
        } satisfies Report;
      }
    }
  },
};

function isPair(party: string, from: string): boolean {
  return [party, from].sort().join() === 'end-user,exporter';
}

/** What a party is called: "end user", "intermediary". */
function roleOf(party: string): string {
  return party.replace('-', ' ').replace(/ies\[\]$/, 'y');
}
