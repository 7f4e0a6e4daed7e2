import { readCertificate } from './certificate/read';
import type { Certificate } from './certificate/model';
import { check, type Analysis, type Surroundings } from './check';
import type { Namesake } from './rules/rule';
import { parse } from './syntax/parse';
import { Lines } from './text/lines';

/** A text and the name by which its user knows it. */
export interface NamedText {
  readonly path: string;
  readonly text: string;
}

/**
 * Checks several files together, so that what must be unique among them is. The answers are in the order of the texts.
 * The surroundings may differ from file to file.
 */
export function checkAll(
  texts: readonly NamedText[],
  surroundings: Surroundings | ((text: NamedText) => Surroundings) = {},
): readonly Analysis[] {
  const around = (text: NamedText) => (typeof surroundings === 'function' ? surroundings(text) : surroundings);
  const alone = texts.map((text) => check(text.text, around(text)));
  const bearers = numberBearers(
    alone.map((analysis, i) => ({ path: texts[i]?.path ?? '', numbers: numbersOf(analysis) })),
  );
  return alone.map((analysis, i) => {
    const shared = numbersOf(analysis).some(({ number }) => (bearers.get(number)?.length ?? 0) > 1);
    const named = texts[i];
    if (!shared || !named) return analysis;
    return check(named.text, {
      ...around(named),
      namesakes: (number, certificate) => namesakes(bearers, number, named.path, certificate),
    });
  });
}

/** Where a certificate number stands. */
export interface Bearer {
  readonly path: string;
  readonly certificate: number;
  /** Zero-based. */
  readonly line: number;
}

/** Every certificate number of the files, with all who bear it. */
export function numberBearers(
  files: readonly { readonly path: string; readonly numbers: readonly Numbered[] }[],
): ReadonlyMap<string, readonly Bearer[]> {
  const bearers = new Map<string, Bearer[]>();
  for (const { path, numbers } of files)
    for (const { number, certificate, line } of numbers) {
      const known = bearers.get(number);
      if (known) known.push({ path, certificate, line });
      else bearers.set(number, [{ path, certificate, line }]);
    }
  return bearers;
}

/** All other bearers of a number, as a person would say where they are. */
export function namesakes(
  bearers: ReadonlyMap<string, readonly Bearer[]>,
  number: string,
  path: string,
  certificate: number,
): readonly Namesake[] {
  return (bearers.get(number) ?? [])
    .filter((bearer) => bearer.path !== path || bearer.certificate !== certificate)
    .map((bearer) => ({
      place: `${bearer.path === path ? 'this file' : bearer.path}, line ${bearer.line + 1}`,
    }));
}

/** A number and the certificate of its file that bears it. */
export interface Numbered {
  readonly number: string;
  readonly certificate: number;
  /** Zero-based. */
  readonly line: number;
}

/** The numbers that the certificates of a file bear. */
export function numbersOf({ certificates, lines }: Analysis): readonly Numbered[] {
  return numbers(
    certificates.map(({ certificate }) => certificate),
    lines,
  );
}

/** The same of a text that is not to be checked. */
export function numbersIn(text: string): readonly Numbered[] {
  return numbers(
    parse(text).documents.map((document) => readCertificate(document)),
    new Lines(text),
  );
}

function numbers(certificates: readonly Certificate[], lines: Lines): readonly Numbered[] {
  return certificates.flatMap(({ document, particulars }) => {
    const number = particulars?.number;
    if (!number) return [];
    return [{ number: number.text.trim(), certificate: document.index, line: lines.place(number.span.start).line }];
  });
}
