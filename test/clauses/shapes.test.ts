import { describe, expect, it } from 'vitest';
import type { ClausePhrase } from '../../server/regimes/types';
import { certificateOf, readOnly, REGIME } from '../support/clauses';

const clauseOf = (id: string) => REGIME.clauses.find((clause) => clause.id === id)!;
const words = (id: string) => clauseOf(id).words.trim();
const changesIn = (id: string, text: string) => readOnly(certificateOf(id, text)).reading.changes;

const CHAPEAU =
  'an intentional act, as defined as offences under national law, which given its nature or context, may seriously damage a country or an international organization';
const [, BODY = ''] = words('terrorist-act').split('intentional acts committed ');
const PLURAL = CHAPEAU.replace('an intentional act', 'intentional acts').replace('its nature', 'their nature');
const CARVE_OUT =
  'An act of expressing an opinion or criticism, as well as presenting data regarding the state, including any of its institutions, shall not, in and of itself, constitute a Terrorist Act.';

describe('a definition is right with any usual beginning', () => {
  it.each([
    `Terrorist Acts: intentional acts committed ${BODY}`,
    `“Terrorist Act” means intentional acts committed ${BODY}`,
    `The term "Terrorist Acts" shall mean intentional acts committed ${BODY}`,
    `A Terrorist Act is ${CHAPEAU}. Terrorist Acts are intentional acts committed ${BODY}`,
    `Terrorist Acts: ${CHAPEAU}; intentional acts committed ${BODY}`,
    `Terrorist Acts are ${CHAPEAU}, committed ${BODY}`,
    `A${CHAPEAU.slice(1)}. Terrorist Acts are intentional acts committed ${BODY}`,
    `Terrorist Acts are ${PLURAL}, committed ${BODY} ${CARVE_OUT}`,
  ])('%s', (text) => {
    expect(changesIn('terrorist-act', text)).toEqual([]);
  });

  it.each([
    [`Terrorist Acts intentional acts committed ${BODY}`, 'are', ''],
    [`Terrorist Acts include intentional acts committed ${BODY}`, 'are', 'include'],
    [`Terrorist Acts: unintentional acts committed ${BODY}`, 'intentional', 'unintentional'],
    [`Terrorist Acts are ${CHAPEAU.replace('seriously ', '')}, committed ${BODY}`, 'seriously', ''],
    [`“Serious Crime” means any act for which`, undefined, undefined],
  ])('and its words count: %s', (text, was, now) => {
    const changes = changesIn('terrorist-act', text);
    if (was === undefined) expect(changes).not.toEqual([]);
    else expect(changes.map((change) => [change.was, change.now])).toEqual([[was, now]]);
  });
});

it('a definition that does not name what it defines is told, and no fault', () => {
  const changes = changesIn('terrorist-act', `Intentional acts committed ${BODY}`);
  expect(changes.map(({ was, minor }) => ({ was, minor }))).toEqual([{ was: 'Terrorist Acts are', minor: true }]);
});

describe('a list is right without a word before its last entry', () => {
  const grounds = 'religion, sex or gender, race, ethnic group, sexual orientation, nationality, country of origin';
  const rest = 'opinion, political affiliation, age';
  const listed = (tail: string) =>
    words('non-discrimination').replace(/religion.*$/s, `${grounds}, ${rest}${tail}personal status.`);

  it.each([[', '], ['; '], [' – '], [',\n'], [' or '], [', or ']])('with "%s" there', (tail) => {
    expect(changesIn('non-discrimination', listed(tail))).toEqual([]);
  });
  it.each([[' '], [' and ']])('but not with "%s"', (tail) => {
    expect(changesIn('non-discrimination', listed(tail)).map(({ effect }) => effect)).toEqual(['joining-changed']);
  });
  it('nor where the line is merely full', () => {
    const text = words('non-discrimination').replace('age or personal', 'age\npersonal');
    expect(changesIn('non-discrimination', text).map(({ effect }) => effect)).toEqual(['joining-changed']);
  });
  it('on lines of their own the entries need no stops', () => {
    const aims = BODY.replace(/^with the aim of: \(1\) (.*?); \(2\) (.*?); or \(3\) (.*?); the/, (_, a, b, c) =>
      [`with the aim of`, `1. ${String(a)}`, `2. ${String(b)}`, `3. ${String(c)}`, 'the'].join('\n'),
    );
    expect(aims).toContain('\n3. ');
    expect(changesIn('terrorist-act', `Terrorist Acts: intentional acts committed ${aims}`)).toEqual([]);
  });
});

describe('marks and numbers in front', () => {
  const serious = words('serious-crime');
  it.each([
    '3. ',
    '(b) ',
    '§ 4 ',
    '4.2 ',
    'Article 5. ',
    'Section 2: ',
    'Clause 3 - ',
    '① ',
    'Definition of Serious Crime: ',
  ])('%s', (mark) => {
    expect(changesIn('serious-crime', mark + serious)).toEqual([]);
  });
  it.each([
    ['of 6 years', 'of 6 (six) years', []],
    ['of 6 years', 'of six (6) years', []],
    ['of 6 years', 'of 6 (five) years', ['number-changed']],
    ['of 6 years', 'of -6 years', ['number-changed']],
    ['of 6 years', 'of\n5. years', ['number-changed']],
  ])('%s: %s', (from, to, effects) => {
    const found = changesIn('serious-crime', serious.replace(from, to)).map(({ effect }) => effect);
    expect(found.length > 0).toBe(effects.length > 0);
  });
});

/** Every phrase and sentence of the notation written out, each optional word with and without, one choice after the other. */
function writtenOut(notation: string, phrases: readonly ClausePhrase[], turn: number): string {
  let next = turn;
  const pick = (choices: readonly string[]): string => choices[next++ % choices.length] ?? '';
  const expand = (text: string): string => {
    const optional = /\(([^()]*)\)/.exec(text);
    if (optional)
      return expand(text.replace(optional[0], next++ % 2 === 0 ? (optional[1] ?? '') : '').replace(/\s+/g, ' '));
    return text
      .split(' ')
      .map((token) => {
        const chosen = pick(token.split('|'));
        const name = /^\{(.+)\}$/.exec(chosen)?.[1];
        return name === undefined ? chosen : expand(pick(phrases.find((phrase) => phrase.name === name)?.any ?? []));
      })
      .filter((word) => word !== '')
      .join(' ');
  };
  return expand(notation);
}

describe.each(['permitted-use', 'non-compliance'])('%s is right in any sentence that has its elements', (id) => {
  const { sentences = [], narrower = [], phrases = [] } = clauseOf(id);
  const texts = (notations: readonly string[]) =>
    notations.flatMap((notation) => [0, 1, 2].map((turn) => `${writtenOut(notation, phrases, turn)}.`));

  it('as the pack knows them', () => {
    for (const text of texts(sentences)) expect({ text, changes: changesIn(id, text) }).toEqual({ text, changes: [] });
  });
  it('and is none with a denial, an exception or a condition put in', () => {
    const puts = ['not', 'hardly', 'except at night', 'where practicable', 'unless agreed', 'other'];
    texts(sentences).forEach((text, i) => {
      const at = text.indexOf(' ', text.length / 2);
      const changed = `${text.slice(0, at)} ${puts[i % puts.length] ?? ''}${text.slice(at)}`;
      expect({ changed, found: changesIn(id, changed).length > 0 }).toEqual({ changed, found: true });
    });
  });
  it('and one that says less is told, and no fault', () => {
    for (const text of texts(narrower))
      for (const change of changesIn(id, text)) expect({ text, minor: change.minor }).toEqual({ text, minor: true });
  });
});

describe('another wording of the elements', () => {
  it.each([
    [
      'permitted-use',
      'Our directorate will employ the product exclusively for preventing and investigating terrorist acts, serious crimes and public disorder.',
      'public disorder',
    ],
    [
      'non-compliance',
      'A breach gives rise to friendly talks about suspension of the licence and shutting down the system.',
      'friendly talks',
    ],
    [
      'non-compliance',
      'The export licence, whose revocation is a matter of taste, and shutting down the system follow from a breach.',
      undefined,
    ],
  ])('%s: %s', (id, text, words) => {
    const changes = changesIn(id, text);
    expect(changes.length).toBeGreaterThan(0);
    if (words !== undefined) expect(changes.map(({ now }) => now)).toContainEqual(expect.stringContaining(words));
  });

  it('a text that has none of them is another text, and one finding', () => {
    expect(changesIn('permitted-use', 'See the annex.').map(({ kind }) => kind)).toEqual(['clause-replaced']);
  });
});

describe('what was made in one go is one finding', () => {
  it.each([
    [
      'lawful-use',
      'will be used only in',
      'will be used in',
      'including legislation',
      'including only legislation',
      'only',
    ],
    ['non-discrimination', 'shall not be used', 'shall be used', 'to inflict', 'not to inflict', 'not'],
    [
      'lawful-use',
      'legislation relating to privacy rights',
      'privacy rights relating to legislation',
      '',
      '',
      undefined,
    ],
  ])('%s: words moved', (id, a, b, c, d, moved) => {
    const changes = changesIn(id, words(id).replace(a, b).replace(c, d));
    expect(changes.map(({ kind, effect }) => ({ kind, effect }))).toEqual([{ kind: 'moved', effect: 'words-moved' }]);
    if (moved !== undefined) expect(changes[0]?.moved).toBe(moved);
  });

  it.each([
    ['lawful-use', 'orders if so', 'orders even if not so', 'if', 'even if not'],
    [
      'lawful-use',
      'any authorization as',
      'authorization where practicable as',
      'any authorization',
      'authorization where practicable',
    ],
    ['non-discrimination', 'shall not be', 'ought not to be', 'shall not', 'ought not to'],
  ])('%s: words on both sides of a small one', (id, from, to, was, now) => {
    expect(changesIn(id, words(id).replace(from, to)).map((change) => [change.was, change.now])).toEqual([[was, now]]);
  });

  it('an entry in place of another, in a list of another order', () => {
    const text = words('non-discrimination').replace(
      /religion.*$/s,
      'age, race, wealth, nationality, religion, opinion, personal status, sexual orientation, country of origin, political affiliation or gender or sex.',
    );
    expect(changesIn('non-discrimination', text).map(({ was, now }) => [was, now])).toEqual([
      ['ethnic group', 'wealth'],
    ]);
  });

  it('a word written with a letter that passes for another is no other word', () => {
    expect(changesIn('non-discrimination', words('non-discrimination').replace('not', 'n\u043et'))).toEqual([]);
  });
});
