import type { TextField } from '../certificate/model';
import { locate } from '../syntax/characters';
import { walk } from '../syntax/nodes';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { Fix, Report, Rule, Subject } from './rule';

export const hiddenCharacter: Rule = {
  id: 'hidden-character',
  severity: 'error',
  title: 'A character that cannot be seen, or that passes for another',
  *check(subject) {
    const { document } = subject.certificate;
    // Remarks before and between the certificates belong to the next one, those at the end to the last.
    const { documents } = subject.tree;
    const start = documents[document.index - 1]?.span.end ?? 0;
    const end = document.index + 1 < documents.length ? document.span.end : subject.lines.text.length;
    for (const hidden of hiddenIn(subject.lines.text.slice(start, end))) {
      const span = { start: start + hidden.span.start, end: start + hidden.span.end };
      // A byte order mark at the beginning of a file says how it is saved.
      if (span.start > 0 || subject.lines.text.slice(0, span.end) !== '\ufeff') yield report(subject, span, hidden);
    }
    // In double quotation marks a character can also be written by its number: \u200b.
    for (const node of walk(document.root)) {
      if (node.kind !== 'text' || node.style !== 'double') continue;
      for (const hidden of hiddenIn(node.text)) {
        const span = locate(node, hidden.span);
        if (subject.lines.text.slice(span.start, span.end).includes('\\')) yield report(subject, span, hidden);
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

function* hiddenIn(text: string): Generator<Hidden> {
  for (const { index, 0: characters } of text.matchAll(INVISIBLE))
    yield { span: { start: index, end: index + characters.length }, what: invisible(characters), newText: '' };
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (!/\p{Script=Latin}/u.test(word) || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) continue;
    const letters = Array.from(word)
      .map((letter) => LOOK_ALIKES[letter] ?? letter)
      .join('');
    if (!/^[\p{Script=Latin}\p{N}\p{M}'\u2019-]+$/u.test(letters)) continue;
    const what = `"${word}" looks like "${letters}" but has letters of another alphabet`;
    yield { span: { start: index, end: index + word.length }, what, newText: letters };
  }
}

/** Controls of writing direction, characters of no width, soft hyphens and what is ignored by default. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0000}-\u{e0fff}]+/gu;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Letters of other alphabets that print like a Latin one. */
const LOOK_ALIKES: Record<string, string> = {
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', һ: 'h', ԁ: 'd', ԛ: 'q', ԝ: 'w', ӏ: 'l',
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', Х: 'X', У: 'Y', І: 'I', Ј: 'J', Ѕ: 'S',
  ο: 'o', α: 'a', ν: 'v', ρ: 'p', ι: 'i', Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O',
  Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X',
}; // prettier-ignore

const NAMES: Record<string, string> = {
  '\u00ad': 'soft hyphen',
  '\u200b': 'space of no width',
  '\u200c': 'non-joiner of no width',
  '\u200d': 'joiner of no width',
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
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `${NAMES[character] ?? 'invisible character'} (U+${code})`;
  });
  return `Here stands what cannot be seen: ${[...new Set(names)].join(', ')}`;
}

function report(subject: Subject, span: Span, { what, newText }: Hidden): Report {
  const field = fieldAt(subject, span);
  const edits: readonly Edit[] = [{ span, newText }];
  return {
    span,
    at: field?.at ?? [],
    message: `${what}. What is signed must be what is read. Remove it.`,
    fixes: (): readonly Fix[] => [
      { title: newText === '' ? 'Remove it' : `Write "${newText}"`, safe: true, preferred: true, edits },
    ],
  };
}

function fieldAt({ certificate }: Subject, span: Span): TextField | undefined {
  for (const field of certificate.texts.values())
    if (field.node.span.start <= span.start && span.end <= field.node.span.end) return field;
  return undefined;
}
