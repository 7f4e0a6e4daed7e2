import type { Certificate } from '../certificate/model';
import type { Regime } from '../regimes/types';
import { readOffence } from './offence';
import { readParts } from './parts';
import type { PurposeReading } from './reading';
import { readStatement } from './statement';

/** Reads every purpose of a certificate against the regime's list; none where the regime has no list. */
export function readPurposes(certificate: Certificate, regime: Regime): readonly PurposeReading[] {
  const list = regime.purposes;
  if (!list) return [];
  return certificate.purposes.map((purpose) => {
    const stated = purpose.statement && readStatement(purpose.statement, list, regime);
    return {
      purpose,
      defects:
        purpose.kind === 'stated'
          ? (stated?.defects ?? [])
          : [...readParts(purpose, list, regime, stated), ...readOffence(purpose, list, regime)],
      evidence: stated?.reading?.evidence ?? [],
    };
  });
}
