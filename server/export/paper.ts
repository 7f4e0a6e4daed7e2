import type { Span } from '../text/span';

// The paper: what a certificate says, laid out for a reader and not yet for a medium. It is plain data and all that a
// writer of a medium gets to see, so that the writers can stand in bundles of their own.

/** Where words of the paper are from. */
export interface Origin {
  readonly span: Span;
  /** The path of the field, `end-user.name`. */
  readonly at: string;
}

/** A stretch of words. */
export interface Words {
  readonly text: string;
  /** Undefined for the form's own words, such as "and" between two uses. */
  readonly origin?: Origin;
  /** `strong`: stands out; `gap`: says that something is missing. */
  readonly tone?: 'strong' | 'gap';
}

/** Words on one line, or on several where they are long; a line of the paper begins a new one. */
export type Line = readonly Words[];

/** A row of facts, a row of a grid, or an entry of a numbered list. */
export interface Entry {
  /** What it is called: the head of a row, the title of a clause; empty where it has none. */
  readonly label: string;
  /** The lines below each other; in a grid, the cells beside each other. */
  readonly lines: readonly Line[];
  /** The path that it shows, `clauses.lawful-use`; findings at it or below it belong to it. */
  readonly at: string;
  /** Where it is in the file; undefined where it is missing. */
  readonly span?: Span;
}

/** A part of the paper under a heading. */
export interface PaperSection {
  readonly heading: string;
  /**
   * `facts`: label and words; `grid`: a table with the heads above; `list`: numbered, in the order given; `signature`:
   * facts, and a place to sign.
   */
  readonly kind: 'facts' | 'grid' | 'list' | 'signature';
  /** The heads of a grid; empty for the other kinds. */
  readonly heads: readonly string[];
  readonly entries: readonly Entry[];
  /** The keys of the certificate that it shows; findings at them belong to it. */
  readonly shows: readonly string[];
  readonly span?: Span;
}

/** One certificate as a paper. */
export interface Paper {
  readonly title: string;
  /** Whose form it is; undefined without a known regime. */
  readonly issuer?: string;
  /** Undefined where none is given. */
  readonly number?: string;
  /** What has to be seen at once: that it is a draft, or was not checked. Undefined where the certificate is met. */
  readonly mark?: string;
  /** What the check said, in a sentence for the footer. */
  readonly standing: string;
  /** SHA-256 of the text that was checked, 64 hexadecimal digits. */
  readonly fingerprint: string;
  readonly sections: readonly PaperSection[];
}

/** What stands at the foot of every page, before the page's number. A number that is as long as a sentence is cut in its middle. */
export function footerLines({ number, fingerprint, standing }: Paper): readonly [string, string] {
  const signs = Array.from(number ?? 'No number');
  const short = signs.length <= 48 ? signs : [...signs.slice(0, 30), '…', ...signs.slice(-17)];
  return [`${short.join('')} · ${standing}`, `SHA-256 ${fingerprint}`];
}

/** Writes papers in one medium; the same papers give the same bytes. Fails with a `Refusal` as its value, never half. */
export type Writer = (papers: readonly Paper[]) => Promise<Uint8Array | Refusal>;

/** Why a medium cannot carry a paper, and what to do. */
export interface Refusal {
  readonly refused: string;
}
