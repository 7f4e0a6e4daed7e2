/** All that a name in a pack can lead to. */
export interface Names {
  readonly paths: readonly string[];
  readonly rules: readonly string[];
  readonly packs: readonly string[];
  /** The id of the pack itself. */
  readonly own: string;
  readonly whyNot: (id: string) => string | undefined;
  readonly sources: readonly string[];
}
