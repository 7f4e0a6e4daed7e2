import type { Waiver } from '../certificate/model';
import type { Regime } from '../regimes/types';
import type { Report, Severity } from './rule';

/** A report with the rule that made it. */
export interface Finding extends Report {
  readonly rule: string;
  readonly severity: Severity;
  /** The path of the field concerned, as text. */
  readonly path: string;
  /** Index of the certificate in its file; undefined for the file as a whole. */
  readonly certificate: number | undefined;
  readonly regime: Regime | undefined;
  /** A reviewer has accepted it. */
  readonly waived: boolean;
  /** The decision by which it is accepted; undefined where it is not. */
  readonly waiver?: Waiver;
}
