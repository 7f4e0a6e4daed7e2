import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, Scalar } from 'yaml';
import { contentSpan, locate, placeWithin } from '../../server/syntax/characters';
import { walk, type TextNode } from '../../server/syntax/nodes';
import { parse } from '../../server/syntax/parse';

/** The value of `key` in a file. */
function valueIn(source: string): TextNode {
  const { documents, problems } = parse(source);
  expect(problems).toEqual([]);
  for (const node of walk(documents[0]?.root)) if (node.kind === 'text' && node.text !== 'key') return node;
  throw new Error(`no text in ${JSON.stringify(source)}`);
}

/** What a stretch of the file says, its escapes read as the quotation marks around it tell. */
function readAs(style: TextNode['style'], source: string): string {
  if (style === 'single') return source.replaceAll("''", "'");
  if (style !== 'double' || !source.startsWith('\\')) return source;
  return valueIn(`key: "${source}"`).text;
}

/** Every character that can be seen is found in the file, as itself or as its escape, each behind the one before. */
function expectLocated(source: string): void {
  const node = valueIn(source);
  const { text, style, span } = node;
  const wrong: unknown[] = [];
  let last = span.start;
  let at = 0;
  for (const char of text) {
    const within = { start: at, end: (at += char.length) };
    if (!/\S/.test(char)) continue;
    const { start, end } = locate(node, within);
    const words = source.slice(start, end);
    const fits = readAs(style, words) === char && last <= start && end <= span.end;
    if (!fits || placeWithin(node, start) > within.start) wrong.push({ char, within, words, start, end });
    last = end;
  }
  expect(wrong, JSON.stringify({ text, source })).toEqual([]);
}

describe('a character of a text is found in the file', () => {
  it.each([
    ['plain', 'key: Prevention of acts\n'],
    ['plain over lines', 'key: Prevention\n  of terrorist\n  acts\n'],
    ['plain with an empty line', 'key: Prevention\n\n\n  of acts\n'],
    ['plain with space at the ends of its lines', 'key: Prevention  \t\n   of acts  \n'],
    ['single quotation marks', "key: 'It''s the State''s'\n"],
    ['single quotation marks over lines', "key: 'It''s\n  the  \n\n  State''s'\n"],
    ['double quotation marks', 'key: "The \\"State\\" \\u00e9t\\xe9 \\U0001F6A2\\tend"\n'],
    ['a sign alone that is doubled in double quotation marks', 'key: "\\\\"\n'],
    ['a sign alone that is doubled in single quotation marks', "key: ''''\n"],
    ['double quotation marks over lines', 'key: "The\n  State \n\n  acts"\n'],
    ['double quotation marks with escaped line breaks', 'key: "The \\\n  State\\\n  \\ acts"\n'],
    ['literal', 'key: |\n  Prevention\n    of\n  acts\n'],
    ['literal with an indentation sign', 'key: |2\n    Prevention\n  of acts\n'],
    ['literal with an indentation sign in a list', '- - |-2\n      Prevention\n    of acts\n'],
    ['literal with an indentation sign in a group in a list', '- key: >1\n     Prevention\n   of acts\n'],
    ['literal that keeps its end', 'key: |+\n  Prevention\n\n  of acts\n\n\n'],
    ['folded', 'key: >-\n  Prevention\n  of acts\n'],
    ['folded with paragraphs', 'key: >\n  Prevention\n\n  of\n\n\n  acts\n'],
    ['folded with lines indented further', 'key: >\n  Prevention\n    of\n    terrorist\n  acts\n  all\n'],
    ['folded that begins with an empty line', 'key: >-\n\n  Prevention\n  of acts\n'],
    ['folded that repeats itself', 'key: >-\n  a a\n  a\n\n  a a a\n  a\n'],
    ['folded with a comment behind its sign', 'key: >- # words\n  Prevention\n  of acts\n'],
    ['folded whose lines begin alike', 'key: >-\n  of\n  of the\n  of\n\n  of the\n'],
    ['beyond the basic plane', 'key: "\\U0001F6A2🚢" \n'],
    ['in an entry of a list', '- Prevention\n  of 🚢 acts\n'],
    ['in brackets', '[Prevention\n  of acts]\n'],
    ['after a tag and a mark', 'key: !t &a Prevention\n'],
  ])('%s', (_, source) => {
    expectLocated(source);
    expectLocated(source.replaceAll('\n', '\r\n'));
    expectLocated(source.replaceAll('\n', '\r'));
  });

  it('whatever the text and the style in which a library writes it', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(...styles),
        fc.constantFrom(0, 20, 40),
        fc.boolean(),
        (text, type, lineWidth, crlf) => {
          const scalar = new Scalar(text);
          scalar.type = type;
          const written = new Document({ key: scalar }).toString({ lineWidth, minContentWidth: 0 });
          // The library can cut a character beyond the basic plane in two to wrap a line.
          fc.pre(!/[\ud800-\udbff]\\\n/.test(written));
          expectLocated(crlf ? written.replaceAll('\n', '\r\n') : written);
        },
      ),
      { numRuns: 250 },
    );
  });
});

const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;

/** Words with what a style may have to escape, fold or indent between them. */
const anyText = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom('State', 'the', 'acts', 'a', 'é', '🚢', '한국', 'naïve'), weight: 6 },
      { arbitrary: fc.constantFrom(' ', '  ', '\n', '\n\n', '\n  ', ' \n', '\t', '\u00a0'), weight: 4 },
      {
        arbitrary: fc.constantFrom("'", '"', '\\', '#', ': ', '- ', '{', ']', '&', '*', '!', '%', '@', '`'),
        weight: 2,
      },
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '' && text !== 'key');

describe('a stretch of a text', () => {
  it('over folded lines covers the lines, not what is behind them', () => {
    const source = 'key: Prevention   \n   of acts   \n# end\n';
    const node = valueIn(source);
    const span = locate(node, { start: 0, end: node.text.length });
    expect(source.slice(span.start, span.end)).toBe('Prevention   \n   of acts');
  });

  it('that ends before a fold does not take the fold in', () => {
    const source = 'key: Prevention   \n   of acts\n';
    const span = locate(valueIn(source), { start: 0, end: 'Prevention'.length });
    expect(source.slice(span.start, span.end)).toBe('Prevention');
  });

  it('of no characters is empty at its place', () => {
    const source = 'key: "a\\tb"\n';
    const { start, end } = locate(valueIn(source), { start: 2, end: 2 });
    expect([start, end]).toEqual([source.indexOf('b'), source.indexOf('b')]);
  });

  it('beyond the text ends with the text', () => {
    const source = 'key: word # comment\n';
    const span = locate(valueIn(source), { start: 0, end: 99 });
    expect(source.slice(span.start, span.end)).toBe('word');
  });
});

describe('the content of a value', () => {
  it.each([
    ['key: word\n', 'word'],
    ['key: "word"\n', 'word'],
    ["key: ' word '\n", 'word'],
    ['key: >-\n  two\n  words\n', 'two\n  words'],
    ['key: |+\n  word\n\n\n', 'word'],
    ['key: "\\tword"\n', 'word'],
    ['key: 🚢\n', '🚢'],
  ])('%j is its words', (source, words) => {
    for (const text of [source, source.replaceAll('\n', '\r\n')]) {
      const { start, end } = contentSpan(valueIn(text));
      expect(text.slice(start, end).replaceAll('\r\n', '\n')).toBe(words);
    }
  });

  it.each(['key: ""\n', "key: '  '\n"])('%j, which has no words, is the value as written', (source) => {
    const node = parse(source).documents[0]!.root;
    const value = node?.kind === 'group' ? node.entries[0]!.value : undefined;
    expect(value?.kind === 'text' && source.slice(...spanOf(contentSpan(value)))).toBe(source.trim().slice(5));
  });
});

const spanOf = ({ start, end }: { start: number; end: number }) => [start, end] as const;
