import { compareDays, dayOfText, type Day } from '../certificate/fields/date';
import { nearest } from '../text/near';
import packs from 'regime-packs';
import type { Regime } from './types';

/** The regimes that a certificate can be checked against. */
export class Catalogue {
  readonly #regimes: Iterable<Regime>;
  readonly #whyNot: ReadonlyMap<string, string>;
  #known: ReadonlyMap<string, Regime> | undefined;

  /**
   * The regimes are asked for when the first is looked for. `whyNot`: for the id of each pack that is there and cannot be used,
   * the reason as the end of a sentence.
   */
  constructor(regimes: Iterable<Regime>, whyNot: ReadonlyMap<string, string> = new Map()) {
    this.#regimes = regimes;
    this.#whyNot = whyNot;
  }

  get #byId(): ReadonlyMap<string, Regime> {
    return (this.#known ??= new Map([...this.#regimes].map((regime) => [regime.id, regime])));
  }

  /** The regime with exactly this id; undefined where no pack defines it, and for an overlay, which is none. */
  find(id: string): Regime | undefined {
    const regime = this.#byId.get(id);
    return regime?.overlay ? undefined : regime;
  }

  /**
   * The regime that a certificate of a day names: by its id, or the edition of that day where it names a family. Without
   * an edition of the day, the first one after it, and else the last.
   */
  on(day: Day, name: string): Regime | undefined {
    const exact = this.find(name);
    if (exact) return exact;
    const editions = this.all()
      .filter(({ family }) => family === name)
      .sort((a, b) => ((a['in-force'].from ?? '') < (b['in-force'].from ?? '') ? -1 : 1));
    const begun = editions.filter(({ 'in-force': { from } }) => {
      const first = dayOfText(from ?? '');
      return first === undefined || compareDays(first, day) <= 0;
    });
    return begun.at(-1) ?? editions[0];
  }

  /** True for the id of a pack and for the name of a family. */
  knows(name: string): boolean {
    return this.packs().some(({ id, family }) => id === name || family === name);
  }

  /** The edition that replaces a regime; undefined where none does. */
  successor({ id }: Regime): Regime | undefined {
    return this.all().find(({ supersedes }) => supersedes === id);
  }

  /** Why a regime that is there cannot be used, as the end of a sentence; undefined where nothing is known of it. */
  whyNot(id: string): string | undefined {
    return this.#whyNot.get(id);
  }

  /** The names of the packs that are there and cannot be used, each with the reason as the end of a sentence. */
  unusable(): readonly (readonly [string, string])[] {
    return [...this.#whyNot];
  }

  /** The id that was most likely meant. */
  nearest(id: string): string | undefined {
    return nearest(
      id,
      this.all().map((regime) => regime.id),
    );
  }

  /** All regimes, in the order of their ids; overlays are none. */
  all(): readonly Regime[] {
    return this.packs().filter(({ overlay }) => !overlay);
  }

  /** All packs, overlays too, in the order of their ids. */
  packs(): readonly Regime[] {
    return [...this.#byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** The regimes that come with the project. */
export const builtIn = new Catalogue(packs);
