/** What a command sees of the process it runs in. */
export interface Terminal {
  /** The folder against which paths are resolved. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** All of standard input. */
  readonly input: () => Promise<Uint8Array>;
}

/** Runs with the arguments behind its name and gives the exit status: 0 good, 1 findings, 2 bad usage or unreadable. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

export const USAGE = `euc - checks end-use certificates (*.euc.yaml, *.euc.yml, *.euc)

  euc check [--format FORMAT] [--regime ID] PATH...      says what stands in the way of each certificate;
                                                         FORMAT: text, json, sarif, github or junit
  euc fix [--unsafe] PATH...                             mends the form; --unsafe: also what is declared
  euc explain FILE [--at purposes[0]]                    says what the words of a purpose were read as, and why
  euc render FILE -o OUT.docx|pdf|html                   sets the certificate as a paper
  euc regimes [list | show ID | diff ID ID]              the regimes, one as a page, or what tells two apart
  euc regime test FILE...                                tries the examples that pack files state
  euc lsp --stdio                                        the language server, for an editor
  euc --version

A PATH is a file, a folder (with all that is below it) or - for standard input.
Exit status: 0 no error or warning left, 1 findings, 2 bad usage, an unreadable file, or a check that could not run.
`;
