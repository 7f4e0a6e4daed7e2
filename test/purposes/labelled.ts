import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWords, type StatementFlaw } from '../../server/purposes/reader';

/** A statement as its reviewers labelled it; where two rules are equally good, either is right. */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly findings: readonly { readonly rule: string | readonly string[]; readonly words: string }[];
}

/** The statements of a file in `data/`. */
export function labelled(name: string): readonly Labelled[] {
  return statementsIn(fileURLToPath(new URL(`data/${name}`, import.meta.url)));
}

/** The statements of a file, one a line. */
export function statementsIn(path: string): readonly Labelled[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled);
}

/** What the reader finds in a statement. */
export function flawsIn(text: string): readonly StatementFlaw[] {
  return readWords(text, 'crime-and-terrorism', 72)?.flaws ?? [];
}

/** How well the reader does. In per cent. */
export interface Score {
  /** Of the statements that are not permitted, those that pass. */
  readonly escapes: number;
  /** Of the permitted statements, those that are stopped. */
  readonly stopped: number;
  /** Micro-averaged F1 over statement and rule. */
  readonly f1: number;
  /** Of the right rules, those whose words are right: they overlap, and are not longer than three times and twenty. */
  readonly spans: number;
}

export function score(statements: readonly Labelled[]): Score {
  const count = { bad: 0, good: 0, escapes: 0, stopped: 0, right: 0, extra: 0, missed: 0, spans: 0 };
  for (const { text, findings } of statements) {
    const found = [...flawsIn(text)];
    if (findings.length > 0) count.bad++;
    else count.good++;
    if (findings.length > 0 && found.length === 0) count.escapes++;
    if (findings.length === 0 && found.length > 0) count.stopped++;
    const used = new Set<string>();
    for (const { rule, words } of findings) {
      const start = text.indexOf(words);
      const end = start + words.length;
      const overlaps = ({ span }: StatementFlaw) => span.start < end && start < span.end;
      const fits = found.filter((flaw) => [rule].flat().includes(flaw.rule));
      const best = fits.find(overlaps) ?? fits[0];
      if (!best) {
        count.missed++;
        continue;
      }
      count.right++;
      used.add(best.rule);
      found.splice(found.indexOf(best), 1);
      if (overlaps(best) && best.span.end - best.span.start <= 3 * words.length + 20) count.spans++;
    }
    count.extra += new Set(found.map(({ rule }) => rule).filter((rule) => !used.has(rule as string))).size;
  }
  return {
    escapes: (100 * count.escapes) / count.bad,
    stopped: (100 * count.stopped) / count.good,
    f1: (200 * count.right) / (2 * count.right + count.extra + count.missed),
    spans: (100 * count.spans) / count.right,
  };
}
