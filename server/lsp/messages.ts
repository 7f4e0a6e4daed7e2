// The messages of our own between client and server. The client imports this file and nothing else of the server.

/** What the client tells the server about itself when it starts. */
export interface InitializationOptions {
  /** The client shows the verdict and wants to be told of it. */
  readonly status?: boolean;
  /** The client reads files for the server, which may have no file system. */
  readonly files?: boolean;
  /** The client has the command that compares a clause with the regime's words. */
  readonly compare?: boolean;
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
