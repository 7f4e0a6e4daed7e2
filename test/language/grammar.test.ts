import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { CERTIFICATE_FIELDS, fieldsOf, type Field, type Form } from '../../server/certificate/format';
import { builtIn } from '../../server/regimes/catalogue';
import { placeholders } from '../../server/rules/field-placeholder';
import { walk } from '../../server/syntax/nodes';
import { parse } from '../../server/syntax/parse';
import { covered, has, tokens, type Token } from './tokens';

/** The form of a section's entries where it is a list, its own otherwise. */
const inner = ({ form }: Field): Form => (form.shape === 'list' ? form.of : form);
const sections = CERTIFICATE_FIELDS.map((section) => ({
  name: section.key,
  fields: fieldsOf(inner(section)).map(({ key }) => key),
}));
const groups = sections.filter(({ fields }) => fields.length > 0);
const everyField = [...new Set(sections.flatMap(({ fields }) => fields))];

describe('the grammar knows the certificate format', () => {
  it('colours the sections, and nothing else, as sections', () => {
    const text = [...sections.map(({ name }) => name), ...everyField, 'end_user', 'purpose', 'Certificate']
      .map((key) => `${key}:\n`)
      .join('');
    expect(covered(text, 'keyword.control.section')).toEqual(sections.map(({ name }) => name));
  });

  it('does not take the name of a section for one further in', () => {
    const text = 'certificate:\n  exporter:\n    purposes:\nitems:\n  - items: x\n';
    expect(covered(text, 'keyword.control.section')).toEqual(['certificate', 'items']);
  });

  it.each(groups)('colours the fields of $name, and no other, where they stand in lines', ({ name, fields }) => {
    const asGroup = `${name}:\n${everyField.map((key) => `  ${key}: Words of it\n`).join('')}`;
    expect(covered(asGroup, 'variable.other.property')).toEqual(everyField.filter((key) => fields.includes(key)));
    expect(covered(asGroup, 'meta.key.unknown')).toEqual(everyField.filter((key) => !fields.includes(key)));
    const asList = `${name}:\n${everyField.map((key) => `- ${key}: Words of it\n`).join('')}`;
    expect(covered(asList, 'variable.other.property')).toEqual(everyField.filter((key) => fields.includes(key)));
  });

  it('colours the fields of every section in braces', () => {
    const text = `items:\n  - {${everyField.map((key) => `${key}: Words of it`).join(', ')}, colour: red}\n`;
    expect(covered(text, 'variable.other.property')).toEqual(everyField);
    expect(covered(text, 'meta.key.unknown')).toEqual(['colour']);
  });

  it('keeps the colour of a field under an entry that is being begun', () => {
    const text = `items:\n  - descr\n${everyField.map((key) => `    ${key}: Words of it\n`).join('')}`;
    expect(covered(text, 'variable.other.property')).toEqual(everyField);
  });

  it('colours any id of a clause alike', () => {
    const text = 'clauses:\n  delivery: Words.\n  "re-export": Words.\n  name: Words.\nname: Words.\n';
    expect(covered(text, 'entity.name.function.clause')).toEqual(['delivery', '"re-export"', 'name']);
  });
});

describe('the language files know no regime', () => {
  const files = ['syntaxes/euc.tmLanguage.json', 'snippets/euc.json', 'language-configuration.json'];
  const ids = builtIn
    .all()
    .flatMap(({ id, purposes, clauses }) => [
      id,
      ...clauses.map((clause) => clause.id),
      ...(purposes?.uses ?? []).map((use) => use.id),
      ...(purposes?.objects ?? []).flatMap((object) => [
        object.id,
        ...[...(object.acts ?? []), ...(object.aims ?? [])].map((listed) => listed.id),
      ]),
    ]);

  it.each(files)('%s', (file) => {
    const words = new Set(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').match(/[\w-]+/g));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => words.has(id))).toEqual([]);
  });
});

describe('the grammar sees what the parser reads', () => {
  it.each([
    ['a group', 'exporter:\n  name: Quillmarsh Systems Ltd\n  address: 12 Harbour Street, Haifa # a comment\n'],
    ['a list at the margin', 'purposes:\n- Prevention of it.\n- use: investigation\n  offence: Fraud\nitems: []\n'],
    ['a purpose over two lines', 'purposes:\n  - Prevention of acts\n    of "terror" - and\n    [more].\n  - Other.\n'],
    [
      'a block text',
      'clauses:\n  a: >-\n    One: two\n    - three\n\n      # four\n    "five\n  b: |\n    six: [\n  c: d\n',
    ],
    [
      'a block text in a list',
      'purposes:\n  - |-\n    use: this\n    - that\n  - >+2 # a comment\n      one\n    two: 2\n\n  - x\n',
    ],
    [
      'a block text by its part',
      'purposes:\n  - use: x\n    statement: |\n     a: b\n     c\n    aim: y\n  - aim: |2\n       z: z\n',
    ],
    ['a text on the next line', 'exporter:\n  name:\n    Quillmarsh\n    - Systems\n  country:\n    "I\n    L"\n'],
    [
      'quotes',
      `exporter:\n  name: 'It''s: "x" # y'\n  address: "a \\" b: 'c' \\x41"   # d\n  country: "I\n\n    L: x"\n`,
    ],
    [
      'lists and groups in signs',
      'items: [{description: A b, quantity: 1 c}, "d", e-f,\n  g h]\nexporter: {\n  name: "x", country: IL }\n',
    ],
    [
      'ids and dates',
      'certificate:\n  issued: 2026-11-20\n  expires: 2026-11-20 or so\n  number: a-b2\n  contract: a--b\n',
    ],
    [
      'signs within words',
      'exporter:\n  name: A#b, c:d - e? f! g* & h | i > j % k @ l `m` {n}\n  contact: http://x.example/#y\n',
    ],
    ['unknown keys', 'end_user:\n  name: X y\n  more:\n    of: It\n'],
    [
      'keys with spaces and signs',
      'purposes:\n  - Prevention of the following: acts\n  - a b-c (d) #e: f\n  - "g: h": i\n',
    ],
    [
      'several certificates',
      '# one\n---\nregime: a-b\n...\n---\nclauses:\n  a: |\n    b\n---\nitems:\n  -\n    value: 1 EUR\n',
    ],
  ])('%s', (_, text) => {
    expectAgreement(text);
    expectAgreement(text.replaceAll('\n', '\r\n'));
  });

  it('in any certificate that a YAML printer writes', () => {
    const words = fc
      .array(
        fc.constantFrom(
          'a',
          'Use',
          'of',
          'the',
          '-',
          '#',
          '# x',
          'b:',
          ': c',
          '"',
          "'",
          '[d]',
          '{e',
          '&',
          '*f',
          '!',
          '|',
          '>-',
          '%',
          '@',
          '<g>',
          'TBD',
          'h-i',
          '2026-11-20',
          '\n',
          '\n\n',
          '  ',
        ),
        { maxLength: 12 },
      )
      .map((list) => list.join(' '));
    const group = (keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), words, { maxKeys: 4 });
    const certificate = fc.record(
      {
        regime: words,
        exporter: group(['name', 'address', 'country', 'x y']),
        items: fc.array(group(['description', 'value', 'colour']), { maxLength: 3 }),
        purposes: fc.array(fc.oneof(words, group(['use', 'act', 'statement'])), { maxLength: 4 }),
        clauses: group(['lawful', 'a-b', 'Of it']),
        other: fc.oneof(fc.array(words, { maxLength: 2 }), group(['a', 'name'])),
      },
      { requiredKeys: [] },
    );
    const style = fc.record({
      lineWidth: fc.constantFrom(20, 60, 0),
      indent: fc.constantFrom(2, 4),
      indentSeq: fc.boolean(),
      defaultStringType: fc.constantFrom('PLAIN', 'BLOCK_FOLDED', 'BLOCK_LITERAL', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
      defaultKeyType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE'),
    } as const);
    fc.assert(
      fc.property(certificate, style, (value, options) => {
        expectAgreement(stringify(value, { ...options, aliasDuplicateObjects: false }));
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  const examples = new URL('../../examples/', import.meta.url);
  it.each(readdirSync(examples).filter((name) => name.startsWith('good-') || name.startsWith('register')))(
    'in the example %s',
    (name) => {
      expectAgreement(readFileSync(new URL(name, examples), 'utf8'));
    },
  );

  it('and ends a quotation mark that is left open with its value', () => {
    const text = 'exporter:\n  name: "Quillmarsh\n  country: IL\nitems: [a,\nclauses:\n  x: Words\n';
    expect(covered(text, 'punctuation.separator.key-value')).toHaveLength(6);
    expect(covered(text, 'string.quoted')).toEqual(['"', 'Quillmarsh']);
  });
});

describe('the grammar sees what a certificate must not have', () => {
  it.each([
    'TBD',
    'To be confirmed by TBC, tba and TBN',
    'The system of <name of the authority> and [insert name] in ____.',
    'Office of ..... and XXX',
    'Terrorist Act [or] a Serious Crime [sic], see [12] and [Annex]',
    'lorem ipsum',
    'a < b, c > d, <a@b.example>, a_b__c, xx, tbdx, as to be agreed upon',
    'nothing of the kind',
  ])('placeholders: %s', (text) => {
    const expected = placeholders(text).map(({ start, end }) => text.slice(start, end));
    for (const written of [
      `clauses:\n  a: >-\n    ${text}\n`,
      `clauses:\n  a: ${text}\n`,
      `clauses:\n  a: "${text}"\n`,
      `clauses:\n  a: '${text}'\n`,
    ])
      expect(covered(written, 'invalid.illegal.placeholder')).toEqual(expected);
  });

  it('but lets a waiver speak of a placeholder', () => {
    expect(covered('waivers:\n  - reason: The TBD is meant.\n', 'invalid')).toEqual([]);
  });

  it('marks, repetitions and tags', () => {
    const text =
      'exporter: &a\n  name: &b X y\n  <<: *c\nconsignee: *a\nitems:\n  - &d !e value: *f\n  - {value: &g h, type: *i}\n';
    expect(covered(text, 'invalid')).toEqual(['&a', '&b', '<<', '*c', '*a', '&d !e', '*f', '&g', '*i']);
  });

  it('a second colon, a wrong escape, a sign that nothing can begin with', () => {
    const text = 'certificate:\n  number: One: two\n  contract: "\\q"\n  application: @x\n';
    expect(covered(text, 'invalid')).toEqual([':', '\\q', '@']);
  });
});

describe('the grammar is quick', () => {
  const long = 4_000;
  it.each([
    ['a word', 'a'.repeat(long)],
    ['words', 'a b '.repeat(long / 4)],
    ['ids', 'a-'.repeat(long / 2)],
    ['spaces', `a${' '.repeat(long)}b`],
    ['colons', 'a:'.repeat(long / 2)],
    ['colons and spaces', ': '.repeat(long / 2)],
    ['dashes', '- '.repeat(long / 2)],
    ['number signs', 'a#'.repeat(long / 2)],
    ['quotes', `'"`.repeat(long / 2)],
    ['backslashes', `"${'\\'.repeat(long)}`],
    ['open brackets', '['.repeat(200)],
    ['placeholders', '<a__.. '.repeat(long / 7)],
    ['marks', '&a '.repeat(long / 3)],
  ])('with a line of %s', (_, line) => {
    for (const before of [
      '',
      'purposes:\n  - ',
      'clauses:\n  a: ',
      'items: [',
      'items: {a: ',
      'clauses:\n  a: |\n    ',
    ])
      expect(tokens(before + line + '\nregime: x').at(-1)).toBeDefined();
  });
});

/** States that each character of a key has the colour of a key, each of a text that of a text, and no other has either. */
function expectAgreement(text: string): void {
  const { documents, problems } = parse(text);
  expect(problems, text).toEqual([]);
  const read = new Array<string>(text.length).fill('');
  const keys = new Set<unknown>();
  for (const { root } of documents)
    for (const node of walk(root)) {
      if (node.kind === 'group') for (const { key } of node.entries) keys.add(key);
      if (node.kind === 'text') read.fill(keys.has(node) ? 'key' : 'text', node.span.start, node.span.end);
      if (node.kind === 'text' && (node.style === 'literal' || node.style === 'folded')) {
        // The parser's span of a block text takes in a comment beside its sign.
        const [head = ''] = text.slice(node.span.start).split('\n');
        const comment = head.indexOf('#');
        if (comment >= 0) read.fill('', node.span.start + comment, node.span.start + head.length);
      }
    }
  const seen = new Array<string>(text.length).fill('');
  for (const token of tokens(text)) seen.fill(roleOf(token), token.start, token.end);
  const marked = (roles: readonly string[]) =>
    Array.from(text, (char, i) =>
      /\s/.test(char) ? char : roles[i] === '' ? '·' : roles[i] === 'key' ? 'k' : 't',
    ).join('');
  expect(marked(seen), text).toBe(marked(read));
}

function roleOf(token: Token): string {
  if (has(token, 'comment')) return '';
  const key = ['keyword.control.section', 'variable.other.property', 'entity.name.function', 'meta.key.unknown'];
  if (key.some((scope) => has(token, scope))) return 'key';
  const text = ['string', 'constant', 'keyword.operator.block-text'];
  return text.some((scope) => has(token, scope)) ? 'text' : '';
}
