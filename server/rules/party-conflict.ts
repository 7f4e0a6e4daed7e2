import type { Certificate, Party } from '../certificate/model';
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
    if (exporter && endUser && sameName(exporter.text, endUser.text))
      yield {
        span: endUser.span,
        at: endUser.at,
        message: `${quoted(endUser.text)} is named as exporter and as end user. The end user receives the items from the exporter. Name the body that will use them.`,
      };
    for (const { party, from, words, severity, source } of regime?.parties?.distinct ?? []) {
      const one = partyOf(certificate, party)?.name;
      const other = partyOf(certificate, from)?.name;
      if (!regime || !one || !other || !sameName(one.text, other.text)) continue;
      yield {
        span: one.span,
        at: one.at,
        message: `${quoted(one.text)} is named as ${party.replace('-', ' ')} and as ${from.replace('-', ' ')}. ${grounds(regime, words, source)} Name who it really is, or take one of them out.`,
        source,
        ...(severity && { severity }),
      } satisfies Report;
    }
  },
};

/** A party by the name that packs give it. */
function partyOf({ exporter, endUser, consignee }: Certificate, name: string): Party | undefined {
  return new Map([
    ['exporter', exporter],
    ['end-user', endUser],
    ['consignee', consignee],
  ]).get(name);
}
