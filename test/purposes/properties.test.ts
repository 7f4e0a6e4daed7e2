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
  it.each(RIDERS)('is not permitted any more with "%s"', (rider) => {
    const open = passing.filter(({ text }) => !isUndertaken(`${bare(text)} ${rider}.`));
    expect(open.length).toBeGreaterThan(passing.length * 0.9);
    expect(failing(open, (text) => flawsIn(`${bare(text)} ${rider}.`).length > 0)).toEqual([]);
  });

  it('stays permitted with its white space doubled', () => {
    expect(failing(passing, (text) => flawsIn(text.replace(/ /g, '  ')).length === 0)).toEqual([]);
  });

  it('stays permitted with curly quotes', () => {
    expect(failing(passing, (text) => flawsIn(text.replace(/'/g, '’')).length === 0)).toEqual([]);
  });
});

describe('an undertaking not to do something', () => {
  it('is never held against a statement, whatever it is about', () => {
    const forbidden = labelled('dev.jsonl')
      .slice(0, 750)
      .filter(
        ({ text, findings }) =>
          findings.length > 0 &&
          // What can stand behind "for", in English. "… and shall be investigated" affirms something again, and of a list that
          // is numbered only the first entry stands behind it: three statements that were told of rightly. "Until the ceremony is
          // over" lets it be done afterwards.
          !/[.;:,\n()]|^(?:The|We|It|This|To|In|Our|All|Any|No)\b|\b(?:not|no|never|only|but|shall|until)\b|[Ͱ-῿]/.test(
            bare(text),
          ),
      );
    expect(forbidden.length).toBeGreaterThan(200);
    const held = failing(
      forbidden,
      (text) =>
        flawsIn(
          `Prevention of terrorist acts. The system shall not be used for ${text.slice(0, 1).toLowerCase()}${bare(text).slice(1)}.`,
        ).length === 0,
    );
    expect(held).toEqual([]);
  });

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
  // One statement in three, which says as much as all of them do.
  const some = labelled('dev.jsonl').filter((_, i) => i % 3 === 0);
  const passes = (text: string) => flawsIn(text).length === 0;
  const ABROAD = [
    ['isation', 'ization'],
    ['ising', 'izing'],
    ['ised', 'ized'],
    // Not "four" and "our", which would be other words.
    ['labour', 'labor'],
    ['harbour', 'harbor'],
    ['neighbour', 'neighbor'],
    ['behaviour', 'behavior'],
    ['rumour', 'rumor'],
    ['humour', 'humor'],
    ['vapour', 'vapor'],
    ['armour', 'armor'],
    ['colour', 'color'],
    ['honour', 'honor'],
    ['favour', 'favor'],
    ['endeavour', 'endeavor'],
    ['defence', 'defense'],
    ['licence', 'license'],
    ['offence', 'offense'],
    ['centre', 'center'],
  ] as const;

  // Bounds, not the aim, which is none.
  it.each<[string, number, (text: string) => string]>([
    ['in small letters, as far as names allow', 0.004, (text) => text.toLowerCase()],
    ['in capitals, as far as names allow', 0.004, (text) => text.toUpperCase()],
    ['in lines of eight words', 0, (text) => text.replace(/((?:\S+ ){7}\S+) /g, '$1\n')],
    [
      'behind the name of an agency',
      0.003,
      (text) => `The Ministry of the Interior will use the system for this: ${text}`,
    ],
    ['before the name of an agency', 0.003, (text) => `${bare(text)} by the Office for National Security.`],
  ])('are judged alike %s', (_, bound, rewrite) => {
    const rewritten = some.filter(({ text }) => rewrite(text) !== text);
    expect(rewritten.length).toBeGreaterThan(30);
    const other = failing(rewritten, (text) => passes(text) === passes(rewrite(text)));
    expect(other.length).toBeLessThan(some.length * bound + 1);
  });

  it('are judged alike in American and in British spelling', () => {
    const british = (text: string) => ABROAD.reduce((all, [here, there]) => all.replaceAll(there, here), text);
    const american = (text: string) => ABROAD.reduce((all, [here, there]) => all.replaceAll(here, there), text);
    const spelled = labelled('dev.jsonl').filter(({ text }) => british(text) !== american(text));
    expect(spelled.length).toBeGreaterThan(50);
    expect(failing(spelled, (text) => passes(british(text)) === passes(american(text)))).toEqual([]);
  });

  const plain = some.filter(({ text }) => !/[;:\n]/.test(text));
  const pairs = plain.flatMap(({ text }, i) => (plain[i + 1] ? [[bare(text), bare(plain[i + 1]!.text)] as const] : []));

  it('are found to break the same rules in another order of the sentences', () => {
    expect(pairs.length).toBeGreaterThan(200);
    expect(pairs.filter(([a, b]) => rulesIn(`${a}. ${b}.`).join(' ') !== rulesIn(`${b}. ${a}.`).join(' '))).toEqual([]);
  });

  // Bounds, not the aim, which is none: an entry that ends in an aim, and the next in small letters, are taken for one.
  it.each<[string, number, (a: string, b: string) => string]>([
    ['of numbered entries', 0.003, (a, b) => `1. ${a}. 2. ${b}.`],
    ['of the entries of a list', 0.004, (a, b) => `- ${a}\n- ${b}`],
    ['of lines', 0.016, (a, b) => `${a}\n${b}`],
    ['of parts between semicolons', 0.004, (a, b) => `${a}; ${b}.`],
  ])('are hardly ever judged otherwise in another order %s', (_, bound, join) => {
    const other = pairs.filter(([a, b]) => passes(join(a, b)) !== passes(join(b, a)));
    expect(other.length).toBeLessThan(pairs.length * bound);
  });

  it('are read once and for all', () => {
    const text = 'Prevention of terrorist acts and of tax evasion.';
    expect(flawsIn(text)).toBe(flawsIn(text));
  });
});
