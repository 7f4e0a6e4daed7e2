import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { checkAll } from '../../server/check-all';
import { valueOf, walk, type SyntaxNode } from '../../server/syntax/nodes';
import { parse } from '../../server/syntax/parse';
import { EXAMPLES, TODAY } from '../support/examples';
import { expectSound } from '../support/sound';

/** The tree in plain data: texts as they are read, groups as pairs, lists as lists. */
function plain(node: SyntaxNode | undefined): unknown {
  switch (node?.kind) {
    case 'text':
      return node.text;
    case 'list':
      return node.items.map(plain);
    case 'group':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
    case 'alias':
      return `*${node.name}`;
    case undefined:
      return undefined;
  }
}

const read = (text: string) => parse(text).documents.map(({ root }) => plain(root));

describe('every value is text, exactly as written', () => {
  it.each([
    'NO',
    'yes',
    'off',
    'true',
    'null',
    '~',
    '5E002',
    '0901',
    '0x1F',
    '1_000',
    '1e3',
    '.inf',
    '=',
    '2026-11-20',
    '12:30:00',
    '+49 611 55 0',
    '1200000.00',
    '<<',
    'a:b',
    'C#',
    'é🚢',
  ])('%s', (value) => {
    expect(read(`key: ${value}\n`)).toEqual([{ key: value }]);
    expect(read(`- ${value}\n`)).toEqual([[value]]);
    expect(read(`key: [${value}]\n`)).toEqual([{ key: [value] }]);
  });

  it('in folded and literal texts too', () => {
    expect(read('a: >-\n  one\n  two\n\n  three\nb: |\n  one\n    two\n')).toEqual([
      { a: 'one two\nthree', b: 'one\n  two\n' },
    ]);
  });

  it('whatever the line ending', () => {
    const text = 'a: >-\n  one\n  two\n\n  three\nb: "one\n  two"\nc:\n  - d\n  - e: f\n';
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(read(text));
    expect(read(text.replaceAll('\n', '\r'))).toEqual(read(text));
    let line = 0;
    const mixed = text.replaceAll('\n', () => ['\n', '\r', '\r\n'][line++ % 3] ?? '');
    expect(read(mixed)).toEqual(read(text));
  });

  it('behind a byte order mark', () => {
    expect(read('\ufeffregime: x\n')).toEqual([{ regime: 'x' }]);
  });
});

describe('documents', () => {
  it.each([
    ['one', 'a: b\n', [{ a: 'b' }]],
    ['one behind a line of dashes', '---\na: b\n', [{ a: 'b' }]],
    ['two', 'a: b\n---\nc: d\n', [{ a: 'b' }, { c: 'd' }]],
    ['two between dots and dashes', 'a: b\n...\n---\nc: d\n...\n', [{ a: 'b' }, { c: 'd' }]],
    ['comments before the first', '# head\n---\na: b\n', [{ a: 'b' }]],
    ['comments between', 'a: b\n---\n# nothing\n---\nc: d\n', [{ a: 'b' }, { c: 'd' }]],
    ['dashes at the end', 'a: b\n---\n', [{ a: 'b' }]],
    ['an empty file', '', [undefined]],
    ['nothing but comments', '# a\n# b\n', [undefined]],
  ])('%s', (_, text, expected) => {
    const { documents } = parse(text);
    expect(documents.map(({ root }) => (root?.kind === 'text' && root.text === '' ? undefined : plain(root)))).toEqual(
      expected,
    );
    expect(documents.map(({ index }) => index)).toEqual(expected.map((__, i) => i));
  });

  it('know where they are', () => {
    const text = 'a: b\n---\nc: d\n';
    const [, second] = parse(text).documents;
    expect(text.slice(second!.root!.span.start, second!.root!.span.end)).toBe('c: d');
  });
});

describe('what stands for something else', () => {
  const laughs = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...Array.from({ length: 25 }, (_, i) => {
      const [name, before] = [String.fromCharCode(98 + i), String.fromCharCode(97 + i)];
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
    }),
  ].join('\n');

  it('is never expanded, however often it is repeated', () => {
    const { documents } = parse(laughs);
    expect([...walk(documents[0]?.root)]).toHaveLength(1 + 26 * 2 + 26 * 9);
    expect(valueOf(documents[0]?.root, 'b')).toMatchObject({
      kind: 'list',
      items: Array.from({ length: 9 }, () => ({ kind: 'alias', name: 'a' })),
    });
    expect(check(laughs).findings.filter(({ rule }) => rule === 'yaml-profile')).toHaveLength(26 + 25 * 9);
  });

  it('grows by no more than what it stands for when one of it is written out', () => {
    const { findings } = check(laughs);
    for (const finding of findings)
      for (const { edits } of finding.fixes?.() ?? [])
        expect(edits.map(({ newText }) => newText).join('').length).toBeLessThan(laughs.length);
  });

  it('is kept where it stands for nothing', () => {
    expect(read('a: *nobody\n')).toEqual([{ a: '*nobody' }]);
  });

  it('is kept where it stands for itself', () => {
    expect(read('a: &a\n  b: *a\n')).toEqual([{ a: { b: '*a' } }]);
  });
});

describe('the marks of a value', () => {
  it.each([
    ['a: &x !t b\n', '&x', '!t'],
    ['a: !t &x b\n', '&x', '!t'],
    ['a: &x\n  b: c\n', '&x', undefined],
    ['a: !t # Wow!\n  b\n', undefined, '!t'],
    ['a: &x # see &x\n  b: c\n', '&x', undefined],
    ['a: !<tag:example.org,2026:x> b\n', undefined, '!<tag:example.org,2026:x>'],
    ['a: !!str b\n', undefined, '!!str'],
    ['a: [&x b, !t c]\n', undefined, undefined],
  ])('are found in %j', (text, anchor, tag) => {
    for (const source of ['\n', '\r\n', '\r'].map((ending) => text.replaceAll('\n', ending))) {
      const value = valueOf(parse(source).documents[0]?.root, 'a')!;
      const words = (mark: { span: { start: number; end: number } } | undefined) =>
        mark && source.slice(mark.span.start, mark.span.end);
      expect([words(value.anchor), words(value.tag)]).toEqual([anchor, tag]);
      expect(words({ span: (value.anchor ?? value.tag ?? value).span })).toBeTruthy();
    }
  });

  it('are found on the entries of a list in brackets', () => {
    const text = 'a: [&x b, !t c]\n';
    const marks = [...walk(parse(text).documents[0]?.root)]
      .flatMap(({ anchor, tag }) => [anchor, tag])
      .filter((mark) => mark !== undefined);
    expect(marks.map(({ span }) => [text.slice(span.start, span.end), span.start])).toEqual([
      ['&x', text.indexOf('&x')],
      ['!t', text.indexOf('!t')],
    ]);
  });
});

describe('nothing makes it throw', () => {
  it.each([
    ['NUL', '\0'],
    ['half a character', 'a: \ud83d\nb: \udea2x\n'],
    ['an open quotation mark before half a character', '"\\ud83d'],
    ['a lone carriage return', 'a: b\rc: d\r'],
    ['line separators', 'a: b\u2028c: d\u2029e: \u0085f\n'],
    ['a list as a key', '? [a, b]\n: c\n'],
    ['a group as a key', '{ {a: b}: c }\n'],
    ['a list that holds itself', '&a [*a]\n'],
    ['an alias as a key', '*a : b\n'],
    ['many names without a value', Array.from({ length: 3_000 }, (_, i) => `k${i}:\n`).join('')],
    ['a table of another program', 'Name,"Amount": 1: 2;[x\n'.repeat(40)],
    ['an open quotation mark on every line', 'a: "x\n'.repeat(500)],
    ['a tab on every line', '\t- x\n'.repeat(500)],
    ['an open bracket on every line', 'a: [b, {c\n'.repeat(300)],
    ['two hundred certificates of one number', '---\ncertificate: {number: 1}\n'.repeat(200)],
  ])('%s', (_, text) => {
    const [analysis] = checkAll([{ path: 'a.euc.yaml', text }], { today: TODAY });
    expectSound(analysis!);
  });

  it('says no more than a hundred times that it cannot read on', () => {
    const { problems } = parse('a: @b\n'.repeat(1000));
    expect(problems.length).toBeGreaterThan(10);
    expect(problems.length).toBeLessThanOrEqual(100);
  });

  it('any damage to any example', () => {
    const pieces = [
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      ': ',
      '- ',
      '\n',
      '\r\n',
      '\r',
      '\t',
      '#',
      ' #',
      '&a ',
      '*a',
      '!t ',
      '|',
      '>-\n',
      '? ',
      ',',
      '%',
      '@',
      '---\n',
      '...\n',
      '\0',
      '\u200b',
      '🚢',
      '\ud83d',
      '  ',
      '\u2028',
      '<<: ',
      'waivers:\n  - ',
      'TBD',
    ];
    const damage = fc.record({
      at: fc.nat(),
      length: fc.nat({ max: 40 }),
      piece: fc.oneof(fc.constant(''), fc.constantFrom(...pieces)),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...EXAMPLES.keys()),
        fc.array(damage, { minLength: 1, maxLength: 8 }),
        (name, damages) => {
          let text = EXAMPLES.get(name) ?? '';
          for (const { at, length, piece } of damages) {
            const start = at % (text.length + 1);
            text = text.slice(0, start) + piece + text.slice(start + length);
          }
          expectSound(check(text, { today: TODAY }));
        },
      ),
      { numRuns: 120 },
    );
  });
});
