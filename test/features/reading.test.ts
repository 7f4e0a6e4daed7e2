import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { folds } from '../../server/features/folding';
import { hoverAt } from '../../server/features/hover';
import { sourceLinks } from '../../server/features/links';
import { outline } from '../../server/features/symbols';
import { example, EXAMPLES } from '../support/examples';

const parts = check(example('good-by-parts'));
const { text } = parts.tree;

function explained(words: string) {
  const found = hoverAt(parts, text.indexOf(words) + 1);
  return found && { words: text.slice(found.span.start, found.span.end), markdown: found.markdown };
}

describe('a hover', () => {
  it.each([
    ['exporter', '**exporter**'],
    ['country', 'ISO 3166'],
    ['government', 'government'],
    ['terrorist-act', 'Terrorist Act'],
    ['kidnapping', 'hostage\\-taking'],
    ['compel-government', 'compelling a Government'],
    ['lawful-use', 'MediaNama'],
    ['CA', 'Canada'],
  ])('says what %s means, on its words', (words, meaning) => {
    const at = words === 'CA' ? 'CA\n' : words;
    expect(explained(at)).toEqual({ words, markdown: expect.stringContaining(meaning) as string });
  });

  it.each([
    ['2026-11-20', 'The day on which it is issued'],
    ['12 workstations', 'How many, and of what'],
    ['Criminal Code, section 279.01', 'Where the national law defines the offence'],
    ['14 years', 'The longest imprisonment'],
  ])('says of %j what its field is for', (words, meaning) => {
    expect(explained(words)).toEqual({ words, markdown: expect.stringContaining(meaning) as string });
  });

  it('says of the words of a clause what the clause must say, in the words of the regime and with their source', () => {
    const found = explained('A crime for which the national law');
    expect(found?.words).toContain('6 years or more.');
    expect(found?.markdown).toMatch(/^\*\*serious-crime\*\*[^]*6 years or more[^]*MediaNama/);
  });

  it.each([
    ['purposes:', 'Required under'],
    ['clauses:', 'Required under'],
    ['regime:', 'Required.'],
    ['against:', 'Required where the purpose has no statement'],
    ['expires:', 'Optional.'],
  ])('says whether the regime requires %s', (key, demand) => {
    expect(explained(key)?.markdown).toContain(demand);
  });

  it('says nothing of remarks and empty lines', () => {
    expect(hoverAt(parts, 3)).toBeUndefined();
  });
});

describe('the outline', () => {
  it('has the sections of a single certificate', () => {
    expect(
      outline(parts)
        .map(({ name }) => name)
        .slice(0, 4),
    ).toEqual(['regime', 'certificate', 'exporter', 'end-user']);
  });

  it('has the certificates of a register by their numbers', () => {
    const names = outline(check(example('register'))).map(({ name }) => name);
    expect(names).toEqual(['EUC-2026-0144', 'EUC-2026-0145', 'EUC-2026-0146']);
  });

  it.each([...EXAMPLES])('keeps every heading inside its entry: %s', (_, source) => {
    const wrong = outline(check(source))
      .flatMap((symbol) => [symbol, ...symbol.children])
      .filter(({ span, heading }) => heading.start < span.start || heading.end > span.end);
    expect(wrong).toEqual([]);
  });
});

it('folds run from the line of a key to the last line of its value, whatever the line ending', () => {
  const source = '# one\n# two\nitems:\n  - description: A\n    quantity: 1\nregime: x\n';
  const expected = [
    { first: 0, last: 1, comment: true },
    { first: 2, last: 4, comment: false },
    { first: 3, last: 4, comment: false },
  ];
  expect(folds(check(source))).toEqual(expected);
  expect(folds(check(source.replaceAll('\n', '\r\n')))).toEqual(expected);
});

it('links lead from ids and clauses to an address', () => {
  const links = sourceLinks(parts);
  expect(links.map(({ span }) => text.slice(span.start, span.end))).toEqual(
    expect.arrayContaining(['kidnapping', 'permitted-use']),
  );
  for (const { address } of links) expect(address).toMatch(/^https:\/\//);
});
