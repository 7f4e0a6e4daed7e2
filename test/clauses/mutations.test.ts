import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { describeChange } from '../../server/clauses/describe';
import type { RequiredClause } from '../../server/regimes/types';
import { applyEdits } from '../../server/text/edit';
import { touches } from '../../server/text/span';
import { certificateOf, readOnly, REGIME, STYLES } from '../support/clauses';
import { HARMLESS, MATTERING, type Mutated, type Pick } from '../support/mutations';

/** Of each sort: some in the everyday suite, 10,000 where all that must hold is run. */
const RUNS = Number(process.env['CLAUSE_CASES'] ?? 700);

/** The cases are the same every day; another seed makes others, and fast-check prints it with the case that fails. */
const SEED = Number(process.env['CLAUSE_SEED'] ?? 20211206);
const options = (share = 1) => ({ numRuns: Math.ceil(RUNS * share), seed: SEED });

const kinds = Object.entries(MATTERING);
const forms = Object.entries(HARMLESS);
const clause = fc.constantFrom(...REGIME.clauses);
const kind = fc.constantFrom(...kinds);
const form = fc.constantFrom(...forms);
const style = fc.constantFrom(...STYLES);
const picks = fc.array(fc.nat(), { minLength: 24, maxLength: 24 });

function picker(numbers: readonly number[]): Pick {
  let next = 0;
  return (below) => (numbers[next++ % numbers.length] ?? 0) % below;
}

/** Kinds that leave more than one finding of their own. */
const SEVERAL: Readonly<Record<string, number>> = { 'two words exchanged': 2, 'a limit moved': 2 };

/** Fails where so large a part of the cases does not have as many findings as changes. */
function expectCounted(miscounted: readonly unknown[], cases: number): void {
  expect(cases).toBeGreaterThan(RUNS / 10);
  expect(miscounted.length / cases, JSON.stringify(miscounted.slice(0, 12), undefined, 1)).toBeLessThan(0.05);
}

it('there are at least 20 kinds of change', () => {
  expect(kinds.length).toBeGreaterThanOrEqual(20);
});

describe(`a change of substance (${RUNS} cases, seed ${SEED})`, () => {
  it('is found, on the words changed or around the gap, and nearly always as one finding', () => {
    let cases = 0;
    const miscounted: unknown[] = [];
    fc.assert(
      fc.property(clause, kind, style, picks, (required, [name, mutate], how, numbers) => {
        const mutated = mutate(required, picker(numbers), REGIME);
        if (!mutated) return;
        const { reading, place } = readOnly(certificateOf(required.id, mutated.text, how));
        const at = place(mutated.at);
        const found = reading.changes.some(({ span }) => touches(span, at));
        expect({ name, text: mutated.text, found, changes: found ? [] : reading.changes }).toMatchObject({
          found: true,
        });
        cases++;
        // A word moved a little is one change, moved far it is two.
        const count = reading.changes.length;
        if (count !== 1 && count !== SEVERAL[name])
          miscounted.push({
            name,
            text: mutated.text,
            changes: reading.changes.map((change) => describeChange(change, 'verbatim')),
          });
      }),
      options(),
    );
    expectCounted(miscounted, cases);
  });

  it('is one of two where two were made far apart', () => {
    let cases = 0;
    const miscounted: unknown[] = [];
    fc.assert(
      fc.property(clause, kind, kind, picks, (required, [a, first], [b, second], numbers) => {
        const twice = changedTwice(required, first, second, picker(numbers));
        if (!twice || SEVERAL[a] || SEVERAL[b]) return;
        const { reading } = readOnly(certificateOf(required.id, twice, 'double'));
        expect({ a, b, twice, found: reading.changes.length > 0 }).toMatchObject({ found: true });
        cases++;
        const whole = reading.changes.some(({ kind: how }) => how === 'clause-replaced');
        if (reading.changes.length !== 2 && !whole)
          miscounted.push({
            a,
            b,
            twice,
            changes: reading.changes.map((change) => describeChange(change, 'verbatim')),
          });
      }),
      options(),
    );
    expectCounted(miscounted, cases);
  });
});

type Mutate = (typeof MATTERING)[string];

/** How far apart two changes are that nobody would take for one, in characters. */
const APART = 30;

function changedTwice(required: RequiredClause, first: Mutate, second: Mutate, pick: Pick): string | undefined {
  const once = first(required, pick, REGIME);
  const twice: Mutated | undefined = once && second({ ...required, words: once.text }, pick, REGIME);
  if (!once || !twice) return undefined;
  const grown = twice.text.length - once.text.length;
  const behind = twice.at.start > once.at.end + APART;
  const before = twice.at.end < once.at.start + Math.min(0, grown) - APART && twice.at.start < once.at.start - APART;
  // What came behind the clause, or stands among sentences added to it, is one text with what is added there too.
  const inside = once.at.end < required.words.length && twice.at.end < required.words.length;
  return inside && (behind || before) ? twice.text : undefined;
}

describe(`a change of form (${RUNS} cases, seed ${SEED})`, () => {
  it('is never a finding, alone or with others', () => {
    fc.assert(
      fc.property(
        clause,
        fc.uniqueArray(form, { minLength: 1, maxLength: 3, selector: ([name]) => name }),
        style,
        picks,
        (required, changes, how, numbers) => {
          const pick = picker(numbers);
          // The order of the entries is changed while the marks are still those of the regime, and the number that is
          // no mark comes last.
          const turn = (name: string) =>
            name.startsWith('entries in') ? 0 : name.startsWith('a number in words') ? 2 : 1;
          const sorted = [...changes].sort(([a], [b]) => turn(a) - turn(b));
          const text = sorted.reduce((current, [, change]) => change(current, pick, required), required.words);
          const { reading } = readOnly(certificateOf(required.id, text, how));
          expect({ kinds: sorted.map(([name]) => name), text, changes: reading.changes }).toMatchObject({
            changes: [],
          });
        },
      ),
      options(),
    );
  });

  it('hides no change of substance, and makes no second finding of it', () => {
    let cases = 0;
    const miscounted: unknown[] = [];
    fc.assert(
      fc.property(clause, kind, form, picks, (required, [name, mutate], [formName, change], numbers) => {
        const pick = picker(numbers);
        const mutated = mutate(required, pick, REGIME);
        if (!mutated) return;
        const text = change(mutated.text, pick, required);
        const { reading } = readOnly(certificateOf(required.id, text, 'double'));
        expect({ name, formName, text, found: reading.changes.length > 0 }).toMatchObject({ found: true });
        cases++;
        const count = reading.changes.length;
        if (count !== 1 && count !== SEVERAL[name])
          miscounted.push({
            name,
            formName,
            text,
            changes: reading.changes.map((change) => describeChange(change, 'verbatim')),
          });
      }),
      options(),
    );
    expectCounted(miscounted, cases);
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

describe(`restoring (${Math.ceil(RUNS / 10)} cases, seed ${SEED})`, () => {
  const before = `# a remark\nregime: ${REGIME.id} # another\nclauses:\n  # of the clause\n`;
  const after = '  delivery: By ship. # and one more\n\n# the last\n';
  const around = (id: string, text: string, how: (typeof STYLES)[number]) =>
    before + (certificateOf(id, text, how).split('clauses:\n')[1] ?? '') + after;
  const altered = (text: string) => check(text).findings.filter(({ rule }) => rule === 'clause-altered');

  it("gives the clause the regime's words and leaves every other line as it was", () => {
    fc.assert(
      fc.property(clause, kind, style, picks, (required, [, mutate], how, numbers) => {
        const mutated = mutate(required, picker(numbers), REGIME);
        if (!mutated) return;
        const text = around(required.id, mutated.text, how);
        const fix = altered(text)[0]?.fixes?.()[0];
        const restored = applyEdits(text, fix?.edits ?? []);
        expect(restored.startsWith(before) && restored.endsWith(after)).toBe(true);
        const [again] = check(restored).certificates;
        expect(again?.certificate.clauses.map(({ text: field }) => field.text)).toEqual([required.words, 'By ship.']);
      }),
      options(0.1),
    );
  });

  it('one change takes that one back and leaves every other line as it was', () => {
    fc.assert(
      fc.property(clause, kind, style, picks, (required, [name, mutate], how, numbers) => {
        const mutated = mutate(required, picker(numbers), REGIME);
        if (!mutated) return;
        const text = around(required.id, mutated.text, how);
        const findings = altered(text);
        for (const finding of findings) {
          const fix = finding.fixes?.().find(({ title }) => !/words (?:of|on file)/.test(title));
          if (!fix) continue;
          const restored = applyEdits(text, fix.edits);
          expect(restored.startsWith(before) && restored.endsWith(after)).toBe(true);
          expect(altered(restored).length, `${name}\n${text}\n${restored}`).toBe(findings.length - 1);
        }
      }),
      options(0.1),
    );
  });
});
