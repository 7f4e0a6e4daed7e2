import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../scripts/train/random.mjs';
import { allElements, composed } from '../../scripts/train/statements.mjs';
import { flawsIn } from './labelled';

const SEED = 20211206;
const statements = composed(await allElements(), 4000, randomFrom(SEED));
const isFound = ({ text }: { text: string }) => flawsIn(text).length > 0;
/** In per cent, said to whoever runs this. */
function share(what: string, part: readonly unknown[], whole: readonly unknown[]): number {
  const percent = (100 * part.length) / whole.length;
  process.stdout.write(`composed: ${what} ${percent.toFixed(2)} % of ${String(whole.length)}\n`);
  return percent;
}

// Other statements than those that were taught with, of the same elements. Bounds, not aims: these are nought.
describe(`plain statements, put together of a use and what it is directed against (seed ${String(SEED)})`, () => {
  it('are hardly ever stopped where the guide permits them', () => {
    const permitted = statements.filter(({ marks }) => marks.length === 0);
    expect(permitted.length).toBeGreaterThan(1000);
    expect(share('stopped', permitted.filter(isFound), permitted)).toBeLessThan(0.5);
  });

  it('hardly ever pass where it does not', () => {
    const forbidden = statements.filter(({ marks }) => marks.length > 0);
    expect(forbidden.length).toBeGreaterThan(1000);
    const passing = forbidden.filter((statement) => !isFound(statement));
    expect(share('pass', passing, forbidden)).toBeLessThan(0.5);
  });
});
