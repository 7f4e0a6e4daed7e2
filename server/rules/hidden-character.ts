import type { TextField } from '../certificate/model';
import { locate } from '../syntax/characters';
import { walk } from '../syntax/nodes';
import type { Edit } from '../text/edit';
import { inLatinLetters } from '../text/look-alikes';
import type { Span } from '../text/span';
import type { Fix, Report, Rule } from './rule';

export const hiddenCharacter: Rule = {
  id: 'hidden-character',
  severity: 'error',
  title: 'A character that cannot be seen, or that passes for another',
  *check(subject) {
    const { document } = subject.certificate;
    // Remarks belong to the certificate behind whose beginning they stand, those before all to the first.
    const { documents } = subject.tree;
    const start = document.index === 0 ? 0 : document.span.start;
    const end = documents[document.index + 1]?.span.start ?? subject.lines.text.length;
    const fields = [...subject.certificate.texts.values()].sort((a, b) => a.node.span.start - b.node.span.start);
    for (const hidden of hiddenIn(subject.lines.text.slice(start, end))) {
      const span = { start: start + hidden.span.start, end: start + hidden.span.end };
      // A byte order mark at the beginning of a file says how it is saved.
      if (span.start > 0 || subject.lines.text.slice(0, span.end) !== '\ufeff')
        yield report(fieldOf(fields, span), span, hidden);
    }
    // In double quotation marks a character can also be written by its number: \u200b.
    for (const node of walk(document.root)) {
      if (node.kind !== 'text' || node.style !== 'double') continue;
      if (!subject.lines.text.slice(node.span.start, node.span.end).includes('\\')) continue;
      for (const hidden of hiddenIn(node.text)) {
        const span = locate(node, hidden.span);
        if (subject.lines.text.slice(span.start, span.end).includes('\\'))
          yield report(fieldOf(fields, span), span, hidden);
      }
    }
  },
};

interface Hidden {
  readonly span: Span;
  readonly what: string;
  /** What to write in its place. */
  readonly newText: string;
}

/** What is neither a letter of ASCII nor one of its signs that can be seen: most texts have none, and are done with. */
const OTHER = /[^\t\n\r\x20-\x7e]/;

function* hiddenIn(text: string): Generator<Hidden> {
  if (!OTHER.test(text)) return;
  for (const { index, 0: characters } of text.matchAll(INVISIBLE)) {
    if (belongsThere(text, index, characters)) continue;
    // A sign that ends a line or a page parts two words, and so does the space in its place.
    const newText = /^[\v\f\u0085\u2028\u2029]+$/u.test(characters) ? ' ' : '';
    yield { span: { start: index, end: index + characters.length }, what: invisible(characters), newText };
  }
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const letters = inLatinLetters(word);
    if (letters === undefined) continue;
    const what = `"${word}" looks like "${letters}" but has letters of another alphabet`;
    yield { span: { start: index, end: index + word.length }, what, newText: letters };
  }
}

/**
 * Controls, among them those of writing direction, characters of no width, soft hyphens, what is ignored by default, the
 * signs between which notes are set, and a blank that is no space.
 */
const INVISIBLE = /(?:(?![\t\n\r])[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufff9-\ufffb])+/gu;

/** The sign that joins consonants in the scripts of India and its neighbours. */
const VIRAMA = '\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u103a\u17d2';

/**
 * Where such a character is part of how a word is spelt or a picture drawn, by what stands before and behind it: the
 * joiners of Persian and of Indian scripts (Unicode Standard Annex 31, section 2.3), Mongolian, ideographs, and pictures.
 */
const SPELT: readonly (readonly [character: RegExp, before: RegExp, behind: RegExp])[] = [
  [/^\u200c$/u, /\p{Script=Arabic}\p{M}*$/u, /^\p{Script=Arabic}/u],
  [/^[\u200c\u200d]$/u, new RegExp(`[${VIRAMA}]$`, 'u'), /^/u],
  [/^[\u180b-\u180f]$/u, /\p{Script=Mongolian}$/u, /^/u],
  [/^(?:[\ufe00-\ufe02]|[\u{e0100}-\u{e01ef}])$/u, /\p{Script=Han}$/u, /^/u],
  [/^[\ufe0e\ufe0f]$/u, /\p{Extended_Pictographic}$/u, /^/u],
  [/^\ufe0f$/u, /[\d#*]$/u, /^\u20e3/u],
  [/^\ufe0f?\u200d$/u, /\p{Extended_Pictographic}\p{Emoji_Modifier}?$/u, /^\p{Extended_Pictographic}/u],
];

function belongsThere(text: string, index: number, characters: string): boolean {
  const before = text.slice(Math.max(0, index - 8), index);
  const behind = text.slice(index + characters.length, index + characters.length + 4);
  return SPELT.some(([character, last, next]) => character.test(characters) && last.test(before) && next.test(behind));
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

const NAMES: Record<string, string> = {
  '\u00ad': 'soft hyphen',
  '\u200b': 'space of no width',
  '\u200c': 'non-joiner of no width',
  '\u200d': 'joiner of no width',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\u2060': 'word joiner of no width',
  '\ufeff': 'byte order mark',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'end of a change of direction',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'end of an isolate',
};

function invisible(characters: string): string {
  const names = Array.from(characters).map((character) => {
    const unnamed = /\p{Cc}/u.test(character) ? 'control character' : 'invisible character';
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `${NAMES[character] ?? unnamed} (U+${code})`;
  });
  return `Here stands what cannot be seen: ${[...new Set(names)].join(', ')}`;
}

function report(field: TextField | undefined, span: Span, { what, newText }: Hidden): Report {
  const edits: readonly Edit[] = [{ span, newText }];
  return {
    span,
    at: field?.at ?? [],
    message: `${what}. What is signed must be what is read. Remove it.`,
    fixes: (): readonly Fix[] => [
      {
        title: newText === '' ? 'Remove it' : newText === ' ' ? 'Write a space in its place' : `Write "${newText}"`,
        safe: true,
        preferred: true,
        edits,
      },
    ],
  };
}

/** The field in whose text the span lies. The fields are in the order of the file. */
function fieldOf(fields: readonly TextField[], span: Span): TextField | undefined {
  let [low, high] = [0, fields.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fields[middle]?.node.span.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const field = fields[low - 1];
  return field && span.end <= field.node.span.end ? field : undefined;
}
