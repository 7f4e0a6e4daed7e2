import { describe, expect, it } from 'vitest';
import { readWords } from '../../server/purposes/reader';
import { flawsIn, labelled, type Labelled } from './labelled';

const permitted = labelled('dev.jsonl').filter(({ findings }) => findings.length === 0);
const passing = permitted.filter(({ text }) => flawsIn(text).length === 0);
const rulesIn = (text: string) => [...new Set(flawsIn(text).map(({ rule }) => rule))].sort();
/** Those for which something does not hold: what a failure names. */
const failing = (statements: readonly Labelled[], holds: (text: string) => boolean) =>
  statements.filter(({ text }) => !holds(text)).map(({ id }) => id);
const bare = (text: string) => text.replace(/[.\s]+$/, '');

describe('a permitted statement', () => {
  const RIDERS = [
    'and satellite mapping',
    ', as well as the collection of customs duties',
    'and the monitoring of journalists',
    'and the pricing of hotel rooms',
    'plus the vetting of teachers',
    'and beekeeping',
  ];
  /** What stands behind "shall not be used for" is undertaken not to be done, and so is what is added to it. */
  const isUndertaken = (text: string) =>
    readWords(text, 'crime-and-terrorism', 72)?.evidence.some(
      ({ role, span }) => role === 'undertaking' && span.end >= text.length - 1,
    ) === true;
  it.each(RIDERS)('is hardly ever permitted any more with "%s"', (rider) => {
    const open = passing.filter(({ text }) => !isUndertaken(`${bare(text)} ${rider}.`));
    expect(open.length).toBeGreaterThan(passing.length * 0.9);
    // A floor, not the aim, which is none.
    const escaped = failing(open, (text) => flawsIn(`${bare(text)} ${rider}.`).length > 0);
    expect(escaped.length).toBeLessThan(open.length * 0.015);
  });

  it('stays permitted with its white space doubled', () => {
    expect(failing(passing, (text) => flawsIn(text.replace(/ /g, '  ')).length === 0)).toEqual([]);
  });

  it('stays permitted with curly quotes', () => {
    expect(failing(passing, (text) => flawsIn(text.replace(/'/g, '’')).length === 0)).toEqual([]);
  });
});

describe('an undertaking not to do something', () => {
  it.each([
    'monitor journalists',
    'follow the members of opposition parties',
    'collect taxes',
    'watch protesters',
    'screen persons by religion',
  ])('is not a purpose: %s', (conduct) => {
    expect(
      flawsIn(`Prevention and investigation of terrorist acts. The system shall not be used to ${conduct}.`),
    ).toEqual([]);
  });
});

describe('the same words', () => {
  it('are judged alike in another case, as far as names allow', () => {
    const statements = labelled('dev.jsonl').slice(0, 400);
    const other = failing(statements, (text) => {
      const lower = text.toLowerCase();
      return (rulesIn(text).length === 0) === (rulesIn(lower).length === 0);
    });
    expect(other.length).toBeLessThanOrEqual(statements.length * 0.06);
  });

  it('are read once and for all', () => {
    const text = 'Prevention of terrorist acts and of tax evasion.';
    expect(flawsIn(text)).toBe(flawsIn(text));
  });
});
