/** What the concepts of a vocabulary stand for in the lists of a regime: ids of the pack, which only data may name. */
export interface Readings {
  /** Concepts that are a defined term, with the id of what may be declared. */
  readonly terms: Readonly<Record<string, string>>;
  /** Concepts that are a use, with its id. */
  readonly uses: Readonly<Record<string, string>>;
  /** Concepts that come near a use, with the id of that use. */
  readonly nearUses: Readonly<Record<string, string>>;
  /** Concepts that are a listed act, with what has to be stated beside it before it is one. */
  readonly acts: Readonly<Record<string, Danger>>;
  readonly aims: AimReadings;
}

/** What an act has to bring about: nothing more than it is, danger to human life, or that or a major economic loss. */
export type Danger = 'nothing' | 'life' | 'life-or-loss';

/** How words state the regime's aims. */
export interface AimReadings {
  /** Words that state an aim by themselves. */
  readonly said: readonly { readonly id: string; readonly concept: string }[];
  /** A link of purpose with a body from which an act is wanted: "who want the Government to resign". */
  readonly asked: readonly { readonly id: string; readonly link: string; readonly body: string }[];
  readonly composed: readonly Composition[];
}

/** How an aim is put together: what is done, to whom or what, within how many words. */
export interface Composition {
  readonly id: string;
  readonly verb: string;
  /** The seat of a government may stand for it: "to make Bamako release prisoners". */
  readonly object: string;
  readonly reach: number;
  /** The verb says it only where something marks it as what the act is for. */
  readonly linked?: boolean;
}
