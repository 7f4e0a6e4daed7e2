/** A statement, and the stretches of it with which something is wrong: UTF-16, end exclusive. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly marks: readonly { readonly rule: string; readonly start: number; readonly end: number }[];
}

/** What single statements are put together of, by what it is. */
export type Elements = Readonly<Record<string, readonly unknown[]>>;

/** Reads them from `training/parts/`. */
export function allElements(): Promise<Elements>;

/** So many statements, put together by chance. */
export function composed(elements: Elements, count: number, random: () => number): Statement[];
