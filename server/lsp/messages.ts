// The messages of our own between client and server. The client imports this file and nothing else of the server.

/** What the client tells the server about itself when it starts. */
export interface InitializationOptions {
  /** The client shows the verdict and wants to be told of it. */
  readonly status?: boolean;
  /** The client reads files for the server, which may have no file system. */
  readonly files?: boolean;
  /** False where the workspace is not trusted, so that its packs must not be used. */
  readonly trusted?: boolean;
  /** Where the pages about the rules are, with a slash at the end. */
  readonly rulePages?: string;
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
