import { nearest } from '../text/near';
import packs from 'regime-packs';
import type { Regime } from './types';

/** The regimes that a certificate can be checked against. */
export class Catalogue {
  readonly #byId: ReadonlyMap<string, Regime>;

  constructor(regimes: Iterable<Regime>) {
    this.#byId = new Map([...regimes].map((regime) => [regime.id, regime]));
  }

  /** The regime with exactly this id; undefined where no pack defines it. */
  find(id: string): Regime | undefined {
    return this.#byId.get(id);
  }

  /** The id that was most likely meant. */
  nearest(id: string): string | undefined {
    return nearest(id, this.#byId.keys());
  }

  /** All regimes, in the order of their ids. */
  all(): readonly Regime[] {
    return [...this.#byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** The regimes that come with the project. */
export const builtIn = new Catalogue(packs);
