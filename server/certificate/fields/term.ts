/** A term of imprisonment, in months; life and death have no end. */
export interface Term {
  /** Where a range is stated, its lower end; otherwise the same as `most`. */
  readonly least: number;
  readonly most: number;
}

const MONTHS = { year: 12, month: 1 } as const;

/**
 * Reads a term of imprisonment: "14 years", "84 months", "life", "3 to 7 years". Undefined where none is stated.
 */
export function readTerm(text: string): Term | undefined {
  const words = text.toLowerCase().trim();
  if (/^(?:for )?(?:life(?: imprisonment| sentence)?|imprisonment for life|death(?: penalty)?)$/.test(words))
    return { least: Infinity, most: Infinity };
  const found =
    /^(?:up to |from |between )?(\d+(?:\.\d+)?)(?: ?(?:-|\u2013|to|and) ?(\d+(?:\.\d+)?))? ?(year|month)s?$/.exec(
      words,
    );
  if (!found) return undefined;
  const unit = MONTHS[found[3] as keyof typeof MONTHS];
  const first = Number(found[1]) * unit;
  const second = found[2] === undefined ? first : Number(found[2]) * unit;
  return { least: Math.min(first, second), most: Math.max(first, second) };
}
