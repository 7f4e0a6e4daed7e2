import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { parse } from '../../server/syntax/parse';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(readFileSync(new URL('../../snippets/euc.json', import.meta.url), 'utf8')) as Record<
  string,
  Snippet
>;

/** Where each belongs: the line above it, and how far it is indented. A snippet without a place here fails. */
const PLACES: Record<string, { readonly under: string; readonly indent: number }> = {
  Certificate: { under: '', indent: 0 },
  Party: { under: 'regime: none\n', indent: 0 },
  Intermediary: { under: 'regime: none\nintermediaries:\n', indent: 2 },
  Item: { under: 'regime: none\nitems:\n', indent: 2 },
  'Purpose in words': { under: 'regime: none\npurposes:\n', indent: 2 },
  'Purpose by its parts': { under: 'regime: none\npurposes:\n', indent: 2 },
  'Purpose against an offence': { under: 'regime: none\npurposes:\n', indent: 2 },
  Signature: { under: 'regime: none\n', indent: 0 },
  Waiver: { under: 'regime: none\nwaivers:\n', indent: 2 },
};

const STOP = /\$(?:(\d+)|\{(\d+)(?::([^}]*)|\|([^}]*)\|)?\})/g;

describe.each(Object.entries(snippets))('the snippet "%s"', (name, { prefix, description, body }) => {
  const snippet = body.join('\n');
  const place = PLACES[name];
  const most = Math.max(...[...snippet.matchAll(STOP)].map(([, , , , choice]) => choice?.split(',').length ?? 1));
  const written = Array.from({ length: most }, (_, n) => insert(snippet, n, place?.indent ?? 0));

  it('has a place, and can be found by plain words', () => {
    expect(place).toBeDefined();
    expect(description).toMatch(/^[A-Z].*[^.]$/);
    for (const each of [prefix].flat()) expect(each).toMatch(/^[a-z]+(?:-[a-z]+)*(?: [a-z]+)*$/);
  });

  it.each(written)('can be read and has only names that the format has', (text) => {
    const whole = (place?.under ?? '') + text;
    expect(parse(whole).problems).toEqual([]);
    expect(check(whole).findings.filter(({ rule }) => rule === 'field-unknown')).toEqual([]);
    // Twice in a row, as two entries or two sections: the one must end where the next begins.
    expect(parse(`${whole}\n${text}`).problems).toEqual([]);
  });

  it('gives its gaps in angle brackets, and the checker finds each that is left', () => {
    const gaps = [...snippet.matchAll(STOP)].flatMap(([, , , gap]) => gap ?? []);
    for (const gap of gaps) expect(gap).toMatch(/^<[^<>]+>$/);
    if (name === 'Waiver') return; // A waiver may speak of a placeholder.
    const found = check((place?.under ?? '') + (written[0] ?? '')).findings;
    expect(found.filter(({ rule }) => rule === 'field-placeholder')).toHaveLength(gaps.length);
  });

  it('numbers its stops in the order in which they stand', () => {
    const numbers = [...snippet.matchAll(STOP)].map(([, plain, braced]) => Number(plain ?? braced)).filter(Boolean);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });
});

/** The snippet as it is inserted in a line of that indentation, each choice on its nth. */
function insert(snippet: string, nth: number, indent: number): string {
  const text = snippet.replace(STOP, (_stop, _plain, _braced, gap?: string, choice?: string) => {
    const options = choice?.split(',') ?? [];
    return gap ?? options[Math.min(nth, options.length - 1)] ?? '';
  });
  return text.replace(/^(?=.)/gm, ' '.repeat(indent));
}
