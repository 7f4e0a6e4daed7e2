import type { Analysis } from '../check';
import type { Regime, SourceKeys } from '../regimes/types';
import type { Span } from '../text/span';

/** A stretch of the certificate that leads to the source of what it says. */
export interface SourceLink {
  readonly span: Span;
  readonly address: string;
  readonly tooltip: string;
}

/** Links from the regime, its clauses and its ids to the first of their sources that has an address. */
export function sourceLinks({ certificates }: Analysis): readonly SourceLink[] {
  return certificates.flatMap(({ certificate, regime }) => {
    if (!regime) return [];
    const links: (SourceLink | undefined)[] = [];
    if (certificate.regime) links.push(link(regime, regime.purposes?.source ?? [], certificate.regime.span));
    const listed = [
      ...(regime.purposes?.uses ?? []),
      ...(regime.purposes?.objects.flatMap((object) => [object, ...(object.acts ?? []), ...(object.aims ?? [])]) ?? []),
    ];
    for (const purpose of certificate.purposes) {
      if (purpose.kind !== 'parted') continue;
      for (const field of [purpose.against, ...purpose.uses, ...purpose.acts, ...purpose.aims]) {
        const entry = field && listed.find(({ id }) => id === field.text);
        if (field && entry) links.push(link(regime, entry.source, field.span));
      }
    }
    for (const { id, key } of certificate.clauses) {
      const clause = regime.clauses.find((required) => required.id === id);
      if (clause) links.push(link(regime, clause.source, key.span));
    }
    return links.filter((each) => each !== undefined);
  });
}

function link(regime: Regime, keys: SourceKeys, span: Span): SourceLink | undefined {
  for (const key of keys) {
    const source = regime.sources[key];
    if (source?.address !== undefined) return { span, address: source.address, tooltip: source.citation };
  }
  return undefined;
}
