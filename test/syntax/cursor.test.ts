import { describe, expect, it } from 'vitest';
import { cursorAt } from '../../server/syntax/cursor-at';
import { pathText } from '../../server/syntax/path';
import { example, EXAMPLES } from '../support/examples';
import { atCursor } from '../support/marked';

/** A text with its cursor, the path at which something is typed, and what gives way to a choice. */
type Typed = [marked: string, path: string, replaced?: string];

const KEYS: Typed[] = [
  ['|', ''],
  ['reg|', '', 'reg'],
  ['regime: x\n|', ''],
  ['regime: x\ncert|', '', 'cert'],
  ['regime: x\ncert|\nitems: []\n', '', 'cert'],
  ['certificate:\n  |', 'certificate'],
  ['certificate:\n|', ''],
  ['certificate:\n  number: 1\n  |', 'certificate'],
  ['certificate:\n  number: 1\n  is|\n\nitems: []\n', 'certificate', 'is'],
  ['certificate:\n  num|\n  issued: 2026-01-01\n', 'certificate', 'num'],
  ['certificate:\n  num|: 1\n', 'certificate', 'num'],
  ['certificate:\n  number: 1\n  iss|ued: 2\n', 'certificate', 'issued'],
  ['certificate:\n      |', 'certificate'],
  ['certificate:\n  number: 1\n\n|', ''],
  ['items:\n  - description: x\n    |', 'items[0]'],
  ['items:\n  - description: x\n    qua|\n  - description: y\n', 'items[0]', 'qua'],
  ['items:\n- description: x\n  |', 'items[0]'],
  ['purposes:\n  - against: terrorist-act\n    |\n    act: kidnapping\n', 'purposes[0]'],
  ['clauses:\n  |', 'clauses'],
  ['clauses:\n  law|', 'clauses', 'law'],
  ['clauses:\n    |\n    lawful-use: x\n', 'clauses'],
  ['clauses:\n  lawful-use: >-\n    The system.\n  |', 'clauses'],
  ['clauses:\n  lawful-use: >-\n    The system.\n\n  |\n\n  serious-crime: y\n', 'clauses'],
  ['waivers:\n  - rule: x\n    |', 'waivers[0]'],
  ['intermediaries:\n  - name: x\n    coun|', 'intermediaries[0]', 'coun'],
  // In braces, closed or not, over one line or several.
  ['exporter: {|', 'exporter'],
  ['exporter: {|}\n', 'exporter'],
  ['exporter: {name: A, |}\n', 'exporter'],
  ['exporter: {name: A, cou|\nitems: []\n', 'exporter', 'cou'],
  ['exporter: {|name: A}\n', 'exporter', 'name'],
  ['exporter: {name: "A, {B", |}\n', 'exporter'],
  ['exporter: {\n  name: A,\n  cou|\n}\n', 'exporter', 'cou'],
  ['items: [{description: A, |}]\n', 'items[0]'],
  ['{regime: x, |}', ''],
  // What cannot be read elsewhere does not matter.
  ['end-user:\n  name: "open\n  |', 'end-user'],
  ["end-user:\n  name: 'open # remark\ncertificate:\n  num|\n", 'certificate', 'num'],
  ['end-user:\n  name: x\n  typ|\nitems:\n  - description: "unclosed\n', 'end-user', 'typ'],
  ['other: [unclosed\nend-user:\n  |', 'end-user'],
  // What is indented too far belongs to what is above, and moves there.
  ['certificate:\n  number: 1\n      |', 'certificate', '    '],
  ['certificate:\n  number: 1\n      is|', 'certificate', '    is'],
  ['items:\n  - description: x\n      |', 'items[0]', '  '],
  ['regime: x\n    |', '', '    '],
];

const VALUES: Typed[] = [
  ['exporter: {country: |', 'exporter.country'],
  ['exporter: {name: A, country: D|}\n', 'exporter.country', 'D'],
  ['regime: |', 'regime'],
  ['regime: il|', 'regime', 'il'],
  ['regime: |\ncertificate:\n  number: 1\n', 'regime'],
  ['end-user:\n  country: |', 'end-user.country'],
  ['end-user:\n  country:   |', 'end-user.country'],
  ['end-user:\n  country: D|\n  name: x\n', 'end-user.country', 'D'],
  ['end-user:\n  country: D|E # remark\n', 'end-user.country', 'DE'],
  ["end-user:\n  country: '|'", 'end-user.country', "''"],
  ['end-user:\n  country: "D|"', 'end-user.country', '"D"'],
  ['end-user:\n  type: |government\n', 'end-user.type', 'government'],
  ['signature:\n  date: 2026|-01-01\n', 'signature.date', '2026-01-01'],
  ['purposes:\n  - against: |\n    use: prevention\n', 'purposes[0].against'],
  ['purposes:\n  - use: |', 'purposes[0].use'],
  ['clauses:\n  lawful-use: |', 'clauses.lawful-use'],
  ['waivers:\n  - rule: |', 'waivers[0].rule'],
];

const ENTRIES: Typed[] = [
  ['items:\n  - |', 'items[0]'],
  ['items:\n  - description: x\n  |', 'items[1]'],
  ['purposes:\n  - Prevention of x.\n  |\n', 'purposes[1]'],
  ['purposes:\n  - Prevention of x.\n  Prev|\n', 'purposes[1]', 'Prev'],
  ['purposes: [|]\n', 'purposes[0]'],
  ['items:\n- |', 'items[0]'],
  ['items:\n- qu|', 'items[0]', 'qu'],
  ['items:\n  - description: x\n  - |', 'items[1]'],
  ['items:\n  -\n    |', 'items[0]'],
  ['purposes:\n  - |\n  - Prevention of x.\n', 'purposes[0]'],
  ['purposes:\n  - Prev|\n', 'purposes[0]', 'Prev'],
  ['purposes:\n  - use: [|]\n', 'purposes[0].use[0]'],
  ['purposes:\n  - use: [prevention, |]\n', 'purposes[0].use[1]'],
  ['purposes:\n  - use: [prevention,|]\n', 'purposes[0].use[1]'],
  ['purposes:\n  - use: [prevention, inv|', 'purposes[0].use[1]', 'inv'],
  ['purposes:\n  - use: [prev|, investigation]\n', 'purposes[0].use[0]', 'prev'],
  ['purposes:\n  - use:\n      - |\n', 'purposes[0].use[0]'],
];

const NOWHERE: readonly string[] = [
  'purposes:\n  - Prevention o|f x.\n',
  'purposes:\n  - Prevention of\n    acts|\n',
  'clauses:\n  lawful-use: >-\n    The system|',
  'clauses:\n  lawful-use: >-\n    |',
  'clauses:\n  lawful-use: >-\n    The system\n    |\n    shall not\n',
  'clauses:\n  lawful-use: "The\n    |\n    system"\n',
  'clauses:\n  lawful-use: The system\n    sha|\n',
  '# comm|ent\n',
  'certificate: # |',
  'items:\n  -|',
  'regime:|',
  'end-user:\n  name: "open\n    |',
];

describe.each([
  ['a key', 'key', KEYS],
  ['a value', 'value', VALUES],
  ['an entry of a list', 'entry', ENTRIES],
] as const)('%s is typed', (_, role, table) => {
  it.each(table)('%j', (marked, path, replaced = '') => {
    for (const ending of ['\n', '\r\n', '\r']) {
      const { text, offset } = atCursor(marked.replaceAll('\n', ending));
      const cursor = cursorAt(text, offset);
      const typed = cursor && text.slice(cursor.replace.start, cursor.replace.end);
      expect({ ...cursor, path: pathText(cursor?.path ?? []), typed }).toMatchObject({ role, path, typed: replaced });
      expect(cursor!.replace.start).toBeLessThanOrEqual(offset);
      expect(cursor!.replace.end).toBeGreaterThanOrEqual(offset);
    }
  });
});

it.each(NOWHERE)('nothing is typed that could be completed in %j', (marked) => {
  const { text, offset } = atCursor(marked);
  expect(cursorAt(text, offset)).toBeUndefined();
});

describe('the group at the cursor', () => {
  it.each([
    ['certificate:\n  number: 1\n  |\n  issued: 2\n', ['number', 'issued']],
    ['certificate:\n  num|\n  issued: 2\n', ['issued']],
    ['certificate:\n  num|: 1\n  issued: 2\n', ['issued']],
    ['regime: x\n|\n---\nitems: []\n', ['regime']],
    ['items: []\n---\nregime: x\n|', ['regime']],
  ])('%j has its other keys', (marked, siblings) => {
    const { text, offset } = atCursor(marked);
    expect(cursorAt(text, offset)?.siblings).toEqual(siblings);
  });

  it('is in the document of the cursor', () => {
    const { text, offset } = atCursor('regime: x\n---\nregime: y\nexporter:\n  |\n---\nregime: z\n');
    expect(cursorAt(text, offset)?.document).toBe(1);
  });

  it('has the column at which its keys begin', () => {
    const column = (marked: string) => {
      const { text, offset } = atCursor(marked);
      return cursorAt(text, offset)?.column;
    };
    expect(column('a:\n    |')).toBe(4);
    expect(column('items:\n  - description: x\n    |')).toBe(4);
    expect(column('items:\n  - |')).toBe(4);
    expect(column('certificate:\n  number: 1\n      |')).toBe(2);
  });

  it('tells whether a colon follows', () => {
    const { text, offset } = atCursor('certificate:\n  num|: 1\n');
    expect(cursorAt(text, offset)?.colon).toBe(true);
  });
});

it('is looked for anywhere in any example without an exception', () => {
  for (const [, text] of EXAMPLES)
    for (let offset = 0; offset <= Math.min(text.length, 3000); offset += 31) {
      const cursor = cursorAt(text, offset);
      if (!cursor) continue;
      expect(cursor.replace.start).toBeLessThanOrEqual(offset);
      expect(cursor.replace.end).toBeGreaterThanOrEqual(offset);
      expect(text.slice(cursor.replace.start, cursor.replace.end)).not.toMatch(/[\r\n]/);
    }
});

it('finds the half-typed words of the half-typed example', () => {
  const text = example('half-typed');
  const at = (words: string) => {
    const cursor = cursorAt(text, text.indexOf(words) + words.length);
    return cursor && `${cursor.role} ${pathText(cursor.path)}`;
  };
  expect(at('\n  typ')).toBe('key end-user');
  expect(at('\n  lawful')).toBe('key clauses');
});
