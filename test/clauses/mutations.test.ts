import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { describeChange } from '../../server/clauses/describe';
import { applyEdits } from '../../server/text/edit';
import { touches } from '../../server/text/span';
import { certificateOf, readOnly, REGIME, STYLES } from '../support/clauses';
import { HARMLESS, MATTERING, type Pick } from '../support/mutations';

/** Of each sort. The seed is fixed, and fast-check prints the case that fails. */
const RUNS = Number(process.env['EUC_RUNS'] ?? 5_000);
const options = (runs: number) => ({ numRuns: Math.ceil(runs), seed: 20211206 });

const kinds = Object.entries(MATTERING);
const forms = Object.entries(HARMLESS);
const clause = fc.constantFrom(...REGIME.clauses);
const style = fc.constantFrom(...STYLES);
const picks = fc.array(fc.nat(), { minLength: 24, maxLength: 24 });

function picker(numbers: readonly number[]): Pick {
  let next = 0;
  return (below) => (numbers[next++ % numbers.length] ?? 0) % below;
}

describe('a change of substance', () => {
  it('is found, on the words changed or around the gap, and nearly always as one finding', () => {
    let cases = 0;
    const miscounted: unknown[] = [];
    fc.assert(
      fc.property(clause, fc.constantFrom(...kinds), style, picks, (required, [kind, mutate], how, numbers) => {
        const mutated = mutate(required, picker(numbers), REGIME);
        if (!mutated) return;
        const { reading, place } = readOnly(certificateOf(required.id, mutated.text, how));
        const at = place(mutated.at);
        const found = reading.changes.some(({ span }) => touches(span, at));
        expect({ kind, text: mutated.text, found, changes: found ? [] : reading.changes }).toMatchObject({
          found: true,
        });
        cases++;
        const expected = kind === 'two words exchanged' ? 2 : 1;
        if (reading.changes.length !== expected)
          miscounted.push({ kind, text: mutated.text, changes: reading.changes.map(describeChange) });
      }),
      options(RUNS),
    );
    expect(cases).toBeGreaterThan(RUNS / 3);
    expect(kinds.length).toBeGreaterThanOrEqual(20);
    expect(miscounted.length / cases, JSON.stringify(miscounted.slice(0, 12), undefined, 1)).toBeLessThan(0.05);
  });
});

describe('a change of form', () => {
  it('is never a finding, alone or with others', () => {
    fc.assert(
      fc.property(
        clause,
        fc.array(fc.constantFrom(...forms), { minLength: 1, maxLength: 3 }),
        style,
        picks,
        (required, changes, how, numbers) => {
          const pick = picker(numbers);
          // The order of the entries is changed while the marks are still those of the regime.
          const sorted = [...changes].sort(
            ([a], [b]) => Number(b.startsWith('entries in')) - Number(a.startsWith('entries in')),
          );
          const text = sorted.reduce((current, [, change]) => change(current, pick, required), required.words);
          const { reading } = readOnly(certificateOf(required.id, text, how));
          expect({ kinds: sorted.map(([kind]) => kind), text, changes: reading.changes }).toMatchObject({
            changes: [],
          });
        },
      ),
      options(RUNS),
    );
  });
});

it('two changes far apart are two findings', () => {
  const { reading } = readOnly(
    certificateOf(
      'lawful-use',
      'The system may be used only in accordance with national law, including legislation relating to privacy rights. The system may be used only subject to obtaining any authorization as required by national law, excluding judicial orders if so required.',
    ),
  );
  expect(reading.changes.map(({ was, now, effect }) => ({ was, now, effect }))).toEqual([
    { was: 'will', now: 'may', effect: 'duty-weakened' },
    { was: 'including', now: 'excluding', effect: 'scope-turned' },
  ]);
});

it("restoring gives the clause the regime's words and leaves every other line as it was", () => {
  fc.assert(
    fc.property(clause, fc.constantFrom(...kinds), style, picks, (required, [, mutate], how, numbers) => {
      const mutated = mutate(required, picker(numbers), REGIME);
      if (!mutated) return;
      const before = `# a remark\nregime: ${REGIME.id} # another\nclauses:\n  # of the clause\n`;
      const after = '  delivery: By ship. # and one more\n\n# the last\n';
      const [, own = ''] = certificateOf(required.id, mutated.text, how).split('clauses:\n');
      const text = before + own + after;
      const fix = check(text)
        .findings.find(({ rule }) => rule === 'clause-altered')
        ?.fixes?.()[0];
      const restored = applyEdits(text, fix?.edits ?? []);
      expect(restored.startsWith(before) && restored.endsWith(after)).toBe(true);
      const [again] = check(restored).certificates;
      expect(again?.certificate.clauses.map(({ text: field }) => field.text)).toEqual([required.words, 'By ship.']);
    }),
    options(RUNS / 25),
  );
});
