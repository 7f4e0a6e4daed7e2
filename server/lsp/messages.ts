// The messages of our own between client and server. The client imports this file and nothing else of the server.

/** What the client tells the server about itself when it starts. */
export interface InitializationOptions {
  /** The client shows the verdict and wants to be told of it. */
  readonly status?: boolean;
  /** The client reads files for the server, which may have no file system. */
  readonly files?: boolean;
  /** The client has the command that compares a clause with the regime's words. */
  readonly compare?: boolean;
  /** False where the workspace is not trusted, so that its packs must not be used. */
  readonly trusted?: boolean;
  /**
   * How long a word of a purpose may be left alone, in milliseconds, before what is found of it is told. Without it all is
   * told at once, of a word that is half typed too.
   */
  readonly pause?: number;
  /** Where the pages about the rules are, with a slash at the end. */
  readonly rulePages?: string;
  /** Where the bundles of the extension are, with a slash at the end; a server in a browser loads the others from there. */
  readonly bundles?: string;
}

/** Server to client: the verdict on a document that is open. */
export const STATUS = 'euc/status';

export interface StatusParams {
  readonly uri: string;
  readonly verdict: 'met' | 'not-met' | 'not-checked';
  readonly certificates: readonly CertificateStatus[];
}

export interface CertificateStatus {
  readonly number?: string;
  /** Id and title; undefined where the certificate names none that is known. */
  readonly regime?: { readonly id: string; readonly title: string };
  readonly verdict: 'met' | 'not-met' | 'not-checked';
  readonly errors: number;
  readonly warnings: number;
  readonly waived: number;
  /** How many of the sections that the regime requires lack nothing. */
  readonly sections: { readonly complete: number; readonly total: number };
  /** How many of the errors and warnings are about purposes. */
  readonly purposes: number;
}

/** Server to client: the addresses of all certificates in the workspace. No parameters; answers `string[]`. */
export const FIND_FILES = 'euc/findFiles';

/** Server to client: the text of a file; null where it cannot be read. */
export const READ_FILE = 'euc/readFile';

/** Server to client: the addresses of the files in a folder; null where there is none. */
export const LIST_FILES = 'euc/listFiles';

/** Client to server: the workspace is trusted from now on. No parameters. */
export const TRUSTED = 'euc/trusted';

/** Client to server: how the examples of an open pack file came out. */
export const PACK_TESTS = 'euc/packTests';

export interface PackTestResult {
  readonly name: string;
  /** Zero-based. */
  readonly line: number;
  readonly met: boolean;
  /** What went wrong; empty where nothing did. */
  readonly message: string;
}

/** The scheme of a check under another regime: `euc:/what-if/<id>.md?<document>`. */
export function whatIfAddress(id: string, document: string): string {
  return `${SCHEME}:/what-if/${encodeURIComponent(id)}.md?${encodeURIComponent(document)}`;
}

export interface ReadFileParams {
  readonly uri: string;
}

/** Client to server: all regimes, for a person to choose from. No parameters. */
export const REGIMES = 'euc/regimes';

export interface RegimeChoice {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
}

/** Client to server: a new certificate under a regime; null where no pack defines it. */
export const TEMPLATE = 'euc/template';

export interface TemplateParams {
  readonly regime: string;
  /** In words where it is left out. */
  readonly shape?: 'in-words' | 'by-parts' | 'minimal';
}

export interface TemplateResult {
  /** With tab stops, in the protocol's snippet syntax. */
  readonly snippet: string;
}

/** A command of the server: inserts all missing clauses. Arguments: the document's address. */
export const INSERT_CLAUSES = 'euc.server.insertMissingClauses';

/** The scheme of the documents that the server writes: `euc:/regimes/<id>.md`. */
export const SCHEME = 'euc';

/** The address of the page about a regime. */
export function regimePageAddress(id: string): string {
  return `${SCHEME}:/regimes/${encodeURIComponent(id)}.md`;
}

/** The address of the page about a required clause. */
export function clausePageAddress(regime: string, clause: string): string {
  return `${SCHEME}:/regimes/${encodeURIComponent(regime)}/clauses/${encodeURIComponent(clause)}.md`;
}

/** A command of the client: shows a certificate beside itself with one clause restored. Arguments: `CompareParams`. */
export const COMPARE_CLAUSE = 'euc.compareClause';

export interface CompareParams {
  /** The document's address. */
  readonly uri: string;
  /** Index of the certificate in the document. */
  readonly certificate: number;
  readonly clause: string;
}

/**
 * The address of a certificate's text with one clause restored. It does not end like a certificate's: the checker must
 * not take it for one more.
 */
export function restoredAddress({ uri, certificate, clause }: CompareParams): string {
  return `${SCHEME}:/restored/${certificate}/${encodeURIComponent(clause)}.txt?${encodeURIComponent(uri)}`;
}

/** What a restored address stands for; undefined for any other address. */
export function readRestoredAddress(address: string): CompareParams | undefined {
  const found = /^euc:\/+restored\/(\d+)\/([^/?]+)\.txt\?([^#]+)/.exec(address);
  if (!found) return undefined;
  const [, certificate = '0', clause = '', uri = ''] = found;
  return { uri: decodeURIComponent(uri), certificate: Number(certificate), clause: decodeURIComponent(clause) };
}

/** A stretch of a document as the protocol has it: zero-based lines and UTF-16 characters, `end` exclusive. */
export interface DocumentRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface DocumentParams {
  readonly uri: string;
}

/** Client to server: a document as a paper with its findings in the margin; null for one that is not open. */
export const PREVIEW = 'euc/preview';

export interface PreviewResult {
  /** The style sheet; the same for every document. */
  readonly style: string;
  /** HTML whose words are escaped; elements with a place in the document say so as `data-from="line:character"`. */
  readonly body: string;
}

/** Client to server: a document as a file to hand over; null for one that is not open. */
export const EXPORT = 'euc/export';

export interface ExportParams extends DocumentParams {
  readonly format: 'docx' | 'pdf' | 'html';
}

/** The file's bytes in Base64, or why there is none. */
export type ExportResult = { readonly base64: string } | { readonly refused: string };

/** Client to server: what is still to be filled in. Answers `GapsResult`; null for a document that is not open. */
export const GAPS = 'euc/gaps';

export interface GapsResult {
  readonly gaps: readonly DocumentGap[];
}

export interface DocumentGap {
  readonly certificate: number;
  readonly path: string;
  readonly range: DocumentRange;
  readonly question: string;
  readonly example: string;
  /** Empty where any text may answer. */
  readonly choices: readonly { readonly text: string; readonly label: string }[];
  readonly rank: number;
}

/** Client to server: the edits that fill a gap. Answers `FillGapResult`; null for a document that is not open. */
export const FILL_GAP = 'euc/fillGap';

export interface FillGapParams extends DocumentParams {
  readonly certificate: number;
  readonly path: string;
  readonly text: string;
}

export interface FillGapResult {
  readonly version: number;
  readonly edits: readonly { readonly range: DocumentRange; readonly newText: string }[];
}

/** Client to server: the checklists of all certificates of the workspace and of those that are open. No parameters. */
export const CHECKLISTS = 'euc/checklists';

export interface FileChecklists {
  readonly uri: string;
  readonly certificates: readonly {
    readonly number?: string;
    readonly verdict: 'met' | 'not-met' | 'not-checked';
    readonly range: DocumentRange;
    readonly sections: readonly {
      readonly label: string;
      readonly complete: boolean;
      readonly parts: readonly {
        readonly label: string;
        readonly state: 'present' | 'missing' | 'altered' | 'wrong' | 'not-checked';
        readonly range: DocumentRange;
      }[];
    }[];
  }[];
}
