import { dayOfText, type Day } from './certificate/fields/date';
import { check } from './check';
import { Catalogue } from './regimes/catalogue';
import type { PackExample, Regime } from './regimes/types';
import { writeValues } from './write-values';

/** How an example of a pack came out. */
export interface TriedExample {
  readonly example: PackExample;
  /** What it expects and is not found. */
  readonly missing: readonly string[];
  /** What is found at its texts and is not expected, with the message. */
  readonly unexpected: readonly { readonly what: string; readonly message: string }[];
}

/** Tries every example of a pack against the regime that it makes. The day is the one for examples that state none. */
export function tryExamples(regime: Regime, others: readonly Regime[], today: Day): readonly TriedExample[] {
  const catalogue = new Catalogue([...others.filter(({ id }) => id !== regime.id), regime]);
  return (regime.examples ?? []).map((example) => tryExample(regime.id, example, catalogue, today));
}

function tryExample(id: string, example: PackExample, catalogue: Catalogue, today: Day): TriedExample {
  const texts = { regime: id, ...example.texts };
  const day = dayOfText(example.today ?? '') ?? today;
  const { findings } = check(writeValues(texts), { catalogue, today: day });
  const own = Object.keys(example.texts);
  const stated = example.expect.map((line) => {
    const [rule = '', path] = line.split(' at ');
    return { line, rule, path };
  });
  const met = new Set<string>();
  const unexpected = findings.flatMap(({ rule, path, message }) => {
    const wanted = stated.find(
      (each) => each.rule === rule && (each.path ?? path) === path && (each.path !== undefined || touches(own, path)),
    );
    if (wanted) met.add(wanted.line);
    return wanted || !touches(own, path) ? [] : [{ what: `${rule} at ${path}`, message }];
  });
  return { example, missing: stated.flatMap(({ line }) => (met.has(line) ? [] : line)), unexpected };
}

/** True where a finding's place is one of the texts, or inside one. */
function touches(own: readonly string[], path: string): boolean {
  return own.some((each) => path === each || path.startsWith(`${each}.`) || path.startsWith(`${each}[`));
}

/** Whether an example came out as it says. */
export function isMet({ missing, unexpected }: TriedExample): boolean {
  return missing.length === 0 && unexpected.length === 0;
}
