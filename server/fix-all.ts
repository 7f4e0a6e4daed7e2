import { check, type Surroundings } from './check';
import type { Fix } from './rules/rule';
import { applyEdits, type Edit } from './text/edit';
import { touches } from './text/span';

/** A text after fixes were applied. */
export interface Fixed {
  readonly text: string;
  /** How many fixes were applied. */
  readonly count: number;
}

/** A fix can bring up the next one; a certificate never needs more rounds than it has findings. */
const MAX_ROUNDS = 200;

/**
 * Applies every preferred fix that changes the form alone; with `unsafe` also those that change what is declared.
 * Findings that were waived are left as they are.
 */
export function fixAll(text: string, surroundings: Surroundings = {}, unsafe = false): Fixed {
  let current = text;
  let count = 0;
  const seen = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS && !seen.has(current); round++) {
    seen.add(current);
    const fixes = chosen(current, surroundings, unsafe);
    if (fixes.length === 0) break;
    current = applyEdits(
      current,
      fixes.flatMap(({ edits }) => edits),
    );
    count += fixes.length;
  }
  return { text: current, count };
}

/** Fixes of one state of the text whose edits keep clear of each other. */
function chosen(text: string, surroundings: Surroundings, unsafe: boolean): readonly Fix[] {
  const taken: Edit[] = [];
  const fixes: Fix[] = [];
  for (const finding of check(text, surroundings).findings) {
    if (finding.waived) continue;
    const fix = finding.fixes?.().find(({ preferred, safe }) => preferred === true && (safe || unsafe));
    if (!fix) continue;
    // Two insertions at one place may be the same section twice: the second waits for the next round.
    if (fix.edits.some((edit) => taken.some((other) => touches(edit.span, other.span)))) continue;
    taken.push(...fix.edits);
    fixes.push(fix);
  }
  return fixes;
}
